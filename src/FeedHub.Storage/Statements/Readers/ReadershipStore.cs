using FeedHub.Model.OwnFeeds;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Readers;

/// <summary>Writes how many read which feed, inside the writer's transaction.</summary>
public static class ReadershipStore
{
    /// <summary>How far back it is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    // After a restart fewer are known of the day than were stored.
    private const string PutAll = """
        INSERT INTO Readership (Day, Path, Agent, Readers, Stated, LastAt)
        SELECT CAST(value ->> 0 AS bigint), value ->> 1, value ->> 2, CAST(value ->> 3 AS bigint), CAST(value ->> 4 AS bigint) <> 0,
            CAST(value ->> 5 AS bigint)
        FROM json_each(?1) WHERE true
        ON CONFLICT (Day, Path, Agent) DO UPDATE SET Readers = max(Readership.Readers, excluded.Readers), Stated = excluded.Stated,
            LastAt = max(Readership.LastAt, excluded.LastAt)
        """;

    /// <summary>Stores rows; those that are there already keep the greater number.</summary>
    internal static int Put(WriteSession session, IEnumerable<Readership> rows) =>
        session.Execute(PutAll, StoredJson.Write(rows.Select(Columns)));

    internal static int Purge(WriteSession session, DateTimeOffset now) =>
        session.Execute("DELETE FROM Readership WHERE Day < ?1", now - Kept);

    private static object[] Columns(Readership row) =>
        [Milliseconds(row.Day), row.Path, row.Agent, row.Readers, row.Stated ? 1 : 0, Milliseconds(row.LastAt)];

    private static long Milliseconds(DateTimeOffset instant) => instant.ToUnixTimeMilliseconds();
}
