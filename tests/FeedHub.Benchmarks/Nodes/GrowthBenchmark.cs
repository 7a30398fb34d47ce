using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FeedHub.Benchmarks.Speed;

namespace FeedHub.Benchmarks.Nodes;

/// <summary>
/// How many polls a second one, two and three nodes do of sources that answer after 50 to 400 ms, where each node asks four at a time: so
/// that waiting is the limit, not the machine's cores.
/// </summary>
internal static class GrowthBenchmark
{
    private const int AtATime = 4;
    private const int Hosts = 100;
    private const int Rounds = 2;

    /// <summary>Prints the figures; returns the exit code: 1 if two nodes are less than 1.8 times as fast as one.</summary>
    public static async Task<int> RunAsync(int sources)
    {
        var folder = Directory.CreateTempSubdirectory("feedhub-bench-");
        var nodes = new List<MeasuredNode>();
        await using var database = await NodeDatabase.CreateAsync();
        try
        {
            await using var publishers = await NewsPublishers.StartAsync(sources, items: 4, isEmpty: true, Hosts, isSlow: true);
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "feeds.json"),
                JsonSerializer.Serialize(new { sources = publishers.Urls.Select(url => new { url, interval = "10:00:00" }) }));
            var rates = new List<double>();
            foreach (var name in new[] { "one", "two", "three" })
            {
                nodes.Add(await MeasuredNode.StartAsync(
                    name, folder.FullName, database.Address, $"--FeedHub:Polling:Concurrency={AtATime}"));
                rates.Add(await RatesAsync(database, publishers, nodes));
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                    $"two nodes {rates[1] / rates[0]:F2}, three {rates[2] / rates[0]:F2} times as many polls a second as one"));
            return rates[1] >= 1.8 * rates[0] ? 0 : 1;
        }
        finally
        {
            foreach (var node in nodes)
                await node.DisposeAsync();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double> RatesAsync(NodeDatabase database, NewsPublishers publishers, List<MeasuredNode> nodes)
    {
        await database.UntilAsync("SELECT count(*) = 0 FROM sources WHERE lastsuccessat IS NULL OR leaseuntil IS NOT NULL");
        foreach (var node in nodes)
            await node.QuietAsync(TimeSpan.FromMinutes(3), share: 0.2);
        var best = 0.0;
        for (var round = 0; round < Rounds; round++)
            best = Math.Max(best, await RoundAsync(database, publishers, nodes));
        return best;
    }

    private static async Task<double> RoundAsync(NodeDatabase database, NewsPublishers publishers, List<MeasuredNode> nodes)
    {
        publishers.Open();
        foreach (var node in nodes)
            node.Cpu();
        var began = Stopwatch.GetTimestamp();
        await database.AskAsync<int>("UPDATE sources SET nextpollat = 0");
        await database.UntilAsync("SELECT count(*) = 0 FROM sources WHERE nextpollat = 0 OR leaseuntil IS NOT NULL");
        var (took, polls) = (Stopwatch.GetElapsedTime(began), publishers.Urls.Count);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{nodes.Count} nodes: {polls} polls, each with a new item, in {took.TotalSeconds:F1} s: {polls / took.TotalSeconds:F1} a second, of {nodes.Count * AtATime / 0.225:F0} that waiting allows; CPU {nodes.Sum(node => node.Cpu().TotalSeconds) / took.TotalSeconds:F2} of a core; load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}"));
        return polls / took.TotalSeconds;
    }
}
