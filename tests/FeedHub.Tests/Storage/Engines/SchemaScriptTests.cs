using System.Text;
using FeedHub.Storage.Engines.Sqlite;
using FeedHub.Storage.Tables;
using FeedHub.Tests.Sources;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Tests.Storage.Engines;

/// <summary>A new database is made by a script, and is the one that the migrations make.</summary>
public sealed class SchemaScriptTests : IDisposable
{
    private const string Script = "src/FeedHub.Storage/Engines/Sqlite/Migrations/Schema.sql";

    private readonly SqliteConnection _migrated = Memory();

    public void Dispose() => _migrated.Dispose();

    // FEEDHUB_WRITE_SCHEMA=1 writes the script, after a new migration.
    [Fact]
    public void TheScript_IsWhatTheMigrationsMake()
    {
        using var db = Context();
        db.Database.Migrate();
        var made = SchemaScript.Of(_migrated);
        if (Environment.GetEnvironmentVariable("FEEDHUB_WRITE_SCHEMA") == "1")
            File.WriteAllText(RepositoryFile.PathOf(Script), made);

        Assert.Equal(made, Encoding.UTF8.GetString(RepositoryFile.Read(Script)));
    }

    [Fact]
    public void TheMigrations_MakeWhatTheModelDescribes()
    {
        using var db = Context();
        Assert.False(db.Database.HasPendingModelChanges(), "dotnet ef migrations add");
    }

    [Fact]
    public void ADatabaseOfTheScript_HasTheSameObjectsAndRows()
    {
        using var made = Memory();
        using var command = made.CreateCommand();
        command.CommandText = SchemaScript.Text;
        command.ExecuteNonQuery();

        Assert.Equal(SchemaScript.Text, SchemaScript.Of(made));
    }

    private static SqliteConnection Memory()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return connection;
    }

    private FeedHubDb Context() => new(new DbContextOptionsBuilder<FeedHubDb>().UseSqlite(_migrated).Options);
}
