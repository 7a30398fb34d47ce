using System.Globalization;
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
            throw new IOException(Words(error), error);
        }
    }

    // The library's own words name its types.
    private static string Words(JsonException error) => error.LineNumber is { } line
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"line {line + 1}, column {error.BytePositionInLine + 1} is not what FeedHub writes: an object with a text for each setting")
        : "it is not what FeedHub writes: an object with a text for each setting";

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
