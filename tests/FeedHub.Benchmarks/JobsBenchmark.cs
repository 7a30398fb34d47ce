using System.Diagnostics;
using FeedHub.Hosting;
using FeedHub.Jobs;
using FeedHub.Polling;
using Hangfire;

namespace FeedHub.Benchmarks;

/// <summary>What Hangfire itself costs: jobs that do nothing, through the queue, the storage and the workers that polls have.</summary>
internal static class JobsBenchmark
{
    private const int Rounds = 4;

    /// <summary>Prints the figures; returns the exit code.</summary>
    public static async Task<int> RunAsync(int jobs)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddPolling().AddSingleton<Countdown>().AddTransient<EmptyJob>();
        using var host = builder.Build();
        await host.StartAsync();
        for (var round = 1; round <= Rounds; round++)
            await RoundAsync(host.Services, jobs, round);
        await host.StopAsync();
        return 0;
    }

    private static async Task RoundAsync(IServiceProvider services, int jobs, int round)
    {
        var (client, countdown) = (services.GetRequiredService<IBackgroundJobClient>(), services.GetRequiredService<Countdown>());
        var done = countdown.Start(jobs);
        var (before, started) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        for (long n = 1; n <= jobs; n++)
            client.Enqueue<EmptyJob>(job => job.RunAsync(n, CancellationToken.None));
        await done;
        var (cpu, time) = (Environment.CpuUsage.TotalTime - before, Stopwatch.GetElapsedTime(started));
        Console.WriteLine(FormattableString.Invariant(
            $"round {round}: {jobs / time.TotalSeconds:F0} jobs/s that do nothing, {cpu.TotalMicroseconds / jobs:F0} µs of CPU a job"));
    }

    /// <summary>Tells when the last job has run.</summary>
    internal sealed class Countdown
    {
        private TaskCompletionSource _done = new();
        private int _left;

        public Task Start(int jobs)
        {
            (_left, _done) = (jobs, new(TaskCreationOptions.RunContinuationsAsynchronously));
            return _done.Task;
        }

        public void Signal()
        {
            if (Interlocked.Decrement(ref _left) == 0)
                _done.SetResult();
        }
    }

    /// <summary>A job with the attributes of <see cref="PollJob"/> that ends at once.</summary>
    [AutomaticRetry(Attempts = 0)]
    [FailedForADay]
    [Queue(PollJob.Queue)]
    internal sealed class EmptyJob(Countdown countdown)
    {
        public async Task<string> RunAsync(long number, CancellationToken cancellation)
        {
            await Task.Delay(0, cancellation);
            countdown.Signal();
            return $"{number}, nothing new";
        }
    }
}
