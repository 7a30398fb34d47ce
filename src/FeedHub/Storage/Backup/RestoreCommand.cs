using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FeedHub.Storage.Backup;

/// <summary>The <c>restore</c> command: puts a backup in the database's place and keeps what was there.</summary>
internal static class RestoreCommand
{
    /// <summary>Restores; returns the exit code: 0, or 1 after one clear line of what was wrong, nothing being changed then.</summary>
    /// <param name="configuration">Where the data directory is said.</param>
    /// <param name="backup">The backup's file.</param>
    /// <param name="output">For what was done.</param>
    /// <param name="errors">For what was wrong.</param>
    public static int Run(IConfiguration configuration, string? backup, TextWriter output, TextWriter errors)
    {
        if (string.IsNullOrWhiteSpace(backup) || backup.StartsWith('-'))
        {
            errors.WriteLine("restore: name the file of a backup, such as: restore data/backups/feedhub-20261124T032000Z.db");
            return 1;
        }

        try
        {
            var options = configuration.GetSection(FeedHubOptions.Section).Get<FeedHubOptions>() ?? new();
            using var database = new DatabaseFile(Options.Create(options));
            output.WriteLine(Restore(database, Path.GetFullPath(backup)));
            return 0;
        }
        catch (Exception error) when (error is StartException or BackupException)
        {
            errors.WriteLine($"restore: {error.Message} Nothing was changed.");
            return 1;
        }
    }

    private static string Restore(DatabaseFile database, string backup)
    {
        if (!File.Exists(backup))
            throw new BackupException($"There is no file {backup}.");
        if (backup == database.Path)
            throw new BackupException($"{backup} is the database itself: name a backup.");
        database.Claim();
        var copy = database.Path + ".restored";
        File.Delete(copy);
        var items = 0L;
        DatabaseCopy.Make(backup, copy, connection => items = Accept(connection, backup), CancellationToken.None);
        var aside = Exchange(database, copy);
        return string.Create(CultureInfo.InvariantCulture, $"Restored {backup} ({items} items) as {database.Path}. ")
            + (aside is null ? "There was no database before." : $"What was there is kept in {aside}.")
            + " Start FeedHub again.";
    }

    // What an older FeedHub made is brought up to date at the next start; what a newer one made cannot be brought back.
    private static long Accept(SqliteConnection copy, string backup)
    {
        if (DatabaseCopy.Ask(copy, "SELECT count(*) FROM sqlite_schema WHERE name IN ('__EFMigrationsHistory', 'Sources', 'Items')") is not 3L)
            throw new BackupException($"{backup} is no database of FeedHub.");
        using var model = new FeedHubDb(new DbContextOptionsBuilder<FeedHubDb>().UseSqlite().Options);
        var known = model.Database.GetMigrations().ToHashSet();
        using var command = copy.CreateCommand();
        command.CommandText = "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId";
        using (var row = command.ExecuteReader())
        {
            while (row.Read())
            {
                if (!known.Contains(row.GetString(0)))
                    throw new BackupException($"{backup} was made by a newer FeedHub (it has {row.GetString(0)}, which this one does not know): restore it with that one.");
            }
        }

        return (long)DatabaseCopy.Ask(copy, "SELECT count(*) FROM Items")!;
    }

    // All of it or nothing: what was moved goes back if the last step fails.
    private static string? Exchange(DatabaseFile database, string copy)
    {
        var aside = Path.Combine(database.Directory, $"replaced-{DateTime.UtcNow.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
        var moved = new Stack<(string From, string To)>();
        try
        {
            foreach (var file in new[] { "", "-wal", "-shm" }.Select(end => database.Path + end).Where(File.Exists))
            {
                Directory.CreateDirectory(aside);
                moved.Push((file, Path.Combine(aside, Path.GetFileName(file))));
                File.Move(moved.Peek().From, moved.Peek().To);
            }

            File.Move(copy, database.Path);
            return moved.Count == 0 ? null : aside;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            foreach (var (from, to) in moved.Where(m => File.Exists(m.To)))
                File.Move(to, from);
            File.Delete(copy);
            throw new BackupException($"The database could not be exchanged: {error.Message}", error);
        }
    }
}
