using FeedHub.Model.Articles;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Articles;

/// <summary>The robots.txt of hosts, as they are kept.</summary>
internal static class RobotsRows
{
    /// <summary>How long an answer that holds no more is kept: it helps where the next cannot be read.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private const string Upsert = """
        INSERT INTO KeptRobots (Origin, AskedAt, Until, Status, Body) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (Origin) DO UPDATE SET AskedAt = excluded.AskedAt, Until = excluded.Until, Status = excluded.Status,
            Body = excluded.Body
        """;

    private static readonly string Select = $"SELECT {StoredRow<KeptRobots>.Columns} FROM KeptRobots WHERE Origin = ?1";

    /// <summary>What is kept of a host, by scheme, name and port; null: nothing.</summary>
    public static KeptRobots? Find(ReadSessions database, string origin) =>
        database.Query(Select, StoredRow<KeptRobots>.Read, origin).FirstOrDefault();

    /// <summary>Keeps an answer in place of the one before.</summary>
    public static int Keep(WriteSession session, KeptRobots robots) =>
        session.Execute(Upsert, robots.Origin, robots.AskedAt, robots.Until, robots.Status, robots.Body);

    /// <summary>Forgets what has not held for <see cref="Kept"/>; returns how many.</summary>
    public static int Purge(WriteSession session, DateTimeOffset now) =>
        session.Execute("DELETE FROM KeptRobots WHERE Until < ?1", now - Kept);
}
