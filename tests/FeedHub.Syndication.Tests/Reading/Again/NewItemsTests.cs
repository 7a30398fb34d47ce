using System.Text;
using System.Text.Json;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reading.Again;

namespace FeedHub.Syndication.Tests.Reading.Again;

/// <summary>A document whose last one is known: what is new is read as it would be with all of it, or all of it is read.</summary>
public class NewItemsTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Corpus");

    [Fact]
    public void OfEveryFeedOfTheCorpus_NewItemsReadAsInTheWholeDocument()
    {
        var inPart = 0;
        foreach (var path in Directory.EnumerateFiles(Folder).Where(path => !path.EndsWith(".expected.json", StringComparison.Ordinal)))
        {
            var body = File.ReadAllBytes(path);
            if (Whole(body) is not { RawHashes: { Count: > 2 } hashes } whole)
                continue;
            for (var fresh = 0; fresh < hashes.Count; fresh++)
            {
                var part = Read(body, Last(whole, hash => hash != hashes[fresh]));
                if (part.Items.Count == hashes.Count)
                    continue;
                inPart++;
                Assert.Equal(hashes, part.RawHashes);
                Assert.Equal(Text(whole.Items[fresh]), Text(Assert.Single(part.Items)));
            }
        }

        Assert.InRange(inPart, 10, int.MaxValue);
    }

    [Fact]
    public void OnlyTheNewItem_IsRead()
    {
        var read = Next(Rss(Item(1), Item(2), Item(3)), Rss(Item(4), Item(1), Item(2)));
        Assert.Equal("Headline 4", Assert.Single(read.Items).Title);
        Assert.Equal(3, read.RawHashes!.Count);
    }

    [Fact]
    public void AnItemWithAnotherText_IsNew() =>
        Assert.Equal(["Headline 2"], Titles(Next(Rss(Item(1), Item(2), Item(3)), Rss(Item(1), Item(2, "More was said."), Item(3)))));

    [Fact]
    public void TheSameItems_AreNoneNew() =>
        Assert.Empty(Next(Rss(Item(1), Item(2)), Rss("<lastBuildDate>x</lastBuildDate>", Item(1), Item(2))).Items);

    [Fact]
    public void AtomEntries_AreToldToo()
    {
        static string Entry(int n) =>
            $"<entry><id>urn:{n}</id><title>Headline {n}</title><content type='html'>&lt;p&gt;{n}&lt;/p&gt;</content></entry>";
        static string Feed(params string[] entries) =>
            $"<feed xmlns='http://www.w3.org/2005/Atom'><updated>2026-11-2{entries.Length}T00:00:00Z</updated>{string.Concat(entries)}</feed>";
        Assert.Equal(["Headline 9"], Titles(Next(Feed(Entry(1), Entry(2)), Feed(Entry(9), Entry(1), Entry(2)))));
    }

    [Fact]
    public void OfAJsonFeed_OnlyTheNewItemIsReadToo()
    {
        var read = Next(Json(JsonItem(1), JsonItem(2), JsonItem(3)), Json(JsonItem(1), JsonItem(4), JsonItem(2)));
        Assert.Equal("Headline 4", Assert.Single(read.Items).Title);
        Assert.Equal(("Daily", 3), (read.Title, read.RawHashes!.Count));
        Assert.Empty(Next(Json(JsonItem(1), JsonItem(2)), Json(JsonItem(2), JsonItem(1))).Items);
    }

    [Fact]
    public void CommentsCommasAndAMarkBeforeAJsonFeed_ChangeNothing()
    {
        var before = Json(JsonItem(1), JsonItem(2));
        var after = "\uFEFF" + before.Replace("[", "[ /* the news: { */ " + JsonItem(3) + ", // {\n", StringComparison.Ordinal)
            .Replace("]", ", ]", StringComparison.Ordinal);
        Assert.Equal(["Headline 3"], Titles(Next(before, after)));
    }

    [Theory]
    [InlineData("\"language\": \"id\"")]
    [InlineData("\"home_page_url\": \"https://other.example/\"")]
    [InlineData("\"authors\": [{ \"name\": \"Rina\" }]")]
    public void WhenAJsonFeedSaysSomethingElseOfItself_AllIsReadAgain(string said)
    {
        var after = Json(JsonItem(1), JsonItem(2), JsonItem(3))
            .Replace("{ \"version\"", $"{{ {said}, \"version\"", StringComparison.Ordinal);
        Assert.Equal(3, Next(Json(JsonItem(1), JsonItem(2)), after).Items.Count);
    }

    [Fact]
    public void HowTitlesOfAJsonFeedAreRead_IsToldByAllOfThem_AlsoByThoseThatAreNotReadAgain()
    {
        // By itself the new title looks like HTML; the ones before show that it speaks of markup.
        var before = Json(JsonItem(1, "Cats & dogs"), JsonItem(2));
        var after = Json(JsonItem(3, "What &amp; means"), JsonItem(1, "Cats & dogs"), JsonItem(2));
        Assert.Equal(["What &amp; means"], Titles(Next(before, after)));

        // The other way round the old ones are read again: their titles are told to be HTML from now on.
        before = Json(JsonItem(1, "Salt &#8217;"), JsonItem(2));
        after = Json(JsonItem(3, "It&#8217;s here"), JsonItem(1, "Salt &#8217;"), JsonItem(2));
        Assert.Equal(["It\u2019s here", "Salt \u2019", "Headline 2"], Titles(Next(before, after)));
    }

    [Theory]
    [InlineData("{ \"id\": \"9\", \"title\": { \"rendered\": \"Inside\" }, \"content_text\": \"9\" }")]
    [InlineData("\"no object\"")]
    [InlineData("{ \"id\": \"9\", \"title\": \"Half \\ud800\", \"content_text\": \"9\" }")]
    [InlineData("{ \"id\": \"9\", \"title\": \"Broken, \"content_text\": \"9\" }")]
    public void WhereItemsOfAJsonFeedCannotBeTold_AllIsReadAgain(string item) =>
        Assert.True(Next(Json(JsonItem(1), JsonItem(2)), Json(JsonItem(1), JsonItem(2), item)).Items.Count >= 2);

    [Fact]
    public void ListsInsideOtherMembers_AreNoItems()
    {
        var before = Json(JsonItem(1), JsonItem(2))
            .Replace("{ \"version\"", "{ \"_ours\": { \"items\": [{}, {}] }, \"version\"", StringComparison.Ordinal);
        var nested = "{ \"id\": \"7\", \"title\": \"Seven\", \"content_text\": \"7\", \"_x\": { \"items\": [{ \"title\": \"in it\" }] } }";
        Assert.Equal(["Seven"],
            Titles(Next(before, before.Replace("\"items\": [{ \"id\"", $"\"items\": [{nested}, {{ \"id\"", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("<language>id</language>")]
    [InlineData("<link>https://other.example/</link>")]
    [InlineData("<generator>another</generator>")]
    public void WhenTheFeedSaysSomethingElseOfItself_AllIsReadAgain(string said) =>
        Assert.Equal(3, Next(Rss(Item(1), Item(2)), Rss(said, Item(1), Item(2), Item(3))).Items.Count);

    [Fact]
    public void InAnotherZone_AllIsReadAgain()
    {
        var (before, after) = (Rss(Item(1), Item(2)), Rss(Item(1), Item(2), Item(3)));
        var whole = Whole(Encoding.UTF8.GetBytes(before));
        var options = Feeds.Options with
        {
            Last = Last(whole, _ => true),
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"),
        };
        Assert.Equal(3, FeedDocument.Read(Encoding.UTF8.GetBytes(after), options).Items.Count);
    }

    [Theory]
    [InlineData("<item><title>Headline 3</title><guid>g3</guid><description>broken & not mended</description></item>")]
    [InlineData("<item><title>Headline 3</title><guid>g3</guid><item><title>in it</title></item></item>")]
    [InlineData("<item><title>Headline 3</title><guid>g3</guid>")]
    public void WhereTheDocumentIsBroken_AllIsReadAgain(string item) =>
        Assert.True(Next(Rss(Item(1), Item(2)), Rss(item, Item(1), Item(2))).Items.Count >= 2);

    [Fact]
    public void TagsInsideTextsAndComments_AreNoItems()
    {
        var odd =
            "<item><title>Headline 5</title><guid>g5</guid><!-- <item> --><description><![CDATA[</item><item>]]></description></item>";
        Assert.Equal(["Headline 6"], Titles(Next(Rss(odd, Item(1), Item(2)), Rss(Item(6), odd, Item(1)))));
    }

    [Fact]
    public void TwoItemsOfTheSameBytes_CannotBeTold() => Assert.Null(Whole(Encoding.UTF8.GetBytes(Rss(Item(1), Item(1)))).RawHashes);

    [Fact]
    public void ADescriptionThatManyShare_IsStillSeenToBeTheProgrammes()
    {
        static string Episode(int n) =>
            $"<item><title>Episode {n}</title><guid>e{n}</guid><description>All about our programme.</description>"
            + $"<itunes:summary>Guest {n} tells of the harbour.</itunes:summary></item>";
        var read = Next(Rss(Episode(1), Episode(2), Episode(3)), Rss(Episode(4), Episode(1), Episode(2), Episode(3)));
        Assert.Equal("Guest 4 tells of the harbour.", read.Items[0].ContentHtml);
    }

    [Fact]
    public void WhatIsKeptOfADocument_ComesBackFromItsBytes()
    {
        var last = new LastDocument(-5, [new(1, [2, 3]), new(4, [])]);
        var back = LastDocument.FromBytes(last.ToBytes())!;
        Assert.Equal(-5, back.Frame);
        Assert.Equal([1, 4], back.Items.Select(item => item.Raw));
        Assert.Equal([2L, 3L], back.Items[0].Keys);
    }

    [Fact]
    public void BytesOfNoDocument_AreNone()
    {
        Assert.Null(LastDocument.FromBytes(null));
        Assert.Null(LastDocument.FromBytes([1, 2]));
        Assert.Null(LastDocument.FromBytes([.. new LastDocument(1, [new(1, [2])]).ToBytes(), 7]));
    }

    private static string Item(int n, string text = "It was said.") =>
        $"<item><title>Headline {n}</title><guid>g{n}</guid><description>{n}: {text}</description></item>";

    private static string JsonItem(int n, string? title = null) =>
        $"{{ \"id\": \"j{n}\", \"title\": \"{title ?? $"Headline {n}"}\", \"content_html\": \"<p>{n}: It was said.</p>\" }}";

    private static string Json(params string[] items) => "{ \"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Daily\", "
        + $"\"home_page_url\": \"https://daily.example/\", \"items\": [{string.Join(", ", items)}] }}";

    private static string Rss(params string[] parts) => Feeds.Rss(string.Concat(parts));

    private static ParsedFeed Next(string before, string after) =>
        Read(Encoding.UTF8.GetBytes(after), Last(Whole(Encoding.UTF8.GetBytes(before)), _ => true));

    private static ParsedFeed Read(byte[] body, LastDocument last) => FeedDocument.Read(body, Feeds.Options with { Last = last });

    private static ParsedFeed Whole(byte[] body)
    {
        try
        {
            return FeedDocument.Read(body, Feeds.Options);
        }
        catch (FeedReadException)
        {
            return new() { Format = FeedFormat.Rss };
        }
    }

    private static LastDocument Last(ParsedFeed whole, Func<long, bool> isKnown) =>
        new(whole.Frame!.Value, [.. whole.RawHashes!.Where(isKnown).Select(hash => new LastItem(hash, []))]);

    private static IEnumerable<string?> Titles(ParsedFeed feed) => feed.Items.Select(item => item.Title);

    private static string Text(ParsedItem item) => JsonSerializer.Serialize(item with { Repeated = RepeatedSentences.None });
}
