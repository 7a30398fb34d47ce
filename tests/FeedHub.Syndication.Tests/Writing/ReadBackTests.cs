using System.Text;
using System.Text.Json;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.Writing;
using static FeedHub.Syndication.Tests.Writing.Samples;

namespace FeedHub.Syndication.Tests.Writing;

/// <summary>What FeedHub writes, another FeedHub reads without loss, in every format.</summary>
public class ReadBackTests
{
    private static readonly Enclosure[] Files =
    [
        new("https://laut.example/a.mp3", "audio/mpeg", 1234), new("https://laut.example/1.jpg", "image/jpeg", null),
        new("https://laut.example/2", "image/*", null), new("https://laut.example/f.mp4", "video/mp4", 99),
    ];

    private static readonly MergedEntry Entry = Plain() with
    {
        Title = "A <head> & its \"words\"",
        Url = "https://laut.example/berita/1?a=1&b=2",
        Updated = At("2026-11-22T09:15:30Z"),
        Authors = ["Made Wirya", "Ni Luh"],
        Summary = "Naik & turun: 1 < 2, kata <b>.",
        ContentHtml = "<p>Teks <b>utuh</b> &amp; &lt;head&gt;.</p>",
        Image = new Picture("https://laut.example/img/cover.jpg", 200, 150),
        Enclosures = Files,
        Language = "id",
        PublisherCategories = ["Politik", "DPR & MPR"],
        Source = new("laut", "Kabar Laut", "https://laut.example/rss", "https://laut.example/"),
    };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void AnEntry_IsReadBackWhole(int format)
    {
        var item = FeedDocument.Read(
            FormatsAgreeTests.Writers[format](Feed(WithOthers(Entry), Plain(2) with { Language = "en" })),
            new ReadOptions { Now = At("2026-11-23T00:00:00Z") }).Items[0];
        Assert.Equal(
            (Entry.Id, Entry.Title, Entry.Url, Entry.Published, Entry.Language),
                (item.Id, item.Title, item.Url, item.Published!.Value, item.Language));
        Assert.Equal(Entry.Updated.ToUnixTimeSeconds(), item.Updated!.Value.ToUnixTimeSeconds());
        Assert.Equal(Entry.Authors, item.Authors);
        Assert.Equal(Entry.PublisherCategories, item.Categories);
        Assert.Equal(Entry.Summary, HtmlText.ToPlainText(item.SummaryHtml!));
        Assert.Equal(Entry.ContentHtml, item.ContentHtml);
        Assert.Equal(Entry.Image!.Url, item.Image!.Url);
        Assert.Equal(Files, item.Enclosures);
        Assert.Equal("Kabar Laut", item.Origin!.Title);
    }

    [Fact]
    public void ASummaryAboveWhatFeedHubAdds_IsReadBackAsIfNothingWereAdded()
    {
        var texts = new (string Title, string? Summary, string? Html)[]
        {
            ("Buka", "Naik & turun: 1 < 2.", null), ("Naik & turun: 1 < 2.", "Naik & turun: 1 < 2.", null),
            ("Buka", "Naik", "<p>Naik</p>"), ("Buka", "Naik", "<p>Naik</p><div>Turun</div>"), ("Buka", "Naik", "<p>Also in: Tempo</p>"),
        };
        foreach (var write in FormatsAgreeTests.Writers)
        {
            foreach (var (title, summary, html) in texts)
            {
                var entry = Entry with { Title = title, Summary = summary, ContentHtml = html, Image = null, Enclosures = [] };
                Assert.Equal(TextsOf(First(write(Feed(entry)))), TextsOf(First(write(Feed(WithOthers(entry))))));
            }
            var empty = Entry with { Title = "Buka", Summary = null, ContentHtml = null, Image = null, Enclosures = [] };
            Assert.Equal(("Buka", null, null), TextsOf(First(write(Feed(WithOthers(empty))))));
        }
    }

    [Fact]
    public void TheElementOfWhatFeedHubAdds_IsTextInAnotherProgramsFeed()
    {
        const string html = "<p>Teks</p><div class=\"feedhub-more\"><p>Lagi</p></div>";
        var rss = Encoding.UTF8.GetBytes($"""
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title><generator>Lain</generator>
            <item><title>A</title><content:encoded><![CDATA[{html}]]></content:encoded></item></channel></rss>
            """);
        Assert.Equal(html, First(rss).ContentHtml);
    }

    // JSON Feed says a summary that is the whole text twice.
    private static (string? Title, string? Summary, string? Html) TextsOf(ParsedItem item) =>
        (item.Title, item.SummaryHtml == item.ContentHtml ? null : item.SummaryHtml, item.ContentHtml);

    // What FeedHub adds below a text is not the publisher's.
    private static MergedEntry WithOthers(MergedEntry entry) => entry with
    {
        Also = [new("1", "https://tempo.example/x", "x", Tempo, Reason.Sentence(""))],
        Coverage = new("7", "https://hub.example/coverage/7", 2, 2) { Others = [new("Lain", "https://tempo.example/y", "Tempo")] },
    };

    [Theory]
    [InlineData("Buka <script>alert('air')</script> lalu <b>tutup</b>")]
    [InlineData("<style>p{}</style>")]
    [InlineData("Tulis &lt;nav&gt; &amp; it&#8217;s <!-- a --> <svg>b</svg>")]
    public void ATitleThatSpeaksOfMarkup_IsReadBackFromEveryFormat(string title)
    {
        foreach (var write in FormatsAgreeTests.Writers)
            Assert.Equal(title, First(write(Feed(Entry with { Title = title, PublisherCategories = ["It&#8217;s <b>"] }))).Title);
    }

    [Fact]
    public void AnEntryWhoseSourceGaveNoTitle_HasNoneWhenItIsReadBack()
    {
        foreach (var write in FormatsAgreeTests.Writers)
        {
            var bySummary = First(write(Feed(Entry with { Title = Entry.Summary! })));
            Assert.Equal((null, Entry.Summary), (bySummary.Title, HtmlText.ToPlainText(bySummary.SummaryHtml!)));
            Assert.Null(First(write(Feed(Entry with { Title = Entry.Url!, Summary = null }))).Title);
        }
    }

    [Fact]
    public void AnEntryOfNothingButASummary_AndOneOfNothingButATitle_AreToldApartWhenTheyAreReadBack()
    {
        var nothing = Entry with { ContentHtml = null, Summary = null, Image = null, Enclosures = [] };
        foreach (var write in FormatsAgreeTests.Writers)
        {
            var summary = First(write(Feed(nothing with { Title = "Naik & turun: 1 < 2.", Summary = "Naik & turun: 1 < 2." })));
            Assert.Equal((null, "Naik & turun: 1 < 2."), (summary.Title, HtmlText.ToPlainText(summary.ContentHtml!)));
            Assert.Equal("Naik & turun: 1 < 2.", First(write(Feed(nothing with { Title = "Naik & turun: 1 < 2." }))).Title);
            Assert.Null(First(write(Feed(nothing with { Title = "Buka", Summary = "Buka", ContentHtml = "Buka" }))).Title);
            Assert.Equal("Buka tutup", First(write(Feed(nothing with { Title = "Buka tutup", ContentHtml = "<p>Buka tutup</p>" }))).Title);
        }
    }

    [Fact]
    public void CategoriesOfFeedHub_AreNoWordsOfThePublisherWhenTheyAreReadBack()
    {
        var entry = Entry with
        {
            Categories = [new("politics", "medtop:11000000", "Politik", 0.9, Reason.Of(ReasonCode.BeganStory)),
                new("teluk", null, "Teluk", 1, Reason.Of(ReasonCode.BeganStory))],
            PublisherCategories = ["Politik", "C <b> & D"],
        };
        foreach (var write in FormatsAgreeTests.Writers)
            Assert.Equal(entry.PublisherCategories, First(write(Feed(entry))).Categories);
    }

    [Theory]
    [InlineData("Warta & Teluk", "https://teluk.example/?a=1&b=2")]
    [InlineData("Warta", null)]
    [InlineData(null, "https://teluk.example/")]
    public void WhoPublishedItFirst_IsReadBackFromEveryFormat_WhileItsSourceStays(string? title, string? url)
    {
        var entry = Entry with { Origin = Origins.Of(title, url) };
        foreach (var write in FormatsAgreeTests.Writers)
            Assert.Equal(entry.Origin, FeedDocument.Read(write(Feed(entry)), new ReadOptions { Now = At("2026-11-23T00:00:00Z") })
                .Items[0].Origin);
        Assert.Equal("Kabar Laut", (string?)Strict(RssWriter.Write(Feed(entry))).Descendants("source").Single());
        Assert.Equal("Kabar Laut", (string?)Strict(AtomWriter.Write(Feed(entry))).Descendants(Atom + "source").Single()
            .Element(Atom + "title"));
    }

    [Fact]
    public void HowLongAFilePlays_IsReadBackFromRssAndJson()
    {
        Enclosure[] files =
        [
            new("https://laut.example/a.mp3", "audio/mpeg", 1234) { Seconds = 1834.5 },
            new("https://laut.example/f.mp4", "video/mp4", 99) { Seconds = 61 },
        ];
        foreach (var write in new[] { FormatsAgreeTests.Writers[0], FormatsAgreeTests.Writers[2] })
            Assert.Equal(files, FeedDocument.Read(
                write(Feed(Entry with { Enclosures = files })), new ReadOptions { Now = At("2026-11-23T00:00:00Z") }).Items[0].Enclosures);
    }

    [Fact]
    public void WhatAFileIsCalled_IsReadBackFromEveryFormat()
    {
        Enclosure[] files =
        [
            new("https://laut.example/a.mp3", "audio/mpeg", 1234) { Title = "Bagian <1> & awal" },
            new("https://laut.example/f.mp4", "video/mp4", 99) { Title = "Bagian 2" },
            new("https://laut.example/g.pdf", "application/pdf", 9),
        ];
        foreach (var write in FormatsAgreeTests.Writers)
            Assert.Equal(files, First(write(Feed(Entry with { Enclosures = files }))).Enclosures);
    }

    [Theory]
    [InlineData("<media:content url='https://laut.example/a.mp4'><media:title>Ombak &amp;lt;pagi&amp;gt;</media:title></media:content>",
        "Ombak &lt;pagi&gt;")]
    [InlineData("<media:content url='https://laut.example/a.mp4'><media:title type='html'>Ombak &lt;b&gt;pagi&lt;/b&gt;</media:title></media:content>", "Ombak pagi")]
    [InlineData("<media:group><media:title>Ombak</media:title><media:content url='https://laut.example/a.mp4'/></media:group>", "Ombak")]
    [InlineData("<media:title>Lain</media:title><media:content url='https://laut.example/a.mp4'/>", null)]
    public void TheTitleOfAFileOfMediaRss_IsTheFiles(string markup, string? title) =>
        Assert.Equal(title, Assert.Single(First(Encoding.UTF8
        .GetBytes($"""
            <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>T</title><link>https://laut.example/</link>
            <item><title>A</title>{markup}</item></channel></rss>
            """)).Enclosures).Title);

    [Theory]
    [InlineData("<itunes:duration>1:02:03</itunes:duration>", 3723.0)]
    [InlineData("<itunes:duration> 02:03 </itunes:duration>", 123.0)]
    [InlineData("<itunes:duration>95</itunes:duration>", 95.0)]
    [InlineData("<itunes:duration>soon</itunes:duration>", null)]
    [InlineData("<itunes:duration>1:2:3:4</itunes:duration>", null)]
    [InlineData("<itunes:duration>-5</itunes:duration>", null)]
    [InlineData("<itunes:duration>99999999999999999999</itunes:duration>", null)]
    [InlineData("<media:content url='https://laut.example/a.mp3' duration='7.25'/>", 7.25)]
    public void APodcastsDuration_IsThatOfItsFirstFileThatPlays(string markup, double? seconds)
    {
        var feed = Encoding.UTF8.GetBytes($"""
            <rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>T</title><link>https://laut.example/</link>
            <item><title>A</title><enclosure url="https://laut.example/a.jpg" type="image/jpeg" length="1"/><enclosure url="https://laut.example/a.mp3" type="audio/mpeg" length="1"/>{markup}</item></channel></rss>
            """);
        var files = FeedDocument.Read(feed, new ReadOptions { Now = At("2026-11-23T00:00:00Z") }).Items[0].Enclosures;
        Assert.Equal([null, seconds], files.Select(file => file.Seconds));
    }

    [Fact]
    public void APublisherOfAnotherProgramsFeed_IsNoOrigin()
    {
        var feed = Encoding.UTF8.GetBytes("""
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T</title><link>https://laut.example/</link>
            <item><title>A</title><link>https://laut.example/1</link><dc:publisher>Penerbit</dc:publisher><dc:source>https://a.example/</dc:source></item></channel></rss>
            """);
        Assert.Null(FeedDocument.Read(feed, new ReadOptions { Now = At("2026-11-23T00:00:00Z") }).Items[0].Origin);
    }

    [Fact]
    public void ThePicturesMeasures_AreReadBackFromXml()
    {
        foreach (var write in new[] { RssWriter.Write, (Func<MergedFeed, byte[]>)AtomWriter.Write })
            Assert.Equal(Entry.Image, FeedDocument.Read(write(Feed(Entry)), new ReadOptions { Now = At("2026-11-23T00:00:00Z") })
                .Items[0].Image);
    }

    [Fact]
    public void EveryFile_IsInEveryFormat()
    {
        var urls = Files.Select(file => file.Url).ToList();
        var item = Strict(RssWriter.Write(Feed(Entry))).Descendants("item").Single();
        Assert.Equal(urls, item.Elements().Where(e => e.Name == "enclosure" || e.Name == Media + "content")
            .Select(e => (string)e.Attribute("url")!));
        Assert.Equal(["image", "image", "video"], item.Elements(Media + "content").Select(e => (string?)e.Attribute("medium")));
        Assert.Equal(urls, Strict(AtomWriter.Write(Feed(Entry))).Descendants(Atom + "link")
            .Where(link => (string?)link.Attribute("rel") == "enclosure").Select(link => (string)link.Attribute("href")!));
        Assert.Equal(urls, JsonDocument.Parse(JsonFeedWriter.Write(Feed(Entry)))
            .RootElement.GetProperty("items")[0].GetProperty("attachments")
            .EnumerateArray().Select(file => file.GetProperty("url").GetString()!));
    }

    [Theory]
    [InlineData("<p>Teks</p>", "<p><img src=\"https://laut.example/?a=1&amp;b=&quot;\" alt=\"\"></p><p>Teks</p>")]
    [InlineData(null, "<p><img src=\"https://laut.example/?a=1&amp;b=&quot;\" alt=\"\"></p>")]
    [InlineData("<p>Teks <IMG src=\"x\"></p>", "<p>Teks <IMG src=\"x\"></p>")]
    public void APicture_StandsInATextThatHasNone(string? html, string expected) =>
        Assert.Equal(expected, LeadPicture.In(html, new Picture("https://laut.example/?a=1&b=\"")));

    private static ParsedItem First(byte[] feed) => FeedDocument.Read(feed, new ReadOptions { Now = At("2026-11-23T00:00:00Z") }).Items[0];

    [Fact]
    public void WithoutAPicture_TheTextStaysAsItIs() => Assert.Null(LeadPicture.In(null, null));
}
