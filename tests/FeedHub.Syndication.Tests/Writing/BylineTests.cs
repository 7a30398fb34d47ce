using System.Text.Json;
using CodeHollow.FeedReader;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Writing;
using static FeedHub.Syndication.Tests.Writing.Samples;

namespace FeedHub.Syndication.Tests.Writing;

/// <summary>Every format names author and publisher where readers show one name, and FeedHub reads the authors back.</summary>
public class BylineTests
{
    public static TheoryData<string[], string> Bylines => new()
    {
        { ["Made Wirya"], "Made Wirya, Kabar Laut" },
        { ["Made Wirya", "Ni Luh"], "Made Wirya, Ni Luh, Kabar Laut" },
        { [], "Kabar Laut" },
        { ["Kabar Laut"], "Kabar Laut" },
        { ["KABAR LAUT"], "Kabar Laut" },
        { ["Made Wirya", "Kabar Laut"], "Made Wirya, Kabar Laut" },
        { ["Redaksi, Kabar Laut"], "Redaksi, Kabar Laut" },
        { ["Made & Luh"], "Made & Luh, Kabar Laut" },
    };

    [Theory]
    [MemberData(nameof(Bylines))]
    public void OneName_HasTheAuthorsAndTheSource_InAllFormats(string[] authors, string name)
    {
        var feed = Of(authors);
        Assert.Equal(name, Strict(RssWriter.Write(feed)).Descendants(DublinCore + "creator").Single().Value);
        Assert.Equal(name, Strict(AtomWriter.Write(feed)).Element(Atom + "entry")!.Elements(Atom + "author").Single().Value.Trim());
        var item = JsonDocument.Parse(JsonFeedWriter.Write(feed)).RootElement.GetProperty("items")[0];
        Assert.Equal(name, item.GetProperty("authors").EnumerateArray().Single().GetProperty("name").GetString());
        Assert.Equal(authors, item.GetProperty("_feedhub").GetProperty("authors").EnumerateArray().Select(a => a.GetString()));
    }

    [Fact]
    public void AnotherProgram_ShowsAuthorAndPublisher() => Assert.Equal(
        "Made Wirya, Kabar Laut",
        FeedReader.ReadFromString(Text(AtomWriter.Write(Of(["Made Wirya"])))).Items.Single().Author);

    [Theory]
    [MemberData(nameof(Bylines))]
    public void FeedHub_ReadsTheAuthorsBack_FromAllFormats(string[] authors, string name)
    {
        Assert.NotEmpty(name);
        foreach (var write in FormatsAgreeTests.Writers)
            Assert.Equal(authors, Read(write(Of(authors))).Authors);
    }

    [Fact]
    public void TheSource_StaysWhatItIs()
    {
        var source = Strict(AtomWriter.Write(Of(["Made Wirya"]))).Element(Atom + "entry")!.Element(Atom + "source")!;
        Assert.Equal("Kabar Laut", source.Element(Atom + "title")!.Value);
        Assert.Null(source.Element(Atom + "author"));
        Assert.Equal("Kabar Laut", Strict(RssWriter.Write(Of(["Made Wirya"]))).Descendants("source").Single().Value);
    }

    [Fact]
    public void AnEndlessTitle_LeavesRoomForTheAuthor_AndIsReadBack()
    {
        var feed = Of(["Made Wirya", new string('m', 990)], new string('k', 999));
        foreach (var write in FormatsAgreeTests.Writers)
            Assert.Equal(feed.Entries[0].Authors, Read(write(feed)).Authors);
        Assert.Equal(1000, Byline.Of(feed.Entries[0].Authors, feed.Entries[0].Source.Title).Length);
    }

    [Fact]
    public void AForeignPlanet_KeepsItsAuthors_AlsoWhereItCreditsOthers()
    {
        const string entry = "<entry><id>e1</id><author><name>Ana, Laut</name></author><media:credit role='author'>Beni</media:credit><source><title>Laut</title></source></entry>";
        const string alone = "<entry><id>e2</id><author><name>Laut</name></author><source><title>Laut</title></source></entry>";
        var feed = FeedDocument.Read(
            System.Text.Encoding.UTF8.GetBytes(
                $"<feed xmlns='http://www.w3.org/2005/Atom' xmlns:media='http://search.yahoo.com/mrss/'>{entry}{alone}</feed>"),
            new ReadOptions { Now = At("2026-11-22T08:00:00Z") });
        Assert.Equal([["Ana, Laut"], ["Laut"]], feed.Items.Select(item => item.Authors));
    }

    private static MergedFeed Of(string[] authors, string source = "Kabar Laut") => Feed(Plain() with
    {
        Authors = authors,
        Source = new("kabar-laut", source, "https://laut.example/rss", "https://laut.example/"),
    });

    private static ParsedItem Read(byte[] bytes) =>
        FeedDocument.Read(bytes, new ReadOptions { Now = At("2026-11-22T08:00:00Z") }).Items.Single();
}
