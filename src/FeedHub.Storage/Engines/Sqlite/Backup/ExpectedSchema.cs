using FeedHub.Storage.Tables;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FeedHub.Storage.Engines.Sqlite.Backup;

/// <summary>What a version's database consists of, found by making one in memory.</summary>
internal sealed class ExpectedSchema
{
    // Made by EF Core while it migrates, and by SQLite's ANALYZE.
    private static readonly DatabaseObject[] Incidental =
    [
        new("table", "sqlite_stat1", "sqlite_stat1", "CREATE TABLE sqlite_stat1(tbl,idx,stat)"),
        new("table", "sqlite_stat4", "sqlite_stat4", "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)"),
    ];

    private const string MigrationLock = "__EFMigrationsLock";

    private readonly HashSet<DatabaseObject> _allowed;

    private ExpectedSchema(IReadOnlyList<DatabaseObject> required, IEnumerable<DatabaseObject> optional)
    {
        Required = [.. required.Where(o => o.Name != MigrationLock && o.Table != MigrationLock)];
        _allowed = [.. required, .. optional, .. Incidental];
    }

    /// <summary>What must be there.</summary>
    public IReadOnlyList<DatabaseObject> Required { get; }

    /// <summary>The schema after this migration; the index of the search may be there, as this or a former FeedHub makes it.</summary>
    public static ExpectedSchema Of(FeedHubDb memory, string migration)
    {
        memory.GetService<IMigrator>().Migrate(migration);
        var connection = (SqliteConnection)memory.Database.GetDbConnection();
        var required = Objects(connection);
        return new(required, SearchSchema.Forms.SelectMany(form => With(connection, form)));
    }

    /// <summary>Whether FeedHub makes this.</summary>
    public bool Allows(DatabaseObject found) => _allowed.Contains(found);

    private static List<DatabaseObject> With(SqliteConnection connection, string form)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SAVEPOINT search;" + form;
        command.ExecuteNonQuery();
        var made = Objects(connection);
        command.CommandText = "ROLLBACK TO search; RELEASE search";
        command.ExecuteNonQuery();
        return made;
    }

    private static List<DatabaseObject> Objects(SqliteConnection connection) =>
        DatabaseObject.Of(connection, int.MaxValue - 1, int.MaxValue);
}
