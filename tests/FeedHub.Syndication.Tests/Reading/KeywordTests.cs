namespace FeedHub.Syndication.Tests.Reading;

public class KeywordTests
{
    [Fact]
    public void KeywordsOfMediaAndOfPodcasts_AreThePublishersWords()
    {
        Assert.Equal(["Ekonomi", "rupiah", "Bank Indonesia", "pasar", "inflasi"], Feeds.RssItem(
            "<title>x</title><category>Ekonomi</category><media:group><media:keywords>rupiah, Bank Indonesia ,, "
                + "Ekonomi</media:keywords></media:group>"
            + "<itunes:keywords>pasar،inflasi</itunes:keywords>").Categories);
        Assert.Equal(
            ["one", "two & a half"],
            Feeds.AtomEntry("<m:keywords xmlns:m='http://search.yahoo.com/mrss/'>one, two &amp; a half</m:keywords>").Categories);
    }

    [Fact]
    public void KeywordsOfNewsSitemapsAndOfNobody_AreToo() => Assert.Equal(
        ["banjir", "Jakarta", "hujan"],
        Feeds.RssItem("<title>x</title><news:keywords xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>banjir, "
            + "Jakarta</news:keywords><keywords>hujan, banjir</keywords>").Categories);

    [Fact]
    public void TagsOfMediaAndOfNobody_AreToo_WithoutTheirWeights() => Assert.Equal(
        ["pelabuhan", "kapal", "laut", "jam 12:30 malam", "kopi"],
        Feeds.RssItem("<title>x</title><media:community><media:tags>pelabuhan:5, kapal : 2</media:tags></media:community>"
            + "<tags>laut, jam 12:30 malam</tags><tag>kopi</tag><tag>laut</tag>").Categories.Order().OrderBy(
                word => Array.IndexOf(["pelabuhan", "kapal", "laut", "jam 12:30 malam", "kopi"], word)));

    [Fact]
    public void CategoriesOfMedia_StayBesideKeywords() => Assert.Equal(
        ["Olahraga", "bola"], Feeds.RssItem(
            "<title>x</title><media:category>Olahraga</media:category><media:keywords>bola</media:keywords>").Categories);

    [Fact]
    public void AFloodOfKeywords_IsCutOff() =>
        Assert.Equal(50,
            Feeds.RssItem(
                $"<title>x</title><media:keywords>{string.Join(',', Enumerable.Range(0, 100_000))}</media:keywords>").Categories.Count);
}
