using FeedHub.Syndication.Writing;
using static FeedHub.Syndication.Tests.Writing.Samples;

namespace FeedHub.Syndication.Tests.Writing;

public class OpmlWriterTests
{
    [Fact]
    public void Sources_AreOutlinesInTheirOrder()
    {
        var opml = Strict(OpmlWriter.Write("Sources & more", [
            new("A <b>", "https://a.example/rss?x=1&y=2", "https://a.example/", ["politics", "korea"], "id"),
            new("", "https://b.example/rss", null, [], null),
        ]));
        Assert.Equal("2.0", (string?)opml.Attribute("version"));
        Assert.Equal("Sources & more", (string?)opml.Element("head")!.Element("title"));
        var outlines = opml.Element("body")!.Elements("outline")
            .Select(outline => outline.Attributes().Select(a => (a.Name.LocalName, a.Value)));
        Assert.Equal(
            [
                [
                    ("type", "rss"), ("text", "A <b>"), ("title", "A <b>"), ("xmlUrl", "https://a.example/rss?x=1&y=2"),
                    ("htmlUrl", "https://a.example/"), ("category", "politics,korea"), ("language", "id"),
                ],
                [("type", "rss"), ("text", "https://b.example/rss"), ("title", "https://b.example/rss"),
                    ("xmlUrl", "https://b.example/rss")],
            ],
            outlines);
    }

    [Fact]
    public void Source_WhoseAddressIsNone_IsLeftOut()
    {
        var opml = Strict(OpmlWriter.Write("x", [
            new("A", "javascript:alert(1)", null, [], null),
            new("B", "https://b.example/", "file:///etc", ["a,b/c"], "?"),
        ]));
        var outline = Assert.Single(opml.Descendants("outline"));
        Assert.Equal(["rss", "B", "B", "https://b.example/", "a b c"], outline.Attributes().Select(a => a.Value));
    }

    [Theory]
    [InlineData("https://a.example/rss?show[id]=7&tag=x")]
    [InlineData("https://bücher.example/~ü/feed")]
    public void Address_GoesOutAsItIsStored(string address) =>
        Assert.Equal(
            address,
            (string?)Strict(OpmlWriter.Write("x", [new("A", address, null, [], null)])).Descendants("outline").Single()
                .Attribute("xmlUrl"));
}
