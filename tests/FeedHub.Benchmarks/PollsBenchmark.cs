using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace FeedHub.Benchmarks;

/// <summary>
/// Polls of sources of which none has changed: FeedHub as a process of its own against a bare loop of conditional GETs, 32 at a time,
/// at the same publishers and in the same run.
/// </summary>
internal static class PollsBenchmark
{
    private const int AtATime = 32;
    private const int Rounds = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Prints the figures; returns the exit code.</summary>
    public static async Task<int> RunAsync(int sources)
    {
        await using var publishers = await UnchangedPublishers.StartAsync(sources);
        var folder = Directory.CreateTempSubdirectory("feedhub-bench-");
        try
        {
            return await RunAsync(publishers, folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> RunAsync(UnchangedPublishers publishers, string folder)
    {
        var feeds = Path.Combine(folder, "feeds.json");
        await File.WriteAllTextAsync(
            feeds, JsonSerializer.Serialize(new { sources = publishers.Urls.Select(url => new { url, interval = "10:00:00" }) }));
        string[] arguments = [typeof(FeedHub.Program).Assembly.Location, .. Settings(folder, feeds)];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        try
        {
            await process.StandardOutput.ReadLineAsync();
            await publishers.AnsweredAsync(publishers.Urls.Count, Patience);
            for (var round = 1; round <= Rounds; round++)
                await RoundAsync(publishers, process, Path.Combine(folder, "data", "feedhub.db"), round);
            return 0;
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    // Alternating, so that other load of the machine hits both.
    private static async Task RoundAsync(UnchangedPublishers publishers, Process process, string database, int round)
    {
        var bare = await BareAsync(publishers);
        process.Refresh();
        var (before, seen) = (process.TotalProcessorTime, publishers.NotModified);
        publishers.Restart();
        await MakeDueAsync(database, publishers.Urls.Count);
        await publishers.AnsweredAsync(publishers.Urls.Count, Patience);
        var rate = (publishers.Urls.Count - 1) / publishers.Spread.TotalSeconds;
        await StoredAsync(database);
        process.Refresh();
        var cpu = (process.TotalProcessorTime - before).TotalMicroseconds / publishers.Urls.Count;
        Console.WriteLine(FormattableString.Invariant(
            $"round {round}: bare loop {bare:F0} polls/s; FeedHub {rate:F0} polls/s, {rate / bare:F2} of it, {cpu:F0} µs of CPU a poll; {publishers.NotModified - seen} answers were 304"));
    }

    private static async Task<double> BareAsync(UnchangedPublishers publishers)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = AtATime });
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(publishers.Urls, new ParallelOptions { MaxDegreeOfParallelism = AtATime }, async (url, cancellation) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(UnchangedPublishers.ETag));
            using var answer = await http.SendAsync(request, cancellation);
        });
        return publishers.Urls.Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task MakeDueAsync(string database, int sources)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=false;Default Timeout=30");
        await connection.OpenAsync();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE Sources SET NextPollAt = 0";
        if (await command.ExecuteNonQueryAsync() != sources)
            throw new InvalidOperationException("Not all sources are there.");
    }

    private static async Task StoredAsync(string database)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=false;Default Timeout=30");
        await connection.OpenAsync();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM Sources WHERE NextPollAt = 0 OR LeaseUntil IS NOT NULL";
        for (var started = Stopwatch.GetTimestamp();
            Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) > 0;
            await Task.Delay(20))
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
                throw new TimeoutException("The polls were never stored.");
        }
    }

    private static string[] Settings(string folder, string feeds) =>
    [
        "--urls=http://127.0.0.1:0", $"--FeedHub:FeedsFile={feeds}", $"--FeedHub:DataDirectory={Path.Combine(folder, "data")}",
        "--FeedHub:Network:AllowPrivateAddresses=true", $"--FeedHub:Polling:PerHost={AtATime}", "--FeedHub:Polling:HostGap=00:00:00",
        "--Logging:LogLevel:Default=Warning",
    ];
}
