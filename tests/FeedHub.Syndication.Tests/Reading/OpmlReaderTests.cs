using System.Text;
using FeedHub.Syndication.Reading.Opml;

namespace FeedHub.Syndication.Tests.Reading;

/// <summary>Subscription lists as feed readers export them, and as they break.</summary>
public sealed class OpmlReaderTests
{
    private const string Feedly = """
        <?xml version="1.0" encoding="UTF-8"?>
        <opml version="1.0"><head><title>My subscriptions in feedly Cloud</title></head><body>
          <outline text="Sport" title="Sport"><outline type="rss" text="Touchline" title="Touchline" xmlUrl="https://a.example/feed" htmlUrl="https://a.example"/></outline>
          <outline type="rss" text="Alone" title="Alone" xmlUrl="https://b.example/feed"/>
        </body></opml>
        """;

    [Fact]
    public void FoldersOfFeedly_AreThoseAroundEachFeed()
    {
        var list = OpmlReader.Read(Feedly)!;
        Assert.Equal(("My subscriptions in feedly Cloud", 2), (list.Title, list.Lines.Count));
        Assert.Equal(["Sport"], list.Lines[0].Folders);
        Assert.Empty(list.Lines[1].Folders);
        Assert.Empty(list.Repairs);
        Assert.Equal(("Touchline", "https://a.example"), (list.Lines[0].Title, list.Lines[0].HtmlUrl));
    }

    [Theory]
    [InlineData("""<outline text="T" xmlURL="https://a.example/f"/>""")]
    [InlineData("""<OUTLINE TEXT="T" XMLURL="https://a.example/f"/>""")]
    [InlineData("""<outline title="T" type="RSS" url=" https://a.example/f "/>""")]
    [InlineData("""<outline text="T" xmlUrl="https://a.example/f" frss:cssFullContent="p" xmlns:frss="https://freshrss.org/opml"/>""")]
    public void SpellingsOfTheAddress_AreAllRead(string outline)
    {
        var line = Assert.Single(OpmlReader.Read($"<opml version=\"2.0\"><body>{outline}</body></opml>")!.Lines);
        Assert.Equal(("https://a.example/f", "T"), (line.XmlUrl, line.Title));
    }

    [Fact]
    public void NestedFolders_AndCategories_AreKeptInOrder()
    {
        var line = Assert.Single(OpmlReader.Read(
            """<opml version="2.0"><body><outline text="News"><outline text="Asia"><outline text="T" xmlUrl="https://a.example/f" category="/Boston/Weather,sport" language="id"/></outline></outline></body></opml>""")!.Lines);
        Assert.Equal(["News", "Asia"], line.Folders);
        Assert.Equal(["Boston", "Weather", "sport"], line.Categories);
        Assert.Equal("id", line.Language);
    }

    [Theory]
    [InlineData(
        """<opml version="1.1"><body><outline text="Q & A" xmlUrl="https://a.example/f?x=1&y=2"/></body></opml>""",
        "Q & A",
        "https://a.example/f?x=1&y=2")]
    [InlineData("""<opml><body><outline text="Caf&eacute;" xmlUrl="https://a.example/f"/></body>""", "Café", "https://a.example/f")]
    [InlineData(
        """  <?xml version="1.0"?><opml><body><outline text="A" xmlUrl=https://a.example/f /></body></opml>""",
        "A",
        "https://a.example/f")]
    public void ABrokenList_IsReadAsFarAsItGoes_AndSaysSo(string text, string title, string url)
    {
        var list = OpmlReader.Read(text)!;
        Assert.Equal((title, url), (list.Lines[0].Title, list.Lines[0].XmlUrl));
        Assert.NotEmpty(list.Repairs);
    }

    [Fact]
    public void AnEntityOfItsOwn_IsNeverRead()
    {
        var secret = Path.GetTempFileName();
        File.WriteAllText(secret, "topsecret");
        try
        {
            var list = OpmlReader.Read(
                $"""<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY x SYSTEM "file://{secret}"><!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><opml><head><title>&x;</title></head><body><outline text="&x;&b;" xmlUrl="https://a.example/&x;"/></body></opml>""")!;
            var told = list.Title + list.Lines[0].Title + list.Lines[0].XmlUrl;
            Assert.DoesNotContain("topsecret", told, StringComparison.Ordinal);
            Assert.DoesNotContain("aaaa", told, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Fact]
    public void EncodingsOfLists_AreThoseOfFeeds()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        const string Text
            = """<?xml version="1.0" encoding="ENC"?><opml><body><outline text="Čeština é" xmlUrl="https://a.example/f"/></body></opml>""";
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.GetEncoding("windows-1250") })
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(
                Text.Replace("ENC", encoding.WebName, StringComparison.Ordinal))];
            Assert.Equal("Čeština é", OpmlReader.Read(bytes)!.Lines[0].Title);
        }
    }

    [Fact]
    public void WhatIsNoOpml_IsNull()
    {
        Assert.Null(OpmlReader.Read("<rss><channel><outline xmlUrl='https://a.example/f'/></channel></rss>"));
        Assert.Null(OpmlReader.Read("{}"));
        Assert.Null(OpmlReader.Read(""));
    }

    [Fact]
    public void OutlinesNestedWithoutEnd_AreReadInLinearTime()
    {
        var text = "<opml><body>" + string.Concat(Enumerable.Repeat("<outline text='x'>", 100_000))
            + "<outline text='T' xmlUrl='https://a.example/f'/>";
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal("T", OpmlReader.Read(text)!.Lines[0].Title);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData("""<outline text="Ask "Dr. Nur" anything" xmlUrl="https://a.example/f"/>""", "Ask \"Dr. Nur\" anything")]
    [InlineData("""<outline text='Rock 'n' roll' xmlUrl='https://a.example/f'/>""", "Rock 'n' roll")]
    [InlineData("""<outline text="They said "yes"" xmlUrl="https://a.example/f"/>""", "They said \"yes\"")]
    [InlineData("""<outline text="T"xmlUrl="https://a.example/f"/>""", "T")]
    [InlineData("""<outline text="a < b" xmlUrl="https://a.example/f"/>""", "a < b")]
    public void AQuoteInsideAValue_DoesNotEndIt(string outline, string title)
    {
        var line = Assert.Single(OpmlReader.Read($"<opml><body>{outline}</body></opml>")!.Lines);
        Assert.Equal((title, "https://a.example/f"), (line.Title, line.XmlUrl));
    }

    [Fact]
    public void AFeedWhoseTagIsNotClosed_IsNotLost_NorDoesItSwallowItsFolder()
    {
        var lines = OpmlReader.Read(
            """<opml><body><outline text="Folder"><outline text="A" xmlUrl="https://a.example/f" <outline text="B" xmlUrl="https://b.example/f"/></outline><outline text="C" xmlUrl="https://c.example/f"/></body></opml>""")!.Lines;
        Assert.Equal([("A", "Folder"), ("B", "Folder"), ("C", "")], lines.Select(l => (l.Title, string.Join('/', l.Folders))));
    }

    [Theory]
    [InlineData("<outline text=\"B\" xmlUrl=\"https://b.example/fee", "B", "")]
    [InlineData("<outline text=\"B &amp; C\" xmlUrl=\"https://b.example/f\"", "B & C", "https://b.example/f")]
    [InlineData("<outline text=\"B", null, "")]
    public void AnOutlineInWhichTheListEnds_IsALine_AndPartOfItsAddressIsNotOne(string end, string? title, string address)
    {
        var lines = OpmlReader.Read("""<opml><body><outline text="A" xmlUrl="https://a.example/f"/>""" + end)!.Lines;
        Assert.Equal([("A", "https://a.example/f"), (title, address)], lines.Select(l => (l.Title, l.XmlUrl)));
    }

    [Theory]
    [InlineData("&lt;![CDATA[Kabar Pagi]]&gt;", "Kabar Pagi")]
    [InlineData("&lt;Untitled&gt;", "<Untitled>")]
    [InlineData("Q &amp;amp; A", "Q & A")]
    public void ATitleThatMarkupWouldMakeNothingOf_Stays(string written, string title) =>
        Assert.Equal(title, Assert.Single(
            OpmlReader.Read($"""<opml version="2.0"><body><outline text="{written}" xmlUrl="https://a.example/f"/></body></opml>""")!.Lines).Title);

    [Theory]
    [InlineData("""<outline text="No address" type="rss"/>""")]
    [InlineData("""<outline text="No address" type="link" url="https://a.example/"></outline>""")]
    [InlineData("""<outline text="Folder"><outline text="No address"/></outline>""")]
    [InlineData("""<outline text="Folder"><outline text="No address">""")]
    public void AnOutlineThatIsNeitherFeedNorFolder_IsALineWithoutAddress(string outline)
    {
        var line = Assert.Single(OpmlReader.Read($"<opml><body>{outline}</body></opml>")!.Lines);
        Assert.Equal(("No address", ""), (line.Title, line.XmlUrl));
    }

    [Fact]
    public void ATagFullOfQuotes_IsReadInLinearTime()
    {
        var tag = "<outline text=\"" + string.Concat(Enumerable.Repeat("x\"y ", 12_000)) + "/>";
        var text = "<opml><body>" + string.Concat(Enumerable.Repeat(tag, 40)) + "<outline text='T' xmlUrl='https://a.example/f'/>";
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Contains(OpmlReader.Read(text)!.Lines, line => line.Title == "T");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData("xmlns:f=\"urn:feedhub:source\"", "f:kind", true)]
    [InlineData("xmlns:feedhub=\"urn:feedhub:source\"", "feedhub:kind", true)]
    [InlineData("xmlns:feedhub=\"urn:other:program\"", "feedhub:kind", false)]
    [InlineData("", "feedhub:kind", false)]
    public void ItsOwnAttributes_AreKnownByTheirNamespace_AndNotByTheirPrefix(string space, string name, bool isOwn)
    {
        foreach (var broken in (string[])["", "<outline text=\"a & b\" xmlUrl=https://b.example/rss>"])
        {
            var list = OpmlReader.Read(
                $"<opml version=\"2.0\" {space}><body><outline text=\"A\" xmlUrl=\"https://a.example/rss\" {name}=\"page\"/>{broken}</body></opml>")!;
            Assert.Equal(isOwn ? "page" : null, list.Lines[0].Own.GetValueOrDefault("kind"));
        }
    }
}
