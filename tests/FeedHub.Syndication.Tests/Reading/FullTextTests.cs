using static FeedHub.Syndication.Tests.Reading.Feeds;

namespace FeedHub.Syndication.Tests.Reading;

public class FullTextTests
{
    private static readonly string Whole = string.Concat(Enumerable.Repeat("The ferry sails at noon and comes back at night. ", 20)).Trim();

    [Theory]
    [InlineData("<content>{0}</content>")]
    [InlineData("<Content type='html'>{0}</Content>")]
    [InlineData("<body>{0}</body>")]
    [InlineData("<encoded>{0}</encoded>")]
    [InlineData("<full-text>{0}</full-text>")]
    [InlineData("<yandex:full-text xmlns:yandex='http://news.yandex.ru'>{0}</yandex:full-text>")]
    [InlineData("<y:full-text xmlns:y='https://news.yandex.ru/'>{0}</y:full-text>")]
    [InlineData("<turbo:content xmlns:turbo='http://turbo.yandex.ru'>{0}</turbo:content>")]
    public void TheWholeText_IsFoundWhereItStands(string element)
    {
        var text = element.Replace("{0}", Whole, StringComparison.Ordinal);
        Assert.Equal((Whole, null), (RssItem(text).ContentHtml, RssItem(text).SummaryHtml));
        var item = RssItem("<description>Ferry</description>" + text);
        Assert.Equal((Whole, "Ferry"), (item.ContentHtml, item.SummaryHtml));
    }

    [Theory]
    [InlineData("summary")]
    [InlineData("text")]
    [InlineData("article")]
    public void ATextUnderAnotherName_IsRead_WhereItSaysMore(string name)
    {
        Assert.Equal(Whole, RssItem($"<{name}>{Whole}</{name}>").ContentHtml);
        Assert.Equal((Whole, "Ferry"),
            (RssItem($"<description>Ferry</description><{name}>{Whole}</{name}>").ContentHtml,
                RssItem($"<description>Ferry</description><{name}>{Whole}</{name}>").SummaryHtml));
        Assert.Equal(Whole, RssItem($"<description>{Whole}</description><{name}>Photo</{name}>").ContentHtml);
    }

    [Theory]
    [InlineData("<isi>{0}</isi>")]
    [InlineData("<q:story xmlns:q='urn:example:q'>&lt;p&gt;{0}&lt;/p&gt;</q:story>")]
    [InlineData("<note>Short.</note><detail>{0}</detail>")]
    public void ATextUnderANameOfThePublishersOwn_IsRead_WhereThereIsNoOther(string element)
    {
        var text = element.Replace("{0}", Whole, StringComparison.Ordinal);
        Assert.Contains(Whole, RssItem(text).ContentHtml, StringComparison.Ordinal);
        Assert.Equal("Ferry", RssItem("<description>Ferry</description>" + text).ContentHtml);
    }

    [Theory]
    [InlineData("<data>{&quot;a&quot;: &quot;{0}&quot;}</data>")]
    [InlineData("<transcript>{0}</transcript>")]
    [InlineData("<note>The ferry sails.</note>")]
    public void WhatIsForPrograms_OrOnlyAFewWords_IsNotTheText(string element) =>
        Assert.Null(RssItem("<title>x</title>" + element.Replace("{0}", Whole, StringComparison.Ordinal)).ContentHtml);

    [Fact]
    public void AFewWordsWhereTheWholeTextBelongs_AreTheSummary()
    {
        var item = RssItem(
            $"<description>{Whole}</description><content:encoded><![CDATA[<p>The ferry <b>sails</b>.</p>]]></content:encoded>");
        Assert.Equal((Whole, "<p>The ferry <b>sails</b>.</p>"), (item.ContentHtml, item.SummaryHtml));
    }

    [Fact]
    public void AtomToo_HasItsWholeTextWhereItStands()
    {
        var item = AtomEntry($"<content type='html'>Read on</content><summary>{Whole}</summary>");
        Assert.Equal((Whole, "Read on"), (item.ContentHtml, item.SummaryHtml));
        Assert.Equal(Whole, AtomEntry(
            $"<summary>Ferry</summary><c:encoded xmlns:c='http://purl.org/rss/1.0/modules/content/'>{Whole}</c:encoded>").ContentHtml);
    }

    [Fact]
    public void TheProgrammesDescription_IsNoItemsText()
    {
        var items = string.Concat(Enumerable.Range(1, 4)
            .Select(i => $"<item><description>{Whole}</description><content:encoded>Episode {i}</content:encoded></item>"));
        Assert.Equal(["Episode 1", "Episode 2", "Episode 3", "Episode 4"], Read(Rss(items)).Items.Select(i => i.ContentHtml));
    }

    [Fact]
    public void AWholeTextBesideALongSummary_StaysTheText()
    {
        var item = RssItem($"<description>{Whole}</description><content:encoded><![CDATA[<p>{Whole[..600]}</p>]]></content:encoded>");
        Assert.StartsWith("<p>The ferry", item.ContentHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileNamedContent_IsNoText() =>
        Assert.Equal("Ferry", RssItem(
            "<content url='https://site.example/f.jpg' medium='image'><title>Photo</title></content><description>Ferry</description>")
                .ContentHtml);
}
