using System.Globalization;
using System.Text.Json.Nodes;
using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Tests.Reading;

/// <summary>Every feed of <c>Corpus/</c>, each named after its quirk, against the record of what must be read from it.</summary>
public class CorpusTests
{
    private const string Ending = ".expected.json";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Corpus");

    public static TheoryData<string> Quirks => [.. Directory.EnumerateFiles(Folder, "*" + Ending)
        .Select(path => Path.GetFileName(path)[..^Ending.Length])
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Quirks))]
    public void AFeedOfTheCorpus_IsReadAsItsRecordSays(string quirk)
    {
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, quirk + Ending)))!.AsObject();
        var actual = Record(File.ReadAllBytes(FeedOf(quirk)), Options(expected));
        foreach (var (name, value) in expected.Where(member => member.Key is not ("contentType" or "timeZone")))
            Check($"{quirk}: {name}", value, actual[name]);
    }

    private static string FeedOf(string quirk) =>
        Directory.EnumerateFiles(Folder, quirk + ".*").Single(path => !path.EndsWith(Ending, StringComparison.Ordinal));

    private static ReadOptions Options(JsonObject expected) => Feeds.Options with
    {
        ContentType = (string?)expected["contentType"],
        TimeZone = (string?)expected["timeZone"] is { } zone ? TimeZoneInfo.FindSystemTimeZoneById(zone) : TimeZoneInfo.Utc,
    };

    // Only what the record says is compared, an error by its words.
    private static void Check(string place, JsonNode? expected, JsonNode? actual)
    {
        if (expected is JsonObject members)
        {
            foreach (var (name, value) in members)
                Check($"{place}.{name}", value, actual?[name]);
        }
        else if (expected is JsonArray { Count: > 0 } list && list[0] is JsonObject)
        {
            Assert.True(list.Count == actual!.AsArray().Count, $"{place}: {actual.AsArray().Count} instead of {list.Count}");
            for (var i = 0; i < list.Count; i++)
                Check($"{place}[{i}]", list[i], actual[i]);
        }
        else if (place.EndsWith(": error", StringComparison.Ordinal))
        {
            Assert.Contains((string)expected!, (string?)actual ?? "", StringComparison.Ordinal);
        }
        else
        {
            Assert.True(
                JsonNode.DeepEquals(expected, actual),
                $"{place}: {actual?.ToJsonString() ?? "null"} instead of {expected?.ToJsonString() ?? "null"}");
        }
    }

    private static JsonObject Record(byte[] bytes, ReadOptions options)
    {
        try
        {
            var feed = FeedDocument.Read(bytes, options);
            return new()
            {
                ["feed"] = new JsonObject
                {
                    ["format"] = feed.Format.ToString(),
                    ["title"] = feed.Title,
                    ["link"] = feed.Link,
                    ["language"] = feed.Language
                },
                ["items"] = new JsonArray([.. feed.Items.Select(item => Record(item, options))]),
                ["repaired"] = feed.Repairs.Count > 0,
            };
        }
        catch (FeedReadException e)
        {
            return new() { ["error"] = e.Message, ["feedLinks"] = Texts(e.FeedLinks) };
        }
    }

    private static JsonObject Record(ParsedItem item, ReadOptions options)
    {
        var text = ItemText.Of(item, options.TimeZone, options.Now);
        return new()
        {
            ["id"] = item.Id, ["title"] = item.Title, ["link"] = item.Url, ["page"] = item.Page, ["authors"] = Texts(item.Authors),
            ["published_utc"] = Instant(item.Published), ["updated_utc"] = Instant(item.Updated), ["categories"] = Texts(item.Categories),
            ["summary"] = item.SummaryHtml, ["content"] = item.ContentHtml, ["safe"] = HtmlText.Sanitise(
                item.ContentHtml ?? "",
                item.BaseUrl),
            ["image"] = item.Image?.Url, ["enclosures"] = Texts(item.Enclosures.Select(e => e.Url)), ["language"] = item.Language,
            ["text"] = text.Text, ["textAuthors"] = Texts(text.Authors), ["dateline"] = text.Dateline,
            ["textPublished"] = Instant(text.Published), ["textLanguage"] = text.Language,
        };
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    private static string? Instant(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
