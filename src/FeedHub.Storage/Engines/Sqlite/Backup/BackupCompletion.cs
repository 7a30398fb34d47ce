using FeedHub.Storage.Files;
using FeedHub.Storage.Tables;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Storage.Engines.Sqlite.Backup;

/// <summary>The last step of a restore before the database is exchanged.</summary>
internal static class BackupCompletion
{
    /// <summary>
    /// Brings the copy of a backup up to date, of which it is known by now that FeedHub made it, and puts in who may get in: an older one
    /// has no tables for that before.
    /// </summary>
    /// <returns>How many items it has, and in words who may get in.</returns>
    /// <exception cref="BackupException">It cannot be brought up to date.</exception>
    public static (long Items, string WhoMayGetIn) Complete(string copy, StandingAccess access)
    {
        try
        {
            using var connection = DatabaseCopy.Open(copy, SqliteOpenMode.ReadWrite);
            using var db = new FeedHubDb(new DbContextOptionsBuilder<FeedHubDb>().UseSqlite(connection).Options);

            // Left by a migration that was killed, it would hold up the next one for ever.
            if (DatabaseCopy.Ask(connection, "SELECT count(*) FROM sqlite_schema WHERE name = '__EFMigrationsLock'") is 1L)
                DatabaseCopy.Ask(connection, "DELETE FROM __EFMigrationsLock");
            db.Database.Migrate();
            return ((long)DatabaseCopy.Ask(connection, "SELECT count(*) FROM Items")!, access.PutInto(connection));
        }
        catch (SqliteException error)
        {
            throw new BackupException($"The backup could not be brought up to date: {error.Message}", error);
        }
    }
}
