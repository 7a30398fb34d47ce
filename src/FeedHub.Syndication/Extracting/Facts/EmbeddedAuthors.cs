using System.Text.Json;
using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>Who wrote an article, in the data that a page hands to its own scripts, beside its headline.</summary>
internal static partial class EmbeddedAuthors
{
    private const int MostPeople = 20;
    private const int MaxDepth = 4;

    /// <summary>Their names as they are told.</summary>
    public static IReadOnlyList<string> Find(HeadedData data) =>
        data.Objects.Select(Beside).FirstOrDefault(names => names.Count > 0) ?? [];

    private static List<string> Beside(HeadedObject o) => o.Properties.Where(property => Author().IsMatch(property.Name))
        .Select(property => (List<string>)[.. Names(o, property.Value, 0).Take(MostPeople)])
        .FirstOrDefault(names => names.Count > 0) ?? [];

    private static IEnumerable<string> Names(HeadedObject o, JsonElement told, int depth)
    {
        var value = o.At(told);
        if (depth > MaxDepth)
            return [];
        return value.ValueKind switch
        {
            JsonValueKind.String => PageJson.String(value) is { } name && IsName(name) ? [name] : [],
            JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Names(o, item, depth + 1)),
            JsonValueKind.Object => value.EnumerateObject().Where(property => Name().IsMatch(o.NameOf(property)))
                .Select(property => Names(o, property.Value, depth + 1).ToList()).FirstOrDefault(names => names.Count > 0) ?? [],
            _ => [],
        };
    }

    // Not an address, and not the id of a record.
    private static bool IsName(string text) => text.Length is > 2 and < 80 && !text.Contains('/') && text.Any(char.IsLetter)
        && (text.Contains(' ') || !text.AsSpan().ContainsAnyInRange('0', '9'));

    [GeneratedRegex(@"^_?(?:authors?|(?:author|writer)_?names?|bylines?|writers?|penulis|reporters?|credits?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Author();

    [GeneratedRegex(@"^_?(?:(?:full|display)_?name|name|by|title|label)$", RegexOptions.IgnoreCase)]
    private static partial Regex Name();
}
