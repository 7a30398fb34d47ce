using FeedHub.Syndication.Extracting;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Tests.Extracting;

/// <summary>Articles that are cut into several pages.</summary>
public class ArticleJoinerTests
{
    private const string Address = "https://paper.example/read/17/pasar-ikan";

    [Theory]
    [InlineData("<a href=\"/read/17/pasar-ikan/2\">2</a>", Address, Address + "/2")]
    [InlineData("<a href=\"?page=2\">Selanjutnya</a><a href=\"?page=all\">Semua</a>", Address, Address + "?page=2")]
    [InlineData("<a href=\"?page=3\">3</a><a href=\"?page=1\">1</a>", Address + "?page=2", Address + "?page=3")]
    [InlineData("<a href=\"/read/17/pasar-ikan/page/2/\">2</a>", Address + "/", Address + "/page/2/")]
    [InlineData("<a href=/read/17/kapal-7.html>Kapal</a><a href=pasar-ikan-2.html>2</a>", Address + ".html", Address + "-2.html")]
    [InlineData("<a href=pasar-ikan.html>1</a><a href=pasar-ikan-3.html>3</a>", Address + "-2.html", Address + "-3.html")]
    public void TheNextPage_IsTheOneWithTheNextNumber(string links, string url, string expected) =>
        Assert.Equal(expected, Sample.Page(Sample.Paragraphs + links, url: url).Next);

    [Theory]
    [InlineData("<a href=\"/read/18/harga-cabai/2\">2</a>")]
    [InlineData("<a href=\"https://other.example/read/17/pasar-ikan/2\">2</a>")]
    [InlineData("<a href=\"/?page=2\">2</a>")]
    [InlineData("<a href=\"#page=2\">2</a>")]
    public void PagesOfOthers_AreNotNext(string links) => Assert.Null(Sample.Page(Sample.Paragraphs + links).Next);

    [Fact]
    public void RelNext_IsFollowed_OnlyWithinTheArticle()
    {
        Assert.Equal(Address + "/2", Sample.Page(Sample.Paragraphs, $"<link rel=next href={Address}/2>").Next);
        Assert.Null(Sample.Page(Sample.Paragraphs, "<link rel=next href=https://paper.example/read/18/lain>").Next);
    }

    [Fact]
    public void TheLastPage_HasNoNext() => Assert.Null(
        Sample.Page($"{Sample.Paragraphs}<a href={Address}>1</a><a href={Address}/2>2</a>", url: Address + "/2").Next);

    [Fact]
    public void AWholePage_IsNamed() => Assert.Equal(
        Address + "?page=all",
        Sample.Page($"{Sample.Paragraphs}<a href=\"?page=2\">2</a><a href=\"?page=all\">Tampilkan semua</a>").Whole);

    [Fact]
    public void JoinedPages_AreOneText_WithoutWhatEachRepeats()
    {
        const string summary = "<p>Ringkasan: pasar ikan dibuka lagi sesudah tiga bulan, dan para pedagang menyambutnya dengan "
            + "gembira.</p>";
        var first = Sample.Page($"<div>{summary}{Sample.Paragraphs}</div><p>Reporter: Ana Putri</p>");
        var second = Sample.Page(
            $"<div>{summary}<p>Pada halaman kedua diceritakan bagaimana nelayan mengantar ikan dengan perahu kecil setiap pagi buta.</p>"
            + "<p>Pengelola pasar berjanji membuka tempat parkir baru sebelum akhir tahun supaya pembeli tidak berdesakan.</p></div>");
        var joined = ArticleJoiner.Join([first with { Next = "x" }, second]);
        Assert.Equal(6, joined.Text!.Split('\n').Length);
        Assert.Equal(2, joined.Html!.Split("Ringkasan").Length);
        Assert.Equal(["Ana Putri"], joined.Authors);
        Assert.Null(joined.Next);
    }

    [Fact]
    public void PagesWithoutText_LeaveTheOthersAlone()
    {
        var first = Sample.Page(Sample.Paragraphs);
        var joined = ArticleJoiner.Join([first, new Article { Nothing = NoArticle.NoText }]);
        Assert.Equal(first.Text, joined.Text);
        Assert.Null(joined.Nothing);
    }

    [Theory]
    [InlineData("Pasar ikan dibuka", "Baris pertama nomor 8 yang cukup panjang.", ReasonCode.PageRepeats)]
    [InlineData("Sekolah libur besok", "Baris kedua yang belum pernah dibaca siapa pun.", ReasonCode.PageOfAnother)]
    [InlineData("Pasar ikan dibuka (2)", "Baris kedua yang belum pernah dibaca siapa pun.", null)]
    [InlineData(null, "Baris kedua yang belum pernah dibaca siapa pun.", null)]
    public void AFurtherPage_EndsTheArticle_WhereItHasNothingNewOrIsAnother(string? title, string text, ReasonCode? why) => Assert.Equal(
        why,
        ArticleJoiner.WhyEnds(
            [new() { Title = "Pasar ikan dibuka", Text = "Baris pertama nomor 7 yang cukup panjang." }],
            new() { Title = title, Text = text },
            Address + "/2")?.Code);

    [Theory]
    [InlineData("/read/17/pasar-ikan/lanjutan", "")]
    [InlineData("/read/17/pasar-ikan-bagian-dua", "")]
    [InlineData("?bagian=dua", "")]
    [InlineData("/read/17/pasar-ikan/penutup", "<link rel=prev href=/read/17/pasar-ikan>", Address + "/lanjutan")]
    public void ADeclaredNextPage_NeedsNoNumber_WhereItIsOfTheSameArticle(string next, string head, string url = Address) =>
        Assert.EndsWith(
            next, Sample.Page(Sample.Paragraphs + $"<a rel=next href=\"{next}\">Lanjut</a>", head, url).Next, StringComparison.Ordinal);

    [Theory]
    [InlineData("/read/17/pasar-sayur")]
    [InlineData("/read/18/pasar-ikan/lanjutan")]
    [InlineData("/read/17/pasar-ikan")]
    [InlineData("/read/17/pasar-ikan/comment-page-b")]
    [InlineData("?next=00817")]
    [InlineData("?bagian=dua&kotak=3")]
    [InlineData("https://other.example/read/17/pasar-ikan/lanjutan")]
    public void ADeclaredNextPage_OfAnotherArticle_IsNotFollowed(string next) =>
        Assert.Null(Sample.Page(Sample.Paragraphs, $"<link rel=next href=\"{next}\">").Next);
}
