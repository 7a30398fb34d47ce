using System.Diagnostics;
using System.Text.Json;
using FeedHub.Benchmarks.Speed;
using FeedHub.Tests.Hosting;

namespace FeedHub.Benchmarks.Nodes;

/// <summary>
/// How long it takes until another node stores, with so many stories in the window and polls under way: where the owner is killed, stopped,
/// or its network stalls.
/// </summary>
internal static class TakeOverBenchmark
{
    private const int Sources = 60;
    private static readonly string[] Settings = ["--FeedHub:Polling:MinInterval=00:00:02"];

    /// <summary>Prints the figures; returns the exit code: 1 if one took longer than five seconds.</summary>
    public static async Task<int> RunAsync(int stories, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("feedhub-bench-");
        await using var database = await NodeDatabase.CreateAsync();
        try
        {
            await using var publishers = await NewsPublishers.StartAsync(Sources, items: 4, isEmpty: true, hosts: 30);
            await WriteAsync(folder.FullName, publishers, "10:00:00");
            await FillAsync(folder.FullName, database, stories);
            await WriteAsync(folder.FullName, publishers, "00:00:02");
            using var relay = new Relay(database.Address.Host!, database.Address.Port);
            var nodes = new TakeOverNodes(folder.FullName, database, relay);
            await nodes.StartAsync(Settings);
            publishers.Open();
            return await DisturbAsync(nodes, publishers, rounds);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> DisturbAsync(TakeOverNodes nodes, NewsPublishers publishers, int rounds)
    {
        using var end = new CancellationTokenSource();
        var publishing = PublishAsync(publishers, end.Token);
        var most = 0.0;
        await using (nodes)
        {
            foreach (var what in new[] { TakeOver.Kill, TakeOver.Stop, TakeOver.Stall })
            {
                var times = new List<(double Right, double Stored)>();
                for (var round = 0; round < rounds; round++)
                    times.Add(await nodes.DisturbAsync(what, Settings));
                most = Math.Max(most, times.Max(time => time.Right));
                Console.WriteLine(FormattableString.Invariant(
                    $"{what}: another node has the right after {Words(times.Select(time => time.Right))}, and has stored something after {Words(times.Select(time => time.Stored))}; load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}"));
            }
        }

        await end.CancelAsync();
        await publishing;
        return most <= 5 ? 0 : 1;
    }

    private static string Words(IEnumerable<double> seconds) => string.Join(
        ", ", seconds.Order().Select(time => FormattableString.Invariant($"{time:F1}"))) + " s";

    private static async Task PublishAsync(NewsPublishers publishers, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            publishers.Advance();
            await Task.Delay(1000, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static Task WriteAsync(string folder, NewsPublishers publishers, string interval) => File.WriteAllTextAsync(
        Path.Combine(folder, "feeds.json"),
        JsonSerializer.Serialize(new { sources = publishers.Urls.Select(url => new { url, interval }) }));

    // Filled where that is quick, and moved as an operator does.
    private static async Task FillAsync(string folder, NodeDatabase database, int stories)
    {
        var file = Path.Combine(folder, "before", "feedhub.db");
        await using (await MeasuredNode.StartAsync("before", folder, null))
            await LargeWindow.KnownAsync(file, Sources);
        var took = Stopwatch.StartNew();
        WindowFiller.Fill(file, stories, await LargeWindow.SourcesAsync(file));
        Console.WriteLine(FormattableString.Invariant($"{stories} stories filled in {took.Elapsed.TotalSeconds:F0} s"));
        took.Restart();
        using var move = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                typeof(FeedHub.Program).Assembly.Location, "move-to", "postgres",
                $"--FeedHub:DataDirectory={Path.Combine(folder, "before")}",
                $"--ConnectionStrings:FeedHub={database.Address}",
            ])
        { RedirectStandardOutput = true })!;
        var words = await move.StandardOutput.ReadToEndAsync();
        await move.WaitForExitAsync();
        if (move.ExitCode != 0)
            throw new InvalidOperationException(words);
        await database.AskAsync<int>("ANALYZE");
        Console.WriteLine(FormattableString.Invariant($"moved to PostgreSQL in {took.Elapsed.TotalSeconds:F0} s"));
    }
}
