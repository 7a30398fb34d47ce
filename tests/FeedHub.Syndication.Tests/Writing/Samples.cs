using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.Writing;

namespace FeedHub.Syndication.Tests.Writing;

/// <summary>Merged feeds to write, and strict ways to read them back.</summary>
internal static class Samples
{
    public const string BaseUrl = "https://hub.example";
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    public static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    public static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    public static readonly XNamespace Terms = "http://purl.org/dc/terms/";
    public static readonly XNamespace Media = "http://search.yahoo.com/mrss/";

    public static readonly EntrySource Antara = new(
        "antara",
        "ANTARA",
        "https://antara.example/rss/terkini.xml",
        "https://antara.example/");
    public static readonly EntrySource Tempo = new("tempo", "Tempo", "https://tempo.example/rss", null);

    public static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    public static MergedFeed Feed(params MergedEntry[] entries) => new()
    {
        Title = "Berita & kabar",
        Description = "All <sources> in one",
        BaseUrl = BaseUrl,
        HubUrl = BaseUrl + "/websub",
        PagePath = "/?category=politics",
        Query = "?category=politics",
        NextQuery = "?category=politics&before=abc",
        Updated = At("2026-11-22T17:30:05.678+07:00"),
        Entries = entries,
    };

    public static MergedEntry Plain(int number = 1) => new()
    {
        Id = $"tag:hub.example,2026:story/{number}",
        StoryUrl = $"{BaseUrl}/stories/{number}",
        Title = $"Story {number}",
        Published = At("2026-11-22T08:00:00Z").AddMinutes(-number),
        Updated = At("2026-11-22T08:00:00Z").AddMinutes(-number),
        FirstSeen = At("2026-11-22T09:00:00Z"),
        Source = Antara,
    };

    public static MergedEntry Full() => Plain() with
    {
        Title = "Presiden & DPR <sepakat>",
        Url = "https://antara.example/berita/1?a=1&b=2",
        Updated = At("2026-11-22T09:15:30.900Z"),
        Authors = ["Budi Santoso", "Siti"],
        Summary = "Harga naik & turun: 1 < 2.",
        ContentHtml = "<p>Teks <b>lengkap</b> &amp; utuh.</p>",
        Image = new Picture("https://antara.example/img/a b.jpg", 640, 480),
        Enclosures = [new("https://antara.example/a.mp3", "audio/mpeg", 1234), new("https://antara.example/b.bin", "not a type", null)],
        Language = "id",
        Categories = [new("politics", "medtop:11000000", "Politics", 0.93, Reason.Of(ReasonCode.PublishersCategory, "Politik")), new(
            "korea",
            null,
            "Korea",
            1,
            Reason.Sentence("rule"))],
        PublisherCategories = ["Politik", "DPR & MPR"],
        Also =
        [
            new("guid-1", "https://tempo.example/x?a=1&b=\"2\"", "Kesepakatan", Tempo, Reason.Sentence("same text (0.96)")),
            new(null, null, "Sepakat", new("detik", "Detik <id>", "https://detik.example/rss", null), Reason.Sentence("same link")),
        ],
    };

    public static XElement Strict(byte[] bytes)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = true };
        using var reader = XmlReader.Create(new MemoryStream(bytes), settings);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
    }

    public static string Text(byte[] bytes) => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
}
