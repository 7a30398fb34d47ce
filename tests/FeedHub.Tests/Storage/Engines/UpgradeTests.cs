using System.IO.Compression;
using FeedHub.Model.Settings;
using FeedHub.Tests.Hosting;
using FeedHub.Tests.Sources;
using Microsoft.Data.Sqlite;

namespace FeedHub.Tests.Storage.Engines;

/// <summary>Another version of FeedHub starts over a database.</summary>
[Trait("Storage", "sqlite")]
public sealed class UpgradeTests : IDisposable
{
    private const string Migrations = "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId";
    private readonly TempFolder _folder = new();

    private string Database => _folder.File("data/feedhub.db");

    private string Copy => Database + ".before-upgrade";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ADatabaseOfANewerVersion_IsRefusedInWords_AndLeftAsItIs()
    {
        await (await TestService.StartAsync(_folder, Feeds.Json())).DisposeAsync();
        Run(Database, "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_FromTheFuture', '99.0')");
        var before = Read(Database, Migrations);
        var error = await Assert.ThrowsAsync<StartException>(() => TestService.StartAsync(_folder, Feeds.Json()));
        Assert.Contains("is of a newer version of FeedHub (it has 29990101000000_FromTheFuture)", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, Read(Database, Migrations));
        Assert.False(File.Exists(Copy));
    }

    [Fact]
    public async Task BeforeAnUpgrade_ACopyIsMade_ThatHasAllThatWasThere()
    {
        await PutFormerAsync();
        var (migrations, items) = (Read(Database, Migrations), Read(Database, "SELECT count(*) FROM Items"));
        await (await TestService.StartAsync(_folder, Feeds.Json())).DisposeAsync();
        Assert.NotEqual(migrations, Read(Database, Migrations));
        Assert.Equal((migrations, items), (Read(Copy, Migrations), Read(Copy, "SELECT count(*) FROM Items")));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Copy));

        var made = File.GetLastWriteTimeUtc(Copy);
        await (await TestService.StartAsync(_folder, Feeds.Json())).DisposeAsync();
        Assert.Equal(made, File.GetLastWriteTimeUtc(Copy));
    }

    [Fact]
    public async Task ALockThatAKilledUpgradeLeft_HoldsUpNoLaterOne()
    {
        await PutFormerAsync();
        Run(Database, "CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL)");
        Run(Database, "INSERT INTO __EFMigrationsLock VALUES (1, '2026-11-29')");
        var before = Read(Database, Migrations);
        await (await TestService.StartAsync(_folder, Feeds.Json()).WaitAsync(TimeSpan.FromMinutes(1))).DisposeAsync();
        Assert.NotEqual(before, Read(Database, Migrations));
    }

    [Fact]
    public async Task AnUpgradeThatFails_LeavesTheDatabaseOfTheVersionBefore()
    {
        await PutFormerAsync();
        Run(Database, "CREATE TABLE AlertReceivers (Other TEXT)");
        var before = (Read(Database, Migrations), Read(Database, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name"));
        var error = await Assert.ThrowsAsync<StartException>(() => TestService.StartAsync(_folder, Feeds.Json()));
        Assert.Contains("AlertReceivers", error.Message, StringComparison.Ordinal);
        Assert.Equal(
            before, (Read(Database, Migrations), Read(Database, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")));
    }

    private async Task PutFormerAsync()
    {
        Directory.CreateDirectory(_folder.File("data"));
        await using var packed = new GZipStream(
            new MemoryStream(RepositoryFile.Read("tests/FeedHub.Tests/Storage/Former/9f5c0b1.db.gz")), CompressionMode.Decompress);
        await using var file = File.Create(Database);
        await packed.CopyToAsync(file);
    }

    private static void Run(string file, string sql) => Read(file, sql);

    private static string Read(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var row = command.ExecuteReader();
        var rows = new List<string>();
        while (row.Read())
            rows.Add(row.GetString(0));
        return string.Join('\n', rows);
    }
}
