using System.Diagnostics;
using FeedHub.Benchmarks.Training;
using FeedHub.Categories;
using FeedHub.Hosting;
using FeedHub.Model.Categories;
using FeedHub.Storage.Engines.Sqlite;
using FeedHub.Storage.Tables;
using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.Tagging;
using Microsoft.Data.Sqlite;

namespace FeedHub.Benchmarks;

/// <summary>How fast stored items are re-tagged with the model: once where every item changes, once where none does.</summary>
internal static class RetagBenchmark
{
    private const int MinuteInMilliseconds = 60_000;
    private static readonly Tag Former = new("human-interest", 1, Reason.Sentence("made up"));

    /// <summary>Stores labelled items and re-tags them twice; returns the exit code.</summary>
    public static async Task<int> RunAsync(string itemsPath, int count)
    {
        var folder = Directory.CreateTempSubdirectory("feedhub-bench-");
        try
        {
            var feeds = Enumerable.Range(0, StoryDatabase.Sources).Select(n => new { url = $"https://s{n}.example/feed", enabled = false });
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "feeds.json"), StoredJson.Write(new { sources = feeds }));
            await using var app = FeedHub.Program.CreateBuilder(StoryDatabase.Settings(folder.FullName)).BuildApp();
            await app.PrepareAsync();
            using (var connection = app.Services.GetRequiredService<DatabaseFile>().Open())
                Fill(connection, [.. LabelledItem.Read(itemsPath).Take(count)]);
            await app.StartAsync();
            await WalkAsync(app, "every item changes or loses a category");
            await WalkAsync(app, "nothing changes");
            await app.StopAsync();
            return 0;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task WalkAsync(WebApplication app, string what)
    {
        var retagging = app.Services.GetRequiredService<Retagging>();
        while ((await retagging.LatestAsync(1, CancellationToken.None)).Any(r => r.FinishedAt is null))
            await Task.Delay(20);
        var (started, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        retagging.Request(Reason.Sentence(what));
        Retag walk;
        while ((walk = (await retagging.LatestAsync(1, CancellationToken.None))[0]).FinishedAt is null)
            await Task.Delay(20);
        var (took, spent) = (Stopwatch.GetElapsedTime(started), Environment.CpuUsage.TotalTime - cpu);
        Console.WriteLine(FormattableString.Invariant(
            $"{what}: {walk.Done} items in {took.TotalSeconds:F1} s, {walk.Done / took.TotalSeconds:F0} items/s, {spent.TotalMicroseconds / walk.Done:F0} us of CPU an item; {walk.Changed} changed"));
    }

    private static void Fill(SqliteConnection connection, IReadOnlyList<LabelledItem> items)
    {
        using var transaction = connection.BeginTransaction();
        using var rows = new StoryRows(connection, transaction);
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        for (var i = 0; i < items.Count; i++)
            rows.Add(i + 1, now - ((items.Count - (long)i) * MinuteInMilliseconds), 1 + (i % StoryDatabase.Sources), items[i].Language,
                Former, items[i].Title, $"<p>{items[i].Summary}</p>");
        transaction.Commit();
    }
}
