using System.Reflection;
using FeedHub.Hosting;
using FeedHub.Jobs;
using FeedHub.Storage.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Hosting;

public sealed class RetentionTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync() => _newsroom = await FakeNewsroom.StartAsync();

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task WhatIsOldAndNoLongerListed_IsPurged_AndNeverComesBackAsNew()
    {
        var old = new Written("old", "https://alpha.example/old", "Of last year", DateTimeOffset.UtcNow.AddDays(-400));
        var young = new Written("new", "https://alpha.example/new", "Of today", DateTimeOffset.UtcNow.AddHours(-1));
        _newsroom.Serve("/a", Feeds.Rss("Alpha", young, old));
        await using var service = await StartAsync();
        Assert.Equal(NounsThatPurge() + 2, service.Services.GetServices<IPurge>().Count());
        await service.PollAsync("alpha");
        _newsroom.Serve("/a", Feeds.Rss("Alpha", young));
        await service.PollAsync("alpha");

        Assert.StartsWith("1 stories", await PurgeAsync(service), StringComparison.Ordinal);
        _newsroom.Serve("/a", Feeds.Rss("Alpha", young with { Title = "Of today, edited" }, old with { Title = "Of last year, edited" }));
        Assert.Equal("200, 0 new, 1 changed", await service.PollAsync("alpha"));

        Assert.Equal("Of today, edited", Assert.Single(await service.ItemsOf("/api/items")).GetProperty("title").GetString());
        Assert.Equal(1, (await service.GetJsonAsync("/api/sources/alpha")).GetProperty("items").GetInt32());
    }

    [Fact]
    public async Task WhatItsSourceStillLists_IsKept_HoweverOld_AlsoAcrossABrokenAnswerAndARestart()
    {
        var old = new Written("old", "https://alpha.example/old", "Of last year", DateTimeOffset.UtcNow.AddDays(-400));
        var other = new Written("other", "https://alpha.example/other", "Also of last year", DateTimeOffset.UtcNow.AddDays(-401));
        var feed = Feeds.Rss("Alpha", old, other);
        _newsroom.Serve("/a", feed);
        await using (var service = await StartAsync())
        {
            await service.PollAsync("alpha");
            Assert.StartsWith("0 stories", await PurgeAsync(service), StringComparison.Ordinal);
            _newsroom.Answer("/a", async context =>
            {
                context.Response.ContentLength = feed.Length;
                await context.Response.Body.WriteAsync(System.Text.Encoding.UTF8
                    .GetBytes(feed[..feed.IndexOf("<item><guid isPermaLink=\"false\">other", StringComparison.Ordinal)]));
                context.Abort();
            });
            await service.PollAsync("alpha");
        }

        await using var again = await StartAsync();
        Assert.StartsWith("0 stories", await PurgeAsync(again), StringComparison.Ordinal);
        Assert.Equal(2, (await again.ItemsOf("/api/items")).Count);
    }

    [Fact]
    public async Task ManyOldStories_ArePurgedInBatches_AndTheKeptAmongThemStay()
    {
        var items = Enumerable.Range(0, 450).Select(
            n => new Written($"old-{n}", $"https://alpha.example/{n}", $"Old {n}", DateTimeOffset.UtcNow.AddDays(-100).AddMinutes(n)))
                .ToList();
        _newsroom.Serve("/a", Feeds.Rss("Alpha", items));
        await using var service = await StartAsync();
        await service.PollAsync("alpha");
        _newsroom.Serve("/a", Feeds.Rss("Alpha", items.Where((_, n) => n % 50 == 0)));
        await service.PollAsync("alpha");

        Assert.StartsWith("441 stories", await PurgeAsync(service), StringComparison.Ordinal);
        Assert.Equal(9, (await service.ItemsOf("/api/stories")).Count);
    }

    [Fact]
    public async Task ANewSourceWithAnArchive_TakesItsPlaceInThePast()
    {
        _newsroom.Serve(
            "/a",
            Feeds.Rss("Alpha", new Written("a", "https://alpha.example/a", "Of yesterday", DateTimeOffset.UtcNow.AddDays(-1))));
        _newsroom.Serve("/b", Feeds.Rss("Beta", Enumerable.Range(10, 30)
            .Select(n => new Written($"b{n}", $"https://beta.example/{n}", $"Archive {n}", DateTimeOffset.UtcNow.AddDays(-n)))));
        await using var service = await StartAsync();
        await service.PollAsync("alpha");
        await service.PollAsync("beta");

        Assert.Equal("Of yesterday", (await service.ItemsOf("/feed.json"))[0].GetProperty("title").GetString());
    }

    // Rows that one statement purges; stories and habits have more to do.
    private static int NounsThatPurge() => typeof(DatabaseWriter).Assembly.GetTypes()
        .Select(type => type.GetMethod(
            "Purge", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic, [typeof(WriteSession), typeof(DateTimeOffset)]))
        .Count(purge => purge is not null);

    private static Task<string> PurgeAsync(TestService service) =>
        service.Services.GetRequiredService<Retention>().RunAsync(CancellationToken.None);

    private Task<TestService> StartAsync() => TestService.StartAsync(
        _folder, Feeds.Json(Feeds.Source(_newsroom.Url("/a"), "Alpha"), Feeds.Source(_newsroom.Url("/b"), "Beta")));
}
