using System.Text.Json;
using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>
/// When an article was published, in the data that a page hands to its own scripts: there a day counts where it stands beside the page's
/// headline in one object. Also of data that is written as one list whose places objects name (Nuxt, Remix).
/// </summary>
internal sealed partial class EmbeddedDates
{
    private const int MostValues = 200_000;
    private const int MaxDepth = 60;
    private const int LeastHeadline = 12;

    private readonly string _headline;
    private readonly DateTimeOffset _now;
    private JsonElement[]? _places;
    private int _values;

    private EmbeddedDates(string headline, DateTimeOffset now) => (_headline, _now) = (headline, now);

    /// <summary>The day, or null.</summary>
    public static WrittenDate? Find(PageFacts facts, DateTimeOffset now)
    {
        if (facts.Title is null || Headlines.Key(facts.Title) is not { Length: >= LeastHeadline } headline)
            return null;
        var dates = new EmbeddedDates(headline, now);
        return PageScripts.OfPrograms(facts.Root)
            .Where(script => Named().IsMatch(script)).SelectMany(EmbeddedData.In).Select(dates.Of)
            .FirstOrDefault(date => date is not null);
    }

    private WrittenDate? Of(JsonElement document)
    {
        _places = document.ValueKind == JsonValueKind.Array ? [.. document.EnumerateArray().Take(MostValues)] : null;
        return Walk(document, 0);
    }

    private WrittenDate? Walk(JsonElement value, int depth)
    {
        if (depth > MaxDepth || _values++ > MostValues)
            return null;
        if (value.ValueKind == JsonValueKind.Array)
            return value.EnumerateArray().Select(item => Walk(item, depth + 1)).FirstOrDefault(date => date is not null);
        if (value.ValueKind == JsonValueKind.String)
            return EmbeddedData.Inner(PageJson.String(value)) is { } inner ? Walk(inner, depth + 1) : null;
        if (value.ValueKind != JsonValueKind.Object)
            return null;
        return (IsHeaded(value) ? Beside(value) : null)
            ?? value.EnumerateObject().Select(property => Walk(property.Value, depth + 1)).FirstOrDefault(date => date is not null);
    }

    private bool IsHeaded(JsonElement o) =>
        o.EnumerateObject().Any(property => Meant(property.Value) is { } text && IsAsLong(text) && Headlines.Key(text) == _headline);

    private bool IsAsLong(string text) => text.Length >= _headline.Length && text.Length < (_headline.Length * 2) + 20;

    // The clearer name first.
    private WrittenDate? Beside(JsonElement o) => new[] { Published(), Plain() }
        .SelectMany(name => o.EnumerateObject().Where(property => name.IsMatch(NameOf(property))))
        .Select(property => Meant(property.Value)).OfType<string>()
        .Select(text => WrittenDate.Parse(text, _now)).FirstOrDefault(date => date is not null);

    // A text, or the one at the place that is named.
    private string? Meant(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number)
            return Placed(value) ?? value.GetRawText();
        return value.ValueKind == JsonValueKind.String ? PageJson.String(value) : null;
    }

    // Also ["Date", "2026-11-20"].
    private string? Placed(JsonElement number) => Place(number) switch
    {
        { ValueKind: JsonValueKind.String } text => PageJson.String(text),
        { ValueKind: JsonValueKind.Array } date when date.GetArrayLength() == 2 => PageJson.String(date[1]),
        _ => null,
    };

    private JsonElement? Place(JsonElement value) =>
        value.TryGetInt32(out var place) && place >= 0 && place < _places?.Length ? _places[place] : null;

    // "_17": the name at place 17.
    private string NameOf(JsonProperty property) =>
        property.Name.StartsWith('_') && int.TryParse(property.Name.AsSpan(1), out var place) && place >= 0 && place < _places?.Length
            ? PageJson.String(_places[place]) : property.Name;

    [GeneratedRegex(@"date|publi|created|posted", RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    [GeneratedRegex(@"^_?(?:first_?)?(?:publi|posted)\w*$|^(?:content_?)?date_?published$|^(?:display|post|pub)_?date$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Published();

    [GeneratedRegex(@"^_?(?:date(?:_?time)?|created(?:_?(?:at|on|date|time))?|(?:created|release)date|date_?created|timestamp)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Plain();
}
