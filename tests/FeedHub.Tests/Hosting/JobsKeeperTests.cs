using System.Net;
using FeedHub.Hosting;
using FeedHub.Polling;
using FeedHub.Tests.Polling;
using Hangfire;
using Hangfire.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Hosting;

/// <summary>What keeps the jobs going, no matter what people click on Hangfire's pages.</summary>
public sealed class JobsKeeperTests : IDisposable
{
    private static readonly string News = Feeds.Rss("Alpha", new Written("1", "https://alpha.example/1", "One"));
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RecurringJobsThatAreDeleted_AreBackWithinAMinute()
    {
        await using var service = await TestService.StartAsync(_folder, Feeds.Json(), _time, polling: true);
        var all = Recurring(service);
        Assert.Contains(Dispatcher.JobId, all);
        Assert.Contains("websub", all);
        await TestService.UntilAsync(
            () =>
            {
                foreach (var id in all)
                    service.Services.GetRequiredService<IRecurringJobManager>().RemoveIfExists(id);
                return Task.FromResult(string.Join(' ', Recurring(service)));
            },
            left => left.Length == 0);

        _time.Advance(TimeSpan.FromSeconds(50));
        await TestService.UntilAsync(() => Task.FromResult(Recurring(service)), now => now.SequenceEqual(all));
    }

    [Fact]
    public async Task WhatIsDue_IsPolled_WhileTheDispatchersWorkersAreTaken()
    {
        await using var newsroom = await FakeNewsroom.StartAsync();
        newsroom.Serve("/a", News);
        var endless = new EndlessJobs();
        await using var service = await TestService.StartAsync(
            _folder, Feeds.Json(Feeds.Source(newsroom.Url("/a"), "Alpha")), _time, services: services => services.AddSingleton(endless));
        for (var n = 0; n < 4; n++)
            service.Services.GetRequiredService<IBackgroundJobClient>()
                .Enqueue<EndlessJobs>(job => job.RunDispatching(CancellationToken.None));
        await TestService.UntilAsync(() => Task.FromResult(endless.Queues), running => running.Contains(Dispatcher.Queue));

        service.Services.GetRequiredService<JobsKeeper>().Begin();
        await TestService.UntilAsync(
            () =>
            {
                _time.Advance(TimeSpan.FromSeconds(25));
                return Task.FromResult(newsroom.Requests.Count);
            },
            asked => asked > 0);
        endless.End();
    }

    [Fact]
    public async Task AQueuedPollThatAPersonDeletes_IsQueuedAgain()
    {
        await using var newsroom = await FakeNewsroom.StartAsync();
        newsroom.Serve("/a", News);
        await using var service = await TestService.StartAsync(
            _folder, Feeds.Json(Feeds.Source(newsroom.Url("/a"), "Alpha")), settings: "--FeedHub:Polling:Concurrency=1");
        var queue = service.Services.GetRequiredService<PollQueue>();
        var jobs = service.Services.GetRequiredService<IBackgroundJobClient>();
        await using var db = await service.DatabaseAsync();
        var source = (await db.Sources.SingleAsync()).Id;
        Assert.True(queue.TryEnqueue(source, TimeSpan.FromHours(1)));
        Assert.False(queue.TryEnqueue(source, TimeSpan.Zero));

        var scheduled = service.Services.GetRequiredService<JobStorage>().GetMonitoringApi().ScheduledJobs(0, 10);
        jobs.Delete(Assert.Single(scheduled).Key);
        Assert.True(queue.TryEnqueue(source, TimeSpan.Zero));
    }

    [Fact]
    public async Task PollsThatAreLate_MakeReadinessDegraded_AndSaySo()
    {
        await using var service = await TestService.StartAsync(
            _folder, Feeds.Json(Feeds.Source("http://127.0.0.1:9/a", "Alpha"), Feeds.Source("http://127.0.0.1:9/b", "Beta")), _time);
        Assert.Equal("Healthy", await ReadyAsync(service));
        _time.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal("Healthy", await ReadyAsync(service));
        _time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(
            $"Degraded{Environment.NewLine}2 sources are due, the first for 20 min, and nobody looks for what is due.",
            await ReadyAsync(service));
    }

    private static async Task<string> ReadyAsync(TestService service)
    {
        using var answer = await service.Client.GetAsync("/healthz/ready");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await service.HealthAsync("/healthz/ready");
    }

    private static IReadOnlyList<string> Recurring(TestService service)
    {
        using var connection = service.Services.GetRequiredService<JobStorage>().GetConnection();
        return [.. connection.GetRecurringJobs().Where(job => !job.Removed).Select(job => job.Id).Order(StringComparer.Ordinal)];
    }
}
