using System.Net;
using FeedHub.Dashboard.Backup;
using FeedHub.Storage.Engines.Sqlite.Backup;
using FeedHub.Storage.Files;
using FeedHub.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Storage.Engines;

/// <summary>Copies of the database: made, kept, downloaded, and gone back to.</summary>
[Trait("Storage", "sqlite")]
public sealed class BackupTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync() => _newsroom = await FakeNewsroom.StartAsync();

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task ABackupOfARunningHub_IsRestoredByTheCommand_WithItsSearchIndex_AndKeepsWhatWasThere()
    {
        _newsroom.Serve("/a", Feeds.Rss("Alpha", new Written("1", "https://alpha.example/1", "Kopi from Toraja")));
        await using (var service = await StartAsync())
        {
            await service.PollAsync("alpha");
            await service.DoAsync("/hangfire/backups", "/hangfire/backups");
            var made = await TestService.UntilAsync(() => Task.FromResult(service.Services.GetRequiredService<IBackups>().All()), all =>
                all.Count == 1);
            using var downloaded = await service.SendFormAsync("/hangfire/backups", "/hangfire/backups/download", ("name", made[0].Name));
            Assert.Equal((HttpStatusCode.OK, "no-store", made[0].Name), (downloaded.StatusCode, downloaded.Headers.CacheControl?
                .ToString(), downloaded.Content.Headers.ContentDisposition?.FileName));
            await File.WriteAllBytesAsync(_folder.File("away.db"), await downloaded.Content.ReadAsByteArrayAsync());

            using var none = await service.SendFormAsync("/hangfire/backups", "/hangfire/backups/download", ("name", "../feedhub.db"));
            using var noToken = await service.Client
                .PostAsync("/hangfire/backups/download", new FormUrlEncodedContent([new("name", made[0].Name)]));
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.BadRequest), (none.StatusCode, noToken.StatusCode));

            // What comes after the backup is not in it.
            _newsroom.Serve("/a", Feeds.Rss("Alpha", new Written("2", "https://alpha.example/2", "Later news")));
            await service.PollAsync("alpha");
            Assert.Contains("in use by another FeedHub", await RestoreAsync(1, "away.db"), StringComparison.Ordinal);
        }

        SqliteConnection.ClearAllPools();
        Assert.Contains("(1 items)", await RestoreAsync(0, "away.db"), StringComparison.Ordinal);
        Assert.Single(Directory.GetDirectories(_folder.File("data"), "replaced-*"));

        await using var restored = await StartAsync();
        Assert.Equal(["Kopi from Toraja"], (await restored.ItemsOf("/api/items")).Select(item => item.GetProperty("title").GetString()));
        var found = await TestService.UntilAsync(
            () => restored.GetJsonAsync("/feed.json?q=toraja"),
            feed => feed.GetProperty("items").GetArrayLength() == 1);
        Assert.Equal("Kopi from Toraja", found.GetProperty("items")[0].GetProperty("title").GetString());
        Assert.Empty((await restored.GetJsonAsync("/feed.json?q=later")).GetProperty("items").EnumerateArray());
        Assert.Equal("200, 1 new", await restored.PollAsync("alpha"));
    }

    [Fact]
    public async Task AFileThatCannotBeRestored_IsRefusedWithTheReason_AndNothingIsChanged()
    {
        var database = _folder.File("data/feedhub.db");
        await using (var service = await StartAsync())
        {
            await service.Services.GetRequiredService<IBackups>().MakeAsync(CancellationToken.None);
            await using var db = await service.DatabaseAsync();
            await db.Database.ExecuteSqlRawAsync("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Future', '99.0.0')");
            DatabaseCopy.Make(database, _folder.File("newer.db"), _ => { }, CancellationToken.None);
            await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '2999%'");
        }

        SqliteConnection.ClearAllPools();
        var good = Directory.GetFiles(_folder.File("data/backups")).Single();
        var bytes = await File.ReadAllBytesAsync(good);
        await File.WriteAllBytesAsync(_folder.File("cut.db"), bytes[..(bytes.Length / 2)]);
        await File.WriteAllTextAsync(_folder.File("text.db"), new string('x', 5000));
        await CreateAsync(_folder.File("other.db"));
        var before = await File.ReadAllBytesAsync(database);

        foreach (var (file, words) in new[]
        {
            ("newer.db", "made by a newer FeedHub"), ("cut.db", "damaged"), ("text.db", "not an SQLite database"),
            ("other.db", "not a database of FeedHub"),
            ("absent.db", "There is no file"), ("data/feedhub.db", "the database itself"),
        })
            Assert.Contains(words, await RestoreAsync(1, file), StringComparison.Ordinal);
        Assert.Contains("name the file", await RestoreAsync(2, ""), StringComparison.Ordinal);

        Assert.Equal(before, await File.ReadAllBytesAsync(database));
        Assert.Empty(Directory.GetDirectories(_folder.File("data"), "replaced-*"));
        Assert.Empty(Directory.GetFiles(_folder.File("data"), "*.part*"));
    }

    [Fact]
    public async Task TheNewestAreKept_OneADay_AndOneThatFailsRemovesNone()
    {
        var time = new FakeTimeProvider(new(2026, 11, 24, 3, 0, 0, TimeSpan.Zero));
        await using var service = await TestService.StartAsync(_folder, Feeds.Json(), time, settings: "--FeedHub:Backup:Keep=2");
        var (backups, job) =
            (service.Services.GetRequiredService<IBackups>(), ActivatorUtilities.CreateInstance<BackupJob>(service.Services));
        await File.WriteAllTextAsync(
            Directory.CreateDirectory(backups.Folder).FullName + "/feedhub-20261101T000000Z.db.part", "left by a kill");
        for (var day = 0; day < 3; day++)
        {
            Assert.Contains("checked", await job.RunAsync(CancellationToken.None), StringComparison.Ordinal);
            time.Advance(TimeSpan.FromHours(1));
            Assert.Contains("nothing to do", await job.RunAsync(CancellationToken.None), StringComparison.Ordinal);
            time.Advance(TimeSpan.FromHours(23));
        }

        Assert.Equal(["feedhub-20261126T030000Z.db", "feedhub-20261125T030000Z.db"], backups.All().Select(backup => backup.Name));
        Assert.Equal(2, Directory.GetFiles(backups.Folder).Length);

        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job.MakeAsync(cancelled.Token));
        Assert.Equal(2, Directory.GetFiles(backups.Folder).Length);
    }

    [SmallDiskFact]
    public async Task ABackupThatDoesNotFit_SaysSo_AndLeavesTheDiskToTheHub()
    {
        using var disk = new SmallDisk(_folder.File("small"), 8);
        await using var service = await StartAsync($"--FeedHub:Backup:Directory={_folder.File("small/backups")}");
        var backups = service.Services.GetRequiredService<IBackups>();

        var failure = await Assert.ThrowsAsync<BackupException>(() => backups.MakeAsync(CancellationToken.None));

        Assert.Contains("MB free, and a backup needs", failure.Message, StringComparison.Ordinal);
        Assert.Contains("MB free, and a backup needs", await service.Client.GetStringAsync("/hangfire/backups"), StringComparison.Ordinal);
        Assert.Contains("MB free, and a backup needs", await service.Client.GetStringAsync("/hangfire"), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(backups.Folder));
    }

    private static async Task CreateAsync(string path)
    {
        await using var other = new SqliteConnection($"Data Source={path};Pooling=False");
        await other.OpenAsync();
        await using var command = new SqliteCommand("CREATE TABLE Other (Id INTEGER)", other);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<string> RestoreAsync(int expected, string file)
    {
        await using var process = FeedHubProcess.Start(_folder, file.Length == 0 ? ["restore"] : ["restore", file]);
        var code = await process.ExitCodeAsync();
        Assert.True(expected == code, process.Output);
        return process.Output;
    }

    private Task<TestService> StartAsync(params string[] settings) =>
        TestService.StartAsync(_folder, Feeds.Json(Feeds.Source(_newsroom.Url("/a"), "Alpha")), settings: settings);
}
