using System.Globalization;

namespace FeedHub.Syndication.Tests.Extracting.Lists;

/// <summary>Days of list pages: by markup, by words and by addresses.</summary>
public sealed class ListDateTests
{
    private static string? Day(string beside, string url = "/read/8812345/panen-raya-di-tegal")
    {
        var body = $"<div class=k><h2><a href='{url}'>Panen raya di Tegal tahun ini</a></h2>{beside}</div>";
        var date = Assert.Single(Pages.Parse(body).Read(new(".k"))).Date;
        return date?.Instant.ToUniversalTime().ToString(date.Value.IsDay ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    [Fact]
    public void ATime_KeepsTheZoneThatItIsWrittenIn_SoThatItsDayIsThePages() => Assert.Equal(
        ["2026-11-28T03:00:00+07:00", "2026-11-28T20:30:00+00:00"],
        new[] { "Sabtu, 28 Nov 2026 03:00 WIB", "2026-11-28T20:30:00Z" }.Select(when => Assert.Single(Pages.Parse(
            $"<div class=k><h2><a href=/read/8812345/panen-raya>Panen raya di Tegal tahun ini</a></h2><time>{when}</time></div>")
            .Read(new(".k"))).Date?.Instant.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("<time datetime='2026-11-28T23:10:00+07:00'>kemarin</time>", "2026-11-28 16:10")]
    [InlineData("<span data-timestamp='1764400000'>x</span>", "2025-11-29 07:06")]
    [InlineData("<span data-date='1764400000000'>x</span>", "2025-11-29 07:06")]
    [InlineData("<meta itemprop='datePublished' content='2026-11-27'>", "2026-11-27")]
    [InlineData("<span>2 jam lalu</span>", "2026-11-29 08:00")]
    [InlineData("<span title='Minggu, 29 Nov 2026 14:40 WIB'>2 jam lalu</span>", "2026-11-29 07:40")]
    [InlineData("<span>2 jam yang lalu</span>", "2026-11-29 08:00")]
    [InlineData("<span>58 mins ago</span>", "2026-11-29 09:02")]
    [InlineData("<span>9 hrs ago</span>", "2026-11-29 01:00")]
    [InlineData("<span>sejam lalu</span>", "2026-11-29 09:00")]
    [InlineData("<span>Baru saja</span>", "2026-11-29 10:00")]
    [InlineData("<span>3 hari lalu</span>", "2026-11-26")]
    [InlineData("<span>2 weeks ago</span>", "2026-11-15")]
    [InlineData("<span>kemarin</span>", "2026-11-28")]
    [InlineData("<span>Kemarin, 21.30 WIB</span>", "2026-11-28 14:30")]
    [InlineData("<span>Hari ini 10:05</span>", "2026-11-29 03:05")]
    [InlineData("<span>yesterday at 9:15 pm</span>", "2026-11-28 14:15")]
    [InlineData("<span>29 Nov 2026 10:05 WIB</span>", "2026-11-29 03:05")]
    [InlineData("<span>Minggu, 29 November 2026 | 10.05 WIB</span>", "2026-11-29 03:05")]
    [InlineData("<span>29/11/2026</span>", "2026-11-29")]
    [InlineData("<span>28 Nov</span>", "2026-11-28")]
    [InlineData("<span>31 Des</span>", "2025-12-31")]
    [InlineData("<span>16:30 WIB</span>", "2026-11-29 09:30")]
    [InlineData("<span>23:30 WIB</span>", "2026-11-28 16:30")]
    [InlineData("<b>Ekonomi</b> Sabtu, 28 November 2026 12:55", "2026-11-28 05:55")]
    [InlineData("<p>Pada 3 Maret 2021 pemerintah daerah menetapkan aturan baru tentang pasar yang kini dicabut lagi.</p>", null)]
    [InlineData("<span>5 komentar</span>", null)]
    [InlineData("<time datetime='P8M,17S'>8 menit</time>", null)]
    [InlineData("<span data-time='0'></span>", null)]
    public void ADay_IsWhatThePageSays(string beside, string? day) => Assert.Equal(day, Day(beside));

    [Theory]
    [InlineData("/2026/11/29/panen-raya-di-tegal", "2026-11-29")]
    [InlineData("/world/2026/nov/27/panen-raya-di-tegal", "2026-11-27")]
    [InlineData("/ekonomi/20261128101500-4-1158264/panen-raya-di-tegal", "2026-11-28")]
    [InlineData("/news/2026/3/6/panen-raya-di-tegal", "2026-03-06")]
    [InlineData("/panen-2026-2027-raya", null)]
    [InlineData("/2026/13/45/panen", null)]
    public void AnAddress_HasTheDay(string url, string? day) => Assert.Equal(day, Day("", url));

    [Fact]
    public void AnAddress_IsRight_WhereThePageTellsOfALaterChange()
    {
        Assert.Equal("2026-11-20", Day("<time>29 Nov 2026 10:05 WIB</time>", "/2026/11/20/panen-raya"));
        Assert.Equal("2026-11-29 03:05", Day("<time>29 Nov 2026 10:05 WIB</time>", "/2026/11/29/panen-raya"));
    }

    [Fact]
    public void AnHour_IsOfTheDayThatStandsAboveIt()
    {
        string Of(int day) => $"<h4>{day} November 2026</h4><ul>" + string.Concat(Enumerable.Range(1, 3).Select(n =>
            $"<li><span>1{n}:30</span> <a href='/read/88{day}{n}/panen-raya-di-desa'>Panen raya di desa nomor {n}</a></li>")) + "</ul>";
        var entries = Pages.Parse($"<main><p class='date'>Minggu, 29 November 2026</p><section>{Of(28)}{Of(27)}</section></main>")
            .Read(new("li"));
        Assert.Equal(
            ["28 04:30", "28 05:30", "28 06:30", "27 04:30", "27 05:30", "27 06:30"],
            entries.Select(entry => entry.Date!.Value.Instant.ToString("dd HH:mm", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void TheDayAtTheHeadOfAPage_IsNotThatOfItsItems()
    {
        var body = $"<main><h4>Minggu, 29 November 2026</h4><ul>{Pages.Row((t, u, _) => $"<li><a href='{u}'>{t}</a></li>")}</ul></main>";
        Assert.All(Pages.Parse(body).Read(new("li")), entry => Assert.Null(entry.Date));
    }

    [Fact]
    public void AHeadline_SaysNothingOfTheDay()
    {
        var body = "<div class=k><h2><a href='/read/881/x'>Harga emas 24 Juli 2025 hari ini</a></h2></div>";
        Assert.Null(Assert.Single(Pages.Parse(body).Read(new(".k"))).Date);
    }

    [Fact]
    public void ADateThatWasReckoned_SaysSo()
    {
        Assert.True(Assert.Single(Pages.Parse("<p><a href='/read/881/x'>Panen raya di Tegal</a> 2 jam lalu</p>").Read(new("p")))
            .Date!.Value.IsReckoned);
        Assert.False(Assert.Single(Pages.Parse("<p><a href='/read/881/x'>Panen raya di Tegal</a> 28/11/2026</p>").Read(new("p")))
            .Date!.Value.IsReckoned);
    }
}
