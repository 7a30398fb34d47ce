using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace FeedHub.Benchmarks.Speed;

/// <summary>
/// CPU of FeedHub as a process of its own beside the bare pipe over the same publishers: a cold start with all items in and the search
/// index done; polls with one new item in each source; polls of which none brings anything; and what is allocated meanwhile.
/// </summary>
internal static class SpeedBenchmark
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs both and prints the figures; returns the exit code.</summary>
    /// <param name="sources">Feeds.</param>
    /// <param name="items">Items of each.</param>
    /// <param name="program">What to start instead of the service of this build: a program's file, or null.</param>
    /// <param name="rounds">How many rounds of polls of both kinds.</param>
    public static async Task<int> RunAsync(int sources, int items, string? program = null, int rounds = 4)
    {
        var folder = Directory.CreateTempSubdirectory("feedhub-speed-");
        try
        {
            await using var publishers = await NewsPublishers.StartAsync(sources, items);
            Console.WriteLine(FormattableString.Invariant($"{sources} sources, {sources * items} items, {publishers.Bytes / 1e6:F0} MB"));
            await using var hub = await MeasuredHub.StartAsync(publishers.Urls, folder.FullName, "10:00:00", program);
            return await CompareAsync(publishers, hub, folder.FullName, sources * items, rounds);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> CompareAsync(NewsPublishers publishers, MeasuredHub hub, string folder, int items, int rounds)
    {
        var (sources, database) = (publishers.Urls.Count, Path.Combine(folder, "data", "feedhub.db"));
        var wall = await StoredAsync(database, items);
        await hub.QuietAsync(Patience);
        var (cold, allocated) = (hub.Cpu(), await hub.AllocatedAsync());
        Print("cold, an item", await BareAsync(publishers, folder) / items, cold / items);
        Console.WriteLine(FormattableString.Invariant(
            $"  last item stored {wall.TotalSeconds:F1} s after the start; {allocated / 1000.0 / items:F0} kB allocated an item; peak {hub.Megabytes("VmHWM"):F0} MB, now {hub.Megabytes("VmRSS"):F0} MB"));
        var sums = new TimeSpan[4];
        for (var round = 1; round <= rounds; round++)
        {
            publishers.Advance();
            var one = (await BareAsync(publishers, folder) / sources, await HubRoundAsync(publishers, hub, database) / sources);
            var none = (await BareAsync(publishers, folder) / sources, await HubRoundAsync(publishers, hub, database) / sources);
            Print("one new item, a poll", one.Item1, one.Item2);
            Print("nothing changed, a poll", none.Item1, none.Item2);
            sums = [sums[0] + one.Item1, sums[1] + one.Item2, sums[2] + none.Item1, sums[3] + none.Item2];
        }

        Print("mean of all rounds, one new item", sums[0] / rounds, sums[1] / rounds);
        Print("mean of all rounds, nothing changed", sums[2] / rounds, sums[3] / rounds);

        Console.WriteLine(FormattableString.Invariant(
            $"{(await hub.AllocatedAsync() - allocated) / 1000.0 / (2 * rounds * sources):F0} kB allocated a poll, the mean of both kinds"));
        var stored = await CountAsync(database, "SELECT count(*) FROM Items");
        var stories = await CountAsync(database, "SELECT count(*) FROM Stories");
        Console.WriteLine(FormattableString.Invariant($"stored {stored} items in {stories} stories; peak {hub.Megabytes("VmHWM"):F0} MB"));
        return stored == items + (rounds * sources) ? 0 : 1;
    }

    private static void Print(string what, TimeSpan bare, TimeSpan hub) => Console.WriteLine(FormattableString.Invariant(
        $"{what}: bare pipe {bare.TotalMicroseconds:F0} µs, FeedHub {hub.TotalMicroseconds:F0} µs of CPU, {hub / bare:F2} of it"));

    /// <summary>What the bare pipe needs for all feeds. A process for each round: its start counts, as FeedHub's does in the cold
    /// one.</summary>
    public static async Task<TimeSpan> BareAsync(NewsPublishers publishers, string folder)
    {
        var addresses = Path.Combine(folder, "addresses.txt");
        await File.WriteAllLinesAsync(addresses, publishers.Urls);
        using var bare = Process.Start(new ProcessStartInfo("dotnet",
            [typeof(SpeedBenchmark).Assembly.Location, "bare-pipe", addresses, Path.Combine(folder, "bare.db")])
        {
            RedirectStandardOutput = true,
        })!;
        return TimeSpan.Parse((await bare.StandardOutput.ReadToEndAsync()).Trim(), CultureInfo.InvariantCulture);
    }

    /// <summary>Polls every source once; returns what that cost, all counted until the hub is quiet.</summary>
    public static async Task<TimeSpan> HubRoundAsync(NewsPublishers publishers, MeasuredHub hub, string database)
    {
        hub.Cpu();
        var (expected, started) = (publishers.Answered + publishers.Urls.Count, Stopwatch.GetTimestamp());
        await ExecuteAsync(database, "UPDATE Sources SET NextPollAt = 0");
        while (publishers.Answered < expected && Stopwatch.GetElapsedTime(started) < Patience)
            await Task.Delay(50);
        await hub.QuietAsync(Patience);
        return hub.Cpu();
    }

    private static async Task<TimeSpan> StoredAsync(string database, int items)
    {
        var started = Stopwatch.GetTimestamp();
        while (await CountAsync(database, "SELECT count(*) FROM Items") < items && Stopwatch.GetElapsedTime(started) < Patience)
            await Task.Delay(500);
        return Stopwatch.GetElapsedTime(started);
    }

    /// <summary>The number that a query gives.</summary>
    public static async Task<long> CountAsync(string database, string sql)
    {
        await using var connection = await OpenAsync(database);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    /// <summary>Runs a statement.</summary>
    public static async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = await OpenAsync(database);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<SqliteConnection> OpenAsync(string database)
    {
        var connection = new SqliteConnection($"Data Source={database};Pooling=false;Default Timeout=30");
        await connection.OpenAsync();
        return connection;
    }
}
