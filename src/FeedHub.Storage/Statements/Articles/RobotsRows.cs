using FeedHub.Model.Articles;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Articles;

/// <summary>The robots.txt of hosts, as they are kept.</summary>
internal static class RobotsRows
{
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

    /// <summary>Forgets what holds no more since then; returns how many.</summary>
    public static int Purge(WriteSession session, DateTimeOffset before) =>
        session.Execute("DELETE FROM KeptRobots WHERE Until < ?1", before);
}
