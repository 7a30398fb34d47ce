using System.Net;
using FeedHub.HealthFeed;
using FeedHub.Hub;
using FeedHub.Icons;
using FeedHub.Polling;
using FeedHub.Publishing.Search;
using FeedHub.Storage.Tables;
using FeedHub.Subscribing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FeedHub.Tests.Hosting;

/// <summary>
/// A start, readers' feeds and polls do without EF Core: its first query costs more CPU and memory than all the rest of a start
/// (docs/notes/start.md).
/// </summary>
[Trait("Storage", "sqlite")]
public sealed class StartWithoutEfCoreTests : IAsyncLifetime
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
    public async Task AFirstStart_AndItsFirstAnswers()
    {
        await using var service = await StartAsync(Feeds.Json());

        foreach (var path in (string[])["/feed.rss", "/feed.atom", "/feed.json", "/feed.rss?q=flood", "/healthz/ready"])
            Assert.Equal(HttpStatusCode.OK, (await service.Client.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task AStartWithSourcesThatItKnows_AndItsPolls()
    {
        var feeds = Feeds.Json(Feeds.Source(_newsroom.Url("/one"), "One"));
        _newsroom.Serve("/one", Feeds.Rss("One", Item("a", "First")));
        await using (var first = await TestService.StartAsync(_folder, feeds))
            await first.PollAsync("one");
        _newsroom.Serve("/one", Feeds.Rss("One", Item("b", "Second"), Item("a", "First")));

        await using var service = await StartAsync(feeds);
        await service.Services.GetRequiredService<Poller>().PollAsync(1, refresh: true, CancellationToken.None);
        await service.Services.GetRequiredService<SearchIndexer>().CatchUpAsync(CancellationToken.None);

        var feed = await service.Client.GetStringAsync("/feed.rss");
        Assert.Contains("First", feed, StringComparison.Ordinal);
        Assert.Contains("Second", feed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheJobsOfAnIdleHub()
    {
        await using var service = await StartAsync(Feeds.Json());
        var (jobs, never) = (service.Services, CancellationToken.None);

        await jobs.GetRequiredService<Dispatcher>().RunAsync(never);
        Assert.Equal("no source names a hub", await jobs.GetRequiredService<SubscriptionJob>().RunAsync(never));
        await jobs.GetRequiredService<HealthDigest>().RunAsync(never);
        Assert.Equal("0 wanted, 0 asked, 0 changed", await jobs.GetRequiredService<IconJob>().RunAsync(never));
        await jobs.GetRequiredService<HubJobs>().SweepAsync(never);
        await jobs.GetRequiredService<HubJobs>().AnnounceAsync(never);
    }

    private static Written Item(string guid, string title) => new(guid, $"http://one.example/{guid}", title);

    private Task<TestService> StartAsync(string feeds) => TestService.StartAsync(
        _folder,
        feeds,
        services: services => services.Replace(ServiceDescriptor.Singleton<IDbContextFactory<FeedHubDb>>(new Refusing())));

    private sealed class Refusing : IDbContextFactory<FeedHubDb>
    {
        public FeedHubDb CreateDbContext() => throw new InvalidOperationException("EF Core is not to be used here.");
    }
}
