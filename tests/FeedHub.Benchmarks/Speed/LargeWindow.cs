using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace FeedHub.Benchmarks.Speed;

/// <summary>What an item and a poll cost, and what memory they take, where so many stories lie within the window of matching already.</summary>
internal static class LargeWindow
{
    private const int ItemsOfFeed = 10;
    private const int Rounds = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    /// <summary>Fills a database, polls it and prints the figures; returns the exit code.</summary>
    /// <param name="stories">In the window.</param>
    /// <param name="sources">Feeds.</param>
    /// <param name="program">What to start instead of the service of this build: a program's file, or null.</param>
    public static async Task<int> RunAsync(int stories, int sources, string? program = null)
    {
        var folder = Directory.CreateTempSubdirectory("feedhub-speed-");
        try
        {
            await using var publishers = await NewsPublishers.StartAsync(sources, ItemsOfFeed, isEmpty: true);
            var database = Path.Combine(folder.FullName, "data", "feedhub.db");
            await using (var hub = await MeasuredHub.StartAsync(publishers.Urls, folder.FullName, "10:00:00", program))
                await KnownAsync(database, sources);
            var took = Stopwatch.StartNew();
            WindowFiller.Fill(database, stories, await SourcesAsync(database));
            Console.WriteLine(FormattableString.Invariant(
                $"{stories} stories of {sources} sources, {new FileInfo(database).Length / 1e6:F0} MB, filled in {took.Elapsed.TotalSeconds:F0} s"));
            await using var filled = await MeasuredHub.StartAsync(publishers.Urls, folder.FullName, "10:00:00", program);
            await MeasureAsync(publishers, filled, database, stories);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(NewsPublishers publishers, MeasuredHub hub, string database, int stories)
    {
        await hub.QuietAsync(Patience);
        var sources = publishers.Urls.Count;
        Console.WriteLine(FormattableString.Invariant(
            $"started with {hub.Cpu().TotalSeconds:F1} s of CPU; {hub.Megabytes("VmRSS"):F0} MB, peak {hub.Megabytes("VmHWM"):F0} MB"));
        publishers.Open();
        Print("a new item, first", await SpeedBenchmark.HubRoundAsync(publishers, hub, database) / (sources * ItemsOfFeed), hub);
        var (one, none) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var round = 0; round < Rounds; round++)
        {
            publishers.Advance();
            one += await SpeedBenchmark.HubRoundAsync(publishers, hub, database) / (sources * Rounds);
            none += await SpeedBenchmark.HubRoundAsync(publishers, hub, database) / (sources * Rounds);
        }

        Print("a poll with one new item", one, hub);
        Print("a poll without news", none, hub);
        var stored = await SpeedBenchmark.CountAsync(database, "SELECT count(*) FROM Items");
        Console.WriteLine(FormattableString.Invariant($"{stored - stories} items came in"));
    }

    private static void Print(string what, TimeSpan cpu, MeasuredHub hub) => Console.WriteLine(FormattableString.Invariant(
        $"{what}: {cpu.TotalMicroseconds:F0} µs of CPU; peak {hub.Megabytes("VmHWM"):F0} MB"));

    private static async Task KnownAsync(string database, int sources)
    {
        for (var started = Stopwatch.GetTimestamp();
            await SpeedBenchmark.CountAsync(database, "SELECT count(*) FROM Sources WHERE LastSuccessAt IS NOT NULL") < sources;
            await Task.Delay(500))
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
                throw new TimeoutException("The sources were never polled.");
        }
    }

    private static async Task<IReadOnlyList<long>> SourcesAsync(string database)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=false");
        await connection.OpenAsync();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Sources";
        var ids = new List<long>();
        using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
            ids.Add(row.GetInt64(0));
        return ids;
    }
}
