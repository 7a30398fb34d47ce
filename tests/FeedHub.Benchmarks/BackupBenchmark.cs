using System.Diagnostics;
using FeedHub.Dashboard.Overview;
using FeedHub.Hosting;
using FeedHub.Storage.Files;
using FeedHub.Storage.Writing;

namespace FeedHub.Benchmarks;

/// <summary>What a backup of a large database costs, how long the writer waits meanwhile, and what the overview costs beside it.</summary>
internal static class BackupBenchmark
{
    /// <summary>Fills a database, backs it up under steady writes, and prints both.</summary>
    public static async Task<int> RunAsync(int stories)
    {
        var folder = Directory.CreateTempSubdirectory("feedhub-bench-").FullName;
        try
        {
            await StoryDatabase.WriteAsync(folder, stories);
            await using var app = Program.CreateBuilder(StoryDatabase.Settings(folder)).BuildApp();
            await app.Services.MigrateStorageAsync();
            await app.StartAsync();
            await MeasureAsync(app.Services);
            await app.StopAsync();
            return 0;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(IServiceProvider services)
    {
        var (writer, figures) = (services.GetRequiredService<DatabaseWriter>(), services.GetRequiredService<OverviewFigures>());
        var started = Stopwatch.GetTimestamp();
        await figures.GetAsync(CancellationToken.None);
        Console.WriteLine($"overview, first: {Stopwatch.GetElapsedTime(started).TotalMilliseconds:F0} ms");
        await Task.Delay(TimeSpan.FromSeconds(6));
        started = Stopwatch.GetTimestamp();
        await figures.GetAsync(CancellationToken.None);
        Console.WriteLine($"overview, again after its cache has passed: {Stopwatch.GetElapsedTime(started).TotalMilliseconds:F0} ms");

        Console.WriteLine(
            $"writer alone, longest of 200: {(await PauseAsync(writer, Task.Delay(TimeSpan.FromSeconds(4)))).TotalMilliseconds:F0} ms");
        started = Stopwatch.GetTimestamp();
        var backup = services.GetRequiredService<IBackups>().MakeAsync(CancellationToken.None);
        var pause = await PauseAsync(writer, backup);
        Console.WriteLine($"backup of {(await backup).Bytes / 1e6:F0} MB: {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s; longest "
            + $"wait of a write meanwhile: {pause.TotalMilliseconds:F0} ms");
    }

    // A write each 20 ms, as of a busy hub.
    private static async Task<TimeSpan> PauseAsync(DatabaseWriter writer, Task until)
    {
        var longest = TimeSpan.Zero;
        while (!until.IsCompleted)
        {
            var started = Stopwatch.GetTimestamp();
            await writer.RunAsync(session => session.Execute(
                "INSERT INTO Counters (Name, Value) VALUES ('bench', 1) ON CONFLICT (Name) DO UPDATE SET Value = Value + 1"),
                    CancellationToken.None);
            var took = Stopwatch.GetElapsedTime(started);
            longest = took > longest ? took : longest;
            await Task.Delay(20);
        }

        return longest;
    }
}
