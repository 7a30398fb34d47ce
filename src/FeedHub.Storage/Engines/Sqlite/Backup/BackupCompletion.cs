using FeedHub.Model.Access;
using FeedHub.Storage.Files;
using FeedHub.Storage.Tables;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Storage.Engines.Sqlite.Backup;

/// <summary>The last step of a restore before the database is exchanged.</summary>
internal static class BackupCompletion
{
    /// <summary>
    /// Brings the copy of a backup up to date, of which it is known by now that FeedHub made it, and puts in who may get in, what was
    /// erased since, and the audit log of since then: an older one has no tables for that before.
    /// </summary>
    /// <param name="copy">The copy.</param>
    /// <param name="database">In whose place it comes.</param>
    /// <param name="access">Who may get in there.</param>
    /// <param name="restored">What the audit log says of the restore.</param>
    /// <returns>How many items it has, and in words what of the database before holds.</returns>
    /// <exception cref="BackupException">It cannot be brought up to date.</exception>
    public static (long Items, string WhatHolds) Complete(
        string copy, DatabaseFile database, StandingAccess access, AuditEntry restored)
    {
        try
        {
            // By its URI: only then the other one can be attached for reading alone.
            using var connection = DatabaseCopy.Open(DatabaseFile.UriOf(copy), SqliteOpenMode.ReadWrite);
            using var db = new FeedHubDb(new DbContextOptionsBuilder<FeedHubDb>().UseSqlite(connection).Options);

            // Left by a migration that was killed, it would hold up the next one for ever.
            if (DatabaseCopy.Ask(connection, "SELECT count(*) FROM sqlite_schema WHERE name = '__EFMigrationsLock'") is 1L)
                DatabaseCopy.Ask(connection, "DELETE FROM __EFMigrationsLock");
            db.Database.Migrate();
            var whatHolds = access.PutInto(connection) + Environment.NewLine
                + LaterRecords.PutInto(connection, database, access, restored.At);
            db.AuditEntries.Add(restored);
            db.SaveChanges();
            return ((long)DatabaseCopy.Ask(connection, "SELECT count(*) FROM Items")!, whatHolds);
        }
        catch (SqliteException error)
        {
            throw new BackupException($"The backup could not be brought up to date: {error.Message}", error);
        }
    }
}
