using System.Text.Json;
using FeedHub.Storage.Files;

namespace FeedHub.Configuring;

/// <summary>
/// What admins have set on the dashboard: <c>settings.json</c> in the data directory. It stands over appsettings.json, and gives way to
/// the environment and the command line, with which an operator can always put right what was set here.
/// </summary>
public sealed class SettingsFile(string path) : ConfigurationProvider, IConfigurationSource
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The file, absolute.</summary>
    public string FilePath { get; } = Path.GetFullPath(path);

    /// <summary>Why the file cannot be read, with what to do; null if it can, or is not there.</summary>
    public string? Problem { get; private set; }

    /// <inheritdoc/>
    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    /// <inheritdoc/>
    public override void Load()
    {
        (Problem, Data) = (null, new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase));
        if (!File.Exists(FilePath))
            return;
        try
        {
            Data = new Dictionary<string, string?>(
                JsonSerializer.Deserialize<Dictionary<string, string?>>(File.ReadAllBytes(FilePath)) ?? [],
                StringComparer.OrdinalIgnoreCase);
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            Problem = $"{FilePath} cannot be read ({error.Message}): mend it, or delete it to forget what was set on the dashboard";
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
        var part = FilePath + ".part";
        File.Delete(part);
        using (var file = PrivateFiles.Open(part, FileMode.CreateNew, FileShare.None))
            file.Write(JsonSerializer.SerializeToUtf8Bytes(changed.OrderBy(c => c.Key, StringComparer.Ordinal).ToDictionary(), Indented));
        File.Move(part, FilePath, overwrite: true);
        Data = changed;
        OnReload();
    }
}
