using System.Text.Json;
using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>
/// The objects that have the page's headline, in the data that a page hands to its own scripts: what stands beside it is told of the
/// article. Also of data that is written as one list whose places objects name (Nuxt, Remix).
/// </summary>
/// <param name="facts">The page.</param>
internal sealed partial class HeadedData(PageFacts facts)
{
    private const int MostValues = 200_000;
    private const int MaxDepth = 60;
    private const int LeastHeadline = 12;
    private const int MostObjects = 20;

    private readonly string _headline = Headlines.Key(facts.Title ?? "");
    private JsonElement[]? _places;
    private int _values;
    private List<HeadedObject>? _objects;

    /// <summary>The objects, in the page's order; looked for when they are first asked for.</summary>
    public IReadOnlyList<HeadedObject> Objects => _objects ??= Find();

    private List<HeadedObject> Find() => _headline.Length < LeastHeadline ? []
        : [.. PageScripts.OfPrograms(facts.Root).Where(script => Named().IsMatch(script)).SelectMany(EmbeddedData.In).SelectMany(Of)
            .Take(MostObjects)];

    private IEnumerable<HeadedObject> Of(JsonElement document)
    {
        _places = document.ValueKind == JsonValueKind.Array ? [.. document.EnumerateArray().Take(MostValues)] : null;
        return Walk(document, 0);
    }

    private IEnumerable<HeadedObject> Walk(JsonElement value, int depth)
    {
        if (depth > MaxDepth || _values++ > MostValues)
            return [];
        return value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Walk(item, depth + 1)),
            JsonValueKind.String => EmbeddedData.Inner(PageJson.String(value)) is { } inner ? Walk(inner, depth + 1) : [],
            JsonValueKind.Object => WalkObject(value, depth),
            _ => [],
        };
    }

    private IEnumerable<HeadedObject> WalkObject(JsonElement o, int depth)
    {
        var found = new HeadedObject(o, _places);
        if (o.EnumerateObject().Any(property => IsHeadline(found, property.Value) || IsHeadlineWithin(found, property)))
            yield return found;
        foreach (var inner in o.EnumerateObject().SelectMany(property => Walk(property.Value, depth + 1)))
            yield return inner;
    }

    private bool IsHeadline(HeadedObject o, JsonElement value) =>
        o.Meant(value) is { } text && IsAsLong(text) && Headlines.Key(text) == _headline;

    // "headlines": { "basic": … }, "title": { "rendered": … }
    private bool IsHeadlineWithin(HeadedObject o, JsonProperty property) => property.Value.ValueKind == JsonValueKind.Object
        && Title().IsMatch(property.Name) && property.Value.EnumerateObject().Any(inner => IsHeadline(o, inner.Value));

    private bool IsAsLong(string text) => text.Length >= _headline.Length && text.Length < (_headline.Length * 2) + 20;

    [GeneratedRegex(@"date|publi|created|posted|author|byline|writer|penulis", RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?:headlines?|titles?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Title();
}
