using System.Xml.Linq;
using FeedHub.Syndication.Writing;
using static FeedHub.Syndication.Tests.Writing.Samples;

namespace FeedHub.Syndication.Tests.Writing;

public class AtomWriterTests
{
    [Fact]
    public void Feed_HasWhatRfc4287Requires()
    {
        var feed = Strict(AtomWriter.Write(Feed(Full())));
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Equal("https://hub.example/feed.atom?category=politics", (string?)feed.Element(Atom + "id"));
        Assert.Equal("Berita & kabar", (string?)feed.Element(Atom + "title"));
        Assert.Equal("All <sources> in one", (string?)feed.Element(Atom + "subtitle"));
        Assert.Equal("2026-11-22T10:30:05Z", (string?)feed.Element(Atom + "updated"));
        Assert.Equal("FeedHub", (string?)feed.Element(Atom + "author")!.Element(Atom + "name"));
        Assert.Equal(
            [
                ("alternate", "https://hub.example/?category=politics"),
                ("self", "https://hub.example/feed.atom?category=politics"),
                ("hub", "https://hub.example/websub"),
                ("next", "https://hub.example/feed.atom?category=politics&before=abc"),
            ],
            feed.Elements(Atom + "link").Select(Link));
    }

    [Fact]
    public void Entry_CarriesEverything()
    {
        var entry = Entry(Full());
        Assert.Equal("id", (string?)entry.Attribute(XNamespace.Xml + "lang"));
        Assert.Equal("Presiden & DPR <sepakat>", (string?)entry.Element(Atom + "title"));
        Assert.Equal("2026-11-22T07:59:00Z", (string?)entry.Element(Atom + "published"));
        Assert.StartsWith("2026-11-22T09:15:30.", (string?)entry.Element(Atom + "updated"), StringComparison.Ordinal);
        Assert.Equal(["Budi Santoso, Siti, ANTARA"], entry.Elements(Atom + "author").Select(author => author.Value.Trim()));
        Assert.Equal("Harga naik & turun: 1 < 2.", (string?)entry.Element(Atom + "summary"));
        Assert.Equal("html", (string?)entry.Element(Atom + "content")!.Attribute("type"));
        Assert.Equal("https://antara.example/img/a%20b.jpg", (string?)entry.Element(Media + "thumbnail")!.Attribute("url"));
        var term = entry.Elements(Atom + "category").First();
        Assert.Equal(["politics", "http://cv.iptc.org/newscodes/mediatopic/", "Politics"], term.Attributes().Select(a => a.Value));
    }

    [Fact]
    public void Links_NameTheArticleTheOthersAndTheFiles()
    {
        var links = Entry(Full()).Elements(Atom + "link").ToArray();
        Assert.Equal(
            [
                ("alternate", "https://antara.example/berita/1?a=1&b=2"),
                ("related", "https://tempo.example/x?a=1&b=%222%22"),
                ("enclosure", "https://antara.example/a.mp3"),
                ("enclosure", "https://antara.example/b.bin"),
            ],
            links.Select(Link));
        Assert.Equal("Tempo: Kesepakatan", (string?)links[1].Attribute("title"));
        Assert.Equal("1234", (string?)links[2].Attribute("length"));
        Assert.Null(links[3].Attribute("type"));
    }

    [Fact]
    public void Source_IsNamedAsTheFeedItCameFrom()
    {
        var source = Entry(Full()).Element(Atom + "source")!;
        Assert.Equal("https://antara.example/rss/terkini.xml", (string?)source.Element(Atom + "id"));
        Assert.Equal("ANTARA", (string?)source.Element(Atom + "title"));
        Assert.Equal("2026-11-22T09:15:30Z", (string?)source.Element(Atom + "updated"));
        Assert.Equal(
            [("alternate", "https://antara.example/"), ("self", "https://antara.example/rss/terkini.xml")],
            source.Elements(Atom + "link").Select(Link));
    }

    [Fact]
    public void Source_IsNamedInOneSpelling_WithItsRightsAndIcon()
    {
        var source = Entry(Plain() with
        {
            Source = new("x", "X", "http://X.example:80/a%c3%a9", null)
            {
                Rights = "© X <all>",
                Icon = "https://x.example/i.png"
            }
        }).Element(Atom + "source")!;
        Assert.Equal("http://x.example/a%C3%A9", (string?)source.Element(Atom + "id"));
        Assert.Equal("© X <all>", (string?)source.Element(Atom + "rights"));
        Assert.Equal("https://x.example/i.png", (string?)source.Element(Atom + "icon"));
    }

    [Fact]
    public void Updates_OfOneSecond_HaveDatesOfTheirOwn_BesideAnyOthers()
    {
        string[] Dates(
            IEnumerable<int> numbers) =>
                [.. Strict(AtomWriter.Write(Feed([.. numbers.Select(n => Plain(n) with { Updated = At("2026-11-22T08:00:00.5Z") })])))
            .Elements(Atom + "entry").Select(entry => (string)entry.Element(Atom + "updated")!)];

        var all = Dates(Enumerable.Range(1, 500));
        Assert.Equal(500, all.Distinct().Count());
        Assert.All(all, date => Assert.StartsWith("2026-11-22T08:00:00.", date, StringComparison.Ordinal));
        Assert.Equal(all[6], Dates([7])[0]);
    }

    [Fact]
    public void Entry_WithoutAuthor_IsItsSourcesAndNotFeedHubs() =>
        Assert.Equal("ANTARA", Entry(Plain()).Element(Atom + "author")!.Value.Trim());

    [Fact]
    public void Entry_WithoutAnyText_HasItsTitleAsSummary()
    {
        var entry = Entry(Plain());
        Assert.Equal("Story 1", (string?)entry.Element(Atom + "summary"));
        Assert.Null(entry.Element(Atom + "content"));
    }

    private static XElement Entry(MergedEntry entry) => Strict(AtomWriter.Write(Feed(entry))).Elements(Atom + "entry").Single();

    private static (string? Rel, string? Href) Link(XElement link) => ((string?)link.Attribute("rel"), (string?)link.Attribute("href"));
}
