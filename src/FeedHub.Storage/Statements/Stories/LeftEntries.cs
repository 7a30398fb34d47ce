using FeedHub.Model.Sources;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>The id and the place of an entry that went with its source.</summary>
internal sealed record FormerEntry(string EntryId, DateTimeOffset SortAt);

/// <summary>Entries that went with their sources: items that come again within a week have them again. Inside the writer's
/// transaction.</summary>
internal static class LeftEntries
{
    /// <summary>Whether there are any.</summary>
    public const string Any = "EXISTS (SELECT 1 FROM LeftEntries)";

    private const string Leaving = "(SELECT StoryId FROM Leaving)";

    private const string Choose = """
        INSERT INTO Leaving SELECT DISTINCT StoryId FROM Items i WHERE SourceId = ?1
          AND NOT EXISTS (SELECT 1 FROM Items o WHERE o.StoryId = i.StoryId AND o.SourceId <> ?1)
        """;

    private const string Insert = """
        INSERT INTO LeftEntries (Hash, EntryId, SortAt, LeftAt)
        SELECT CAST(j.value ->> 0 AS bigint), s.EntryId, s.SortAt, ?2
        FROM json_each(?1) j JOIN Stories s ON s.Id = CAST(j.value ->> 1 AS bigint) WHERE true
        ON CONFLICT (Hash) DO UPDATE SET EntryId = excluded.EntryId, SortAt = excluded.SortAt, LeftAt = excluded.LeftAt
        """;

    /// <summary>Keeps those of stories that have items of this source alone; the items are still there.</summary>
    public static void Keep(WriteSession session, long sourceId, DateTimeOffset now)
    {
        session.Execute("CREATE TEMP TABLE IF NOT EXISTS Leaving (StoryId INTEGER PRIMARY KEY)");
        session.Execute("DELETE FROM Leaving");
        session.Execute(Choose, sourceId);
        var keys = new LastingHashes(session, Leaving).ReadKeys().DistinctBy(key => key.Hash)
            .Select(key => new[] { key.Hash, key.StoryId });
        session.Execute(Insert, StoredJson.Write(keys), now);
    }

    /// <summary>Takes out the one of an item with any of the hashes, a JSON array; null: none that is young enough.</summary>
    public static FormerEntry? Take(WriteSession session, string hashes, DateTimeOffset now) => session
        .Query(
            "DELETE FROM LeftEntries WHERE Hash IN (SELECT value FROM json_each(?1)) RETURNING EntryId, SortAt, LeftAt",
            row => (Entry: new FormerEntry(row.GetString(0), At(row.GetInt64(1))), LeftAt: At(row.GetInt64(2))), hashes)
        .Where(row => row.LeftAt >= now - DeletedSource.Kept).OrderBy(row => row.Entry.SortAt).Select(row => row.Entry).FirstOrDefault();

    /// <summary>Forgets those whose source was deleted longer ago than it is kept.</summary>
    public static int Purge(WriteSession session, DateTimeOffset now) =>
        session.Execute("DELETE FROM LeftEntries WHERE LeftAt < ?1", now - DeletedSource.Kept);

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
