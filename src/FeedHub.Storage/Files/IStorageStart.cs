using FeedHub.Model.Settings;

namespace FeedHub.Storage.Files;

/// <summary>What an engine does at a start, before anybody reads or writes.</summary>
public interface IStorageStart
{
    /// <summary>Takes the database for this process, checks what is there and brings it up to date.</summary>
    /// <exception cref="StartException">It cannot be used.</exception>
    Task PrepareAsync(CancellationToken cancellation);

    /// <summary>What an admin is told where a start fails later by the database, or null where it is not that.</summary>
    string? WhyNot(Exception error) => null;
}
