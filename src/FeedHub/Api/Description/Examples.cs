using System.Text.Json.Nodes;
using FeedHub.Discovering;
using FeedHub.Sources;
using FeedHub.Sources.Exporting;
using FeedHub.Syndication.Matching;

namespace FeedHub.Api.Description;

/// <summary>Example answers, made of the very records that the API answers with: they cannot fall out of step.</summary>
internal static class Examples
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private static readonly ApiTag[] Tags =
        [new("disaster", 0.93, "publisher category 'Bencana'"), new("weather", 0.71, "its text (0.71)")];

    /// <summary><c>GET /api/stats</c>.</summary>
    public static ApiStats Stats { get; } = new(
        "0.1.0", "0123456789ab", 12, 20_481, 17_902, 318, 2, new(48_210, 9_120, 38_411, 679), new(1_204_331_008, 9_840_112_640));

    /// <summary>A source that is well.</summary>
    public static ApiSource Source { get; } = new(
        "antara", "https://www.antaranews.com/rss/terkini.xml", "ANTARA", "https://www.antaranews.com", "id",
        "Asia/Jakarta", [], "full", true,
        "active", Noon.AddDays(-20), Noon.AddMinutes(-6), Noon.AddMinutes(-6), Noon.AddMinutes(9), "00:15:00", null,
        "Polled as planned: 6 minutes ago, next in 9 minutes.", [], null, null, "guid", false, 2_310, 2_204, null);

    /// <summary>An item.</summary>
    public static ApiItem Item { get; } = new(
        "https://www.antaranews.com/berita/4711", "https://www.antaranews.com/berita/4711/banjir-lirang",
        "Banjir rendam 240 rumah di Lirang", ["Dian Sari"],
        Noon.AddHours(-1), null, false, Noon.AddMinutes(
            -51), ["Bencana"], "Sedikitnya 240 rumah terendam.", "<p>Sedikitnya 240 rumah terendam.</p>",
        "https://img.antaranews.com/4711.jpg", [new(
            "https://audio.antaranews.com/4711.mp3",
            "audio/mpeg",
            2_097_152,
            131,
            "Siaran pagi")], "id", "antara", 4711, null, 9001, null, null, [], Tags);

    /// <summary>A story of two items.</summary>
    public static ApiStory Story { get; } = new(
        4711, "https://www.antaranews.com/berita/4711", Item.Title, Item.Url, Item.Published, Noon.AddMinutes(-40),
        Item.FirstSeen, "id", null, Tags,
        [
            Item,
            Item with
            {
                Id = "lirang-240", Url = "https://kabar.example/lirang-240", Title = "240 rumah terendam banjir", Source = "kabar", Key
                    = 9002, Attachments = [],
                Why = "same text (0.96)", Score = 0.96, Signals = [new Signal("text", 0.98), new Signal("headlines", 0.81)],
            },
        ])
    {
        Coverage = new("12", 7, 4),
    };

    /// <summary>An event in the list.</summary>
    public static ApiEvent Event { get; } =
        new("12", Item.Title, "id", 7, 4, Noon.AddHours(-1), Noon.AddMinutes(-12), "http://localhost:5080/coverage/12");

    /// <summary>An event with its stories, of which one is shown.</summary>
    public static ApiEventWhole EventWhole { get; } = new(
        "12", Item.Title, "id", 4, new(["Lirang"], ["banjir", "rumah", "terendam"]),
        [Story], "http://localhost:5080/coverage/12");

    /// <summary>A key of a feed reader.</summary>
    public static ApiKeyLine Key { get; } = new(7, "Reader at home", "reader", "fh_Zk3q", Noon.AddDays(-3), "admin", Noon.AddMinutes(-6));

    /// <summary>A line of the politeness ledger.</summary>
    public static ApiHost Host { get; } = new(
        "www.antaranews.com", Noon.AddDays(-20), Noon
            .AddMinutes(-6), 1_930, 1_402, 0.7264, 0, new(81_002_110, 404_118_220), "00:00:01.0040000", null, null);

    /// <summary>A node.</summary>
    public static ApiNode Node { get; } = new(
        "news-1", "0.1.0", Noon.AddDays(-2), true, Noon, 412, 97, "00:00:01.4000000", "00:00:00.0030000");

    /// <summary>What a site offers.</summary>
    public static ApiFindings Findings { get; } = new("https://www.antaranews.com/", false,
    [
        new FoundFeed("https://www.antaranews.com/rss/terkini.xml")
        {
            By = FoundBy.Link, Why = "the page names it in its head",
            Title = "ANTARA", Format = "rss", Language = "id", Items = 20, Newest = [new PreviewItem(
                Item.Title,
                Item.Url,
                Item.Published)], Source = "antara",
        },
    ],
    [new("address", "https://www.antaranews.com/ is not a feed"), new("link", "the page names 1 feed for programs")]);

    /// <summary>A feed of one's own.</summary>
    public static ApiOwnFeeds OwnFeeds { get; } =
        new([new("sport-sumatra", "Sport from Sumatra", null, "category=sport&language=id", null, 50)]);

    /// <summary>A rule of each kind.</summary>
    public static JsonObject Rules { get; } = (JsonObject)JsonNode.Parse(FeedsFileWriter.WriteRules(
        [new() { Slug = "korea", Title = "Korea", Any = ["Pyongyang"] }],
        [new() { Title = "Advertorials", Any = ["advertorial"], In = ["title"] }]))!;

    /// <summary><c>feeds.json</c> with one source.</summary>
    public static JsonObject FeedsFile { get; } = (JsonObject)JsonNode.Parse(FeedsFileWriter.Write(new FeedsFile
    {
        Title = "Kabar Daerah", Sources = [new SourceEntry {
            Url = Source.Url,
            Declared = { Title = Source.Title, Language = "id", TimeZone = "Asia/Jakarta", Interval = TimeSpan.FromMinutes(15) },
            Hash = "" }],
    }))!;

    /// <summary>The only page of a list.</summary>
    public static ApiList<T> Only<T>(T item) => new([item], null);

    /// <summary>A page of a list that goes on.</summary>
    public static ApiList<T> First<T>(T item, string path) => new([item], $"http://localhost:5080{path}?limit=1&before=1fXy");
}
