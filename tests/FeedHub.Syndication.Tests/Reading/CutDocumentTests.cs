namespace FeedHub.Syndication.Tests.Reading;

/// <summary>A document that ended before its end: what was read of it, and that it says so.</summary>
public class CutDocumentTests
{
    private const string Atom =
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry><id>1</id><title>One</title></entry><entry><id>2</id><title>Two</title></entry></feed>";
    private const string Json = """{ "version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [ { "id": "1", "title": "One" }, { "id": "2", "title": "Two" } ] }""";
    private static readonly string Rss = Feeds.Rss("<item><title>One</title></item><item><title>Two</title></item>");

    private const string Rdf = "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
        + "xmlns='http://purl.org/rss/1.0/'><channel><title>T</title></channel><item><title>One</title></item><item><title>Two</title></item></rdf:RDF>";

    public static TheoryData<string, string, int> Cuts => new()
    {
        { Rss, "<title>Two", 1 }, { Rss, "</item><item>", 1 }, { Rss, "Two</title></item>", 2 }, { Rss, "</channel", 2 },
        { Atom, "<id>2", 1 }, { Atom, "Two</title></entry>", 2 }, { Atom, "</entry><entry>", 1 },
        { Rdf, "One</title></item>", 1 }, { Rdf, "Two</title></item>", 2 }, { Rdf, "</channel>", 0 },
        { Rss.Replace("<item>", "</channel><item>", StringComparison.Ordinal), "One</title></item>", 1 },
        { Json, "\"id\": \"2", 1 }, { Json, "\"One\" }", 1 }, { Json, "\"Two\" }", 2 }, { Json, "\"title\": \"Tw", 1 },
    };

    [Theory]
    [MemberData(nameof(Cuts))]
    public void ACutDocument_GivesWhatCameWhole_AndSaysThatItWasCut(string whole, string last, int items)
    {
        var feed = Feeds.Read(whole[..(whole.LastIndexOf(last, StringComparison.Ordinal) + last.Length)]);
        Assert.Equal((items, last != "</channel"), (feed.Items.Count, feed.IsCut));
        Assert.Equal(feed.IsCut, feed.Repairs.Any(note => note.ToString().StartsWith("cut off: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void AWholeDocument_IsNotCut_NorOneThatIsOnlyBroken()
    {
        Assert.All([Rss, Atom, Json, Rss.Replace("</rss>", "", StringComparison.Ordinal), Rss.Replace(
            "One",
            "A & B",
            StringComparison.Ordinal), Rss + "<!-- cached"], text => Assert.False(Feeds.Read(text).IsCut));
        Assert.False(Feeds.Read(Json.Replace("\"Two\"", "Two", StringComparison.Ordinal)).IsCut);
    }

    [Fact]
    public void ALostConnection_IsACut_UnlessTheDocumentIsWhole()
    {
        Assert.True(Feeds.Read(Rss[..^20], Feeds.Options with { Truncated = true }).IsCut);
        Assert.False(Feeds.Read(Rss, Feeds.Options with { Truncated = true }).IsCut);
    }
}
