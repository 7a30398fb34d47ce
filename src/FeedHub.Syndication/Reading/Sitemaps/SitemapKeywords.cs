using System.Text.Json;
using FeedHub.Syndication.Reading.Formats;

namespace FeedHub.Syndication.Reading.Sitemaps;

/// <summary>Keywords of a news sitemap: a list with commas as Google asks for, or what programs print of a list of theirs.</summary>
internal static class SitemapKeywords
{
    // Latin, Arabic, Chinese and Japanese.
    private static readonly char[] Commas = [',', '،', '，', '、'];

    // Where there is no comma, these part the words.
    private static readonly char[] Others = [';', '|'];

    /// <summary>The keywords as plain text, each once, at most <see cref="Values.MaxKeywords"/>.</summary>
    /// <param name="written">The texts of all elements, a line each.</param>
    public static IReadOnlyList<string> Read(string written) =>
    [
        .. written.Split('\n', StringSplitOptions.RemoveEmptyEntries).SelectMany(One)
            .Select(word => Bounds.CutOrNull(Values.Plain(word))).OfType<string>()
            .Where(word => word.Any(char.IsLetterOrDigit))
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(Values.MaxKeywords),
    ];

    private static IEnumerable<string> One(string line)
    {
        var text = line.Trim();
        if (text is ['[', .., ']'] or ['{', .., '}'])
            return Json(text) ?? Parted(text[1..^1]).Select(word => word.Trim('"', '\'', ' '));
        return Parted(text);
    }

    private static IEnumerable<string> Parted(string text) =>
        text.Split(
            text.AsSpan().IndexOfAny(Commas) < 0 ? Others : Commas,
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(Values.MaxKeywords);

    private static List<string>? Json(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new() { MaxDepth = 8, AllowTrailingCommas = true });
            var words = new List<string>();
            Collect(document.RootElement, words);
            return words;
        }
        catch (JsonException)
        {
            // A list in brackets of some other kind: ['a', 'b'].
            return null;
        }
    }

    // A list of words, or of objects whose name is the word.
    private static void Collect(JsonElement value, List<string> words)
    {
        if (words.Count >= Values.MaxKeywords)
            return;
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                words.AddRange(Parted(value.GetString()!));
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    Collect(item, words);
                break;
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject().Where(m => m.Name is "name" or "title" or "tag" or "keyword" or "label"))
                    Collect(member.Value, words);
                break;
        }
    }
}
