using System.Text;
using FeedHub.Syndication.Extracting;

namespace FeedHub.Syndication.Tests.Extracting;

/// <summary>What of a page is the article's text.</summary>
public class ArticleTextTests
{
    private const string Points = "<ul><li>Pasar dibuka lagi sesudah tiga bulan.</li><li>Harga sewa kios tetap sama.</li></ul>";

    private const string Long =
        "Nelayan di teluk itu menunggu cuaca membaik sebelum melaut lagi, karena ombak masih setinggi dua meter sampai akhir pekan ini.";

    [Fact]
    public void Paragraphs_AreTheText_WithoutHeadlineMenusAndFooter()
    {
        var article = Sample.Page($"<nav><a href=/>Beranda</a> <a href=/b>Berita</a></nav><article>{Sample.Paragraphs}</article>"
            + $"<footer>Paper, Jalan Baru 1</footer>");
        Assert.StartsWith("Pedagang di pasar ikan", article.Text);
        Assert.EndsWith("ketika hujan turun.", article.Text);
        Assert.Equal(3, article.Text!.Split('\n').Length);
        Assert.Null(article.Nothing);
    }

    [Theory]
    [InlineData("<h2>Harga tetap</h2>", "Harga tetap", "<h2>Harga tetap</h2>")]
    [InlineData("<ul><li>Udang segar dari tambak</li><li>Kepiting</li></ul>", "Kepiting", "<ul><li>Udang segar dari tambak</li>")]
    [InlineData("<table><tr><th>Ikan</th><th>Harga</th></tr><tr><td>Kakap</td><td>60.000</td></tr></table>", "60.000", "<td>60.000</td>")]
    [InlineData("<blockquote><p>Kami senang bisa berjualan lagi di sini.</p></blockquote>", "Kami senang", "<blockquote><p>Kami senang")]
    [InlineData("<pre><code>ikan = 12\nharga = 5</code></pre>", "ikan = 12", "<pre><code>ikan = 12\nharga = 5</code></pre>")]
    public void WhatBelongsToAText_Stays(string part, string text, string html)
    {
        var article = Sample.Page($"<div class=isi>{Sample.Paragraphs}{part}<p>{Long}</p></div>");
        Assert.Contains(text, article.Text);
        Assert.Contains(html, article.Html);
    }

    [Fact]
    public void ATableAtTheEnd_KeepsItsHeads()
    {
        const string rows = "<tr><th>Ikan</th><th>Harga</th></tr><tr><th>Kakap</th><td>60.000</td></tr>";
        var article = Sample.Page($"<div class=isi>{Sample.Paragraphs}<p>{Long}</p><table>{rows}</table></div>");
        Assert.Contains("<th>Harga</th>", article.Html);
        Assert.Contains("<th>Kakap</th><td>60.000</td>", article.Html);
    }

    [Fact]
    public void PicturesAndPlayers_StayInTheHtml_AndTheirCaptionsOutOfTheText()
    {
        var article = Sample.Page(
            $"<div>{Sample.Paragraphs}<figure><img src=/kapal.jpg width=600 height=400><figcaption>Kapal di dermaga. Foto: "
                + $"Ana</figcaption></figure>"
            + $"<iframe src=\"https://www.youtube.com/embed/abc\"></iframe><p>{Long}</p></div>");
        Assert.DoesNotContain("dermaga", article.Text);
        Assert.Contains("<figcaption>Kapal di dermaga. Foto: Ana</figcaption>", article.Html);
        Assert.Contains("https://paper.example/kapal.jpg", article.Html);
        Assert.Contains("https://www.youtube.com/embed/abc", article.Html);
    }

    [Theory]
    [InlineData("<p><strong>BACA JUGA: <a href=/1>Harga cabai turun di pasar induk</a></strong></p>", "cabai")]
    [InlineData("<p>Pilihan Editor: <a href=/1>Harga cabai turun di pasar induk</a></p>", "cabai")]
    [InlineData("<b>Baca juga : </b><a href=/1>Harga cabai turun di pasar induk</a><br>", "cabai")]
    [InlineData("<div class=iklan><span>ADVERTISEMENT</span><span>SCROLL TO CONTINUE WITH CONTENT</span></div>", "SCROLL")]
    [InlineData("<p>Reporter: Ana Putri | Editor: Budi</p>", "Budi")]
    [InlineData("<div class=share-box>Bagikan: <a href=#>Facebook</a></div>", "Facebook")]
    [InlineData("<div class=pagination><a href=?page=1>1</a> <a href=?page=2>2</a></div>", "2")]
    [InlineData("<p>(Foto: Antara/Ana)</p>", "Antara")]
    [InlineData("<div><h3>Berita lain</h3><a href=/1>Harga cabai turun di pasar induk</a><p>Harga turun sejak Senin.</p></div>", "cabai")]
    [InlineData("<div class=box><input type=email> Daftar buletin kami supaya tidak ketinggalan berita setiap pagi.</div>", "buletin")]
    public void Furniture_IsLeftOut(string part, string furniture)
    {
        var article = Sample.Page($"<div>{Sample.Paragraphs}{part}<p>{Long}</p></div>");
        Assert.DoesNotContain(furniture, article.Text);
        Assert.DoesNotContain(furniture, article.Html);
        Assert.Contains("Nelayan di teluk", article.Text);
    }

    [Fact]
    public void ABoxOfPoints_AboveTheFirstParagraph_IsLeftOut() => Assert.StartsWith(
        "Pedagang",
        Sample.Page($"<main><div><b>Singkatnya:</b>{Points}</div>{Sample.Paragraphs}</main>").Text!,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("<main>" + Points + Sample.Paragraphs + "</main>")]
    [InlineData("<main><h2>Yang perlu diketahui</h2><div>" + Points + "</div>" + Sample.Paragraphs + "</main>")]
    [InlineData("<main>" + Sample.Paragraphs + "<div>" + Points + "</div>" + Sample.Paragraphs + "</main>")]
    public void AListAmongTheParagraphs_OrBelowItsHeading_Stays(string body) =>
        Assert.Contains("Pasar dibuka lagi", Sample.Page(body).Text!, StringComparison.Ordinal);

    [Fact]
    public void InitialsOfTheReporters_Stay()
    {
        var article = Sample.Page($"<div>{Sample.Paragraphs}<p>(ana/bud)</p></div>");
        Assert.EndsWith("(ana/bud)", article.Text);
    }

    [Fact]
    public void LinesParted_ByBreaks_AreParagraphs()
    {
        var article = Sample.Page($"<div class=isi>{Long}<br><br>\n<b>Kepala pasar</b> berkata bahwa semua kios sudah terisi sejak "
            + $"hari pertama dibuka.<br></div>");
        Assert.Equal(2, article.Text!.Split('\n').Length);
        Assert.Contains("</p><p>", article.Html!.Replace("\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void OnlyTheFirst_OfSeveralArticlesOnAPage_IsTaken()
    {
        var article = Sample.Read(
            $"<html><title>{Sample.Headline}</title><body><article><h1>{Sample.Headline}</h1>{Sample.Paragraphs}</article>"
            + $"<article><h2>Lain</h2><p>{Long}</p><p>Kapal yang rusak {Long}</p></article></body></html>");
        Assert.DoesNotContain("Nelayan", article.Text);
    }

    [Fact]
    public void ATextOfTheDataOnly_IsRead()
    {
        var body = string.Join("\\n\\n", Enumerable.Range(1, 5).Select(n => $"Kalimat ke-{n}: {Long}"));
        const string menu = "\"menu\":[\"Berita terbaru dari seluruh penjuru negeri kita semua\"]";
        var data = "{\"props\":{" + menu + ",\"article\":{\"body\":\"" + body + "\"}}}";
        var article = Sample.Read($"<html><body><div id=app></div><script type=application/json>{data}</script></body></html>");
        Assert.Equal(5, article.Text!.Split('\n').Length);
        Assert.Contains("Kalimat ke-3", article.Text);
        Assert.DoesNotContain("Berita terbaru", article.Text);
    }

    [Fact]
    public void ADeclaredText_TellsTheArticleFromWhatStandsBetween()
    {
        var lines = Enumerable.Range(1, 6).Select(n => $"Kalimat ke-{n} tentang pasar: {Long}").ToList();
        var other = "Langganan sekarang dan dapatkan potongan harga setengah untuk tiga bulan pertama, hanya sampai akhir bulan ini.";
        var article = Sample.Page(
            string.Concat(lines.Take(3).Append(other).Concat(lines.Skip(3)).Select(line => $"<p>{line}</p>")),
            Sample.Data($"{{\"@type\":\"NewsArticle\",\"headline\":\"{Sample.Headline}\",\"articleBody\":\"{string.Join(" ", lines)}\"}}"));
        Assert.Equal(lines, article.Text!.Split('\n'));
    }

    [Fact]
    public void ATextHiddenForScripts_IsRead_WhereItIsMostOfThePage()
    {
        var article = Sample.Page($"<form id=page><div hidden class=comment>{Sample.Paragraphs}</div></form>");
        Assert.StartsWith("Pedagang", article.Text);
    }

    [Theory]
    [InlineData("windows-1251", "<meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\">")]
    [InlineData("shift_jis", "<meta charset=shift_jis>")]
    public void TheCharset_ThatAMetaNames_IsBelieved(string charset, string meta)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var sentence = charset == "shift_jis" ? "日本語の記事です。魚市場が三か月ぶりに再開し、朝から多くの客が訪れた。"
            : "Рыбный рынок снова открыт после трёх месяцев ремонта, покупателей больше, чем ждали.";
        var body = string.Concat(Enumerable.Range(1, 4).Select(n => $"<p>{sentence}{n}</p>"));
        var html = $"<html><head>{new string(' ', 2000)}{meta}</head><body>{body}</body></html>";
        var bytes = Encoding.GetEncoding(charset).GetBytes(html);
        var article = ArticlePage.Read(bytes, "text/html", new Uri("https://a.example/1"), Sample.Now);
        Assert.Contains(sentence, article.Text);
    }

    [Fact]
    public void APageOfScripts_HasNoWords() =>
        Assert.Equal(NoArticle.NoWords, Sample.Read("<html><body><script>go()</script><div id=root></div></body></html>").Nothing);

    [Fact]
    public void NothingActive_IsInTheHtml()
    {
        var article = Sample.Page($"<div>{Sample.Paragraphs}<p onclick=\"go()\">{Long}<a href=\"javascript:go()\">x</a><script>"
            + $"go()</script></p></div>");
        Assert.DoesNotContain("go()", article.Html);
    }

    [Theory]
    [InlineData("<figure><img src=/akhir.jpg width=600><figcaption>Perahu pulang</figcaption></figure>", "/akhir.jpg")]
    [InlineData("<p><img src=/akhir.jpg width=600 height=400></p>", "/akhir.jpg")]
    [InlineData("<p>Editor: Budi Raya</p><iframe src=\"https://www.youtube.com/embed/xyz\"></iframe>", "embed/xyz")]
    [InlineData("<div class=pemutar><iframe src=\"https://www.youtube.com/embed/xyz\"></iframe></div>", "embed/xyz")]
    [InlineData("<figure><blockquote><p>Kami pulang membawa hasil</p></blockquote></figure>", "Kami pulang membawa hasil")]
    [InlineData("<blockquote>Kami pulang membawa hasil</blockquote>", "Kami pulang membawa hasil")]
    [InlineData("<amp-youtube data-videoid=xyz layout=responsive></amp-youtube>", "https://www.youtube.com/embed/xyz")]
    [InlineData("<lite-youtube videoid=xyz></lite-youtube>", "https://www.youtube.com/embed/xyz")]
    [InlineData("<amp-iframe src=\"https://player.vimeo.com/video/7\"></amp-iframe>", "https://player.vimeo.com/video/7")]
    [InlineData("<blockquote data-instgrm-permalink=\"https://www.instagram.com/p/A/?x=1\"><a href=/>Lihat</a></blockquote>",
        "href=\"https://www.instagram.com/p/A/\"")]
    [InlineData("<figure><figure><img src=/a.jpg><figcaption>Satu</figcaption></figure><figure><img src=/b.jpg><figcaption>Dua</figcaption>"
        + "</figure></figure>", "<figcaption>Dua</figcaption>")]
    [InlineData(
        "<figure><table><tr><td>Kakap</td><td>60.000</td></tr></table><figcaption>Harga pekan ini</figcaption></figure><p>Selesai.</p>",
        "<figcaption>Harga pekan ini</figcaption>")]
    public void WhatStandsBelowTheLastParagraph_Stays(string end, string kept) =>
        Assert.Contains(kept, Sample.Page($"<div class=isi>{Sample.Paragraphs}<p>{Long}</p>{end}</div>").Html, StringComparison.Ordinal);

    [Theory]
    [InlineData("<p><a href=/lain><img src=/lain.jpg width=600></a></p>")]
    [InlineData("<h3>Pilihan kami</h3><img src=/lain.jpg width=600>")]
    [InlineData("<p><img src=/lain.jpg width=32 height=32></p>")]
    public void PicturesBelowTheTextThatLeadElsewhere_AreLeftOut(string end) =>
        Assert.DoesNotContain(
            "lain.jpg", Sample.Page($"<div class=isi>{Sample.Paragraphs}<p>{Long}</p>{end}</div>").Html, StringComparison.Ordinal);

    [Theory]
    [InlineData("Bagikan artikel ini ke WhatsApp dan Facebook")]
    [InlineData("Sebarkan berita ini:")]
    [InlineData("Halaman 1 2 3")]
    [InlineData("Halaman: 1 2 Selanjutnya")]
    [InlineData("Page 2 of 4")]
    [InlineData("1 2 3 Berikutnya")]
    [InlineData("Halaman Selanjutnya")]
    [InlineData("Pilihan Redaksi")]
    [InlineData("Berita Pilihan: Harga cabai turun di pasar induk")]
    [InlineData("Baca Juga Artikel Lain: Harga cabai turun di pasar induk")]
    [InlineData("Yuk, ikuti saluran WhatsApp kami!")]
    [InlineData("Ikuti kami di Google News dan WhatsApp Channel Paper")]
    [InlineData("Mari bergabung di grup Telegram Paper, caranya klik tautan ini.")]
    [InlineData("Dapatkan informasi terbaru melalui WhatsApp Channel Paper")]
    [InlineData("Unduh aplikasi Paper di Play Store dan App Store")]
    [InlineData("Kunjungi kanal YouTube kami setiap hari")]
    [InlineData("Berita ini juga bisa dibaca di paper.example")]
    [InlineData("Reporting by Ana Putri; Editing by Budi Raya")]
    [InlineData("Reporter Ana Putri | Editor Budi Raya")]
    [InlineData("(Kontributor: Ana Putri / Editor: Budi Raya)")]
    public void ShareLinesAndPageNumbers_AreLeftOut(string line)
    {
        var article = Sample.Page($"<div class=isi>{Sample.Paragraphs}<p>{line}</p><p>{Long}</p><p>{line}</p></div>");
        Assert.DoesNotContain(line, article.Text);
        Assert.Equal(4, article.Text!.Split('\n').Length);
    }

    [Theory]
    [InlineData("<h3>By Land And Sea</h3>", "By Land And Sea")]
    [InlineData("<p>By Popular Demand</p>", "By Popular Demand")]
    [InlineData("<p>By Boat To Harbour</p>", "By Boat To Harbour")]
    [InlineData("<p>Bagikan hasil panen kepada tetangga.</p>", "Bagikan hasil panen")]
    [InlineData("<p>Gabungan pedagang ikan meminta jalan di depan pasar diperbaiki.</p>", "Gabungan pedagang")]
    [InlineData("<p>Ikuti kami, kata petugas pasar kepada pembeli yang tersesat.</p>", "Ikuti kami")]
    [InlineData("<p>\"Ikuti kami di Instagram,\" kata seorang pedagang ikan muda.</p>", "Ikuti kami")]
    [InlineData("<p>Lihat juga bagaimana ombak merusak dermaga tua itu.</p>", "Lihat juga")]
    [InlineData("<p>Dilarang keras berjualan di trotoar, demikian bunyi papan itu.</p>", "Dilarang keras")]
    [InlineData("<p>Hak cipta lagu nelayan itu dipegang oleh anaknya.</p>", "Hak cipta")]
    [InlineData("<p>Copyright law gives the song to the family of the sailor.</p>", "Copyright law")]
    [InlineData("<p>Follow us, the guard told the lost buyers.</p>", "Follow us")]
    [InlineData("<p>Berita terkait kenaikan sewa itu cepat menyebar di pasar.</p>", "Berita terkait")]
    public void WhatOnlyBeginsLikeFurniture_Stays(string part, string kept) =>
        Assert.Contains(kept, Sample.Page($"<div class=isi>{Sample.Paragraphs}{part}<p>{Long}</p></div>").Text, StringComparison.Ordinal);

    // The text in the data of pages that a script fills: a program, JSON in a string, JSON in an attribute.
    [Theory]
    [InlineData("<script>window.__STATE__=(function(a){return {news:{id:a,content:\"TEXT\"}}}(1));</script>")]
    [InlineData("<script>window.App=window.App||{};App.globalContent={\"content\":\"TEXT\"};App.config={};</script>")]
    [InlineData("<script>stream.enqueue(\"[{\\\"_1\\\":2},\\\"html\\\",\\\"TEXT\\\"]\\n\");</script>")]
    [InlineData("<read-island props='{\"text\":[0,\"TEXT\"]}'></read-island>")]
    public void ATextThatStandsInDataOnly_IsFound(string data)
    {
        var text = $"{Long} {Long[..60]} satu dua tiga. {Long}";
        Assert.Contains(text, Sample.Read($"<title>{Sample.Headline}</title>{data.Replace("TEXT", text, StringComparison.Ordinal)}").Text);
    }

    [Fact]
    public void PicturesOfAmpPages_Stay()
    {
        var html = Sample.Page(
            $"<div class=isi><p>{Long}</p><amp-img src=/satu.jpg width=600 height=400><div placeholder></div></amp-img>{Sample.Paragraphs}"
            + "<figure><amp-img src=/dua.jpg width=600 height=400></amp-img><figcaption>Kapal</figcaption></figure></div>").Html;
        Assert.Contains("<img src=\"https://paper.example/satu.jpg\"", html, StringComparison.Ordinal);
        Assert.Contains("https://paper.example/dua.jpg", html, StringComparison.Ordinal);
        Assert.Contains("Kapal", html, StringComparison.Ordinal);
    }
}
