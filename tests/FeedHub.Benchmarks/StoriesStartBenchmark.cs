using System.Diagnostics;
using System.Globalization;
using FeedHub.Hosting;
using FeedHub.Ingesting;
using FeedHub.Model.Stories;
using FeedHub.Storage.Engines.Sqlite;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Matching;
using Microsoft.Data.Sqlite;

namespace FeedHub.Benchmarks;

/// <summary>How long the index of stories takes to come back from the database at a start, and how much memory it needs.</summary>
internal static class StoriesStartBenchmark
{
    private const int Words = 120;
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Spread = TimeSpan.FromDays(3);

    /// <summary>Makes a database with that many stories in the window and loads it; returns the exit code.</summary>
    public static async Task<int> RunAsync(int stories)
    {
        var folder = Directory.CreateTempSubdirectory("feedhub-bench-");
        try
        {
            await using var app = FeedHub.Program.CreateBuilder([$"--FeedHub:DataDirectory={folder.FullName}", "--urls=http://127.0.0.1:0"])
                .BuildApp();
            await app.Services.MigrateStorageAsync();
            var file = app.Services.GetRequiredService<DatabaseFile>();
            using (var connection = file.Open())
                Fill(connection, stories);
            return Load(file, stories);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static int Load(DatabaseFile file, int stories)
    {
        using var session = new WriteSession(file);
        var live = new LiveStories(new MatchOptions(), new Fingerprinter(), new FixedTime());
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.GetTimestamp();
        live.Load(session);
        var took = Stopwatch.GetElapsedTime(started);
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine(FormattableString.Invariant(
            $"{stories} stories: loaded in {took.TotalSeconds:F2} s ({took.TotalMicroseconds / stories:F1} us each), database {new FileInfo(file.Path).Length / 1e6:F0} MB, index {live.Bytes / 1e6:F0} MB, heap grown by {grown / 1e6:F0} MB, peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB"));
        return live.Count == stories ? 0 : 1;
    }

    private static void Fill(SqliteConnection connection, int stories)
    {
        using var transaction = connection.BeginTransaction();
        using var story = Command(connection, "INSERT INTO Stories (Id, EntryId, LeadItemId, SortAt, PublishedAt, FirstSeenAt, UpdatedAt, ChangedAt) VALUES (?1, ?2, ?1, ?3, ?3, ?3, ?3, ?3)", 3);
        using var fingerprint = Command(connection, "INSERT INTO Fingerprints (ItemId, SourceId, At, Bytes) VALUES (?1, ?2, ?3, ?4)", 4);
        for (var id = 1; id <= stories; id++)
        {
            var at = (Now - Spread + (Spread * ((double)id / stories))).ToUnixTimeMilliseconds();
            Run(story, id, string.Create(CultureInfo.InvariantCulture, $"urn:bench:{id}"), at);
            Run(fingerprint, id, id % 1000, at, Fingerprint.Of(Text(id, 9), Text(-id, Words)).ToBytes());
        }

        transaction.Commit();
    }

    // Few words often and many rarely, as in any language.
    private static string Text(int seed, int words)
    {
        var random = new Random(seed);
        return string.Join(' ', Enumerable.Range(0, words)
            .Select(_ => string.Create(CultureInfo.InvariantCulture, $"w{(int)Math.Pow(60_000, random.NextDouble())}")));
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"?{i}" });
        return command;
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
