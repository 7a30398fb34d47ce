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
    [InlineData("<p>Reporting by Ana Putri; Editing by Budi W</p>", "Ana Putri", "Budi W")]
    [InlineData("<p>Reporter Ana Putri | Editor Budi W</p>", "Ana Putri", "Budi W")]
    [InlineData("<dl><dt>Penulis</dt><dd>Ana Putri</dd><dt>Penyunting</dt><dd>Budi W</dd></dl>", "Ana Putri", "Budi W")]
    [InlineData("<p>Laporan Wartawan Paper, Ana Putri</p><p>Editor: Budi W</p>", "Ana Putri", "Budi W")]
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
        Assert.Equal("Daerah", Sample.Read($"<a class=rubrik href=/k/1>Daerah</a><h1>{Sample.Headline}</h1>{Sample.Paragraphs}").Section);
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

    [Theory]
    [InlineData("<abbr itemprop=datePublished title=\"2026-07-24T09:00:00+07:00\">kemarin</abbr>", "2026-07-24T09:00:00+07:00")]
    [InlineData("<p>Published on 07/24/26</p>", "2026-07-24")]
    [InlineData("<small>Jumat, 24/7/26 09:00 WIB</small>", "2026-07-24T09:00:00+07:00")]
    [InlineData("<relative-time datetime=\"2026-07-24T09:00:00+07:00\">24 Jul</relative-time>", "2026-07-24T09:00:00+07:00")]
    [InlineData("<span class=waktu data-timestamp=1784858400>4 bulan lalu</span>", "2026-07-24T02:00:00+00:00")]
    [InlineData("<span class=waktu title=\"Jumat, 24 Juli 2026\">4 bulan lalu</span>", "2026-07-24")]
    [InlineData("<div id=today>29 November 2026</div><p>24 Juli 2026</p>", "2026-07-24")]
    [InlineData("<script>var read = {pubDate: \"2026-07-24T09:00:00+07:00\"};</script>", "2026-07-24T09:00:00+07:00")]
    [InlineData("<meta name=publish_date_iso content=\"2026-07-24T09:00:00+07:00\">", "2026-07-24T09:00:00+07:00")]
    [InlineData("<p>09:15 WIB, 24 Juli 2026</p>", "2026-07-24T09:15:00+07:00")]
    [InlineData(
        "<p>Palembang, (24.07.2026). Pedagang di pasar ikan kembali berjualan sejak pagi, dan pembeli datang lebih banyak lagi.</p>",
        "2026-07-24")]
    public void ThePagesOwnDate_IsRead(string line, string published) => Assert.Equal(
        published, Sample.Read($"<html lang=en><title>{Sample.Headline}</title><h1>{Sample.Headline}</h1>{line}{Sample.Paragraphs}")
            .Published?.ToString()[..published.Length]);

    [Theory]
    [InlineData("/read/20260724090312-32-1201/pasar-ikan", "2026-07-24")]
    [InlineData("/20260724/pasar-ikan", "2026-07-24")]
    [InlineData("/read/2026072/pasar-ikan", null)]
    [InlineData("/read/20267724/pasar-ikan", null)]
    public void TheDayInAnAddress_IsRead(string path, string? day) =>
        Assert.Equal(day, Sample.Page(Sample.Paragraphs, url: "https://paper.example" + path).Published?.ToString());

    [Fact]
    public void APageThatWasPublishedAfterItsLastChange_IsOfTheDayThatItShows() => Assert.Equal("2026-07-24", Sample.Page(
        "<p>24 Juli 2026</p>" + Sample.Paragraphs,
        Sample.Data("""{"@type":"Article","headline":"x","datePublished":"2026-11-12","dateModified":"2026-11-02"}""")).Published?.ToString());

    [Fact]
    public void DatesAboveTheHead_AreOfOtherThings()
    {
        const string other = "<time datetime=2026-11-29T10:00:00Z>29 November 2026</time><ul>" +
            "<li>Menu satu<li>Menu dua<li>Menu tiga<li>Menu empat<li>Menu lima<li>Menu enam<li>Menu tujuh<li>Menu delapan<li>Menu sembilan</ul>";
        Assert.Equal("2026-07-24", Sample.Read($"<body>{other}<h1>{Sample.Headline}</h1><p>Terbit 24 Juli 2026</p>{Sample.Paragraphs}")
            .Published?.ToString());
        const string card = "<p>Kartu lain <time datetime=2026-01-02>2 Januari 2026</time></p>";
        Assert.Equal("2026-07-24",
            Sample.Read($"{card}<h1>{Sample.Headline}</h1><p><time datetime=2026-07-24>24 Juli 2026</time></p>{Sample.Paragraphs}")
            .Published?.ToString());
    }

    [Fact]
    public void TheDayOfAChange_MovesNoInstant() => Assert.Equal("2026-07-24T13:23:00+00:00", Sample.Read(
        $"<html lang=en><h1>{Sample.Headline}</h1><p>Updated 25 July 2026</p>{Sample.Paragraphs}"
        + "<meta property=article:published_time content=2026-07-24T13:23:00Z>").Published?.ToString());

    [Theory]
    [InlineData("<p>von Ana Putri</p>", "Ana Putri")]
    [InlineData("<p>24.07.2026 - Ana Putri</p>", "Ana Putri")]
    [InlineData("<div class=post-author><span class=author-name>Ana Putri</span><span>Pendiri Kebun</span></div>", "Ana Putri")]
    [InlineData("<p>By Ana Putri, Head of Markets and Trade</p>", "Ana Putri")]
    [InlineData("<p>By Ana Putri S.</p>", "Ana Putri S.")]
    [InlineData("<p>Ana Putri, Jurnalis</p>", "Ana Putri")]
    [InlineData("<span class=nama data-testid=byline-name>Ana Putri</span>", "Ana Putri")]
    [InlineData("<span class=post-author>Diposting oleh Ana Putri</span>", "Ana Putri")]
    [InlineData("<div class=byline>Home 24</div><p>By Ana Putri</p>", "Ana Putri")]
    [InlineData("<li><a href=/by-sea>By Sea</a></li>", null)]
    public void ABylineOfAnyForm_NamesTheWriter(string line, string? author) =>
        Assert.Equal(author is null ? [] : [author], Sample.Page(line + Sample.Paragraphs).Authors);

    [Fact]
    public void NamesInTheDataThatArePapersOrLogins_GiveWayToTheByline()
    {
        const string byline = "<p>By Ana Putri</p>";
        Assert.Equal(["Ana Putri"], Sample.Page(byline + Sample.Paragraphs, Sample.Data(
            """{"@type":"NewsArticle","headline":"x","author":{"name":"aputri7"}}""")).Authors);
        Assert.Equal(["Ana Putri"], Sample.Page(Sample.Paragraphs, Sample.Data(
            """{"@type":"NewsArticle","headline":"x","author":[{"name":"Ana Putri"},{"name":"Suara Teluk"}],"publisher":{"name":"Suara Teluk"}}""")).Authors);
        Assert.Equal(["Suara Teluk"], Sample.Page(Sample.Paragraphs, Sample.Data(
            """{"@type":"NewsArticle","headline":"x","author":{"name":"Suara Teluk"},"publisher":{"name":"Suara Teluk"}}""")).Authors);
        Assert.Equal(["Ana Putri"], Sample.Page(Sample.Paragraphs, Sample.Data(
            """{"@graph":[{"@type":"Person","@id":"#p1","name":"Ana Putri"},{"@type":"Article","headline":"x","author":{"@id":"#p1"}}]}""")).Authors);
    }

    [Fact]
    public void CommentersAreNoAuthors() => Assert.Empty(Sample.Page(
        $"{Sample.Paragraphs}<div itemscope itemtype=https://schema.org/Comment><b itemprop=author>Citra</b></div><div class=\"comment-author vcard\">Dewi</div>").Authors);

    [Theory]
    [InlineData("", "kabar-pesisir", null)]
    [InlineData("", "olahraga", "olahraga")]
    [InlineData("<nav><a href=\"mailto:x@paper.example\">Surat</a><a href=/kabar-pesisir>Kabar Pesisir</a></nav>", "kabar-pesisir",
        "Kabar Pesisir")]
    public void AStepOfTheAddress_IsASection_WhereThePageLeadsToItByName(string menu, string step, string? section) => Assert.Equal(
        section, Sample.Page(menu + Sample.Paragraphs, url: $"https://paper.example/{step}/17/pasar-ikan").Section);

    [Fact]
    public void TheSitesName_IsTakenOffATitle_ThatAHeadingEnds() => Assert.Equal(Sample.Headline, Sample.Read(
        $"<title>Suara Teluk: {Sample.Headline}</title><h2>Jumat</h2><h3>{Sample.Headline}</h3>{Sample.Paragraphs}").Title);

    [Fact]
    public void AnEditorInMicrodata_TagsOfAnyMeta_AndTheDateOfAVideo_AreRead()
    {
        var article = Sample.Page(
            $"<div class=isi>{Sample.Paragraphs}</div><div><span itemprop=editor>Budi Raya</span></div>",
            "<meta name=content_tag content=\"pasar, ikan\">" + Sample.Data("""{"@type":"VideoObject","name":"x","uploadDate":"2026-07-24T09:00:00+07:00"}"""));
        Assert.Equal(["Budi Raya"], article.Editors);
        Assert.Equal(["pasar", "ikan"], article.Keywords);
        Assert.Equal("2026-07-24T09:00:00+07:00", article.Published?.ToString());
    }

    [Theory]
    [InlineData("<h3><a href=/olahraga>Olahraga</a></h3>", "Olahraga")]
    [InlineData("<p id=hierarchie><a href=/>Accueil</a> &gt; <a href=/k>Culture</a> &gt; <strong>TITLE</strong></p>", "Culture")]
    [InlineData("<div>您当前的位置： <a href=/>首页</a> &gt; <a href=/wh>文化</a> &gt; 正文</div>", "文化")]
    [InlineData("<nav class=breadcrumbs><a href=/>홈</a><a href=/s2>문화</a></nav>", "문화")]
    [InlineData("<nav><a href=/read>Πολιτισμός</a></nav>", null)]
    public void TheWayToAPage_NamesItsSection(string above, string? section) => Assert.Equal(section, Sample.Read(
        $"<html><body>{above.Replace("TITLE", Sample.Headline, StringComparison.Ordinal)}<h1>{Sample.Headline}</h1>{Sample.Paragraphs}").Section);

    [Theory]
    [InlineData("gundem", "Gündem")]
    [InlineData("politismos", "Πολιτισμός")]
    public void ASection_IsCalledAsThePageCallsIt(string step, string name) => Assert.Equal(name, Sample.Page(
        $"<nav><a href=/{step}>{name}</a></nav>" + Sample.Paragraphs, url: $"https://paper.example/{step}/17/pasar-ikan").Section);

    [Theory]
    [InlineData("<figure><img src=/foto/pasar.jpg></figure>", "https://paper.example/foto/pasar.jpg")]
    [InlineData("<a href=/read/18><img src=/foto/lain.jpg></a><img class=avatar src=/ana.jpg><img src=/kecil.jpg width=40>", null)]
    public void WhereNoPictureIsDeclared_TheFirstBesideTheTextIs(string shown, string? picture) =>
        Assert.Equal(picture, Sample.Page(shown + Sample.Paragraphs).Picture);
}
