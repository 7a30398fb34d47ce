using System.Text;

namespace FeedHub.Syndication.Tests.Reading;

public class RepairTests
{
    [Theory]
    [InlineData("\n\n  <?xml version='1.0'?><rss><channel><item><title>A</title></item></channel></rss>")]
    [InlineData(
        "Warning: something<br /> in <b>x.php</b>\n<?xml version='1.0'?><rss><channel><item><title>A</title></item></channel></rss>")]
    [InlineData("<rss><channel><item><title>A\u0001\u0008</title></item></channel></rss>")]
    [InlineData("<rss><channel><item><title>A</title></channel>")]
    [InlineData("<rss><channel><item><title>A</item></channel></rss>")]
    [InlineData("<rss><channel><item><foo:bar/><title>A</title></item></channel></rss>")]
    [InlineData("<?xml version='1.1'?><rss><channel><item><title>A</title></item></channel></rss>")]
    [InlineData("<rss><channel><item><title>A</title></item></channel></rss><!-- cached --><script>x</script>")]
    [InlineData("<rss><channel><item><title>A</title><description><p>x<br>y</description></item></channel></rss>")]
    public void WhatIsBroken_IsMendedAndSaidSo(string text)
    {
        var feed = Feeds.Read(text);
        Assert.Equal("A", Assert.Single(feed.Items).Title);
        Assert.NotEmpty(feed.Repairs);
    }

    [Theory]
    [InlineData("Caf&eacute; &nbsp;A", "Café A")]
    [InlineData("Fish & Chips &c", "Fish & Chips &c")]
    [InlineData("a < b", "a < b")]
    [InlineData("x &unknown; y", "x &unknown; y")]
    public void ReferencesNobodyDeclared_KeepTheText(string title, string expected) =>
        Assert.Equal(expected, Assert.Single(Feeds.Read($"<rss><channel><item><title>{title}</title></item></channel></rss>").Items).Title);

    [Fact]
    public void Repairs_AreBounded_AndThatOfACutStandsFirst()
    {
        var many = string.Concat(Enumerable.Range(0, 60_000).Select(n => $"<p{n}:x/>"));
        var feed = Feeds.Read($"<rss><channel><item><title>A</title></item>{many}<{new string('e', 5000)}><item><title>B");
        Assert.Equal("A", Assert.Single(feed.Items).Title);
        Assert.InRange(feed.Repairs.Count, 2, 30);
        Assert.StartsWith("cut off: ", feed.Repairs[0].ToString(), StringComparison.Ordinal);
        Assert.All(feed.Repairs, note => Assert.InRange(note.ToString().Length, 1, 1000));
    }

    [Fact]
    public void WellFormedFeed_NeedsNoRepair() => Assert.Empty(Feeds.Read(Feeds.Rss("<item><title>A &amp; B</title></item>")).Repairs);

    [Fact]
    public void CutOffDocument_KeepsItsCompleteItems()
    {
        var whole = Feeds.Rss("<item><title>A</title></item><item><title>B</title><link>https://e.example/b</link></item>");
        var feed = Feeds.Read(whole[..whole.IndexOf("/b</link>", StringComparison.Ordinal)]);
        Assert.Equal(["A"], feed.Items.Select(i => i.Title));
    }

    [Fact]
    public void EarlyEndOfTheConnection_IsRecorded()
    {
        var feed = Feeds.Read("<rss><channel><item><title>A</title></item><item><tit", Feeds.Options with { Truncated = true });
        Assert.Single(feed.Items);
        Assert.Contains(feed.Repairs, r => r.ToString().Contains("connection ended early", StringComparison.Ordinal));
    }

    [Fact]
    public void EarlyEnd_WithoutAWholeItem_IsAnError() =>
        Feeds.Fails("<rss><channel><item><title>A</ti", Feeds.Options with { Truncated = true });

    [Fact]
    public void EarlyEnd_OfAWholeDocument_IsNone() =>
        Assert.Empty(Feeds.Read(Feeds.Rss("<item><title>A</title></item>"), Feeds.Options with { Truncated = true }).Repairs);

    [Theory]
    [InlineData("<rss version='2.0' xmlns='http://backend.userland.com/rss2'><channel><item><title>A</title></item></channel></rss>")]
    [InlineData("<r:rss xmlns:r='urn:x'><r:channel><r:item><r:title>A</r:title></r:item></r:channel></r:rss>")]
    [InlineData("<RSS><Channel><Item><Title>A</Title></Item></Channel></RSS>")]
    [InlineData("<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title>A</a:title></a:entry></a:feed>")]
    [InlineData("<feed><entry><title>A</title></entry></feed>")]
    [InlineData("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><title>A</title></entry></feed>")]
    [InlineData("<entry xmlns='http://www.w3.org/2005/Atom'><title>A</title></entry>")]
    [InlineData("<R:RDF xmlns:R='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
        + "xmlns='http://my.netscape.com/rdf/simple/0.9/'><item><title>A</title></item></R:RDF>")]
    [InlineData("<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' "
        + "'http://my.netscape.com/publish/formats/rss-0.91.dtd'><rss "
        + "version='0.91'><channel><item><title>A</title></item></channel></rss>")]
    public void NamespacesAndPrefixes_AreReadByMeaning(string text)
    {
        var feed = Feeds.Read(Encoding.UTF8.GetBytes(text));
        Assert.Equal("A", Assert.Single(feed.Items).Title);
    }
}
