using System.Net;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Tests.Dashboard;

/// <summary>What is shown of a feed before it is added, and what its page shows afterwards.</summary>
public sealed class PreviewTests : IAsyncLifetime
{
    private const string List = "/hangfire/sources";
    private const string Article = "The harbour authority opened the second lock on Monday after eleven years of building, and the first "
        + "two barges passed through it before noon. Officials said that tolls stay as they are until the end of the year, and that "
        + "larger ships may pass from March on once the basin behind the lock is dredged.";
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve(
            "/a",
            Feeds.Rss("Alpha", new Written("a1", "https://alpha.example/lock", "Second lock opens at the harbour", Ago(2), Article)));
        _newsroom.Serve("/b", Feeds.Rss("Beta",
            new Written("b1", "https://beta.example/lock", "Second lock opens at the harbour", Ago(1), Article),
            new Written("b2", "https://beta.example/derby", "The derby", null, "Two to one.", "Olahraga")));
        _newsroom.Answer("/moved", context =>
        {
            context.Response.Redirect("/a", permanent: true);
            return Task.CompletedTask;
        });
    }

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task AFeed_IsShownAsItWouldBePublished_AndTakenInWithoutAnotherRequest()
    {
        await using var service = await TestService.StartAsync(_folder, Feeds.Json(Feeds.Source(_newsroom.Url("/a"), "Alpha")));
        await service.PollAsync("alpha");

        var html = WebUtility.HtmlDecode(await service.ShowAsync(List, $"{List}/find", ("site", _newsroom.Url("/b"))));
        Assert.Matches("Joins the story <a href=\"/stories/1\"><bdi dir=\"auto\">Second lock opens at the harbour</bdi></a> <span "
            + "class=\"fh-soft\">\\(same text", html);
        Assert.Contains("publisher category 'Olahraga'", html, StringComparison.Ordinal);
        Assert.Contains("without a date", html, StringComparison.Ordinal);
        await using (var db = await service.DatabaseAsync())
            Assert.Equal((1, 1, 1), (await db.Sources.CountAsync(), await db.Items.CountAsync(), await db.Stories.CountAsync()));

        Assert.EndsWith("?done=added", await service.DoAsync(List, List, ("url", _newsroom.Url("/b"))), StringComparison.Ordinal);
        Assert.Single(_newsroom.AskedFor("/b"));
        Assert.Equal("304, nothing new", await service.PollAsync(await SlugAsync(service)));

        var page = WebUtility.HtmlDecode(await service.Client.GetStringAsync($"{List}/{await SlugAsync(service)}"));
        Assert.Matches("Merged into <a href=\"/hangfire/stories/1\">a story that was there</a>: same text", page);
        Assert.Contains("Began its story", page, StringComparison.Ordinal);
        Assert.Contains("<td data-label=\"Merged\">1</td>", page, StringComparison.Ordinal);
        Assert.Contains(": FeedHub's choice, by the rhythm in which it publishes", page, StringComparison.Ordinal);
        Assert.Contains(">about every ", page, StringComparison.Ordinal);
        await AssertRhythmAsync(service, await SlugAsync(service));
        Assert.Contains(
            ": its own interval, as set",
            WebUtility.HtmlDecode(await service.Client.GetStringAsync($"{List}/alpha")),
            StringComparison.Ordinal);
    }

    // Few items, or few days, have a busiest hour by chance.
    private static async Task AssertRhythmAsync(TestService service, string slug)
    {
        await using var db = await service.DatabaseAsync();
        foreach (var (days, items, isKnown) in new[] { (1, 3, false), (13, 500, false), (15, 49, false), (15, 50, true) })
        {
            await db.Sources.Where(s => s.Slug == slug).ExecuteUpdateAsync(set => set
                .SetProperty(s => s.CreatedAt, DateTimeOffset.UtcNow.AddDays(-days)).SetProperty(s => s.ItemCount, items));
            var page = await service.Client.GetStringAsync($"{List}/{slug}");
            Assert.Equal(isKnown, page.Contains("Busiest hours:", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task WhatIsASourceAlready_IsSaidSo_AlsoBehindARedirectAndInAnotherSpelling()
    {
        await using var service = await TestService.StartAsync(_folder, Feeds.Json(Feeds.Source(_newsroom.Url("/a"), "Alpha")));
        Assert.Contains(
            "It is a source already: <a href=\"/hangfire/sources/alpha\">",
            await service.ShowAsync(List, $"{List}/find", ("site", _newsroom.Url("/a#top"))),
            StringComparison.Ordinal);
        Assert.Contains(
            "It seems to be a source already: <a href=\"/hangfire/sources/alpha\">",
            await service.ShowAsync(List, $"{List}/find", ("site", _newsroom.Url("/moved"))),
            StringComparison.Ordinal);
        Assert.Contains(
            "It seems to be a source already: <a href=\"/hangfire/sources/alpha\">",
            await service.ShowAsync(List, $"{List}/find", ("site", _newsroom.Url("/a?utm_source=x"))),
            StringComparison.Ordinal);
        using var added = await service.SendFormAsync(List, List, ("url", _newsroom.Url("/moved")));
        Assert.Equal(HttpStatusCode.Conflict, added.StatusCode);
        Assert.Contains("which &#x27;Alpha&#x27; (alpha) polls already", await added.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static DateTimeOffset Ago(int hours) => DateTimeOffset.UtcNow.AddHours(-hours);

    private static async Task<string> SlugAsync(TestService service)
    {
        await using var db = await service.DatabaseAsync();
        return (await db.Sources.OrderBy(s => s.Id).LastAsync()).Slug;
    }
}
