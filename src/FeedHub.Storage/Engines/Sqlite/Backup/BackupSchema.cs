using FeedHub.Storage.Files;
using FeedHub.Storage.Tables;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Storage.Engines.Sqlite.Backup;

/// <summary>Whether a database has the tables, indexes, triggers and views that FeedHub's own version of it makes, and no others.</summary>
internal static class BackupSchema
{
    private const string History = "__EFMigrationsHistory";
    private const int MostObjects = 1000;
    private const int LongestSql = 100_000;
    private const int ShownCharacters = 100;

    /// <summary>Copies a database that passes <see cref="Check"/>.</summary>
    /// <param name="from">Its file.</param>
    /// <param name="to">The copy's file, which is not there yet.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="cancellation">Ends it, and takes the unfinished copy away.</param>
    /// <exception cref="BackupException">It does not pass, or cannot be copied.</exception>
    public static void CopyChecked(string from, string to, string name, CancellationToken cancellation) =>
        DatabaseCopy.Make(from, to, database => Check(database, name), cancellation);

    /// <summary>Looks at it; only its list of objects and its list of migrations are read.</summary>
    /// <exception cref="BackupException">It is another program's, a newer FeedHub's, or was changed.</exception>
    public static void Check(SqliteConnection database, string name)
    {
        var found = DatabaseObject.Of(database, MostObjects, LongestSql);
        if (found.Count > MostObjects || found.Find(o => o is { Type: "table", Name: History }) is not { } history)
            throw new BackupException($"{name} is not a database of FeedHub.");
        using var memory = new SqliteConnection("Data Source=:memory:");
        memory.Open();
        using var model = new FeedHubDb(new DbContextOptionsBuilder<FeedHubDb>().UseSqlite(memory).Options);
        var known = model.Database.GetMigrations().ToList();
        if (!ExpectedSchema.Of(model, known[0]).Allows(history))
            throw Foreign(name, history);
        var applied = Applied(database, known.Count + 1);
        if (applied.Find(id => !known.Contains(id)) is { } newer)
            throw new BackupException(
                $"{name} was made by a newer FeedHub (it has {Short(newer)}, which this one does not know): restore it with that one.");
        if (applied.Count == 0 || !applied.SequenceEqual(known.Take(applied.Count)))
            throw new BackupException($"{name} is not a database of FeedHub: its migrations are not those of any version.");
        Compare(found, ExpectedSchema.Of(model, applied[^1]), name);
    }

    private static void Compare(List<DatabaseObject> found, ExpectedSchema expected, string name)
    {
        if (found.Find(o => !expected.Allows(o)) is { } foreign)
            throw Foreign(name, foreign);
        if (expected.Required.FirstOrDefault(needed => !found.Exists(o => (o.Type, o.Name) == (needed.Type, needed.Name))) is { } missing)
            throw new BackupException($"{name} is not whole: it has no {missing.Type} {missing.Name}.");
    }

    private static BackupException Foreign(string name, DatabaseObject foreign) =>
        new($"{name} has the {Short(foreign.Type)} {Short(foreign.Name)}, which is not as FeedHub makes it: somebody changed this file. "
            + $"Restore another backup.");

    private static List<string> Applied(SqliteConnection database, int most)
    {
        using var command = database.CreateCommand();
        command.CommandText = $"SELECT substr(CAST(MigrationId AS TEXT), 1, 200) FROM {History} ORDER BY MigrationId LIMIT {most}";
        using var row = command.ExecuteReader();
        var applied = new List<string>();
        while (row.Read())
            applied.Add(row.GetString(0));
        return applied;
    }

    // It may be anybody's text, and goes to a console.
    private static string Short(string text) => new([.. text.Take(ShownCharacters).Select(c => char.IsControl(c) ? '?' : c)]);
}
