using System.Collections.Concurrent;
using System.Reflection;
using FeedHub.Categories;
using FeedHub.Dashboard.Backup;
using FeedHub.Hosting;
using FeedHub.Jobs;
using FeedHub.Polling;
using FeedHub.Sources;
using FeedHub.Sources.Importing;
using FeedHub.Tests.Hosting;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Polling;

/// <summary>What is due is asked for, no matter what else takes long.</summary>
public sealed class DispatchingTests
{
    private const int Many = 12;

    [Fact]
    public async Task ADueSource_IsAsked_WhileEveryWorkerForOtherWorkIsTaken()
    {
        await using var newsroom = await FakeNewsroom.StartAsync();
        newsroom.Serve("/a", Feeds.Rss("Alpha", new Written("1", "https://alpha.example/1", "One")));
        using var folder = new TempFolder();
        var endless = new EndlessJobs();
        await using var service = await TestService.StartAsync(
            folder, Feeds.Json(Feeds.Source(newsroom.Url("/a"), "Alpha")), services: services => services.AddSingleton(endless));
        var jobs = service.Services.GetRequiredService<IBackgroundJobClient>();
        for (var n = 0; n < Many; n++)
        {
            jobs.Enqueue<EndlessJobs>(job => job.Run(CancellationToken.None));
            jobs.Enqueue<EndlessJobs>(job => job.RunLong(CancellationToken.None));
        }

        await TestService.UntilAsync(() => Task.FromResult(endless.Queues), running => running.Count == 2);
        service.Services.GetRequiredService<RecurringJobs>().Begin();
        await TestService.UntilAsync(() => Task.FromResult(newsroom.Requests.Count), asked => asked == 1);
        endless.End();
    }

    [Theory]
    [InlineData(typeof(Retention))]
    [InlineData(typeof(BackupJob))]
    [InlineData(typeof(ImportJob))]
    [InlineData(typeof(DeletionJob))]
    [InlineData(typeof(RetagJob))]
    [InlineData(typeof(TrainingJob))]
    public void WorkThatMayTakeLong_HasWorkersOfItsOwn(Type job) =>
        Assert.Equal(LongWork.Queue, job.GetCustomAttribute<QueueAttribute>()?.Queue);
}

/// <summary>Jobs that take all workers of two queues until the test is over.</summary>
public sealed class EndlessJobs
{
    private readonly ManualResetEventSlim _end = new();
    private readonly ConcurrentDictionary<string, bool> _running = new();

    public ICollection<string> Queues => _running.Keys;

    public void Run(CancellationToken cancellation) => Wait("default", cancellation);

    [Queue(LongWork.Queue)]
    public void RunLong(CancellationToken cancellation) => Wait(LongWork.Queue, cancellation);

    [Queue(Dispatcher.Queue)]
    public void RunDispatching(CancellationToken cancellation) => Wait(Dispatcher.Queue, cancellation);

    public void End() => _end.Set();

    private void Wait(string queue, CancellationToken cancellation)
    {
        _running[queue] = true;
        _end.Wait(TimeSpan.FromMinutes(2), cancellation);
    }
}
