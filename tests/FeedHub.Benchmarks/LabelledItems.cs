using System.Globalization;
using System.Net;
using System.Text.Json;
using FeedHub.Syndication.Matching;
using FeedHub.Syndication.Reading;

namespace FeedHub.Benchmarks;

/// <summary>Items of a labelled file (JSON lines), read as the service reads them.</summary>
internal sealed record LabelledItems(string Id, long Source, DateTimeOffset At, Fingerprint Print)
{
    /// <summary>The items in order of time.</summary>
    /// <param name="path">Lines with <c>id</c>, <c>outlet</c>, <c>title</c>, <c>published</c>, <c>summary</c>, <c>content_html</c>.</param>
    /// <param name="whole">Whether the content is read, or title and summary only.</param>
    public static List<LabelledItems> Read(string path, bool whole)
    {
        var sources = new Dictionary<string, long>();
        return [.. File.ReadLines(path).Select(line => JsonDocument.Parse(line).RootElement).Select(item => Of(item, whole, sources))
            .OrderBy(item => item.At)];
    }

    private static LabelledItems Of(JsonElement item, bool whole, Dictionary<string, long> sources)
    {
        string Text(string name) => item.GetProperty(name).GetString() ?? "";
        var at = DateTimeOffset.Parse(Text("published"), CultureInfo.InvariantCulture);
        sources.TryAdd(Text("outlet"), sources.Count + 1);
        var parsed = new ParsedItem
        {
            Title = Text("title"),
            SummaryHtml = WebUtility.HtmlEncode(Text("summary")),
            ContentHtml = whole ? Text("content_html") : null
        };
        var text = ItemText.Of(parsed, TimeZoneInfo.Utc, at).Text;
        return new LabelledItems(Text("id"), sources[Text("outlet")], at, Fingerprint.Of(parsed.Title, text));
    }
}
