using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using FeedHub.Configuring;
using FeedHub.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FeedHub.Tests.Storage.Engines;

/// <summary>The database of a data directory, moved to a server by its operator.</summary>
[Collection(Alone.Name)]
[Trait("Storage", "sqlite")]
public sealed class MoveTests : IAsyncLifetime
{
    private static readonly string[] Compared =
    [
        "/api/stories?limit=500", "/api/items?limit=500", "/api/sources", "/api/keys", "/api/rules", "/feed.json", "/feed.atom",
        "/api/stories?q=%22Pasar+modal%22",
    ];

    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync() => _newsroom = await FakeNewsroom.StartAsync();

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [PostgresFact]
    public async Task AllOfIt_IsThereAfterwards_WithItsNumbers_AndTheSourceIsUnchanged()
    {
        Dictionary<string, string> before;
        await using (var service = await StartAsync())
        {
            Assert.Equal("200, 3 new", await service.PollAsync("paper"));
            var stories = await service.ItemsOf("/api/stories");
            var gone = stories[0].GetProperty("id").ToString();
            (await service.Client.DeleteAsync($"/api/stories/{gone}")).EnsureSuccessStatusCode();
            (await service.Client.PostAsJsonAsync(
                $"/api/stories/{stories[1].GetProperty("id")}/hidden", new { reason = "a test" })).EnsureSuccessStatusCode();
            (await service.Client.PostAsJsonAsync("/api/keys", new { name = "reader", @for = "reader" })).EnsureSuccessStatusCode();
            Assert.Null(service.Services.GetRequiredService<SettingChanges>().Change("Retention:Days", "30").Error);
            await service.Client.GetStringAsync("/hangfire/settings");
            await service.Services.GetRequiredService<FeedHub.Publishing.Search.SearchIndexer>().CatchUpAsync(CancellationToken.None);
            before = await LookAsync(service);
        }

        var file = Hash();
        var settings = await TestPostgres.EmptyAsync(_folder);
        await using (var move = Move(settings))
        {
            Assert.Equal(0, await move.ExitCodeAsync());
            Assert.Contains("(2 items) into", move.Output, StringComparison.Ordinal);
        }

        Assert.Equal(file, Hash());
        await using (var second = Move(settings))
        {
            Assert.Equal(1, await second.ExitCodeAsync());
            Assert.Contains("is not empty", second.Output, StringComparison.Ordinal);
        }

        await using var moved = await TestService.StartAsync(
            _folder, settings: [.. settings, $"--FeedHub:DataDirectory={_folder.File("elsewhere")}"]);
        await moved.Services.GetRequiredService<FeedHub.Publishing.Search.SearchIndexer>().CatchUpAsync(CancellationToken.None);
        foreach (var (address, answer) in await LookAsync(moved))
            Assert.Equal(before[address], answer);
        Assert.Equal(30, moved.Services.GetRequiredService<LiveSettings>().Value.Retention.Days);

        // What comes next gets a number that nothing ever had.
        _newsroom.Serve(
            "/paper", Feeds.Rss("Paper", new Written("4", "https://paper.example/4", "Banjir merendam ratusan rumah di Demak")));
        Assert.Equal("200, 1 new", await moved.PollAsync("paper"));
        Assert.Equal(4, (await moved.ItemsOf("/api/stories")).Max(story => long.Parse(story.GetProperty("id").ToString(), null)));
    }

    [PostgresFact]
    public async Task WithoutADatabase_ItSaysSo_AndMakesNone()
    {
        await using var move = FeedHubProcess.Start(
            _folder, ["move-to", "postgres", "--FeedHub:DataDirectory=nothing", .. await TestPostgres.EmptyAsync(_folder)]);
        Assert.Equal(1, await move.ExitCodeAsync());
        Assert.Contains("There is no", move.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("nothing")));
    }

    [PostgresFact]
    public async Task ADirectoryOfAnotherVersion_IsNotMoved_AndItSaysWhatToDo()
    {
        await EmptyDatabase.PutAsync(_folder.File("data"));
        var settings = await TestPostgres.EmptyAsync(_folder);
        await RunAsync("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_FromTheFuture', '99.0')");
        await using (var newer = Move(settings))
        {
            Assert.Equal(1, await newer.ExitCodeAsync());
            Assert.Contains("newer version of FeedHub (it has 29990101000000_FromTheFuture)", newer.Output, StringComparison.Ordinal);
        }

        // A migration may change values alone: no column tells of it.
        await RunAsync("DELETE FROM __EFMigrationsHistory WHERE MigrationId >= (SELECT max(MigrationId) FROM __EFMigrationsHistory "
            + "WHERE MigrationId < '2999')");
        await using var older = Move(settings);
        Assert.Equal(1, await older.ExitCodeAsync());
        Assert.Contains("of a former version: start this FeedHub on it once", older.Output, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task WhereTheServerRefusesIt_ItSaysSo_AndNothingIsMoved()
    {
        await EmptyDatabase.PutAsync(_folder.File("data"));
        var settings = await TestPostgres.ArgumentsAsync(_folder);
        await using var target = new NpgsqlConnection(TestPostgres.ConnectionString(_folder));
        await target.OpenAsync();
        await using var refuse = new NpgsqlCommand("ALTER TABLE counters ADD CONSTRAINT nothing CHECK (false) NOT VALID", target);
        await refuse.ExecuteNonQueryAsync();
        await using var move = Move(settings);
        Assert.Equal(1, await move.ExitCodeAsync());
        Assert.Contains($"The database {target.Database} on ", move.Output, StringComparison.Ordinal);
        Assert.Contains("violates check constraint", move.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing was moved.", move.Output, StringComparison.Ordinal);
    }

    private static async Task<Dictionary<string, string>> LookAsync(TestService service)
    {
        var answers = new Dictionary<string, string>();
        foreach (var address in Compared)
            answers[address] = Regex.Replace(
                (await service.Client.GetStringAsync(address)).Replace(service.Address, "http://here", StringComparison.Ordinal),
                @"next in \d+ min",
                "next soon");
        return answers;
    }

    private FeedHubProcess Move(string[] settings) => FeedHubProcess.Start(
        _folder, ["move-to", "postgres", $"--FeedHub:DataDirectory={_folder.File("data")}", .. settings]);

    private Task<TestService> StartAsync()
    {
        _newsroom.Serve("/paper", Feeds.Rss(
            "Paper",
            new Written("1", "https://paper.example/1", "Pasar modal menguat setelah rapat bank sentral"),
            new Written("2", "https://paper.example/2", "Pasar modal dibuka hari ini \U0001F4C8"),
            new Written("3", "https://paper.example/3", "Gunung Semeru meletus lagi semalam")));
        return TestService.StartAsync(_folder, Feeds.Json(Feeds.Source(_newsroom.Url("/paper"), "Paper")));
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={_folder.File("data/feedhub.db")};Pooling=false");
        await connection.OpenAsync();
        await using var command = new SqliteCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private string Hash() => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(_folder.File("data/feedhub.db"))));
}
