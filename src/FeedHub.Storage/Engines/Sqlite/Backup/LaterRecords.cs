using System.Globalization;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Writing;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FeedHub.Storage.Engines.Sqlite.Backup;

/// <summary>
/// What no restore takes back (docs/notes/unwanted.md): what was erased stays erased, the audit log goes on, and no number is given
/// twice. The database in whose place a backup comes knows it; it is read alone.
/// </summary>
internal sealed class LaterRecords
{
    private const string Attach = "ATTACH ?1 AS Later";

    // Erasing empties entries, which keep their numbers.
    private const string EmptyEntries = """
        UPDATE AuditEntries SET "Before" = l."Before", "After" = l."After" FROM Later.AuditEntries l
        WHERE l.Id = AuditEntries.Id AND l.At = AuditEntries.At AND l.Who = AuditEntries.Who AND l.What = AuditEntries.What
        """;

    private const string MissingEntries = """
        FROM Later.AuditEntries l WHERE NOT EXISTS (SELECT 1 FROM main.AuditEntries a
          WHERE a.Id = l.Id AND a.At = l.At AND a.Who = l.Who AND a.What = l.What)
        """;

    // With their numbers, unless the backup is another hub's.
    private const string AddEntries = $"""
        INSERT INTO main.AuditEntries (Id, At, Who, Role, Address, Area, What, Target, "Before", "After")
        SELECT CASE WHEN (SELECT min(l.Id) {MissingEntries}) > (SELECT coalesce(max(Id), 0) FROM main.AuditEntries) THEN l.Id END,
          l.At, l.Who, l.Role, l.Address, l.Area, l.What, l.Target, l."Before", l."After" {MissingEntries} ORDER BY l.At, l.Id
        """;

    private const string RaiseNumbers = """
        UPDATE main.sqlite_sequence SET seq = max(seq, coalesce(
          (SELECT l.seq FROM Later.sqlite_sequence l WHERE l.name = main.sqlite_sequence.name), 0))
        """;

    private const string AddNumbers = """
        INSERT INTO main.sqlite_sequence (name, seq) SELECT l.name, l.seq FROM Later.sqlite_sequence l
        WHERE l.name IN (SELECT name FROM main.sqlite_schema) AND l.name NOT IN (SELECT name FROM main.sqlite_sequence)
        """;

    private readonly WriteSession _session;
    private readonly DateTimeOffset _now;

    private LaterRecords(WriteSession session, DateTimeOffset now) => (_session, _now) = (session, now);

    /// <summary>Puts it into the copy of a backup, all of it or nothing; returns in words what was done.</summary>
    /// <param name="copy">The copy, opened by a URI; it is up to date.</param>
    /// <param name="database">In whose place it comes.</param>
    /// <param name="access">What is known of that by now.</param>
    /// <param name="now">The present time.</param>
    public static string PutInto(SqliteConnection copy, DatabaseFile database, StandingAccess access, DateTimeOffset now)
    {
        if (!access.IsReadable)
            return Unknown;
        var session = new WriteSession(database, copy);
        session.Execute("PRAGMA secure_delete=ON");
        session.Execute(Attach, DatabaseFile.UriOf(database.Path) + "?mode=ro");
        try
        {
            session.Begin();
            var words = new LaterRecords(session, now).Put();
            session.Commit();
            session.Execute("DETACH Later");
            return words;
        }
        catch (SqliteException error) when (error.SqliteErrorCode == raw.SQLITE_CORRUPT)
        {
            session.Rollback();
            return Unknown;
        }
    }

    private static string Unknown => "What was erased, and written in the audit log, since the backup was made is not known here: erase "
        + "again what readers are not to see.";

    private string Put()
    {
        _session.Execute(RaiseNumbers);
        _session.Execute(AddNumbers);
        var entries = 0;
        if (Has("AuditEntries"))
        {
            _session.Execute(EmptyEntries);
            entries = _session.Execute(AddEntries);
        }

        var stories = Has("ErasedKeys") ? Erase() : 0;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"What was erased stays erased (stories of the backup that were erased again: {stories}), and the audit log goes on "
                + $"(entries that the backup has not: {entries}).");
    }

    private int Erase()
    {
        var numbers = _session.Query("SELECT Id FROM Later.ErasedStories", row => row.GetInt64(0)).ToHashSet();
        _session.Execute("INSERT OR IGNORE INTO main.ErasedStories (Id, At) SELECT Id, At FROM Later.ErasedStories");
        if (_session.Execute("INSERT OR IGNORE INTO main.ErasedKeys (Hash) SELECT Hash FROM Later.ErasedKeys") == 0)
            return 0;

        // Words of the search are made again from the stories when FeedHub starts.
        _session.Execute(SearchSchema.DropFormer);
        return new ErasedAgain(_session, numbers, IsStillThere, _now).Run();
    }

    // Of another hub's backup an item may have the same number.
    private bool IsStillThere(long item, long firstSeenAt) =>
        _session.Scalar<long>("SELECT count(*) FROM Later.Items WHERE Id = ?1 AND FirstSeenAt = ?2", item, firstSeenAt) > 0;

    // A former version may not have it yet.
    private bool Has(string table) =>
        _session.Scalar<long>("SELECT count(*) FROM Later.sqlite_schema WHERE type = 'table' AND name = ?1", table) == 1;
}
