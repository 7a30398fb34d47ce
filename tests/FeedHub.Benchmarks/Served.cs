using System.Diagnostics;

namespace FeedHub.Benchmarks;

/// <summary>A server in a process of its own.</summary>
internal sealed class Served(Process process, Uri address) : IAsyncDisposable
{
    public Uri Address => address;

    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory in MB.</summary>
    public double Resident
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }

    public static async Task<Served> StartAsync(Type program, params string[] args)
    {
        // Both on the runtime settings that FeedHub ships with.
        var start = new ProcessStartInfo("dotnet", [program.Assembly.Location, .. args]) { RedirectStandardOutput = true };
        (start.Environment["DOTNET_TieredPGO"], start.Environment["DOTNET_gcServer"]) = ("0", "0");
        var process = Process.Start(start)!;
        var first = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("It did not start.");
        return new(process, new(first.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal))
            .Replace("/feed.rss", "", StringComparison.Ordinal)));
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
