namespace FeedHub.Syndication.Tests.Extracting.Body;

/// <summary>What leads away from a text, among its paragraphs and below them.</summary>
public class EndOfTextTests
{
    private static readonly string[] Parts = Sample.Paragraphs.Split("</p>", StringSplitOptions.RemoveEmptyEntries);

    [Theory]
    [InlineData("<p>Baca Juga<br><a href=/x>Harga cabai turun di pasar induk</a></p>")]
    [InlineData("<h4>Baca juga</h4><p>Harga cabai turun di pasar induk</p>")]
    [InlineData("<p>Baca pula: <a href=/x>Harga cabai turun</a></p>")]
    [InlineData("<p>Dengarkan juga: <a href=/x>Siniar kami</a></p>")]
    [InlineData("<p>Klik juga: <a href=/x>Harga cabai</a></p>")]
    [InlineData("<p>Baca juga <a href=/x>Harga cabai turun di pasar induk</a></p>")]
    [InlineData("<p>BACA JUGA <a href=/x>Harga cabai turun</a> dan <a href=/y>harga beras</a>.</p>")]
    [InlineData("<p>Baca juga artikel terkait <a href=/x>PASAR</a> atau tulisan lain dari Ana Putri</p>")]
    [InlineData("<p><strong>Baca Juga:</strong><br>&#128073; <a href=/x>Harga cabai turun</a></p>")]
    [InlineData("<blockquote><p><b>Baca juga:</b></p><p><a href=/x>Harga cabai turun di pasar induk</a></p></blockquote>")]
    [InlineData("<ul><li>Baca juga: <a href=/x>Harga cabai turun</a></li><li>Baca juga: <a href=/y>Harga beras naik</a></li></ul>")]
    [InlineData("<p><b>Читайте також: </b><a href=/x>Ціни на перець знизилися</a></p>")]
    [InlineData("<p><strong>اقرأ أيضاً: </strong><a href=/x>قطار الشمال يعود إلى العمل</a></p>")]
    [InlineData("<p><strong>Διαβάστε επίσης: </strong><a href=/x>Νέο δρομολόγιο για το λεωφορείο</a></p>")]
    [InlineData("<dl><dt><img src=/a.jpg></dt><dd><strong>Balai lelang di pasar</strong></dd></dl>")]
    [InlineData("<p>Terbit: Jumat, 24 Juli 2026 09:00 WIB | Diperbarui: Selasa, 28 Juli 2026 08:00 WIB</p>")]
    public void AmongParagraphs_ItIsLeftOut(string part) =>
        Assert.Equal(Sample.Page(Sample.Paragraphs).Text, Sample.Page($"{Parts[0]}</p>{part}{Parts[1]}</p>{Parts[2]}</p>").Text);

    [Theory]
    [InlineData("<p>[Foto: Kabar/Ana]</p>")]
    [InlineData("<p>(Foto/Ana)</p>")]
    [InlineData("<p>Dok. Humas Pemkab</p>")]
    [InlineData("<p>Bagikan: <a href=#>WA</a></p>")]
    [InlineData("<p>Komentar</p><p>Belum ada komentar. Jadilah yang pertama!</p>")]
    [InlineData("<p>Apa reaksi Anda?</p>")]
    [InlineData("<p>Sumber berita: <a href=/x>Antara</a></p>")]
    [InlineData("<p>Dibaca 123 kali</p>")]
    [InlineData("<p>Terima kasih telah membaca sampai di sini.</p>")]
    [InlineData("<p>Penulis adalah wartawan Kabar Kota.</p>")]
    [InlineData("<p>#pasar #ikan</p>")]
    [InlineData("<p>Google News: Ikuti kami</p>")]
    [InlineData("<p>Berlangganan Kabar lewat surel: masukkan alamat Anda.</p>")]
    [InlineData("<p>Rep: Ana Putri/ Red: Budi Raya</p>")]
    [InlineData("<p>Diunggah oleh: Budi Raya</p><p>Ditulis oleh: Ana Putri</p>")]
    [InlineData("<p>Reported by: Ana Putri | Edited by: Budi Raya</p>")]
    [InlineData("<p>Originally published July 24, 2026</p>")]
    public void BelowTheText_ItIsLeftOut(string part)
    {
        var text = Sample.Page(Sample.Paragraphs).Text;
        Assert.Equal(text, Sample.Page(Sample.Paragraphs + part).Text);
        Assert.Equal(text + "\n(ana/bud)", Sample.Page($"{Sample.Paragraphs}<p>(ana/bud)</p>{part}").Text);
    }

    [Theory]
    [InlineData("<p>Penulis adalah orang yang paling sabar di antara para pedagang ikan itu.</p>")]
    [InlineData("<p>Komentar</p>")]
    [InlineData("<p>Baca juga menjadi kebiasaan anak para pedagang di kios itu setiap sore.</p>")]
    [InlineData("<ul><li>24 Juli 2026</li><li>25 Juli 2026</li></ul>")]
    public void AmongParagraphs_WhatOnlyLooksSo_Stays(string part) =>
        Assert.NotEqual(Sample.Page(Sample.Paragraphs).Text, Sample.Page($"{Parts[0]}</p>{part}{Parts[1]}</p>{Parts[2]}</p>").Text);

    [Fact]
    public void ANextArticleWithItsOwnHeadline_IsLeftOut_WhereTheFirstHeadlineStandsAbove() => Assert.Equal(
        Sample.Page(Sample.Paragraphs).Text,
        Sample.Page($"<article>{Sample.Paragraphs}</article><article><h1>Harga cabai turun</h1>"
            + string.Concat(Enumerable.Repeat("<p>Kalimat dari berita berikutnya, yang cukup panjang supaya tampak sebagai isi.</p>", 9))
            + "</article>").Text);
}
