using System.Globalization;
using FeedHub.Model.Access;
using FeedHub.Model.Settings;
using FeedHub.Storage.Engines.Sqlite;
using FeedHub.Storage.Engines.Sqlite.Backup;
using FeedHub.Storage.Files;
using FeedHub.Storage.Statements.Audit;
using Microsoft.Extensions.Options;

namespace FeedHub.Hosting;

/// <summary>The <c>restore</c> command: puts a backup in the database's place and keeps what was there.</summary>
internal static class RestoreCommand
{
    // Far longer than it takes: a restore that never ends is reported.
    private static readonly TimeSpan FixedTime = TimeSpan.FromMinutes(2);
    private const long BytesASecond = 5_000_000;

    /// <summary>Restores; returns the exit code: 0, or 1 after one clear line of what was wrong, nothing being changed then.</summary>
    /// <param name="configuration">Where the data directory is said.</param>
    /// <param name="backup">The backup's file.</param>
    /// <param name="output">For what was done.</param>
    /// <param name="errors">For what was wrong.</param>
    /// <param name="actor">Who asked for it; null: who may start programs here.</param>
    public static int Run(IConfiguration configuration, string backup, TextWriter output, TextWriter errors, Actor? actor = null)
    {
        try
        {
            var options = configuration.GetSection(FeedHubOptions.Section).Get<FeedHubOptions>() ?? new();
            if (options.Storage.Equals(FeedHubOptions.Postgres, StringComparison.OrdinalIgnoreCase))
                throw new BackupException("FeedHub:Storage is postgres, whose backups are restored with pg_restore.");
            using var database = new DatabaseFile(Options.Create(options));
            output.WriteLine(Restore(database, Path.GetFullPath(backup), actor ?? new("command line")));
            return 0;
        }
        catch (Exception error) when (error is StartException or BackupException)
        {
            errors.WriteLine($"restore: {OneLine(error.Message)} Nothing was changed.");
            return 1;
        }
    }

    // SQLite quotes names out of the file, which may be anybody's: what would steer the console is not written to it.
    private static string OneLine(string message) => string.Concat(message.Select(c => char.IsControl(c) ? '?' : c));

    private static string Restore(DatabaseFile database, string backup, Actor actor)
    {
        var file = BackupFileCheck.Find(backup);
        if (file.FullName == database.Path)
            throw new BackupException($"{backup} is the database itself: name a backup.");
        database.Claim();
        RequireSpace(database.Directory, file.Length);
        var limit = FixedTime + TimeSpan.FromSeconds(file.Length / BytesASecond);
        using var timer = new CancellationTokenSource(limit);
        try
        {
            return Restore(database, file.FullName, backup, actor, timer.Token);
        }
        catch (OperationCanceledException error)
        {
            throw new BackupException(string.Create(CultureInfo.InvariantCulture, $"{backup} could not be read and checked within "
                + $"{limit.TotalMinutes:F0} minutes, which is far more than a database of its size takes."), error);
        }
    }

    private static string Restore(DatabaseFile database, string from, string backup, Actor actor, CancellationToken cancellation)
    {
        var now = TimeProvider.System.GetUtcNow();
        var access = StandingAccess.Read(database.Path, cancellation);
        var copy = database.Path + ".restored";
        DatabaseCopy.Remove(copy);
        try
        {
            BackupSchema.CopyChecked(from, copy, backup, cancellation);
            var restored = AuditLog.EntryOf(actor, AuditArea.Backups, "backup restored", Path.GetFileName(backup), now);
            var (items, whatHolds) = BackupCompletion.Complete(copy, database, access, restored);
            var aside = Exchange(database, copy, now);
            return string.Create(CultureInfo.InvariantCulture, $"Restored {backup} ({items} items) as {database.Path}. ")
                + (aside is null ? "There was no database before." : $"What was there is kept in {aside}.")
                + $" Start FeedHub again.{Environment.NewLine}{whatHolds}";
        }
        finally
        {
            DatabaseCopy.Remove(copy);
        }
    }

    private static void RequireSpace(string directory, long bytes)
    {
        if (new DriveInfo(directory).AvailableFreeSpace is var free && free < bytes)
            throw new BackupException(string.Create(
                CultureInfo.InvariantCulture,
                $"The disk of {directory} has {free / 1e6:F0} MB free, and the backup has {bytes / 1e6:F0} MB. Free some space."));
    }

    // All of it or nothing: what was moved goes back if the last step fails.
    internal static string? Exchange(DatabaseFile database, string copy, DateTimeOffset now)
    {
        var aside = Unused(
            Path.Combine(database.Directory, $"replaced-{now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}"));
        var moved = new Stack<(string From, string To)>();
        try
        {
            foreach (var file in new[] { database.Path, database.SearchPath }
                .SelectMany(path => new[] { "", "-wal", "-shm", "-journal" }.Select(end => path + end)).Where(File.Exists))
            {
                PrivateFiles.MakeFolder(aside);
                var to = Path.Combine(aside, Path.GetFileName(file));
                File.Move(file, to);
                moved.Push((file, to));
            }

            File.Move(copy, database.Path);
            return moved.Count == 0 ? null : aside;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            foreach (var (from, to) in moved)
                File.Move(to, from);
            File.Delete(copy);
            throw new BackupException($"The database could not be exchanged: {error.Message}", error);
        }
    }

    // Two restores within a second have a folder each.
    private static string Unused(string folder) =>
        Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? folder : $"{folder}-{n}").First(name => !Path.Exists(name));
}
