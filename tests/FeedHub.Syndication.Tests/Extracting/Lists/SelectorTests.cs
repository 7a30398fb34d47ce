using FeedHub.Syndication.Extracting.Lists;

namespace FeedHub.Syndication.Tests.Extracting.Lists;

/// <summary>A page read by selectors that an admin wrote.</summary>
public sealed class SelectorTests
{
    private const string Page =
        "<div class=r><b class=j>Judul satu</b><i data-t='1764400000'>x</i><p class=s>Isi singkat.</p><img class=g src='/satu.jpg'><a class=m href='/a?id=1&amp;x=2'>Baca</a></div>"
        + "<div class=r><b class=j>Judul dua</b><i>28 Nov 2026 07:30 WIB</i><a class=m href='/b'>Baca</a></div><div class=r><b class=j>Tanpa tautan</b></div>";

    [Fact]
    public void EachSelector_TakesItsPart()
    {
        var entries = Pages.Parse(Page).Read(new(".r") { Link = "a.m", Title = ".j", Date = "i", Summary = ".s", Image = ".g" });
        Assert.Equal(["Judul satu", "Judul dua"], entries.Select(entry => entry.Title));
        Assert.Equal(["https://harian.example/a?id=1&x=2", "https://harian.example/b"], entries.Select(entry => entry.Url));
        Assert.Equal(("Isi singkat.", "https://harian.example/satu.jpg"), (entries[0].Summary, entries[0].Image));
        Assert.Equal(new ListDate(new(2026, 11, 28, 0, 30, 0, TimeSpan.Zero), IsDay: false, IsReckoned: false), entries[1].Date);
    }

    [Fact]
    public void TheItemAlone_IsEnough()
    {
        var body = Pages.Row((t, u, _) =>
            $"<div class=k><h2><a href='{u}'>{t}</a></h2><time datetime='2026-11-29T09:00:00+07:00'>tadi</time></div>");
        var entries = Pages.Parse(body).Read(new(".k"));
        Assert.Equal(Pages.Headlines, entries.Select(entry => entry.Title));
        Assert.All(entries, entry => Assert.Equal(new DateTimeOffset(2026, 11, 29, 2, 0, 0, TimeSpan.Zero), entry.Date!.Value.Instant));
    }

    [Fact]
    public void AnItemThatIsAHeadline_HasTheDateThatStandsAroundIt()
    {
        var body = Pages.Row((t, u, n) => $"<div><h2><a href='{u}'>{t}</a></h2><p>2{n} November 2026</p></div>");
        Assert.Equal([20, 21, 22, 23, 24, 25], Pages.Parse(body).Read(new("h2 > a")).Select(entry => entry.Date!.Value.Instant.Day));
    }

    [Theory]
    [InlineData("div >", "item")]
    [InlineData("", "item")]
    [InlineData("[[", "item")]
    public void AnInvalidSelector_IsNamed_AndTakesNothing(string css, string name)
    {
        Assert.Equal(name, new ListSelectors(css).FirstInvalid());
        Assert.Equal("date", new ListSelectors(".r") { Date = css }.FirstInvalid());
        Assert.Empty(Pages.Parse(Page).Read(new(css)));
    }

    [Fact]
    public void ValidSelectors_AreFine() =>
        Assert.Null(
            new ListSelectors("main article, li:has(> a[href*='/read/'])") { Link = "a", Title = "h2 span:not(.x)" }.FirstInvalid());
}
