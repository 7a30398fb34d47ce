namespace FeedHub.Storage.Files;

/// <summary>Where that stands what admins have set on the dashboard, by key.</summary>
public interface ISettingsStore
{
    /// <summary>Where it is, in words.</summary>
    string Place { get; }

    /// <summary>What an operator is told where it cannot be read, with what to do.</summary>
    string ProblemOf(Exception error);

    /// <summary>All of it; nothing where nothing was set yet.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The same, for lack of rights.</exception>
    Dictionary<string, string?> Read();

    /// <summary>Puts this in its place.</summary>
    /// <exception cref="IOException">It could not be written; nothing is changed.</exception>
    /// <exception cref="UnauthorizedAccessException">The same, for lack of rights.</exception>
    void Write(IReadOnlyDictionary<string, string?> settings);
}
