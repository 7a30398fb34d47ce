using System.Text.Json;
using FeedHub.Tests.Hosting;
using Npgsql;

namespace FeedHub.Tests.Storage.Engines;

/// <summary>FeedHub on PostgreSQL as its operator starts it, and on SQLite as if there were no PostgreSQL.</summary>
[Collection(Processes.Name)]
[Trait("Storage", "sqlite")]
public sealed class PostgresStartTests : IDisposable
{
    private static readonly string[] Open = ["--urls", "http://127.0.0.1:0", "--FeedHub:FeedsFile=feeds.json"];

    private readonly TempFolder _folder = new();

    public PostgresStartTests() => _folder.File("feeds.json", """{ "sources": [] }""");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AStartOnSqlite_LoadsNoLibraryOfPostgreSql()
    {
        await using var process = FeedHubProcess.Start(_folder, Open);
        using var client = await process.ClientAsync();
        (await client.GetAsync("/feed.rss")).EnsureSuccessStatusCode();
        (await client.GetAsync("/hangfire/backups")).EnsureSuccessStatusCode();
        var files = process.MappedFiles;

        Assert.Contains("Microsoft.Data.Sqlite.dll", files, StringComparison.Ordinal);
        Assert.DoesNotContain("Npgsql", files, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "ConnectionStrings:FeedHub is missing")]
    [InlineData("--ConnectionStrings:FeedHub=Host=localhost;Databse=feedhub", "ConnectionStrings:FeedHub cannot be read")]
    [InlineData("--ConnectionStrings:FeedHub=Username=feedhub;Database=news", "ConnectionStrings:FeedHub names no Host")]
    [InlineData("--ConnectionStrings:FeedHub=Host=127.0.0.1;Port=9;Database=news", "The database news on 127.0.0.1 cannot be used")]
    [InlineData("--ConnectionStrings:FeedHub=Host=127.0.0.1;Database=news;Port=9;Password=hush", "Look at ConnectionStrings:FeedHub")]
    public async Task AConnectionThatCannotBe_IsAClearLineAndExitCode1(string setting, string words)
    {
        await using var process =
            FeedHubProcess.Start(_folder, [.. Open, "--FeedHub:Storage=postgres", .. setting.Length > 0 ? [setting] : (string[])[]]);

        Assert.Equal(1, await process.ExitCodeAsync());
        Assert.Contains(words, process.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", process.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", process.Output, StringComparison.Ordinal);
        Assert.Single(process.Output.Trim().Split('\n'));
    }

    [PostgresFact]
    public async Task KilledAgainAndAgain_ItHasEachItemOnce()
    {
        const int Kills = 2;
        await using var newsroom = await FakeNewsroom.StartAsync();
        string[] paths = [.. Enumerable.Range(0, 20).Select(n => $"/s{n}")];
        foreach (var path in paths)
            newsroom.Serve(path, Feeds.Rss(
                path[1..],
                Enumerable.Range(0, 50)
                    .Select(i => new Written($"{path}:{i}", $"https://paper.example{path}/{i}", $"Story {i} of {path}"))));
        _folder.File("feeds.json", Feeds.Json(paths.Select(path => Feeds.Source(newsroom.Url(path), path[1..]))));
        string[] all =
        [
            .. Open, .. await TestPostgres.EmptyAsync(_folder), "--FeedHub:Network:AllowPrivateAddresses=true",
            "--FeedHub:Polling:HostGap=00:00:00", "--FeedHub:Polling:PerHost=8",
        ];
        for (var kill = 0; kill <= Kills; kill++)
        {
            await using var process = FeedHubProcess.Start(_folder, all);
            using var client = await process.ClientAsync();
            var wanted = kill * 1000 / Kills;
            await TestService.UntilAsync(() => client.GetStringAsync("/api/stats"), stats => ItemsOf(stats) >= wanted);
            await process.KillAsync();
        }

        await using var connection = new NpgsqlConnection(TestPostgres.ConnectionString(_folder));
        await connection.OpenAsync();
        await using var count = new NpgsqlCommand(
            "SELECT count(*) || ' ' || count(DISTINCT guid) || ' ' || (SELECT count(*) FROM stories) || ' ' || (SELECT sum(itemcount) FROM "
                + "sources) || ' ' || (SELECT sum(storycount) FROM sources) || ' ' || (SELECT count(*) FROM storysources) FROM items",
            connection);
        Assert.Equal("1000 1000 1000 1000 1000 1000", await count.ExecuteScalarAsync());
    }

    private static int ItemsOf(string stats) => JsonDocument.Parse(stats).RootElement.GetProperty("items").GetInt32();

    [PostgresFact]
    public async Task ADatabaseThatKeepsTextInAnotherWay_IsRefusedInWords()
    {
        await using (var connection = new NpgsqlConnection(TestPostgres.Server))
        {
            await connection.OpenAsync();
            await using var make = new NpgsqlCommand("DROP DATABASE IF EXISTS feedhub_latin", connection);
            await make.ExecuteNonQueryAsync();
            make.CommandText = "CREATE DATABASE feedhub_latin ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0";
            await make.ExecuteNonQueryAsync();
        }

        var text = new NpgsqlConnectionStringBuilder(TestPostgres.Server) { Database = "feedhub_latin" }.ToString();
        await using var process =
            FeedHubProcess.Start(_folder, [.. Open, "--FeedHub:Storage=postgres", $"--ConnectionStrings:FeedHub={text}"]);
        Assert.Equal(1, await process.ExitCodeAsync());
        Assert.Contains("keeps text as LATIN1", process.Output, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task Restore_IsRefusedInWords()
    {
        await using var process = FeedHubProcess.Start(_folder, ["restore", "x.db", .. await TestPostgres.EmptyAsync(_folder)]);
        Assert.Equal(1, await process.ExitCodeAsync());
        Assert.Contains("pg_restore", process.Output, StringComparison.Ordinal);
    }
}
