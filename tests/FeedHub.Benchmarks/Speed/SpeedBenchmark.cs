using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace FeedHub.Benchmarks.Speed;

/// <summary>
/// CPU of FeedHub as a process of its own beside the bare pipe over the same publishers: a cold start with all items in and the search
/// index done; polls with one new item in each source; polls of which none brings anything.
/// </summary>
internal static class SpeedBenchmark
{
    private const int Rounds = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs both and prints the figures; returns the exit code.</summary>
    /// <param name="sources">Feeds.</param>
    /// <param name="items">Items of each.</param>
    /// <param name="program">What to start instead of the service of this build: a program's file, or null.</param>
    public static async Task<int> RunAsync(int sources, int items, string? program = null)
    {
        var folder = Directory.CreateTempSubdirectory("feedhub-speed-");
        try
        {
            await using var publishers = await NewsPublishers.StartAsync(sources, items);
            Console.WriteLine(FormattableString.Invariant($"{sources} sources, {sources * items} items, {publishers.Bytes / 1e6:F0} MB"));
            await using var hub = await HubAsync(publishers, folder.FullName, program);
            return await CompareAsync(publishers, hub, folder.FullName, sources * items);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> CompareAsync(NewsPublishers publishers, MeasuredProcess hub, string folder, int items)
    {
        var (sources, database) = (publishers.Urls.Count, Path.Combine(folder, "data", "feedhub.db"));
        var wall = await StoredAsync(database, items);
        await hub.QuietAsync(Patience);
        var cold = hub.Cpu();
        Print("cold, an item", await BareAsync(publishers, folder) / items, cold / items);
        Console.WriteLine(FormattableString.Invariant(
            $"  last item stored {wall.TotalSeconds:F1} s after the start; peak {hub.Megabytes("VmHWM"):F0} MB, now {hub.Megabytes("VmRSS"):F0} MB"));
        for (var round = 1; round <= Rounds; round++)
        {
            publishers.Advance();
            var one = (await BareAsync(publishers, folder) / sources, await HubRoundAsync(publishers, hub, database) / sources);
            var none = (await BareAsync(publishers, folder) / sources, await HubRoundAsync(publishers, hub, database) / sources);
            Print("one new item, a poll", one.Item1, one.Item2);
            Print("nothing changed, a poll", none.Item1, none.Item2);
        }

        var stored = await CountAsync(database, "SELECT count(*) FROM Items");
        Console.WriteLine(FormattableString.Invariant(
            $"stored {stored} items in {await CountAsync(database, "SELECT count(*) FROM Stories")} stories; peak {hub.Megabytes("VmHWM"):F0} MB"));
        return stored == items + (Rounds * sources) ? 0 : 1;
    }

    private static void Print(string what, TimeSpan bare, TimeSpan hub) => Console.WriteLine(FormattableString.Invariant(
        $"{what}: bare pipe {bare.TotalMicroseconds:F0} µs, FeedHub {hub.TotalMicroseconds:F0} µs of CPU, {hub / bare:F2} of it"));

    // A process for each round: its start counts, as FeedHub's does in the cold one.
    private static async Task<TimeSpan> BareAsync(NewsPublishers publishers, string folder)
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

    private static async Task<MeasuredProcess> HubAsync(NewsPublishers publishers, string folder, string? program)
    {
        var feeds = Path.Combine(folder, "feeds.json");
        await File.WriteAllTextAsync(feeds, JsonSerializer.Serialize(new { sources = publishers.Urls.Select(url => new { url, interval = "10:00:00" }) }));
        var start = program is not null && !program.EndsWith(".dll", StringComparison.Ordinal)
            ? new ProcessStartInfo(program, Settings(folder, feeds))
            : new ProcessStartInfo("dotnet", [program ?? typeof(FeedHub.Program).Assembly.Location, .. Settings(folder, feeds)]);
        start.RedirectStandardOutput = true;
        var hub = new MeasuredProcess(Process.Start(start)!);
        await hub.Process.StandardOutput.ReadLineAsync();
        _ = hub.Process.StandardOutput.ReadToEndAsync();
        return hub;
    }

    private static string[] Settings(string folder, string feeds) =>
    [
        "--urls=http://127.0.0.1:0", $"--FeedHub:FeedsFile={feeds}", $"--FeedHub:DataDirectory={Path.Combine(folder, "data")}",
        "--FeedHub:Network:AllowPrivateAddresses=true", "--FeedHub:Polling:PerHost=32", "--FeedHub:Polling:HostGap=00:00:00",
        "--Logging:LogLevel:Default=Warning",
    ];

    private static async Task<TimeSpan> HubRoundAsync(NewsPublishers publishers, MeasuredProcess hub, string database)
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

    private static async Task<long> CountAsync(string database, string sql)
    {
        await using var connection = await OpenAsync(database);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static async Task ExecuteAsync(string database, string sql)
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
