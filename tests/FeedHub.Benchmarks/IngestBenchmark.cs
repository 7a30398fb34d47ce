using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace FeedHub.Benchmarks;

/// <summary>
/// A cold start over many sources: FeedHub as a process of its own, from its start until everything is stored and the merged feed
/// shows it, against the bare loop over the same publishers.
/// </summary>
internal static class IngestBenchmark
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs both and prints the figures; returns the exit code.</summary>
    public static async Task<int> RunAsync(int sources, int items)
    {
        await using var publishers = await Publishers.StartAsync(sources, items);
        var folder = Directory.CreateTempSubdirectory("feedhub-bench-");
        try
        {
            var bare = await BareLoop.RunAsync(publishers.Urls, Path.Combine(folder.FullName, "bare.db"));
            var feedHub = await FeedHubAsync(publishers, folder.FullName, sources * items);
            Print(publishers, bare, feedHub);
            return bare.Items == sources * items && feedHub.Items == sources * items ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Runs FeedHub with matching and without, by turns over the same publishers, and prints what matching costs.</summary>
    public static async Task<int> RunMatchingAsync(int sources, int items)
    {
        const int Rounds = 3;
        await using var publishers = await Publishers.StartAsync(sources, items);
        var runs = new Dictionary<string, List<Run>> { ["serve"] = [], ["serve-unmatched"] = [] };
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (verb, done) in runs)
            {
                var folder = Directory.CreateTempSubdirectory("feedhub-bench-");
                done.Add(
                    await FeedHubAsync(publishers, folder.FullName, sources * items, [typeof(IngestBenchmark).Assembly.Location, verb]));
                folder.Delete(recursive: true);
            }
        }

        foreach (var (verb, done) in runs)
            Console.WriteLine(FormattableString.Invariant($"{verb}: {string.Join(", ", done.Select(r => FormattableString.Invariant($"{Rate(r):F0}")))} items/s; CPU {done.Min(CpuOf):F0} us an item, peak {done.Max(r => r.PeakKilobytes) / 1024} MB"));
        Console.WriteLine(FormattableString.Invariant($"with matching {runs["serve"].Max(Rate) / runs["serve-unmatched"].Max(Rate):F2} of the rate without (best of {Rounds}), {runs["serve-unmatched"].Min(CpuOf) / runs["serve"].Min(CpuOf):F2} by CPU, which the machine's other work does not change"));
        return 0;
    }

    private static double CpuOf(Run run) => run.Cpu.TotalMicroseconds / run.Items;

    private static double Rate(Run run) => run.Items / (run.Complete - run.Listening).TotalSeconds;

    private static Task<Run> FeedHubAsync(Publishers publishers, string folder, int expected) =>
        FeedHubAsync(publishers, folder, expected, [typeof(FeedHub.Program).Assembly.Location]);

    private static async Task<Run> FeedHubAsync(Publishers publishers, string folder, int expected, string[] program)
    {
        var feeds = Path.Combine(folder, "feeds.json");
        await File.WriteAllTextAsync(
            feeds, JsonSerializer.Serialize(new { sources = publishers.Urls.Select(url => new { url, interval = "01:00:00" }) }));
        var started = Stopwatch.GetTimestamp();
        using var process =
            Process.Start(new ProcessStartInfo("dotnet", [.. program, .. Settings(folder, feeds)]) { RedirectStandardOutput = true })!;
        try
        {
            var first = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("FeedHub did not start.");
            var listening = Stopwatch.GetElapsedTime(started);
            var address = first.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal));
            using var http = new HttpClient { BaseAddress = new(address.Replace("/feed.rss", "", StringComparison.Ordinal)) };
            var stored = await StoredAsync(http, expected, started);
            (await http.GetAsync("/feed.rss")).EnsureSuccessStatusCode();
            return new(stored, listening, Stopwatch.GetElapsedTime(started), process.TotalProcessorTime, PeakMemory(process));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static string[] Settings(string folder, string feeds) =>
    [
        "--urls=http://127.0.0.1:0", $"--FeedHub:FeedsFile={feeds}", $"--FeedHub:DataDirectory={Path.Combine(folder, "data")}",
        "--FeedHub:Network:AllowPrivateAddresses=true", "--FeedHub:Polling:PerHost=32", "--FeedHub:Polling:HostGap=00:00:00",
    ];

    private static async Task<int> StoredAsync(HttpClient http, int expected, long started)
    {
        while (true)
        {
            var stats = await http.GetFromJsonAsync<JsonElement>("/api/stats");
            var items = stats.GetProperty("items").GetInt32();
            if (items >= expected || Stopwatch.GetElapsedTime(started) > Patience)
                return items;
            await Task.Delay(100);
        }
    }

    private static long PeakMemory(Process process) => File.ReadLines($"/proc/{process.Id}/status")
        .Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
        .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture))
        .Single();

    private static void Print(Publishers publishers, (int Items, TimeSpan Time) bare, Run run)
    {
        var polling = run.Complete - run.Listening;
        var (bareRate, rate) = (bare.Items / bare.Time.TotalSeconds, Rate(run));
        Console.WriteLine(
            FormattableString.Invariant($"{publishers.Urls.Count} sources, {bare.Items} items, {publishers.Bytes / 1e6:F1} MB"));
        Console.WriteLine(FormattableString.Invariant($"bare loop: {bare.Time.TotalSeconds:F2} s, {bareRate:F0} items/s"));
        Console.WriteLine(FormattableString.Invariant(
            $"FeedHub:   {polling.TotalSeconds:F2} s from listening, {rate:F0} items/s, {rate / bareRate:F2} of the bare loop"));
        Console.WriteLine(FormattableString.Invariant(
            $"start to listening {run.Listening.TotalSeconds:F2} s, to the first complete merged feed {run.Complete.TotalSeconds:F2} s"));
        Console.WriteLine(FormattableString.Invariant($"CPU {run.Cpu.TotalSeconds:F1} s ({run.Cpu.TotalMicroseconds / run.Items:F0} µs an item), peak memory {run.PeakKilobytes / 1024.0:F0} MB"));
    }

    private sealed record Run(int Items, TimeSpan Listening, TimeSpan Complete, TimeSpan Cpu, long PeakKilobytes);
}
