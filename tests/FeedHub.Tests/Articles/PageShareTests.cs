using System.Globalization;
using System.Text;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Tests.Articles;

/// <summary>Which pages are one, however their links are written, and whose page comes next.</summary>
public sealed class PageShareTests
{
    private const string List = "\"kind\": \"page\", \"content\": \"article\", \"selectors\": { \"item\": \"li\" }";

    [Theory]
    [InlineData("/a/the-ferry-{0}-is-back?ref={1}", true)]
    [InlineData("/a/read.php?id={0}00&from={1}", true)]
    [InlineData("/a/the-ferry-{0}-is-back?utm_campaign={1}", false)]
    public async Task LinksOfAListThatCarryAnotherParameterAtEachLook_AreTheSameArticles_AndEachPageIsReadOnce(
        string link, bool hasCanonical)
    {
        await using var paper = await Paper.StartAsync(List);
        string Link(int n, string token) => string.Format(CultureInfo.InvariantCulture, link, n, token);
        void Show(string token) => paper.Newsroom.Serve(
            "/feed",
            string.Concat(Enumerable.Range(1, 6)
                .Select(n => $"<li><a href='{Link(n, token)}'>The ferry number {n} is back at its old quay</a></li>")),
            "text/html");
        foreach (var n in Enumerable.Range(1, 6))
        {
            var own = Link(n, "").Split('?')[0] + (link.Contains("id=", StringComparison.Ordinal) ? $"?id={n}00" : "");
            paper.Newsroom.Answer(own.Split('?')[0], Paper.Page(
                Paper.Text($"N{n}"), hasCanonical ? $"<link rel=canonical href='{own.Split('?')[0]}'>" : ""));
        }

        Show("x1");
        await paper.PollAsync();
        Assert.Equal(6, (await paper.ReadAsync()).Count);
        var items = await RawAsync(paper, "/api/items");
        Assert.Equal(6, items.Count);
        foreach (var token in (string[])["y2", "z3"])
        {
            Show(token);
            paper.Time.Advance(TimeSpan.FromMinutes(10));
            Assert.Equal("200, nothing new", await paper.PollAsync());
            Assert.Empty(await paper.ReadAsync());
        }

        Assert.Equal(items, await RawAsync(paper, "/api/items"));
        Assert.Equal(6, paper.Newsroom.Requests.Count(request => request.Path.StartsWith("/a/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task TwoArticlesUnderOnePath_StayTwo_AndAPageThatIsRefused_IsNotAskedForAgainForAnotherParameter()
    {
        await using var paper = await Paper.StartAsync(List);
        void Show(string token, params string[] titles) => paper.Newsroom.Serve(
            "/feed",
            string.Concat(titles.Select((title, n) =>
                $"<li><a href='/a/the-old-quay?story={n}&s={token}'>{title} at the old quay of the town</a></li>")),
            "text/html");
        Show("1", "Fog stops ferries", "Bells ring twice");
        await paper.PollAsync();
        Assert.Equal(["the-old-quay Refused", "the-old-quay Refused"], await paper.ReadAsync());
        Assert.Equal(2, (await RawAsync(paper, "/api/stories")).Count);

        Show("2", "Fog stops ferries", "Bells ring twice");
        await paper.PollAsync();
        Show("3", "Fog stops ferries", "Bells ring twice", "Harbour master retires");
        await paper.PollAsync();
        Assert.Equal(2, paper.Newsroom.AskedFor("/a/the-old-quay").Count);
    }

    [Fact]
    public async Task AHeadlineThatIsEdited_WhereLinksChangeAtEachLook_IsKnownFromThenOn()
    {
        await using var paper = await Paper.StartAsync(List);
        async Task<string> LookAsync(string token, string title)
        {
            paper.Newsroom.Serve(
                "/feed", $"<li><a href='/a/the-old-quay?s={token}'>{title} at the old quay of the town</a></li>", "text/html");
            return await paper.PollAsync();
        }

        await LookAsync("1", "Fog stops ferries");
        await LookAsync("2", "Fog stops all ferries");
        Assert.Equal("200, nothing new", await LookAsync("3", "Fog stops all ferries"));
        Assert.Equal("200, nothing new", await LookAsync("4", "Fog stops all ferries"));
    }

    [Fact]
    public async Task SourcesOfOneHost_HaveTheirTurns_AndOneWithTooManyPagesKeepsItsNewest()
    {
        await using var paper = await Paper.StartAsync();
        var now = paper.Time.GetUtcNow();
        paper.Newsroom.Serve("/feed", Feeds.Rss("Harbour", Enumerable.Range(0, 505).Select(
            n => paper.ItemOf($"h{n}") with { Published = now.AddMinutes(-n) })));
        paper.Newsroom.Serve("/quay", Feeds.Rss("Quay", Enumerable.Range(0, 2).Select(
            n => paper.ItemOf($"q{n}") with { Published = now.AddHours(-30 - n) })));
        using var added = await paper.Service.Client.PostAsync("/api/sources", new StringContent(
            $$"""{ "url": "{{paper.Newsroom.Url("/quay")}}", "title": "Quay", "content": "article" }""", Encoding.UTF8, "application/json"));
        await paper.PollAsync();
        await paper.Service.PollAsync("quay");

        Assert.Equal(5, await paper.WaitAsync(TimeSpan.Zero));
        await using (var db = await paper.Service.DatabaseAsync())
        {
            var gone = await db.QueuedPages.Where(page => page.DueAt == null).ToListAsync();
            Assert.Equal(["h500", "h501", "h502", "h503", "h504"], gone.Select(page => new Uri(page.Url).Segments[^1]).Order());
            Assert.All(gone, page => Assert.StartsWith("more than 500 pages", $"{page.Error}", StringComparison.Ordinal));
        }

        var read = await paper.ReadAsync();
        Assert.Equal(
            ["h0 Refused", "h1 Refused", "q0 Refused", "q1 Refused"], read.Take(4).Order());
        Assert.Equal(["h2 Refused", "h3 Refused"], read.Skip(4).Take(2));
    }

    private static async Task<List<string>> RawAsync(Paper paper, string address) =>
        [.. (await paper.Service.ItemsOf(address)).Select(one => one.GetRawText()).Order()];
}
