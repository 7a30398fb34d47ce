using System.Diagnostics;
using System.Globalization;

namespace FeedHub.Benchmarks.Speed;

/// <summary>A process whose CPU and memory are read from outside.</summary>
internal class MeasuredProcess(Process process) : IAsyncDisposable
{
    private TimeSpan _counted;

    /// <summary>The process.</summary>
    public Process Process => process;

    /// <summary>CPU since it was last asked.</summary>
    public TimeSpan Cpu()
    {
        process.Refresh();
        var (now, before) = (process.TotalProcessorTime, _counted);
        _counted = now;
        return now - before;
    }

    /// <summary>Waits until it does nothing any more, two seconds in a row; throws if it does not within the time.</summary>
    /// <param name="patience">How long it may take.</param>
    /// <param name="share">A process is quiet when it used less than this share of a core over a second.</param>
    public async Task QuietAsync(TimeSpan patience, double share = 0.05)
    {
        var (started, quiet) = (Stopwatch.GetTimestamp(), 0);
        while (quiet < 2)
        {
            process.Refresh();
            var before = process.TotalProcessorTime;
            await Task.Delay(1000);
            process.Refresh();
            quiet = (process.TotalProcessorTime - before).TotalSeconds < share ? quiet + 1 : 0;
            if (Stopwatch.GetElapsedTime(started) > patience)
                throw new TimeoutException("It never became quiet.");
        }
    }

    /// <summary>A line of <c>/proc/PID/status</c> in MB, such as <c>VmHWM</c>.</summary>
    public double Megabytes(string line) => File.ReadLines($"/proc/{process.Id}/status")
        .Where(text => text.StartsWith(line + ":", StringComparison.Ordinal))
        .Select(text => double.Parse(text.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024)
        .Single();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
