using System.Globalization;
using FeedHub.Storage.Tables;
using FeedHub.Syndication.Matching;
using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.Tagging;
using Microsoft.Data.Sqlite;

namespace FeedHub.Benchmarks.Speed;

/// <summary>
/// Fills a database straight with invented stories of an item each, seen within the window of matching: all rows that ingestion would
/// have written, but for the search index, which would cost more than all else.
/// </summary>
internal sealed class WindowFiller : IDisposable
{
    private const int Batch = 20_000;

    // Apart from the numbers that publishers use.
    private const int FirstNumber = 50_000_000;
    private const int Paragraphs = 3;
    private static readonly TimeSpan Spread = TimeSpan.FromDays(2.9);
    private static readonly string Tags = StoredJson.Write(new[] { new Tag("politics", 1, Reason.Sentence("made up")) });

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand[] _commands;
    private readonly DateTimeOffset _now = DateTimeOffset.UtcNow;

    private WindowFiller(SqliteConnection connection)
    {
        _connection = connection;
        _commands =
        [
            Command("INSERT INTO Stories (Id, EntryId, LeadItemId, SortAt, PublishedAt, FirstSeenAt, UpdatedAt, ChangedAt, Language) VALUES (?1, ?2, ?1, ?3, ?3, ?3, ?3, ?3, 'id')", 3),
            Command("INSERT INTO Items (Id, SourceId, StoryId, Guid, Url, CanonicalUrl, Title, Authors, PublishedAt, DateGuessed, FirstSeenAt, SortAt, ChangedAt, PublisherCategories, ContentHtml, Enclosures, Language, Tags, ContentHash) VALUES (?1, ?2, ?1, ?3, ?4, ?4, ?5, '[]', ?6, 0, ?6, ?6, ?6, '[]', ?7, '[]', 'id', ?8, ?1)", 8),
            Command("INSERT INTO Fingerprints (ItemId, SourceId, At, Bytes) VALUES (?1, ?2, ?3, ?4)", 4),
            Command("INSERT INTO StorySources (SourceId, SortAt, StoryId) VALUES (?1, ?2, ?3)", 3),
            Command("INSERT INTO StoryCategories (Slug, SortAt, StoryId) VALUES ('politics', ?1, ?2)", 2),
            Command("INSERT INTO StoryKeys (Hash, StoryId) VALUES (?1, ?2)", 2),
            Command("INSERT INTO ItemKeys (SourceId, Hash, ItemId) VALUES (?1, ?2, ?3), (?1, ?2 + 1, ?3), (?1, ?2 + 2, ?3)", 3),
        ];
    }

    /// <summary>Adds stories to a database that nobody has open.</summary>
    /// <param name="database">Its file.</param>
    /// <param name="stories">How many.</param>
    /// <param name="sources">Keys of the sources that they come from.</param>
    public static void Fill(string database, int stories, IReadOnlyList<long> sources)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=false");
        connection.Open();
        Execute(connection, "PRAGMA synchronous=OFF; PRAGMA cache_size=-400000; PRAGMA wal_autocheckpoint=50000");
        using (var filler = new WindowFiller(connection))
            filler.Fill(stories, sources);
        Execute(connection, "DELETE FROM SearchQueue");
        Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _commands)
            command.Dispose();
    }

    private void Fill(int stories, IReadOnlyList<long> sources)
    {
        for (var first = 0; first < stories; first += Batch)
        {
            var numbers = Enumerable.Range(first, Math.Min(Batch, stories - first));
            Execute(_connection, "BEGIN");
            foreach (var (number, title, html, fingerprint) in numbers.AsParallel().AsOrdered().Select(Written))
                Add(number + 1, sources[number % sources.Count], _now - (Spread * (1 - ((double)number / stories))), title, html,
                    fingerprint);
            Execute(_connection, "COMMIT");
        }
    }

    private static (int Number, string Title, string Html, byte[] Fingerprint) Written(int number)
    {
        var item = NewsText.Item(FirstNumber + number, Paragraphs);
        var text = item.ContentHtml!.Replace("<p>", "", StringComparison.Ordinal).Replace("</p>", " ", StringComparison.Ordinal);
        return (number, item.Title!, item.ContentHtml[..300], Fingerprint.Of(item.Title, text).ToBytes());
    }

    private void Add(long id, long source, DateTimeOffset seenAt, string title, string html, byte[] fingerprint)
    {
        var (at, hash) = (seenAt.ToUnixTimeMilliseconds(), unchecked((long)((ulong)id * 0x9E3779B97F4A7C15UL)) / 2);
        var url = string.Create(CultureInfo.InvariantCulture, $"https://filled.example/{source}/{id}");
        Run(0, id, $"tag:{url}", at);
        Run(1, id, source, $"f{id}", url, title, at, html, Tags);
        Run(2, id, source, at, fingerprint);
        Run(3, source, at, id);
        Run(4, at, id);
        Run(5, hash, id);
        Run(6, source, hash, id);
    }

    private void Run(int statement, params ReadOnlySpan<object> values)
    {
        var command = _commands[statement];
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, int parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"?{i}" });
        return command;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
