namespace FeedHub.Syndication.Tests.Extracting.Lists;

/// <summary>Lists whose headlines are pictures' words or parts of a link, or whose dates stand between the items.</summary>
public sealed class ListFormsTests
{
    [Fact]
    public void PicturesAlone_HaveTheirHeadlinesAsTheirText() => IsList(Pages.Proposed("<div class=kotak>" + Pages.Row((title, url, n) =>
        $"<a href=\"{url}\"><img src=/{n}.jpg alt=\"{title}\" width=300></a>") + "</div>"));

    [Fact]
    public void PartsOfALink_ThatStylesSetApart_AreNotOneHeadline() => IsList(Pages.Proposed(Pages.Row((title, url, n) =>
        $"<div class=r><a href=\"{url}\"><span class=k>DAERAH</span><span class=j>{title}</span><span class=w>{n + 1} jam lalu</span></a></div>")));

    [Fact]
    public void ALinkOverACard_ThatAsksToReadIt_IsNoHeadline() => IsList(Pages.Proposed(Pages.Row((title, url, n) =>
        $"<div class=r><a href=\"{url}\"><span>Read article</span></a><h3>{title}</h3><p>Ringkasan pendek.</p></div>")));

    [Fact]
    public void ShortNumbersOfNodes_AreArticles() => Assert.Equal(Pages.Headlines, Pages.Proposed("<table>" + string.Concat(
        Pages.Headlines.Select((title, n) => $"<tr><td>{28 - n}/11/2026</td><td><a href=/node/{90 - n}>{title}</a></td></tr>"))
        + "</table>").Select(entry => entry.Title));

    [Fact]
    public void ALabelInAWord_IsPartOfIt() => Assert.Equal(
        ["Jembatan"], FeedHub.Syndication.Extracting.Lists.TextRuns.Of(Element("<p><span>J</span><span>embatan</span></p>")));

    [Theory]
    [InlineData("", "<p class=d>{0} November 2026</p><p>Ringkasan pendek.</p>")]
    [InlineData("", "<p class=d>Diterbitkan {0} November 2026</p>")]
    [InlineData("<p class=d>{0} November 2026</p>", "")]
    [InlineData("", " ({0}/11/2026)<br>")]
    public void DatesBetweenHeadlines_AreThoseOfTheirItems(string before, string behind)
    {
        var entries = Pages.Proposed("<main>" + Pages.Row((title, url, n) =>
            string.Format(null, before, 28 - n) + $"<h2><a href=\"{url}\">{title}</a></h2>" + string.Format(null, behind, 28 - n))
            + "</main>");
        IsList(entries);
        Assert.Equal(Enumerable.Range(0, 6).Select(n => 28 - n), entries.Select(entry => entry.Date?.Instant.Day ?? 0));
    }

    [Fact]
    public void OneDateBetweenHeadlines_IsNoItemsOwn() => Assert.All(
        Pages.Proposed("<main>" + Pages.Row((title, url, n) =>
            $"<h2><a href=\"{url}\">{title}</a></h2>" + (n == 2 ? "<p>28 November 2026</p>" : "<p>Ringkasan pendek.</p>")) + "</main>"),
        entry => Assert.Null(entry.Date));

    private static void IsList(IReadOnlyList<FeedHub.Syndication.Extracting.Lists.ListEntry> entries) =>
        Assert.Equal(Pages.Headlines, entries.Select(entry => entry.Title));

    private static AngleSharp.Dom.IElement Element(string html) =>
        new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).Body!.FirstElementChild!;
}
