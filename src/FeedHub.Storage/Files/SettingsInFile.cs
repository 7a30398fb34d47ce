using System.Text.Json;

namespace FeedHub.Storage.Files;

/// <summary><c>settings.json</c> in the data directory.</summary>
public sealed class SettingsInFile(string path) : ISettingsStore
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The file, absolute.</summary>
    public string Place { get; } = Path.GetFullPath(path);

    /// <inheritdoc/>
    public string ProblemOf(Exception error) =>
        $"{Place} cannot be read ({error.Message}): mend it, or delete it to forget what was set on the dashboard";

    /// <inheritdoc/>
    public Dictionary<string, string?> Read()
    {
        if (!File.Exists(Place))
            return [];
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string?>>(File.ReadAllBytes(Place)) ?? [];
        }
        catch (JsonException error)
        {
            throw new IOException(error.Message, error);
        }
    }

    /// <inheritdoc/>
    public void Write(IReadOnlyDictionary<string, string?> settings)
    {
        var part = Place + ".part";
        File.Delete(part);
        using (var file = PrivateFiles.Open(part, FileMode.CreateNew, FileShare.None))
            file.Write(JsonSerializer.SerializeToUtf8Bytes(settings.OrderBy(s => s.Key, StringComparer.Ordinal).ToDictionary(), Indented));
        File.Move(part, Place, overwrite: true);
    }
}
