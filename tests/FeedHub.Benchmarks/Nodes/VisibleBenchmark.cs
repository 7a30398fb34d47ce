using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using FeedHub.Benchmarks.Speed;
using Npgsql;

namespace FeedHub.Benchmarks.Nodes;

/// <summary>How long after the owner's commit another node shows a story, while stories come in all the time.</summary>
internal static class VisibleBenchmark
{
    private const int Sources = 40;

    /// <summary>Prints the figures; returns the exit code: 1 if the median is above 100 ms, or 99 of 100 are not within a second.</summary>
    public static async Task<int> RunAsync(int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("feedhub-bench-");
        try
        {
            await using var database = await NodeDatabase.CreateAsync();
            await using var publishers = await NewsPublishers.StartAsync(Sources, items: 4, isEmpty: true, hosts: 20);
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "feeds.json"),
                JsonSerializer.Serialize(new { sources = publishers.Urls.Select(url => new { url, interval = "00:00:02" }) }));
            await using var owner =
                await MeasuredNode.StartAsync("owner", folder.FullName, database.Address, "--FeedHub:Polling:MinInterval=00:00:02");
            await using var other =
                await MeasuredNode.StartAsync("other", folder.FullName, database.Address, "--FeedHub:Polling:MinInterval=00:00:02");
            publishers.Open();
            await database.UntilAsync($"SELECT count(*) >= {Sources} FROM items");
            return Print(await WatchAsync(database, publishers, other, TimeSpan.FromSeconds(seconds)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<List<double>> WatchAsync(NodeDatabase database, NewsPublishers publishers, MeasuredNode other, TimeSpan time)
    {
        var (stored, seen) = (new ConcurrentDictionary<long, long>(), new ConcurrentDictionary<long, long>());
        using var end = new CancellationTokenSource();
        var watching = Task.WhenAll(
            Task.Run(() => StoredAsync(database, stored, end.Token)), Task.Run(() => SeenAsync(other.Http, seen, end.Token)));
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < time; await Task.Delay(2000))
            publishers.Advance();

        // What was stored at the end is seen before both stop.
        await Task.Delay(3000);
        await end.CancelAsync();
        await watching;
        return [.. stored.Where(story => seen.ContainsKey(story.Key))
            .Select(story => Stopwatch.GetElapsedTime(story.Value, seen[story.Key]).TotalMilliseconds).Order()];
    }

    // The owner alone gives numbers, in the order of its commits.
    private static async Task StoredAsync(NodeDatabase database, ConcurrentDictionary<long, long> stored, CancellationToken end)
    {
        await using var connection = new NpgsqlConnection(database.Address.ConnectionString);
        await connection.OpenAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand("SELECT coalesce(max(id), 0) FROM stories", connection);
        for (var last = (long)(await command.ExecuteScalarAsync(CancellationToken.None))!;
            !end.IsCancellationRequested;
            await Task.Delay(1, CancellationToken.None))
        {
            var newest = (long)(await command.ExecuteScalarAsync(CancellationToken.None))!;
            for (var now = Stopwatch.GetTimestamp(); last < newest; last++)
                stored[last + 1] = now;
        }
    }

    private static async Task SeenAsync(HttpClient node, ConcurrentDictionary<long, long> seen, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            using var page = JsonDocument.Parse(await node.GetStringAsync("/api/stories?limit=100", CancellationToken.None));
            var now = Stopwatch.GetTimestamp();
            foreach (var story in page.RootElement.GetProperty("items").EnumerateArray())
                seen.TryAdd(story.GetProperty("id").GetInt64(), now);
        }
    }

    private static int Print(List<double> times)
    {
        double At(double share) => times[(int)((times.Count - 1) * share)];
        Console.WriteLine(FormattableString.Invariant(
            $"{times.Count} stories, from stored to shown by the other node: median {At(0.5):F0} ms, p90 {At(0.9):F0} ms, p99 {At(0.99):F0} ms, most {At(1):F0} ms; load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}"));
        return At(0.5) <= 100 && At(0.99) <= 1000 ? 0 : 1;
    }
}
