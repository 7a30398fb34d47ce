using FeedHub.Storage.Files;

namespace FeedHub.Configuring;

/// <summary>
/// What admins have set on the dashboard: <c>settings.json</c> in the data directory, or a table where the database is a server's. It
/// stands over appsettings.json, and gives way to the environment and the command line, with which an operator can always put right what
/// was set here.
/// </summary>
public sealed class SettingsFile(ISettingsStore store) : ConfigurationProvider, IConfigurationSource
{
    private readonly Lock _turn = new();
    private int _changes;

    /// <summary>Where it is, in words.</summary>
    public string Place => store.Place;

    /// <summary>Why it cannot be read, with what to do; null if it can, or is not there.</summary>
    public string? Problem { get; private set; }

    /// <inheritdoc/>
    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    /// <inheritdoc/>
    public override void Load() => Data = Read() ?? new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads again what another node may have changed; those who follow the configuration are told if it is another.</summary>
    public void Recall()
    {
        var before = Data;
        while (Volatile.Read(ref _changes) is var changes && Read() is { } now)
        {
            if (!TryKeep(now, changes))
                continue;
            if (now.Count != before.Count || now.Any(one => !before.TryGetValue(one.Key, out var was) || was != one.Value))
                OnReload();
            return;
        }
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
        lock (_turn)
        {
            _changes++;
            Data = changed;
        }

        OnReload();
    }

    // What was read before something was set here is not what holds.
    private bool TryKeep(Dictionary<string, string?> read, int changes)
    {
        lock (_turn)
        {
            if (changes != _changes)
                return false;
            Data = read;
            return true;
        }
    }

    // What holds stays until what comes after it is there: others read it meanwhile.
    private Dictionary<string, string?>? Read()
    {
        try
        {
            var read = new Dictionary<string, string?>(store.Read(), StringComparer.OrdinalIgnoreCase);
            Problem = null;
            return read;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Problem = store.ProblemOf(error);
            return null;
        }
    }
}
