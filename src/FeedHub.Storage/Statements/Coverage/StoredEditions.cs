using System.Data.Common;
using FeedHub.Model.Coverage;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Coverage;

/// <summary>Briefings and their editions.</summary>
internal static class StoredEditions
{
    /// <summary>Combinations whose editions are kept.</summary>
    public const int MostBriefings = 100;

    /// <summary>Editions kept of each.</summary>
    public const int Kept = 14;

    private const string OfKey = """
        SELECT e.Id, e.BriefingId, e.At, e.Content FROM Briefings b JOIN Editions e ON e.BriefingId = b.Id
        WHERE b.Key = ?1 ORDER BY e.At DESC LIMIT ?2
        """;

    private const string GiveWay = """
        DELETE FROM Briefings WHERE Id IN (SELECT Id FROM Briefings WHERE AskedAt < ?1 ORDER BY AskedAt, Id LIMIT 1)
          AND (SELECT count(*) FROM Briefings) >= ?2
        """;

    private const string Begin = """
        INSERT INTO Briefings (Key, AskedAt) SELECT ?1, ?2 WHERE (SELECT count(*) FROM Briefings) < ?3 ON CONFLICT (Key) DO NOTHING
        """;

    private const string Insert = """
        INSERT INTO Editions (BriefingId, At, Content) SELECT Id, ?2, ?3 FROM Briefings WHERE Key = ?1
        ON CONFLICT (BriefingId, At) DO NOTHING
        """;

    private const string Trim = """
        DELETE FROM Editions WHERE BriefingId = (SELECT Id FROM Briefings WHERE Key = ?1) AND Id NOT IN
          (SELECT e.Id FROM Editions e JOIN Briefings b ON b.Id = e.BriefingId WHERE b.Key = ?1 ORDER BY e.At DESC LIMIT ?2)
        """;

    // What was joined into a hidden story is hidden with it; what went with its source is remembered as hidden.
    private const string Away = """
        SELECT x.Id, x.At FROM (SELECT j.value AS Id, coalesce(
            (SELECT s.HiddenAt FROM Stories s WHERE s.Id = j.value),
            (SELECT e.At FROM ErasedStories e WHERE e.Id = j.value),
            (SELECT t.HiddenAt FROM JoinedStories g JOIN Stories t ON t.Id = g.StoryId WHERE g.Id = j.value),
            (SELECT r.HiddenAt FROM RememberedStories r WHERE r.Id = j.value)) AS At
          FROM json_each(?1) j) x WHERE x.At IS NOT NULL
        """;

    /// <summary>The newest editions of a combination, the newest first; none if it is not kept.</summary>
    public static List<Edition> Of(DbConnection db, string key) => db.Query(OfKey, Map, key, Kept);

    /// <summary>Every combination that is kept, with when it was last asked for.</summary>
    public static List<(string Key, DateTimeOffset AskedAt)> Keys(DbConnection db) => db.Query(
        "SELECT Key, AskedAt FROM Briefings ORDER BY Id",
        row => (row.GetString(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1))));

    /// <summary>Those of these stories that readers are not to see, since an admin hid or erased them, and since when.</summary>
    public static Dictionary<long, DateTimeOffset> Unwanted(DbConnection db, IEnumerable<long> stories) => db
        .Query(Away, row => (Id: row.GetInt64(0), At: DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1))), StoredJson.Write(stories))
        .ToDictionary(story => story.Id, story => story.At);

    /// <summary>Keeps an edition, unless there is one of that hour, or no room for another combination.</summary>
    /// <param name="session">The writer's.</param>
    /// <param name="key">The combination.</param>
    /// <param name="at">Its hour.</param>
    /// <param name="content">What it says.</param>
    /// <param name="now">The present time.</param>
    /// <param name="idle">A combination that nobody asked for since then gives way to a new one.</param>
    public static void Keep(
        WriteSession session, string key, DateTimeOffset at, EditionContent content, DateTimeOffset now, DateTimeOffset idle)
    {
        if (session.Scalar<long>("SELECT count(*) FROM Briefings WHERE Key = ?1", key) == 0)
        {
            session.Execute(GiveWay, idle, MostBriefings);
            session.Execute("DELETE FROM Editions WHERE BriefingId NOT IN (SELECT Id FROM Briefings)");
            session.Execute(Begin, key, now, MostBriefings);
        }

        session.Execute(Insert, key, at, StoredJson.Write(content));
        session.Execute(Trim, key, Kept);
    }

    /// <summary>Keeps the combination no more: its place is wanted.</summary>
    public static void Drop(WriteSession session, string key)
    {
        session.Execute("DELETE FROM Editions WHERE BriefingId IN (SELECT Id FROM Briefings WHERE Key = ?1)", key);
        session.Execute("DELETE FROM Briefings WHERE Key = ?1", key);
    }

    /// <summary>Somebody asked for the combination.</summary>
    public static void Ask(WriteSession session, string key, DateTimeOffset now) =>
        session.Execute("UPDATE Briefings SET AskedAt = ?2 WHERE Key = ?1", key, now);

    /// <summary>Takes the words of these stories out of every edition, inside the transaction that erases them.</summary>
    public static void Erase(WriteSession session, IReadOnlyCollection<long> stories, DateTimeOffset now)
    {
        foreach (var edition in session.Query("SELECT Id, BriefingId, At, Content FROM Editions", Map))
        {
            var content = StoredJson.Read<EditionContent>(edition.Content);
            if (!content.Stories().Any(stories.Contains))
                continue;
            var parts = content.Parts.Select(part => part with
            {
                Events = [.. part.Events.Select(told => told.Without(stories)).OfType<EditionEvent>()],
            });
            var left = StoredJson.Write(content with { Parts = [.. parts], TakenAt = now });
            session.Execute("UPDATE Editions SET Content = ?2 WHERE Id = ?1", edition.Id, left);
        }
    }

    private static Edition Map(DbDataReader row) => new()
    {
        Id = row.GetInt64(0),
        BriefingId = row.GetInt64(1),
        At = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
        Content = row.GetString(3),
    };
}
