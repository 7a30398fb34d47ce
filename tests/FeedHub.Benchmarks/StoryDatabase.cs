using System.Diagnostics;
using System.Text.Json;
using FeedHub.Hosting;
using FeedHub.Storage.Engines.Sqlite;
using FeedHub.Storage.Tables;
using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.Tagging;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Benchmarks;

/// <summary>A FeedHub data directory with many made-up stories, written directly; the newest are the same for any number.</summary>
internal static class StoryDatabase
{
    /// <summary>Sources that the stories come from: the first of them much louder than the last.</summary>
    public const int Sources = 200;

    /// <summary>Some 11,000 stories a day.</summary>
    private const long Spacing = 8_000;

    private static readonly DateTimeOffset Newest = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);
    private static readonly string[] Categories = ["politics", "sport", "economy", "crime", "health", "weather", "conflict", "education"];

    /// <summary>Made-up words, the first of them much more frequent than the last.</summary>
    public static IReadOnlyList<string> Words { get; } = MakeWords(20_000);

    /// <summary>Settings of a FeedHub over this folder.</summary>
    public static string[] Settings(string folder) =>
    [
        "--urls=http://127.0.0.1:0", $"--FeedHub:FeedsFile={Path.Combine(folder, "feeds.json")}",
        $"--FeedHub:DataDirectory={Path.Combine(folder, "data")}",
        "--FeedHub:Retention:Days=0",
    ];

    /// <summary>Writes it, all but the search index.</summary>
    /// <param name="folder">Of settings and data.</param>
    /// <param name="stories">How many.</param>
    /// <param name="words">Of each of a story's two paragraphs.</param>
    public static async Task WriteAsync(string folder, int stories, int words = 30)
    {
        var feeds = Enumerable.Range(0, Sources)
            .Select(n => new { url = $"https://s{n}.example/feed", title = $"Source {n}", enabled = false });
        await File.WriteAllTextAsync(
            Path.Combine(folder, "feeds.json"),
            JsonSerializer.Serialize(new { title = "Made up", sources = feeds }));
        await using var app = Program.CreateBuilder(Settings(folder)).BuildApp();
        await app.PrepareAsync();
        using var connection = app.Services.GetRequiredService<DatabaseFile>().Open();
        Fill(connection, stories, words);
    }

    /// <summary>Brings the search index up to date; returns how long it took, and how much CPU.</summary>
    public static async Task<(TimeSpan Time, TimeSpan Cpu)> IndexAsync(string folder)
    {
        await using var app = Program.CreateBuilder(Settings(folder)).BuildApp();
        await app.PrepareAsync();
        var (started, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await app.StartAsync();
        await IndexedAsync(app.Services.GetRequiredService<IDbContextFactory<FeedHubDb>>());
        var indexing = (Stopwatch.GetElapsedTime(started), Environment.CpuUsage.TotalTime - cpu);
        await app.StopAsync();
        return indexing;
    }

    private static async Task IndexedAsync(IDbContextFactory<FeedHubDb> databases)
    {
        await using var db = await databases.CreateDbContextAsync();
        while (await db.Database.SqlQuery<int>($"SELECT EXISTS (SELECT 1 FROM SearchQueue) AS Value").SingleAsync() == 1)
            await Task.Delay(50);
    }

    private static void Fill(SqliteConnection connection, int stories, int words)
    {
        const int Batch = 10_000;
        for (var first = 0; first < stories; first += Batch)
        {
            using var transaction = connection.BeginTransaction();
            using var rows = new StoryRows(connection, transaction);
            for (var n = first; n < Math.Min(stories, first + Batch); n++)
                Add(rows, n + 1, stories, words);
            transaction.Commit();
        }
    }

    // Counted from the newest, so that what is asked for is the same at any size.
    private static void Add(StoryRows rows, long id, int stories, int words)
    {
        var random = new Random((int)(stories - id));
        var sortAt = Newest.ToUnixTimeMilliseconds() - ((stories - id) * Spacing);
        var source = 1 + (long)(Sources * Math.Pow(random.NextDouble(), 3));
        var tag = new Tag(Categories[random.Next(Categories.Length)], 1, Reason.Sentence("made up"));
        rows.Add(
            id,
            sortAt,
            source,
            random.Next(4) == 0 ? "en" : "id",
            tag,
            Sentence(random, 9),
            $"<p>{Sentence(random, words)}.</p><p>{Sentence(random, words)}.</p>");
    }

    private static string Sentence(Random random, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[(int)(Words.Count * Math.Pow(random.NextDouble(), 4))]));

    private static string[] MakeWords(int count)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, int.MaxValue).Select(_ => string.Concat(
            Enumerable.Range(0, random.Next(2, 5)).Select(_ => $"{"bdgklmnprst"[random.Next(11)]}{"aeiou"[random.Next(5)]}")))
                .Distinct().Take(count)];
    }
}

/// <summary>Statements that write a story with its one item.</summary>
internal sealed class StoryRows : IDisposable
{
    private readonly List<SqliteCommand> _commands;

    public StoryRows(SqliteConnection connection, SqliteTransaction transaction) => _commands = [.. new[]
    {
        "INSERT INTO Stories (Id, EntryId, LeadItemId, SortAt, PublishedAt, FirstSeenAt, UpdatedAt, ChangedAt, Language) VALUES ($id, $entry, $id, $at, $at, $at, $at, $at, $language)",
        """
        INSERT INTO Items (Id, SourceId, StoryId, Guid, Url, Title, Authors, PublishedAt, DateGuessed, FirstSeenAt, SortAt, ChangedAt, PublisherCategories, ContentHtml, Enclosures, Language, Tags, ContentHash)
        VALUES ($id, $source, $id, $entry, $url, $title, '[]', $at, 0, $at, $at, $at, '[]', $html, '[]', $language, $tags, $id)
        """,
        "INSERT INTO StorySources (SourceId, SortAt, StoryId) VALUES ($source, $at, $id)",
        "INSERT INTO StoryCategories (Slug, SortAt, StoryId) VALUES ($slug, $at, $id)",
    }.Select(sql => new SqliteCommand(sql, connection, transaction))];

    public void Add(long id, long at, long source, string language, Tag tag, string title, string html)
    {
        (string, object)[] values =
        [
            ("$id", id), ("$entry", $"tag:s{source}.example,2026:{id}"), ("$at", at), ("$source", source), ("$language", language),
            ("$title", title), ("$html", html),
            ("$url", $"https://s{source}.example/news/{id}"), ("$slug", tag.Slug), ("$tags", StoredJson.Write(new[] { tag })),
        ];
        foreach (var command in _commands)
        {
            command.Parameters.Clear();
            foreach (var (name, value) in values.Where(v => command.CommandText.Contains(v.Item1, StringComparison.Ordinal)))
                command.Parameters.AddWithValue(name, value);
            command.ExecuteNonQuery();
        }
    }

    public void Dispose() => _commands.ForEach(command => command.Dispose());
}
