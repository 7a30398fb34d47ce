namespace FeedHub.Syndication.Tests.Extracting.Lists;

/// <summary>FeedHub's own proposal for pages of many kinds.</summary>
public sealed class ProposalTests
{
    private const string Furniture =
        "<header><nav><a href='/kategori/nasional'>Berita Nasional Hari Ini</a><a href='/kategori/daerah'>Kabar Daerah Jawa Tengah</a></nav></header>"
        + "<div class='top'><a href='/tag/pilkada-2026'>Pilkada Serentak Jawa Tengah 2026</a></div>";

    private const string Footer =
        "<div class='bottom'><a href='/pedoman-media-siber'>Pedoman Pemberitaan Media Siber</a><a href='/tentang-kami'>Tentang Kami dan Redaksi</a>"
        + "<a href='https://iklan.example/promo-akhir-tahun-besar'>Promo akhir tahun paling besar di kota</a></div>";

    public static TheoryData<string, string> Kinds => new()
    {
        { "headings", Pages.Row((t, u, n) => $"<div class='card'><h3><a href='{u}'>{t}</a></h3><span>{n + 1} jam lalu</span></div>") },
        { "list items", $"<ul class='list'>{Pages.Row((t, u, _) => $"<li><a href='{u}'>{t}</a> <span>29/11/2026</span></li>")}</ul>" },
        { "cards that are links", Pages.Row((t, u, _) => $"<a class='card' href='{u}'><img src='/f/{u.Length}.jpg'><div class='judul'>{t}</div><p>Ringkasan yang agak panjang tentang hal itu, dua baris.</p></a>") },
        { "a table", $"<table>{Pages.Row((t, u, _) => $"<tr><td>29 Nov 2026 10:05 WIB</td><td><a href='{u}'>{t}</a></td></tr>")}</table>" },
        { "generated names", Pages.Row((t, u, _) => $"<div class='sc-1a2b3c-0 kXzQpW'><div><a href='{u}' class='sc-77aa-1 bZuSaP'><h2 class='sc-9-0 jRtYuI'>{t}</h2></a></div></div>") },
        { "pictures apart", Pages.Row((t, u, _) => $"<article><a href='{u}'><img src='/f.jpg' alt='Suasana di lokasi kejadian pagi tadi'></a><div><a href='/kanal/daerah'>Kabar Daerah</a><a href='{u}'><h2>{t}</h2></a></div></article>") },
        { "a list of definitions",
            $"<dl>{Pages.Row((t, u, _) => $"<dt>Minggu, 29 November 2026</dt><dd><a href='{u}'>{t}</a></dd>")}</dl>" },
        { "labels in headings",
            Pages.Row((t, u, _) => $"<li class='item'><h4><span class='label'>Video</span> <a href='{u}'>{t}</a></h4></li>") },
        { "links over cards", Pages.Row((t, u, _) =>
            $"<div class='card'><a href='{u}' aria-label='Buka artikel'></a><img src='/f.jpg'><h3><span>{t}</span></h3></div>") },
        { "links below headings", Pages.Row((t, u, _) =>
            $"<div class='card'><h3>{t}</h3><p>Ringkasan berita itu, agak panjang.</p><a href='{u}'>Baca selengkapnya</a></div>") },
        { "words for screen readers", Pages.Row((t, u, _) =>
            $"<li class='x'><h3><a href='{u}'>{t}<span class='visually-hidden'>, artikel dengan gambar</span></a></h3></li>") },
        { "labels alone", Pages.Row((t, u, _) => $"<li class='y'><a href='{u}' aria-label='{t}'><img src='/f.jpg'></a></li>") },
        { "no names at all", Pages.Row((t, u, _) => $"<div><div><a href='{u}'>{t}</a></div><div>Minggu, 29/11/2026</div></div>") },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void APagesList_IsItsArticles_InOrder_WithTheirHeadlines(string kind, string body)
    {
        var entries = Pages.Proposed(Furniture + body + Footer);
        Assert.True(Pages.Headlines.SequenceEqual(entries.Select(entry => entry.Title)),
            $"{kind}: {string.Join(" | ", entries.Select(entry => entry.Title))}");
        Assert.All(entries, entry => Assert.StartsWith("https://harian.example/read/88123", entry.Url));
    }

    [Fact]
    public void ArticlesOfOneProgram_AreToldByTheirNumbers()
    {
        var entries = Pages.Proposed($"<table>{Pages.Row((t, _, n) =>
            $"<tr><td><a href='/index.php?mod=berita&amp;id={41 + n}'><b>{t}</b></a><br><small>2{n}-11-2026</small></td></tr>")}</table>" + Footer);
        Assert.Equal(Pages.Headlines, entries.Select(entry => entry.Title));
    }

    [Fact]
    public void WhatOthersReadMost_IsAGroupThatIsNotChosen()
    {
        var popular = "<div class='kanan'><h3>Terpopuler</h3><ol>"
            + string.Concat(Enumerable.Range(1, 5).Select(n =>
                $"<li><a href='/read/770000{n}/berita-lama-yang-ramai-{n}'>Berita lama yang ramai dibaca {n}</a></li>")) + "</ol></div>";
        var proposal = Pages.Parse(Pages.Row((t, u, _) => $"<article><h2><a href='{u}'>{t}</a></h2></article>") + popular).Propose();
        Assert.Equal([(6, true), (5, false)], proposal.Groups.Select(group => (group.Entries.Count, group.IsChosen)));
        Assert.Equal("article", proposal.Selectors!.Item);
    }

    [Fact]
    public void WhereNothingHasAName_TheAddressesTellTheListFromTheRest()
    {
        string Link(string url, string text) => $"<div><div><a href='{url}'><span>{text}</span></a></div></div>";
        var body = Pages.Row((t, u, _) => Link(u, t))
            + string.Concat(Enumerable.Range(1, 6).Select(n => Link($"/layanan/{n}", $"Layanan {n}")));
        Assert.Equal(Pages.Headlines, Pages.Proposed(body).Select(entry => entry.Title));
    }

    [Fact]
    public void ADaysArchive_AndAnAuthor_AreNoArticles()
    {
        var body = Pages.Row((t, u, n) => $"<article><h2><a href='{u}'>{t}</a></h2><a href='/2026/11/2{n}/'>2{n} November 2026</a>"
            + $"<a href='/autor/siti-nur-aisyah-putri-{n}'>Siti Nur Aisyah Putri {n}</a></article>");
        Assert.Equal(Pages.Headlines, Pages.Proposed(body).Select(entry => entry.Title));
    }

    [Fact]
    public void ALead_IsPartOfTheList()
    {
        var body = "<section class='lead'><a href='/read/8812999/gempa-mengguncang-selatan-jawa'><img src='/g.jpg'><h1>Gempa mengguncang selatan Jawa</h1></a></section>"
            + Pages.Row((t, u, _) => $"<div class='item'><a href='{u}'><h3>{t}</h3></a></div>");
        Assert.Equal(["Gempa mengguncang selatan Jawa", .. Pages.Headlines], Pages.Proposed(body).Select(entry => entry.Title));
    }

    [Fact]
    public void TheSameArticleTwice_IsOneEntry()
    {
        var body = Pages.Row((t, u, _) => $"<div class='item'><h3><a href='{u}'>{t}</a></h3></div>")
            + Pages.Row((t, u, _) => $"<div class='item'><h3><a href='{u}?utm_source=bawah'>{t}</a></h3></div>");
        Assert.Equal(6, Pages.Proposed(body).Count);
    }

    [Fact]
    public void ABaseOfThePage_IsTheBaseOfItsLinks() => Assert.All(
        Pages.Proposed("<base href='https://www.harian.example/berita/'>"
            + Pages.Row((t, u, _) => $"<li><h3><a href='{u[1..]}'>{t}</a></h3></li>")),
        entry => Assert.StartsWith("https://www.harian.example/berita/read/", entry.Url));

    [Fact]
    public void AListOfOthersArticles_IsOneToo()
    {
        var body = Pages.Row((t, u, n) => $"<tr><td><a href='https://koran{n}.example{u}'>{t}</a></td></tr>");
        Assert.Equal(Pages.Headlines, Pages.Proposed($"<table>{body}</table>").Select(entry => entry.Title));
    }

    [Fact]
    public void ALongHeadlineThatBeginsLikeACommand_IsAHeadline()
    {
        string[] titles =
            ["More rain expected on Tuesday morning", "Home prices fall again", "Share of renewables grows", "Next summit will be in Bali"];
        var body = string.Concat(titles.Select((t, n) => $"<li><a href='/2026/11/29/{n}'>{t}</a></li>"));
        Assert.Equal(titles, Pages.Proposed($"<ul>{body}</ul>").Select(entry => entry.Title));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<p>Tidak ada berita.</p>")]
    [InlineData("<ul><li><a href='/kategori/a'>Ekonomi</a></li><li><a href='/kategori/b'>Olahraga</a></li><li><a href='/login'>Masuk</a></li></ul>")]
    public void APageWithoutAList_HasNoProposal(string body) => Assert.Null(Pages.Parse(body).Propose().Selectors);
}
