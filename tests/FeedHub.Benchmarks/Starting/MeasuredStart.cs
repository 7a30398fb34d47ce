using System.Diagnostics;
using FeedHub.Benchmarks.Speed;

namespace FeedHub.Benchmarks.Starting;

/// <summary>Starts a service, waits for its first answer, and leaves it alone for a while.</summary>
internal static class MeasuredStart
{
    /// <summary>How long it is left alone.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(60);

    // A start has work of its own left after the first answer, which is not part of what an idle service costs.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Measures one start.</summary>
    /// <param name="start">A program whose first line of output names the address of its feed.</param>
    public static async Task<StartFigures> RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        var started = Stopwatch.GetTimestamp();
        await using var service = new MeasuredProcess(Process.Start(start)!);
        await AnswerAsync(service.Process);
        var (first, cpu) = (Stopwatch.GetElapsedTime(started), service.Cpu());
        await Task.Delay(Settling);
        service.Cpu();
        await Task.Delay(Rest);
        return new(first, cpu, service.Megabytes("VmRSS"), service.Megabytes("VmHWM"), service.Process.Threads.Count, service.Cpu() / Rest);
    }

    private static async Task AnswerAsync(Process process)
    {
        using var patience = new CancellationTokenSource(Patience);
        var line = await process.StandardOutput.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException("It did not start.");
        _ = process.StandardOutput.ReadToEndAsync();
        using var client = new HttpClient();
        var feed = line.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal));
        await client.GetByteArrayAsync(new Uri(feed), patience.Token);
    }
}
