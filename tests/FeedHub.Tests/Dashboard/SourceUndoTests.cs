using System.Net;
using FeedHub.Model.Sources;
using FeedHub.Sources;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Dashboard;

/// <summary>What is done to sources and taken back, set for many, and ordered by the heads of the table.</summary>
public sealed class SourceUndoTests : IDisposable
{
    private const string List = "/hangfire/sources";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task APause_IsTakenBack_Once()
    {
        await using var service = await StartAsync();
        var paused = await service.DoAsync(List, $"{List}/alpha/pause", ("query", "q=alp"));
        Assert.Contains("action=\"/hangfire/undo\"", await service.Client.GetStringAsync(paused), StringComparison.Ordinal);
        Assert.DoesNotContain("action=\"/hangfire/undo\"", await service.Client.GetStringAsync(List), StringComparison.Ordinal);

        Assert.Equal($"{List}?q=alp&done=undone", await service.DoAsync(List, "/hangfire/undo"));
        Assert.True((await CatalogueOf(service).FindAsync("alpha", default))!.Declared.Enabled);
        Assert.Contains("It is undone.", await service.Client.GetStringAsync($"{List}?done=undone"), StringComparison.Ordinal);
        using var again = await service.SendFormAsync(List, "/hangfire/undo");
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        Assert.Contains("taken back already", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APauseThatIsTakenBack_LeavesThePlannedPollsAndTheStates()
    {
        await using var newsroom = await FakeNewsroom.StartAsync();
        newsroom.Answer("/g", 410);
        await using var service = await TestService.StartAsync(_folder, Feeds.Json(
            Feeds.Source("http://127.0.0.1:9/a", "Alpha"), Feeds.Source(newsroom.Url("/g"), "Beta")));
        await service.PollAsync("alpha");
        await service.PollAsync("beta");
        var before = await StandingAsync();
        Assert.Equal([SourceState.Failing, SourceState.Gone], before.Select(s => s.State));

        await service.DoAsync(List, $"{List}/alpha/pause");
        await service.DoAsync(List, "/hangfire/undo");
        Assert.Equal(before, await StandingAsync());
        await BulkAsync(service, "pause");
        Assert.All(await StandingAsync(), s => Assert.Equal((SourceState.Paused, null), s));
        await service.DoAsync(List, "/hangfire/undo");
        Assert.Equal(before, await StandingAsync());

        async Task<List<(SourceState State, DateTimeOffset? Next)>> StandingAsync() =>
            [.. (await CatalogueOf(service).AllAsync(default)).Select(s => (s.Polling.State, s.NextPollAt))];
    }

    [Fact]
    public async Task APauseOfMany_LeavesThoseAloneThatWerePausedBefore_WhenItIsTakenBack()
    {
        await using var service = await StartAsync();
        await service.DoAsync(List, $"{List}/beta/pause");
        await BulkAsync(service, "pause");
        await service.DoAsync(List, "/hangfire/undo");
        Assert.Equal(
            [("alpha", true), ("beta", false)],
            (await CatalogueOf(service).AllAsync(default)).Select(s => (s.Slug, s.Declared.Enabled)));
    }

    [Fact]
    public async Task ADeletion_IsTakenBack_WithTheButton_OrFromTheList()
    {
        await using var service = await StartAsync();
        await service.DoAsync(List, $"{List}/alpha/delete");
        Assert.Equal($"{List}/alpha?done=undone", await service.DoAsync(List, "/hangfire/undo"));
        Assert.NotNull(await CatalogueOf(service).FindAsync("alpha", default));

        await service.DoAsync(List, $"{List}/beta/delete");
        Assert.Contains("Deleted in the last week: 1", await service.Client.GetStringAsync(List), StringComparison.Ordinal);
        Assert.Equal($"{List}?done=back&n=1", await service.DoAsync(List, $"{List}/back", ("id", "beta")));
        Assert.NotNull(await CatalogueOf(service).FindAsync("beta", default));

        await BulkAsync(service, "delete", ("sure", "1"));
        await service.DoAsync(List, "/hangfire/undo");
        await TestService.UntilAsync(
            () => CatalogueOf(service).AllAsync(default), all => all.Count == 2 && all.All(s => s.Declared.Enabled));
    }

    [Fact]
    public async Task IntervalLanguageZoneAndContent_AreSetForMany_AndAWrongValueChangesNothing()
    {
        await using var service = await StartAsync();
        await BulkAsync(service, "set-interval", ("set-interval", "2h"));
        await BulkAsync(service, "set-timeZone", ("set-timeZone", "Asia/Makassar"));
        await BulkAsync(service, "set-content", ("set-content", "summary"));
        Assert.All(await CatalogueOf(service).AllAsync(default), s => Assert.Equal(
            (TimeSpan.FromHours(2), "Asia/Makassar", "Summary"),
            (s.Declared.Interval, s.Declared.TimeZone, s.Declared.Content.ToString())));

        using var refused = await service.SendFormAsync(
            List, $"{List}/bulk", ("action", "set-interval"), ("set-interval", "soon"), ("id", "alpha"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        using var unknown = await service.SendFormAsync(
            List, $"{List}/bulk", ("action", "set-title"), ("set-title", "One"), ("id", "alpha"));
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
    }

    [Fact]
    public async Task TheHeadsOfTheTable_OrderIt_TheSecondTimeTheOtherWayRound()
    {
        await using var service = await StartAsync();
        var page = await service.Client.GetStringAsync(List + "?q=a");
        Assert.Contains("aria-sort=\"ascending\"><a href=\"/hangfire/sources?q=a&amp;reverse=1\"", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/hangfire/sources?q=a&amp;sort=next\"", page, StringComparison.Ordinal);
        page = await service.Client.GetStringAsync(List + "?sort=next&reverse=1");
        Assert.Contains("aria-sort=\"descending\"><a href=\"/hangfire/sources?sort=next\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARowAndAPage_SayTheErrorOnce()
    {
        await using var newsroom = await FakeNewsroom.StartAsync();
        newsroom.Answer("/g", 410);
        await using var service = await TestService.StartAsync(_folder, Feeds.Json(Feeds.Source(newsroom.Url("/g"), "Gone paper")));
        await service.PollAsync("gone-paper");
        var row = (await service.Client.GetStringAsync(List)).Split("<td data-label=\"Source\" class=\"fh-name\">")[1].Split("</tr>")[0];
        var seen = string.Concat(row.Split("<svg").Select((part, n) => n == 0 ? part : part.Split("</svg>")[^1]));
        Assert.Equal(2, seen.Split("HTTP 410").Length);
        var page = (await service.Client.GetStringAsync($"{List}/gone-paper")).Split("id=\"source-words\"")[1].Split("</div>")[0];
        Assert.Equal(2, page.Split("HTTP 410").Length);
    }

    private static SourceCatalogue CatalogueOf(TestService service) => service.Services.GetRequiredService<SourceCatalogue>();

    private static Task<string> BulkAsync(TestService service, string action, params (string, string)[] fields) => service.DoAsync(
        List, $"{List}/bulk", [("action", action), ("id", "alpha"), ("id", "beta"), .. fields]);

    private Task<TestService> StartAsync() => TestService.StartAsync(_folder, Feeds.Json(
        Feeds.Source("http://127.0.0.1:9/a", "Alpha"), Feeds.Source("http://127.0.0.1:9/b", "Beta")));
}
