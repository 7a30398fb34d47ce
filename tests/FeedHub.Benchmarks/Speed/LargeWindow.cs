using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace FeedHub.Benchmarks.Speed;

/// <summary>What an item and a poll cost, and what memory they take, where so many stories lie within the window of matching
/// already.</summary>
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
            await MeasureAsync(publishers, filled, folder.FullName, stories);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(NewsPublishers publishers, MeasuredHub hub, string folder, int stories)
    {
        await hub.QuietAsync(Patience);
        var (sources, database) = (publishers.Urls.Count, Path.Combine(folder, "data", "feedhub.db"));
        Console.WriteLine(FormattableString.Invariant(
            $"started with {hub.Cpu().TotalSeconds:F1} s of CPU; {hub.Megabytes("VmRSS"):F0} MB, peak {hub.Megabytes("VmHWM"):F0} MB"));
        publishers.Open();
        await RoundAsync("a new item, first", sources * ItemsOfFeed);
        for (var round = 0; round < Rounds; round++)
        {
            publishers.Advance();
            await RoundAsync("a poll with one new item", sources);
            await RoundAsync("a poll without news", sources);
        }

        var stored = await SpeedBenchmark.CountAsync(database, "SELECT count(*) FROM Items");
        Console.WriteLine(FormattableString.Invariant($"{stored - stories} items came in"));

        // The bare pipe, whose database stays small, tells how busy the machine is.
        async Task RoundAsync(string what, int count)
        {
            var bare = await SpeedBenchmark.BareAsync(publishers, folder) / count;
            var cpu = await SpeedBenchmark.HubRoundAsync(publishers, hub, database) / count;
            Console.WriteLine(FormattableString.Invariant(
                $"{what}: bare pipe {bare.TotalMicroseconds:F0} µs, FeedHub {cpu.TotalMicroseconds:F0} µs of CPU, {cpu / bare:F2} of it; peak {hub.Megabytes("VmHWM"):F0} MB"));
        }
    }

    /// <summary>Waits until each source was polled.</summary>
    public static async Task KnownAsync(string database, int sources)
    {
        for (var started = Stopwatch.GetTimestamp();
            await SpeedBenchmark.CountAsync(database, "SELECT count(*) FROM Sources WHERE LastSuccessAt IS NOT NULL") < sources;
            await Task.Delay(500))
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
                throw new TimeoutException("The sources were never polled.");
        }
    }

    /// <summary>The keys of the sources.</summary>
    public static async Task<IReadOnlyList<long>> SourcesAsync(string database)
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
