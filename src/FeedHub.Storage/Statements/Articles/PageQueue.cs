using System.Globalization;
using FeedHub.Model.Articles;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Storage.Statements.Articles;

/// <summary>The pages that are to be read for items, inside the writer's transaction.</summary>
internal sealed class PageQueue(WriteSession session)
{
    // A page that is there already keeps its wait; one that was refused is asked for again, since its feed says that it is another.
    private const string Insert = """
        INSERT INTO QueuedPages (SourceId, ItemKey, Url, Host, Item, ContentHash, SortAt, FoundAt, WaitsUntil, DueAt, Tries, Error)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 0, NULL)
        ON CONFLICT (SourceId, ItemKey) DO UPDATE SET Url = excluded.Url, Host = excluded.Host, Item = excluded.Item,
            ContentHash = excluded.ContentHash, SortAt = excluded.SortAt,
            WaitsUntil = coalesce(QueuedPages.WaitsUntil, excluded.WaitsUntil),
            DueAt = coalesce(QueuedPages.DueAt, excluded.DueAt)
        """;

    // Sources of one host in turn, of each its newest: one that lists hundreds keeps no other waiting.
    private const string Next = """
        SELECT Id FROM QueuedPages WHERE Host = ?1 AND DueAt <= ?2 AND SourceId = coalesce(
            (SELECT min(SourceId) FROM QueuedPages WHERE Host = ?1 AND DueAt <= ?2 AND SourceId > ?3),
            (SELECT min(SourceId) FROM QueuedPages WHERE Host = ?1 AND DueAt <= ?2))
        ORDER BY SortAt DESC, Id DESC LIMIT 1
        """;

    private const string Beyond = """
        UPDATE QueuedPages SET DueAt = NULL, WaitsUntil = CASE WHEN WaitsUntil IS NULL THEN NULL ELSE ?3 END, Error = ?4 WHERE Id IN (
            SELECT Id FROM QueuedPages WHERE SourceId = ?1 AND DueAt IS NOT NULL ORDER BY SortAt DESC, Id DESC LIMIT 100000 OFFSET ?2)
        """;

    private const string FindOfItem = """
        SELECT {0} FROM QueuedPages WHERE SourceId = ?1 AND ItemKey IN (SELECT Hash FROM ItemKeys WHERE SourceId = ?1 AND ItemId = ?2)
        ORDER BY Id DESC LIMIT 1
        """;

    private const string Take = $"""
        UPDATE QueuedPages SET DueAt = ?2, Tries = Tries + 1 WHERE Id = ?1 RETURNING 
        """;

    private static readonly string ItemsPage = string.Format(
        CultureInfo.InvariantCulture, FindOfItem, StoredRow<QueuedPage>.Columns);

    /// <summary>Lets the oldest pages of a source go that are beyond so many: they are asked for only when a person wishes, and their items
    /// wait no longer than <paramref name="now"/>.</summary>
    public int Bound(long sourceId, int most, DateTimeOffset now, Reason why) => session.Execute(Beyond, sourceId, most, now, why);

    /// <summary>True if the item of this key waits for its page.</summary>
    public bool IsWaiting(long sourceId, long itemKey) => session.Scalar<long>(
        "SELECT count(*) FROM QueuedPages WHERE SourceId = ?1 AND ItemKey = ?2 AND WaitsUntil IS NOT NULL", sourceId, itemKey) > 0;

    /// <summary>Adds a page, or tells one that is there what its item is now.</summary>
    public void Put(QueuedPage page) => session.Execute(
        Insert, page.SourceId, page.ItemKey, page.Url, page.Host, page.Item, page.ContentHash, page.SortAt, page.FoundAt, page.WaitsUntil,
        page.DueAt);

    /// <summary>Takes a page of a host that is due, for one try; null: none is.</summary>
    /// <param name="host">The host.</param>
    /// <param name="last">The source whose page was taken last: the next one has its turn, with its newest page.</param>
    /// <param name="now">The present.</param>
    /// <param name="until">By then the try has ended.</param>
    public QueuedPage? ClaimNext(string host, long last, DateTimeOffset now, DateTimeOffset until) =>
        session.Query(Next, row => row.GetInt64(0), host, now, last) is [var id] ? ClaimOne(id, until) : null;

    /// <summary>Leases this page, due or not; null: it is no longer in the queue.</summary>
    public QueuedPage? ClaimOne(long id, DateTimeOffset until) =>
        session.Query(Take + StoredRow<QueuedPage>.Columns, StoredRow<QueuedPage>.Read, id, until).FirstOrDefault();

    /// <summary>The page as it stands, or null.</summary>
    public QueuedPage? Find(long id) => session.Query(
        $"SELECT {StoredRow<QueuedPage>.Columns} FROM QueuedPages WHERE Id = ?1", StoredRow<QueuedPage>.Read, id).FirstOrDefault();

    /// <summary>The page of a stored item, or null.</summary>
    public QueuedPage? OfItem(long sourceId, long itemId) =>
        session.Query(ItemsPage, StoredRow<QueuedPage>.Read, sourceId, itemId).FirstOrDefault();

    /// <summary>The page is read: it leaves the queue.</summary>
    public int Remove(long id) => session.Execute("DELETE FROM QueuedPages WHERE Id = ?1", id);

    /// <summary>The page is asked for again then; null: it is refused.</summary>
    public void Leave(long id, DateTimeOffset? dueAt, Reason? error) =>
        session.Execute("UPDATE QueuedPages SET DueAt = ?2, Error = ?3 WHERE Id = ?1", id, dueAt, error);

    /// <summary>Its item is out.</summary>
    public void Release(long id) => session.Execute("UPDATE QueuedPages SET WaitsUntil = NULL WHERE Id = ?1", id);

    /// <summary>No page of the source is asked for before then, or at all.</summary>
    public void PutOff(long sourceId, DateTimeOffset? until, DateTimeOffset now) => session.Execute(
        """
        UPDATE QueuedPages SET DueAt = ?2, WaitsUntil = CASE WHEN WaitsUntil IS NULL THEN NULL ELSE ?3 END
        WHERE SourceId = ?1 AND DueAt IS NOT NULL
        """,
        sourceId, until, now);

    /// <summary>Pages that were refused are forgotten after a while; returns how many.</summary>
    public static int Purge(WriteSession session, DateTimeOffset before) => session.Execute(
        "DELETE FROM QueuedPages WHERE DueAt IS NULL AND WaitsUntil IS NULL AND FoundAt < ?1", before);

    /// <summary>Takes the pages of these stories' items out, which hold what their feeds said, inside the transaction that erases
    /// them.</summary>
    /// <param name="session">The writer's.</param>
    /// <param name="stories">A subquery of the stories' keys.</param>
    public static void Erase(WriteSession session, string stories) => session.Execute(
        $"""
        DELETE FROM QueuedPages WHERE Id IN (SELECT q.Id FROM Items i
          JOIN ItemKeys k ON k.SourceId = i.SourceId AND k.ItemId = i.Id
          JOIN QueuedPages q ON q.SourceId = k.SourceId AND q.ItemKey = k.Hash WHERE i.StoryId IN {stories})
        """);

    /// <summary>Hosts that have a page due.</summary>
    public static List<string> DueHosts(ReadSessions database, DateTimeOffset now) => database.Query(
        "SELECT DISTINCT Host FROM QueuedPages WHERE DueAt <= ?1 ORDER BY Host LIMIT 500", row => row.GetString(0), now);

    /// <summary>Pages whose items have waited long enough, or were found by a clock that was set back since.</summary>
    public static List<QueuedPage> Overdue(ReadSessions database, DateTimeOffset now) => database.Query(
        $"""
        SELECT {StoredRow<QueuedPage>.Columns} FROM QueuedPages WHERE WaitsUntil IS NOT NULL AND (WaitsUntil <= ?1 OR FoundAt > ?1)
        ORDER BY Id LIMIT 200
        """,
        StoredRow<QueuedPage>.Read, now);

    /// <summary>Key of the newest page of a source, refused ones included; null: there is none.</summary>
    public static long? NewestOf(ReadSessions database, long sourceId) => database.Query(
        "SELECT Id FROM QueuedPages WHERE SourceId = ?1 ORDER BY SortAt DESC, Id DESC LIMIT 1", row => (long?)row.GetInt64(0), sourceId)
        .FirstOrDefault();

    /// <summary>Page of the newest item of a source; null: none has one.</summary>
    public static string? NewestPageOf(ReadSessions database, long sourceId) => database.Query(
        "SELECT Url FROM Items WHERE SourceId = ?1 AND Url IS NOT NULL ORDER BY SortAt DESC, Id DESC LIMIT 1", row => row.GetString(0),
        sourceId).FirstOrDefault();

    /// <summary>Pages of a source that are to be read.</summary>
    public static long CountOf(ReadSessions database, long sourceId) => database.Query(
        "SELECT count(*) FROM QueuedPages WHERE SourceId = ?1 AND DueAt IS NOT NULL", row => row.GetInt64(0), sourceId).Single();

    /// <summary>The same of all sources that have any, by the source.</summary>
    public static IReadOnlyDictionary<long, long> Counts(ReadSessions database) => database.Query(
        "SELECT SourceId, count(*) FROM QueuedPages WHERE DueAt IS NOT NULL GROUP BY SourceId",
        row => (Source: row.GetInt64(0), Count: row.GetInt64(1))).ToDictionary(one => one.Source, one => one.Count);
}
