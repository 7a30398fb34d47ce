using System.Diagnostics;
using System.Net;
using FeedHub.Access;
using FeedHub.Hosting;
using FeedHub.Storage.Engines.Sqlite;
using FeedHub.Storage.Engines.Sqlite.Backup;
using FeedHub.Storage.Tables;
using FeedHub.Tests.Access;
using FeedHub.Tests.Storage.Files;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Hosting;

/// <summary>A restore brings back news, not who may get in; and it takes nothing but FeedHub's own files.</summary>
[Trait("Storage", "sqlite")]
public sealed class RestoreTests : IDisposable
{
    private const string Cookie = "feedhub-session";
    private const string NewPassword = "another password";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WhoMayGetIn_IsWhatStoodBefore_NotWhatTheBackupSays()
    {
        string? revoked, kept, later, ended, standing;
        await using (var service = await StartAsync())
        {
            var keys = service.Services.GetRequiredService<ApiKeys>();
            await service.Services.GetRequiredService<Passwords>().SetAsync(Guest.Password, CancellationToken.None);
            revoked = (await keys.AddAsync("revoked", Roles.Admin, CancellationToken.None)).Key!.Secret;
            kept = (await keys.AddAsync("kept", Roles.Admin, CancellationToken.None)).Key!.Secret;
            ended = await SessionAsync(service, Guest.Password);
            await BackUpAsync(service);

            await keys.RevokeAsync(keys.All.Single(k => k.Name == "revoked").Id, CancellationToken.None);
            later = (await keys.AddAsync("later", Roles.ReadOnly, CancellationToken.None)).Key!.Secret;
            await service.Services.GetRequiredService<Sessions>().EndAllAsync(CancellationToken.None);
            await service.Services.GetRequiredService<Passwords>().SetAsync(NewPassword, CancellationToken.None);
            standing = await SessionAsync(service, NewPassword);
        }

        Assert.Contains(
            "what stood before the restore holds (the password set on a page, keys of programs: 2, sessions: 1)",
            RestoreHere.Run(_folder, "away.db"),
            StringComparison.Ordinal);

        await using var restored = await StartAsync();
        Assert.Equal(
            (HttpStatusCode.Unauthorized, HttpStatusCode.OK, HttpStatusCode.OK),
            (await StatusAsync(restored, $"Bearer {revoked}"), await StatusAsync(restored, $"Bearer {kept}"), await StatusAsync(
                restored,
                $"Bearer {later}")));
        Assert.Equal(
            (HttpStatusCode.Unauthorized, HttpStatusCode.OK),
            (await StatusAsync(restored, Basic(Guest.Password)), await StatusAsync(restored, Basic(NewPassword))));
        using var old = new Guest(restored) { Cookies = { [Cookie] = ended } };
        using var present = new Guest(restored) { Cookies = { [Cookie] = standing } };
        Assert.Equal(
            (HttpStatusCode.Redirect, HttpStatusCode.OK),
            ((await old.GetAsync("/hangfire/sources")).StatusCode, (await present.GetAsync("/hangfire/sources")).StatusCode));
    }

    [Fact]
    public async Task ADatabaseThatHadNoPasswordAndNoKeys_HasNoneAfterwards()
    {
        await using (var service = await StartAsync())
        {
            await service.Services.GetRequiredService<Passwords>().SetAsync(Guest.Password, CancellationToken.None);
            await service.Services.GetRequiredService<ApiKeys>().AddAsync("old", Roles.Admin, CancellationToken.None);
            await BackUpAsync(service);
        }

        Directory.Delete(_folder.File("data"), recursive: true);
        await (await StartAsync()).DisposeAsync();
        Assert.Contains(
            "no password set on a page, keys of programs: 0, sessions: 0",
            RestoreHere.Run(_folder, "away.db"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnANewMachine_ThePasswordAndKeysOfTheBackupHold_ItsSessionsDoNot_AndThatIsSaid()
    {
        await using (var service = await StartAsync())
        {
            await service.Services.GetRequiredService<Passwords>().SetAsync(Guest.Password, CancellationToken.None);
            await service.Services.GetRequiredService<ApiKeys>().AddAsync("program", Roles.Admin, CancellationToken.None);
            await SessionAsync(service, Guest.Password);
            await BackUpAsync(service);
        }

        Directory.Delete(_folder.File("data"), recursive: true);
        var words = RestoreHere.Run(_folder, "away.db");
        Assert.Contains("there was no database before, so the backup's password and keys hold (the password set on a page, keys of "
            + "programs: 1), also those that were revoked", words, StringComparison.Ordinal);
        await using var restored = await StartAsync();
        await using var db = await restored.DatabaseAsync();
        Assert.Equal((1, 0), (await db.ApiKeys.CountAsync(), await db.AdminSessions.CountAsync()));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(restored, Basic(Guest.Password)));
    }

    [Fact]
    public async Task WhereTheDatabaseIsDamaged_TheBackupsKeysAndSessionsAreEnded_AndThatIsSaid()
    {
        await using (var service = await StartAsync())
        {
            await service.Services.GetRequiredService<Passwords>().SetAsync(Guest.Password, CancellationToken.None);
            await service.Services.GetRequiredService<ApiKeys>().AddAsync("program", Roles.Admin, CancellationToken.None);
            await BackUpAsync(service);
        }

        SqliteConnection.ClearAllPools();
        await File.WriteAllBytesAsync(_folder.File("data/feedhub.db"), new byte[100_000]);
        Assert.Contains("the database before cannot be read", RestoreHere.Run(_folder, "away.db"), StringComparison.Ordinal);
        await using var restored = await StartAsync();
        await using var db = await restored.DatabaseAsync();
        Assert.Equal((1, 0), (await db.StoredPasswords.CountAsync(), await db.ApiKeys.CountAsync()));
    }

    [Theory]
    [InlineData("CREATE TRIGGER Helper AFTER INSERT ON AdminSessions BEGIN UPDATE AdminSessions SET Role = 'admin'; END", "trigger Helper")]
    [InlineData(
        "DROP TRIGGER SearchNewItem; CREATE TRIGGER SearchNewItem AFTER INSERT ON Items BEGIN DELETE FROM Stories; END",
        "trigger SearchNewItem")]
    [InlineData("CREATE VIEW Endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n", "view Endless")]
    [InlineData("CREATE TABLE Guests (Name TEXT)", "table Guests")]
    [InlineData("CREATE INDEX Odd ON Items (Title)", "index Odd")]
    [InlineData("CREATE VIRTUAL TABLE Words USING fts5(Text)", "table Words")]
    [InlineData("ALTER TABLE ApiKeys ADD COLUMN Extra TEXT CHECK (length(Extra) < 5)", "table ApiKeys")]
    [InlineData("DROP TABLE Doubts", "has no table Doubts")]
    [InlineData("DROP INDEX IX_ApiKeys_Hash", "has no index IX_ApiKeys_Hash")]
    [InlineData("ALTER TABLE Items RENAME TO Real; CREATE VIEW Items AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
        + "SELECT i AS Id FROM n", "is not as FeedHub makes it")]
    [InlineData("DROP TABLE __EFMigrationsHistory; CREATE VIEW __EFMigrationsHistory AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
        + "SELECT i + 1 FROM n) SELECT i AS MigrationId FROM n", "not a database of FeedHub")]
    [InlineData(
        "DELETE FROM __EFMigrationsHistory WHERE rowid = (SELECT min(rowid) FROM __EFMigrationsHistory)",
        "not those of any version")]
    public async Task ASchemaThatFeedHubDoesNotMake_IsRefusedByName_AndNothingOfItIsRun(string change, string words)
    {
        await RestoreHere.PutAsync(_folder, "away.db");
        await RunAsync(_folder.File("away.db"), change);
        SqliteConnection.ClearAllPools();
        var before = await File.ReadAllBytesAsync(_folder.File("data/feedhub.db"));

        Assert.Contains(words, RestoreHere.Run(_folder, "away.db", 1), StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(_folder.File("data/feedhub.db")));
        Assert.Empty(Directory.GetFiles(_folder.File("data"), "*.restored*"));
    }

    [Fact]
    public async Task ABackupOfEachFormerVersion_IsTaken_AndBroughtUpToDate()
    {
        await EmptyDatabase.PutAsync(_folder.File("data"));
        await using var former = Of("former.db");
        foreach (var (place, version) in former.Database.GetMigrations().Index())
        {
            await former.GetService<IMigrator>().MigrateAsync(version);
            await former.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
            File.Copy(_folder.File("former.db"), _folder.File("away.db"), overwrite: true);
            await RunAsync(_folder.File("away.db"), $"{SearchSchema.Forms[1]}; ANALYZE; PRAGMA journal_mode=DELETE");

            Assert.Contains("(0 items)", RestoreHere.Run(_folder, "away.db"), StringComparison.Ordinal);
            await using (var restored = Of("data/feedhub.db"))
                Assert.Empty(await restored.Database.GetPendingMigrationsAsync());

            // A start takes longest, and does the same for all of them.
            if (place % 4 == 0)
                await (await StartAsync()).DisposeAsync();
        }

        await (await StartAsync()).DisposeAsync();
    }

    [Fact]
    public void TwoRestoresInOneSecond_KeepWhatEachReplaced()
    {
        var options = new FeedHub.Model.Settings.FeedHubOptions { DataDirectory = _folder.File("data") };
        using var database = new DatabaseFile(Microsoft.Extensions.Options.Options.Create(options));
        database.Claim();
        File.WriteAllText(database.Path, "first");
        var kept = new List<string?>();
        foreach (var text in new[] { "second", "third" })
        {
            File.WriteAllText(_folder.File("copy.db"), text);
            kept.Add(RestoreCommand.Exchange(database, _folder.File("copy.db"), DateTimeOffset.UnixEpoch));
        }

        Assert.Equal(["first", "second"], kept.Select(folder => File.ReadAllText(Path.Combine(folder!, "feedhub.db"))));
        Assert.Equal("third", File.ReadAllText(database.Path));
    }

    [UnixFact]
    public async Task WhatIsNoRegularFile_IsRefusedAtOnce()
    {
        await RestoreHere.PutAsync(_folder, "away.db");
        SmallDisk.Run("mkfifo", _folder.File("pipe.db"));
        SmallDisk.Run("mkfifo", _folder.File("away.db-wal"));
        SmallDisk.Run("ln", "-s", "pipe.db", _folder.File("link.db"));
        SmallDisk.Run("ln", "-s", "/dev/zero", _folder.File("zero.db"));
        SmallDisk.Run("ln", "-s", "round.db", _folder.File("round.db"));
        SmallDisk.Run("ln", "-s", "data/feedhub.db", _folder.File("itself.db"));
        foreach (var (file, words) in new[]
        {
            ("pipe.db", "a pipe, a device"), ("link.db", "a pipe, a device"), ("zero.db", "a pipe, a device"),
            ("/dev/tty", "not a database"),
            ("data", "is a folder"),
            ("round.db", "cannot be followed"), ("away.db", "away.db-wal is not a regular file"), ("itself.db", "the database itself"),
        })
            Assert.Contains(words, RestoreHere.Run(_folder, file, 1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadingThatTakesTooLong_IsBrokenOff_AndLeavesNothing()
    {
        await RestoreHere.PutAsync(_folder, "away.db");
        using var timer = new CancellationTokenSource();
        var endless = Stopwatch.StartNew();
        Assert.ThrowsAny<OperationCanceledException>(() => DatabaseCopy.Make(_folder.File("away.db"), _folder.File("copy.db"), copy =>
        {
            timer.Cancel();
            DatabaseCopy.Ask(copy, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n");
        }, timer.Token));
        Assert.InRange(endless.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        Assert.Empty(Directory.GetFiles(_folder.Path, "copy.db*"));
    }

    [Fact]
    public async Task WhatSqliteQuotesOutOfTheFile_DoesNotSteerTheConsole()
    {
        await RestoreHere.PutAsync(_folder, "away.db");
        await RunAsync(_folder.File(
            "away.db"),
                "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES ('table', 'Odd' || char(27) || '[2J', 'Odd', 0, 'CREATE "
                    + "VIRTUAL TABLE Odd USING fts5(a)')");

        Assert.Contains("(Odd?[2J)", RestoreHere.Run(_folder, "away.db", 1), StringComparison.Ordinal);
    }

    private FeedHubDb Of(string file)
    {
        var options = new DbContextOptionsBuilder<FeedHubDb>().UseSqlite($"Data Source={_folder.File(file)};Pooling=False").Options;
        var db = new FeedHubDb(options);
        db.Database.OpenConnection();
        return db;
    }

    private static async Task RunAsync(string path, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync();
        await using var command = new SqliteCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> SessionAsync(TestService service, string password)
    {
        using var guest = new Guest(service);
        await guest.SignInAsync(password);
        return guest.Cookies[Cookie];
    }

    private static string Basic(string password) => "Basic " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"me:{password}"));

    private static async Task<HttpStatusCode> StatusAsync(TestService service, string authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/hangfire/sources")
        {
            Headers = { { "Authorization", authorization } }
        };
        using var answer = await service.Client.SendAsync(request);
        return answer.StatusCode;
    }

    private Task BackUpAsync(TestService service) => RestoreHere.BackUpAsync(service, _folder.File("away.db"));

    private Task<TestService> StartAsync() => TestService.StartAsync(_folder, Feeds.Json());
}
