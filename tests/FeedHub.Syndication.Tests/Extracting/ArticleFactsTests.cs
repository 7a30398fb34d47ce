namespace FeedHub.Syndication.Tests.Extracting;

/// <summary>What a page tells of its article.</summary>
public class ArticleFactsTests
{
    [Fact]
    public void JsonLd_TellsAll()
    {
        var article = Sample.Page(Sample.Paragraphs, Sample.Data(
            """
            {"@graph":[{"@type":"WebSite","name":"Paper"},{"@type":["NewsArticle"],
            "headline":"Pasar ikan dibuka lagi setelah tiga bulan tutup",
            "author":[{"@type":"Person","name":"Ana Putri"},{"@type":"Person","name":"Budi S."}],"editor":{"name":"Citra"},
            "datePublished":"2026-07-24T09:00:00+08:00","dateModified":"2026-07-24T10:30:00+08:00","articleSection":["Ekonomi","Daerah"],
            "keywords":"pasar, ikan","image":{"url":"https://paper.example/pasar-901.jpg"},"isAccessibleForFree":"False"}]}
            """));
        Assert.Equal(Sample.Headline, article.Title);
        Assert.Equal(["Ana Putri", "Budi S"], article.Authors.Select(name => name.TrimEnd('.')));
        Assert.Equal(["Citra"], article.Editors);
        Assert.Equal("2026-07-24T09:00:00+08:00", article.Published?.ToString());
        Assert.Equal("2026-07-24T10:30:00+08:00", article.Modified?.ToString());
        Assert.Equal("Ekonomi", article.Section);
        Assert.Equal(["pasar", "ikan"], article.Keywords);
        Assert.Equal("https://paper.example/pasar-901.jpg", article.Picture);
        Assert.False(article.IsFree);
    }

    [Fact]
    public void JsonLd_WithLineBreaksInItsTexts_IsMended()
    {
        var article = Sample.Page(
            Sample.Paragraphs,
            Sample.Data("{\"@type\":\"Article\",\"author\":{\"name\":\"Ana\nPutri\"},\"headline\":\"x\",}"));
        Assert.Equal(["Ana Putri"], article.Authors);
    }

    [Fact]
    public void Microdata_IsRead()
    {
        var article = Sample.Page(
            "<span itemprop=author itemscope><b itemprop=name>Ana Putri</b></span><time itemprop=datePublished "
                + "datetime=2026-07-24T09:00:00+07:00>kemarin</time>"
            + $"<div itemprop=articleBody>{Sample.Paragraphs}</div>");
        Assert.Equal(["Ana Putri"], article.Authors);
        Assert.Equal("2026-07-24T09:00:00+07:00", article.Published?.ToString());
    }

    [Fact]
    public void OpenGraph_IsRead()
    {
        var article = Sample.Page(
            Sample.Paragraphs,
            "<meta property=og:site_name content=Paper><meta property=og:title content=\"Pasar ikan dibuka lagi setelah tiga bulan "
                + "tutup | Paper\">"
            + "<meta property=og:image content=/i/pasar.jpg><meta property=article:published_time content=2026-07-24T02:00:00Z>"
            + "<meta property=article:section content=Ekonomi><meta property=article:tag content=pasar><meta property=article:tag "
            + "content=ikan>"
            + "<link rel=canonical href=/read/17/pasar-ikan>");
        Assert.Equal(Sample.Headline, article.Title);
        Assert.Equal("https://paper.example/i/pasar.jpg", article.Picture);
        Assert.Equal("2026-07-24T02:00:00+00:00", article.Published?.ToString());
        Assert.Equal("Ekonomi", article.Section);
        Assert.Equal(["pasar", "ikan"], article.Keywords);
        Assert.Equal("https://paper.example/read/17/pasar-ikan", article.Canonical);
    }

    [Theory]
    [InlineData("<p>Reporter : Tedi | Editor : Tomi</p>", "Tedi", "Tomi")]
    [InlineData("<div>Pewarta: <span>Ana Putri</span></div><div>Editor: Budi W</div>", "Ana Putri", "Budi W")]
    [InlineData(
        "<table><tr><td>Penulis</td><td>: Ana Putri</td></tr><tr><td>Editor</td><td>: Budi W</td></tr></table>",
        "Ana Putri", "Budi W")]
    [InlineData(
        "<div class=credit><div><h6>Ana Putri</h6><h6>Penulis</h6></div><div><h6>Budi W</h6><h6>Editor</h6></div></div>",
        "Ana Putri", "Budi W")]
    [InlineData("<p>Redaktur &amp; Reporter : Boy</p>", "Boy", "Boy")]
    [InlineData("<p>Oleh : Ana Putri</p><p>Redaktur: Budi W</p>", "Ana Putri", "Budi W")]
    public void TheOwnWordsOfAPage_NameWritersAndEditors(string part, string writer, string editor)
    {
        var article = Sample.Page(
            part + Sample.Paragraphs,
            Sample.Data("{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"author\":{\"name\":\"Admin Web\"}}"));
        Assert.Equal([writer], article.Authors);
        Assert.Equal([editor], article.Editors);
    }

    [Fact]
    public void WhoIsNamedAsEditor_IsNotTheWriter_WhereABylineNamesAnother()
    {
        var article = Sample.Page(
            $"<div class=author>Ana Putri</div>{Sample.Paragraphs}<p>Editor : Budi W</p>",
            Sample.Data("{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"author\":{\"name\":\"Budi W\"}}"));
        Assert.Equal(["Ana Putri"], article.Authors);
    }

    [Theory]
    [InlineData("Selasa 22 Oct 2024 - 19:08 WIB", "2024-10-22T19:08:00+07:00")]
    [InlineData("24 Juli 2026 | 09.00 WIB", "2026-07-24T09:00:00+07:00")]
    [InlineData("Jum'at, 24 Juli 2026 |15:07 WITA", "2026-07-24T15:07:00+08:00")]
    [InlineData("24/07/2026, 21:34 WIT", "2026-07-24T21:34:00+09:00")]
    [InlineData("Diterbitkan 24 Juli 2026, 10:26 WIB", "2026-07-24T10:26:00+07:00")]
    [InlineData("Rabu, 4 Februari 2026", "2026-02-04")]
    [InlineData("2026. 03. 07. 18:20", "2026-03-07T18:20:00+07:00")]
    public void DatesInWords_AreRead(string shown, string expected) =>
        Assert.Equal(expected, Sample.Page($"<span>{shown}</span>{Sample.Paragraphs}").Published?.ToString());

    [Fact]
    public void TheTimeBesideTheHeadline_WinsOverAMetaThatMayBeThePages() => Assert.Equal(
        "2026-02-03",
        Sample.Page(
            $"<time datetime=2026-02-03>Selasa</time>{Sample.Paragraphs}",
            "<meta name=date content=2026-02-09T10:00:00+07:00>").Published?.ToString());

    [Fact]
    public void TheDateOfThePagesOwnData_IsRead_WhereNoArticleIsDeclared() => Assert.Equal(
        "2026-02-03T10:00:00+07:00",
        Sample.Page(
            Sample.Paragraphs,
            Sample.Data("{\"@type\":\"WebPage\",\"datePublished\":\"2026-02-03T10:00:00+07:00\"}")).Published?.ToString());

    [Fact]
    public void AZ_BehindTheTimeThatThePageShowsAsLocal_IsWrong()
    {
        var article = Sample.Page(
            $"<span>Rabu, 22 Juli 2026 | 08:15 WITA</span>{Sample.Paragraphs}",
            Sample.Data("{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"datePublished\":\"2026-07-22T08:15:00Z\"}"));
        Assert.Equal("2026-07-22T08:15:00+08:00", article.Published?.ToString());
    }

    [Fact]
    public void ATimeWithoutZone_IsThatOfTheSource()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("x", TimeSpan.FromHours(-3), "x", "x");
        var html = "<html lang=pt><body><h1>Mercado de peixe reabre</h1><span>24/07/2026 10:00</span></body></html>";
        var article = FeedHub.Syndication.Extracting.ArticlePage.Read(
            System.Text.Encoding.UTF8.GetBytes(html), null, new Uri("https://a.example/1"), Sample.Now, zone);
        Assert.Equal("2026-07-24T10:00:00-03:00", article.Published?.ToString());
    }

    [Fact]
    public void TheDayOfTheHeader_IsNotTheArticles()
    {
        var article = Sample.Read(
            $"<html lang=id><title>{Sample.Headline}</title><body><div class=top>Selasa, 29 Oktober 2024</div><a href=/1>"
                + $"{Sample.Headline}</a>"
            + $"<h1>{Sample.Headline}</h1><span>Selasa 22 Oct 2024 - 19:08 WIB</span>{Sample.Paragraphs}</body></html>");
        Assert.Equal("2024-10-22T19:08:00+07:00", article.Published?.ToString());
    }

    [Fact]
    public void AnEmptyCategory_IsNone_AndAGivenOneTheSection()
    {
        Assert.Null(Sample.Page($"{Sample.Paragraphs}<div>Kategori :</div>").Section);
        Assert.Equal("Daerah", Sample.Page($"{Sample.Paragraphs}<div>Kategori : <a href=/k/1>Daerah</a></div>").Section);
    }

    [Fact]
    public void TheLanguage_IsThatOfTheText_WhereAThemeSaysEnglish()
    {
        var article = Sample.Read($"<html lang=en-US><title>{Sample.Headline}</title><body><h1>{Sample.Headline}</h1>"
            + $"{Sample.Paragraphs}</body></html>");
        Assert.Equal("id", article.Language);
    }

    [Fact]
    public void StandingTagsOfASite_AreNotTheArticles() => Assert.Empty(Sample.Page(
        Sample.Paragraphs + Sample.Paragraphs.Replace("Pedagang", "Penjual", StringComparison.Ordinal),
        "<meta name=keywords content=\"berita terkini, politik, olahraga, teknologi, hiburan, gaya hidup\">").Keywords);

    [Fact]
    public void ThePicture_IsTakenAsThePageShowsIt()
    {
        var article = Sample.Page(
            $"<img src=/i/pasar-8812345_w640.webp width=640 height=400>{Sample.Paragraphs}",
            "<meta property=og:image content=/i/og/8812345_1200x630.jpg>");
        Assert.Equal("https://paper.example/i/pasar-8812345_w640.webp", article.Picture);
    }

    [Theory]
    [InlineData("By The Numbers", null)]
    [InlineData("By Popular Demand", null)]
    [InlineData("By all accounts a good year", null)]
    [InlineData("By The Harbour Press", "The Harbour Press")]
    [InlineData("By Mira Lund", "Mira Lund")]
    public void AHeadingThatBeginsAsABylineDoes_NamesNobody(string line, string? author) =>
        Assert.Equal(author is null ? [] : [author], Sample.Page($"<h2>{line}</h2>{Sample.Paragraphs}").Authors);
}
