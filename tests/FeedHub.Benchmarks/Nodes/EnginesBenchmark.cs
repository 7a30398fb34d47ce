using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FeedHub.Benchmarks.Speed;
using Npgsql;

namespace FeedHub.Benchmarks.Nodes;

/// <summary>
/// SQLite beside PostgreSQL with one, two and three nodes, in one run over the same publishers, which answer after 50 to 400 ms: all items
/// at once, polls that bring nothing, and reading. Each node asks four sources at a time, so that waiting is the limit of polls.
/// </summary>
internal static class EnginesBenchmark
{
    private const int AtATime = 4;
    private const int Hosts = 100;
    private const int Readers = 4;
    private const string Due = "UPDATE sources SET nextpollat = 0";
    private const string Left = "SELECT count(*) FROM sources WHERE nextpollat = 0 OR leaseuntil IS NOT NULL OR lastsuccessat IS NULL";

    private static readonly TimeSpan Reading = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);
    private static readonly string[] Pages = ["/feed.json", "/", "/?q=harga", "/api/stories?limit=50"];

    /// <summary>Prints the figures; returns the exit code.</summary>
    public static async Task<int> RunAsync(int sources, int items)
    {
        await SqliteAsync(sources, items);
        foreach (var nodes in new[] { 1, 2, 3 })
        {
            await using var database = await NodeDatabase.CreateAsync();
            await RunAsync(
                $"PostgreSQL, {nodes} nodes", sources, items, nodes, database.Address, (_, sql) => database.AskAsync<long>(sql));
        }

        return 0;
    }

    private static Task SqliteAsync(int sources, int items) => RunAsync("SQLite", sources, items, 1, null, async (folder, sql) =>
    {
        var file = Path.Combine(folder, "node1", "feedhub.db");
        if (sql != Due)
            return await SpeedBenchmark.CountAsync(file, sql);
        await SpeedBenchmark.ExecuteAsync(file, sql);
        return 0;
    });

    private static async Task RunAsync(
        string name, int sources, int items, int count, NpgsqlConnectionStringBuilder? database, Func<string, string, Task<long>> ask)
    {
        var folder = Directory.CreateTempSubdirectory("feedhub-bench-");
        var nodes = new List<MeasuredNode>();
        try
        {
            await using var publishers = await NewsPublishers.StartAsync(sources, items, isEmpty: true, Hosts, isSlow: true);
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "feeds.json"),
                JsonSerializer.Serialize(new { sources = publishers.Urls.Select(url => new { url, interval = "10:00:00" }) }));
            for (var node = 1; node <= count; node++)
                nodes.Add(await MeasuredNode.StartAsync(
                    $"node{node}", folder.FullName, database, $"--FeedHub:Polling:Concurrency={AtATime}"));
            await PollAsync(name, nodes, publishers, sql => ask(folder.FullName, sql), items);
            foreach (var page in Pages)
                await ReadAsync(name, nodes, page);
        }
        finally
        {
            foreach (var node in nodes)
                await node.DisposeAsync();
            folder.Delete(recursive: true);
        }
    }

    private static async Task PollAsync(
        string name, List<MeasuredNode> nodes, NewsPublishers publishers, Func<string, Task<long>> ask, int items)
    {
        var sources = publishers.Urls.Count;
        await UntilPolledAsync(ask);
        publishers.Open();
        var (cold, cpu) = await RoundAsync(nodes, ask);
        Say($"{name}: {sources * items} items in {cold.TotalSeconds:F1} s, {sources * items / cold.TotalSeconds:F0} a second; {cpu.TotalMicroseconds / sources / items:F0} µs of the nodes' CPU an item");
        var (unchanged, idle) = await RoundAsync(nodes, ask);
        Say($"{name}: {sources} polls that bring nothing in {unchanged.TotalSeconds:F1} s, {sources / unchanged.TotalSeconds:F1} a second; {idle.TotalMicroseconds / sources:F0} µs of the nodes' CPU a poll");
    }

    // All counted until the nodes are quiet; the time until all is stored.
    private static async Task<(TimeSpan Took, TimeSpan Cpu)> RoundAsync(List<MeasuredNode> nodes, Func<string, Task<long>> ask)
    {
        foreach (var node in nodes)
            await node.QuietAsync(Patience, share: 0.2);
        nodes.ForEach(node => node.Cpu());
        var began = Stopwatch.GetTimestamp();
        await ask(Due);
        await UntilPolledAsync(ask);
        var took = Stopwatch.GetElapsedTime(began);
        foreach (var node in nodes)
            await node.QuietAsync(Patience, share: 0.2);
        return (took, TimeSpan.FromTicks(nodes.Sum(node => node.Cpu().Ticks)));
    }

    private static async Task UntilPolledAsync(Func<string, Task<long>> ask)
    {
        for (var began = Stopwatch.GetTimestamp(); await ask(Left) > 0; await Task.Delay(50))
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
                throw new TimeoutException("Not all sources were polled.");
        }
    }

    private static async Task ReadAsync(string name, List<MeasuredNode> nodes, string page)
    {
        nodes.ForEach(node => node.Cpu());
        var began = Stopwatch.GetTimestamp();
        var answers = (await Task.WhenAll(Enumerable.Range(0, Readers).Select(reader => Task.Run(async () =>
        {
            var times = new List<double>();
            for (var node = nodes[reader % nodes.Count].Http; Stopwatch.GetElapsedTime(began) < Reading;)
            {
                var asked = Stopwatch.GetTimestamp();
                await node.GetByteArrayAsync(page);
                times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }

            return times;
        })))).SelectMany(times => times).Order().ToList();
        var took = Stopwatch.GetElapsedTime(began);
        Say($"{name}: {page} {answers.Count / took.TotalSeconds:F0} a second, median {answers[answers.Count / 2]:F1} ms, p99 {answers[answers.Count * 99 / 100]:F1} ms; {1000 * nodes.Sum(node => node.Cpu().TotalMilliseconds) / answers.Count:F0} µs of the nodes' CPU each");
    }

    private static void Say(FormattableString line) =>
        Console.WriteLine(line.ToString(CultureInfo.InvariantCulture) + $"; load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}");
}
