using FeedHub.Storage.Files;

namespace FeedHub.Configuring;

/// <summary>
/// What admins have set on the dashboard: <c>settings.json</c> in the data directory, or a table where the database is a server's. It
/// stands over appsettings.json, and gives way to the environment and the command line, with which an operator can always put right what
/// was set here.
/// </summary>
public sealed class SettingsFile(ISettingsStore store) : ConfigurationProvider, IConfigurationSource
{
    /// <summary>Where it is, in words.</summary>
    public string Place => store.Place;

    /// <summary>Why it cannot be read, with what to do; null if it can, or is not there.</summary>
    public string? Problem { get; private set; }

    /// <inheritdoc/>
    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    /// <inheritdoc/>
    public override void Load()
    {
        (Problem, Data) = (null, new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase));
        try
        {
            Data = new Dictionary<string, string?>(store.Read(), StringComparer.OrdinalIgnoreCase);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Problem = store.ProblemOf(error);
        }
    }

    /// <summary>Reads again what another node may have changed; those who follow the configuration are told if it is another.</summary>
    public void Recall()
    {
        var before = Data;
        Load();
        if (Problem is not null)
            Data = before;
        else if (Data.Count != before.Count || Data.Any(now => !before.TryGetValue(now.Key, out var was) || was != now.Value))
            OnReload();
    }

    /// <summary>Sets a key, or with null forgets it; those who follow the configuration are told.</summary>
    /// <exception cref="IOException">It could not be written; nothing is changed.</exception>
    /// <exception cref="UnauthorizedAccessException">The same, for lack of rights.</exception>
    public void Change(string key, string? value)
    {
        var changed = new Dictionary<string, string?>(Data, StringComparer.OrdinalIgnoreCase);
        if (value is null)
            changed.Remove(key);
        else
            changed[key] = value;
        store.Write(changed);
        Data = changed;
        OnReload();
    }
}
