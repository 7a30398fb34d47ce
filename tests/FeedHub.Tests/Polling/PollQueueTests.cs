using FeedHub.Polling;
using FeedHub.Tests.Hosting;
using Hangfire;
using Hangfire.InMemory;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Polling;

/// <summary>Polls on their way: each source once, and only a person's word goes before what is due.</summary>
public sealed class PollQueueTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void APollThatStartsLater_IsLostOnlyHalfAnHourAfterThat()
    {
        var clock = new FakeTimeProvider();
        using var storage = new InMemoryStorage();
        var queue = new PollQueue(new BackgroundJobClient(storage), new HostLanes(storage), clock);
        Assert.True(queue.TryEnqueue(1, Hour));
        clock.Advance(Hour + TimeSpan.FromMinutes(29));
        Assert.False(queue.TryEnqueue(1, TimeSpan.Zero));
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.True(queue.TryEnqueue(1, TimeSpan.Zero));
        Assert.False(queue.TryEnqueue(1, TimeSpan.Zero));
        queue.Done(1);
        Assert.True(queue.TryEnqueue(1, TimeSpan.Zero));
    }

    [Fact]
    public async Task APollThatIsNotInMemory_IsNoPersonsWish_ButARequeuedOneIs()
    {
        await using var newsroom = await FakeNewsroom.StartAsync();
        newsroom.Serve("/a", Feeds.Rss("Alpha", new Written("1", "https://alpha.example/1", "One")));
        using var folder = new TempFolder();
        await using var service = await TestService.StartAsync(folder, Feeds.Json(Feeds.Source(newsroom.Url("/a"), "Alpha")));
        await service.PollAsync("alpha");
        var id = await IdAsync(service);

        // What was queued twice runs a second time when the first has ended.
        var jobs = service.Services.GetRequiredService<IBackgroundJobClient>();
        var job = jobs.Enqueue<PollJob>(poll => poll.RunAsync(id, null, CancellationToken.None));
        Assert.Contains("not due", await ResultAsync(service, job), StringComparison.Ordinal);
        Assert.Single(newsroom.Requests);

        jobs.Requeue(job);
        await TestService.UntilAsync(() => Task.FromResult(newsroom.Requests.Count), asked => asked == 2);
    }

    private static async Task<long> IdAsync(TestService service)
    {
        await using var db = await service.DatabaseAsync();
        return await db.Sources.Select(s => s.Id).SingleAsync();
    }

    private static Task<string> ResultAsync(TestService service, string job)
    {
        var api = service.Services.GetRequiredService<JobStorage>().GetMonitoringApi();
        return TestService.UntilAsync(
            () => Task.FromResult(
                api.JobDetails(job)?.History.FirstOrDefault(state => state.StateName == "Succeeded")?.Data["Result"] ?? ""),
                    result => result.Length > 0);
    }
}
