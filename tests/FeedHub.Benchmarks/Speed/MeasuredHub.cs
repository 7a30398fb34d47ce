using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace FeedHub.Benchmarks.Speed;

/// <summary>FeedHub as a process of its own, over these sources.</summary>
internal sealed class MeasuredHub : MeasuredProcess
{
    private const string Allocated = "dotnet_gc_heap_total_allocated_bytes_total";

    private readonly HttpClient _http;

    private MeasuredHub(Process process, Uri address)
        : base(process) => _http = new() { BaseAddress = address };

    /// <summary>Starts it; returns once it listens.</summary>
    /// <param name="urls">Its sources.</param>
    /// <param name="folder">For its files.</param>
    /// <param name="interval">How often each is polled.</param>
    /// <param name="program">What to start instead of the service of this build: a program's file, or null.</param>
    public static async Task<MeasuredHub> StartAsync(IReadOnlyList<string> urls, string folder, string interval, string? program)
    {
        var feeds = Path.Combine(folder, "feeds.json");
        await File.WriteAllTextAsync(feeds, JsonSerializer.Serialize(new { sources = urls.Select(url => new { url, interval }) }));
        var start = program is not null && !program.EndsWith(".dll", StringComparison.Ordinal)
            ? new ProcessStartInfo(program, Settings(folder, feeds))
            : new ProcessStartInfo("dotnet", [program ?? typeof(FeedHub.Program).Assembly.Location, .. Settings(folder, feeds)]);
        start.RedirectStandardOutput = true;
        var process = Process.Start(start)!;
        var first = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("FeedHub did not start.");
        _ = process.StandardOutput.ReadToEndAsync();
        return new(process, new Uri(first.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal))));
    }

    /// <summary>Bytes allocated since its start.</summary>
    public async Task<double> AllocatedAsync() => (await _http.GetStringAsync("/metrics")).Split('\n')
        .Where(line => line.StartsWith(Allocated, StringComparison.Ordinal))
        .Select(line => double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture)).Single();

    private static string[] Settings(string folder, string feeds) =>
    [
        "--urls=http://127.0.0.1:0", $"--FeedHub:FeedsFile={feeds}", $"--FeedHub:DataDirectory={Path.Combine(folder, "data")}",
        "--FeedHub:Network:AllowPrivateAddresses=true", "--FeedHub:Polling:PerHost=32", "--FeedHub:Polling:HostGap=00:00:00",
        "--FeedHub:Polling:MinInterval=00:00:10", "--Logging:LogLevel:Default=Warning",
    ];
}
