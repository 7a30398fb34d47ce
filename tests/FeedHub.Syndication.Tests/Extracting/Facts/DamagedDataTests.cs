namespace FeedHub.Syndication.Tests.Extracting.Facts;

/// <summary>JSON-LD as templates and people write it, and of several articles in it the page's own.</summary>
public class DamagedDataTests
{
    private const string Article = "\"@type\":\"NewsArticle\",\"headline\":\"" + Sample.Headline
        + "\",\"datePublished\":\"2026-07-24T09:00:00+07:00\"";

    [Theory]
    [InlineData("{ARTICLE \n\"author\":{\"name\":\"Ana Putri\"}}")]
    [InlineData("{ARTICLE,\"author\":{\"name\":\"Ana Putri\"},\"description\":\"Kata guru, \"anak bisa\" berangkat\"}")]
    [InlineData("{ARTICLE,\"author\":{\"name\":\"Ana Putri\"},\"description\":\"terpotong di si")]
    [InlineData("{ARTICLE,\"author\":{\"name\":\"Ana Putri\"},\"image\":")]
    [InlineData("{\"@type\":\"WebSite\",\"name\":\"Paper\"}{ARTICLE,\"author\":{\"name\":\"Ana Putri\"}}")]
    [InlineData("{ARTICLE,\"author\":{\"name\":\"Ana Putri\"}}}")]
    [InlineData("{ARTICLE,\"author\":[{\"name\":\"Ana Putri\"}}")]
    [InlineData("{ARTICLE,\"author\":{\"name\":\"Ana Putri\",},}")]
    [InlineData("<!-- {ARTICLE,\"author\":{\"name\":\"Ana Putri\"}} -->")]
    [InlineData("//<![CDATA[\n{ARTICLE,\"author\":{\"name\":\"Ana Putri\"}}\n//]]>")]
    [InlineData("{ARTICLE, // judul\n\"author\":{\"name\":\"Ana Putri\"} /* penulis */}")]
    [InlineData("{ARTICLE,\"author\":{\"name\":\"Ana Putri\"},\"description\":\"Anak\\'s pasar \\x41\"}")]
    public void WhatIsDamaged_IsReadAsFarAsItGoes(string data) =>
        IsRead(Sample.Page(Sample.Paragraphs, Sample.Data(data.Replace("ARTICLE", Article, StringComparison.Ordinal))));

    [Fact]
    public void DataWrittenWithReferencesOfHtml_IsRead() => IsRead(Sample.Page(Sample.Paragraphs, Sample.Data(
        System.Net.WebUtility.HtmlEncode($"{{{Article},\"author\":{{\"name\":\"Ana Putri\"}}}}"))));

    [Theory]
    [InlineData("\"url\":\"/read/18/harga-cabai\"", "\"x\":1")]
    [InlineData("\"headline\":\"Harga cabai turun di pasar induk\"", "\"headline\":\"Pasar ikan, tutup\",\"url\":\"/read/17/pasar-ikan\"")]
    [InlineData("\"mainEntityOfPage\":\"/read/18/harga-cabai\"", "\"mainEntityOfPage\":{\"@id\":\"/read/17/pasar-ikan\"}")]
    public void OfSeveralArticles_TheOneOfThePageIsTaken(string other, string own) => IsRead(Sample.Page(
        Sample.Paragraphs,
        Sample.Data("{\"@type\":\"NewsArticle\",\"name\":\"Harga cabai turun\",\"datePublished\":\"2025-01-01\",\"image\":\"x.jpg\","
            + $"\"author\":\"Orang Lain\",\"articleBody\":\"x\",{other}}}")
        + Sample.Data("{\"@type\":\"NewsArticle\",\"name\":\"" + Sample.Headline
            + $"\",\"datePublished\":\"2026-07-24T09:00:00+07:00\",\"author\":\"Ana Putri\",{own}}}")));

    [Fact]
    public void AuthorsInMicrodata_AreThoseOfTheArticleWithTheHeadline() => Assert.Equal(["Ana Putri"], Sample.Read(
        "<div itemscope itemtype=\"https://schema.org/NewsArticle\"><h3 itemprop=headline>Lain</h3><i itemprop=author>Orang Lain</i></div>"
        + $"<div itemscope itemtype=\"https://schema.org/NewsArticle\"><h1>{Sample.Headline}</h1><i itemprop=author>Ana Putri</i>"
        + $"{Sample.Paragraphs}</div>").Authors);

    [Fact]
    public void TheDayInRdfa_IsRead() => Assert.Equal("2026-07-24T09:00:00+07:00", Sample.Page(
        "<span property=\"schema:datePublished\" content=\"2026-07-24T09:00:00+07:00\">Jumat</span>" + Sample.Paragraphs)
        .Published?.ToString());

    private static void IsRead(FeedHub.Syndication.Extracting.Article article)
    {
        Assert.Equal(["Ana Putri"], article.Authors);
        Assert.Equal("2026-07-24T09:00:00+07:00", article.Published?.ToString());
    }
}
