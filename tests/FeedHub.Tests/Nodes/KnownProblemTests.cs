using FeedHub.Hosting;
using FeedHub.Model.Settings;
using FeedHub.Storage.Engines.Postgres;
using FeedHub.Storage.Writing;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FeedHub.Tests.Nodes;

/// <summary>What went wrong for others who share a PostgreSQL database (docs/notes/nodes.md).</summary>
[Trait("Storage", "sqlite")]
public sealed class KnownProblemTests : IAsyncLifetime
{
    private const string Listeners =
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'";

    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync() => _newsroom = await FakeNewsroom.StartAsync();

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [PostgresFact]
    public async Task ListenersWhoseSessionsTheServerEnds_ListenAgain_AndANodeWhoseClockIsOffShowsItAndWorks()
    {
        var clock = new SteppedClock();
        clock.Step(TimeSpan.FromMinutes(5));
        await using var one = await StartAsync("one");
        await using var two = await StartAsync("two", clock);
        Serve("a", "b");
        Assert.Equal("200, 2 new", await one.PollAsync("paper"));
        await TestService.UntilAsync(() => RunAsync(Listeners), listeners => listeners is 2L);
        await TestService.UntilAsync(() => two.ItemsOf("/api/stories"), stories => stories.Count == 2);
        Serve("a", "b", "c");
        Assert.Equal("200, 1 new", await one.PollAsync("paper"));
        await TestService.UntilAsync(() => two.ItemsOf("/api/stories"), stories => stories.Count == 3);
        await TestService.UntilAsync(
            () => RunAsync(Listeners.Replace("pg_terminate_backend(pid)", "*", StringComparison.Ordinal)), listeners => listeners is 2L);

        // Its sign of life is judged by the database's clock.
        var node = await TestService.UntilAsync(
            async () => (await one.ItemsOf("/api/nodes")).Single(node => node.GetProperty("name").GetString() == "two"),
            node => AheadOf(node) > 290);
        Assert.InRange(AheadOf(node), 290, 310);
        Assert.True(one.Services.GetRequiredService<INodes>().IsOwner);
        Assert.False(two.Services.GetRequiredService<INodes>().IsOwner);
    }

    [PostgresFact]
    public async Task SignsOfLifeAndWritesAtOnce_UseTheirConnectionsInTurn_AndCostNoRight()
    {
        await using var one = await StartAsync("one");
        var (work, writer) = (one.Services.GetRequiredService<INodeWork>(), one.Services.GetRequiredService<DatabaseWriter>());
        var epoch = await RunAsync("SELECT epoch FROM owner");
        var looks = await Task.WhenAll(Enumerable.Range(0, 60).Select(n => Task.Run(async () =>
        {
            await writer.RunAsync(session => session.Scalar<long>("SELECT pg_backend_pid()::bigint"), CancellationToken.None);
            work.Tell(edits: false);
            return n % 2 == 0 ? work.Beat(NodeReport.None) : work.Look();
        })));
        Assert.All(looks, look => Assert.True(look.IsOwner));
        Assert.Equal(epoch, await RunAsync("SELECT epoch FROM owner"));
    }

    [PostgresFact]
    public async Task NodesThatStartAtOnceOnAnEmptyDatabase_MigrateInTurn_AndHaveOneKeyAndOneOwner()
    {
        await TestPostgres.EmptyAsync(_folder);
        await File.WriteAllTextAsync(_folder.File("feeds.json"), Feeds.Json());
        var nodes = await Task.WhenAll(Enumerable.Range(1, 3).Select(n => TestService.StartAsync(_folder, settings: Settings($"n{n}"))));
        try
        {
            Assert.Single(nodes, node => node.Services.GetRequiredService<INodes>().IsOwner);
            foreach (var node in nodes)
                await node.Client.GetStringAsync("/hangfire/settings");
            Assert.Equal(1L, await RunAsync("SELECT count(*) FROM storedkeys"));
        }
        finally
        {
            foreach (var node in nodes)
                await node.DisposeAsync();
        }
    }

    [PostgresFact]
    public async Task AStartThatWaitsForItsTurn_DoesNotHoldUpAnIndexThatIsMadeBesideWriters()
    {
        await TestPostgres.ArgumentsAsync(_folder);
        await using var migrating = new NpgsqlConnection(TestPostgres.ConnectionString(_folder));
        await migrating.OpenAsync();
        await using var turn = new NpgsqlCommand($"SELECT pg_advisory_lock({Ownership.Lock + 1})", migrating);
        await turn.ExecuteNonQueryAsync();
        var starting = StartAsync("one");
        await TestService.UntilAsync(
            () => RunAsync(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'SELECT pg_try_advisory%'"),
            waiting => waiting is > 0L);
        await RunAsync("CREATE INDEX CONCURRENTLY ix_beside ON counters (value)");
        Assert.False(starting.IsCompleted);
        turn.CommandText = "SELECT pg_advisory_unlock_all()";
        await turn.ExecuteNonQueryAsync();
        await (await starting).DisposeAsync();
    }

    [PostgresFact]
    public async Task AVersionThatTheDatabaseIsNotFor_IsRefusedInWords()
    {
        await TestPostgres.ArgumentsAsync(_folder);
        await RunAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_FromTheFuture', '99.0')");
        var older = await Assert.ThrowsAsync<StartException>(() => StartAsync("one"));
        Assert.Contains("by a newer FeedHub (29990101000000_FromTheFuture)", older.Message, StringComparison.Ordinal);

        // One that has something to change starts beside none that would not understand it.
        await RunAsync(
            "DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" LIKE '2999%' OR \"MigrationId\" LIKE '%IconsAndMarks'");
        await RunAsync(
            "DROP TABLE sourceicons; ALTER TABLE noderequests DROP COLUMN changed; DROP FUNCTION feedhub_fence(bigint, bigint); "
                + "INSERT INTO nodes (run, name, version, since, seen) VALUES ('r', 'cellar', '0.9', 0, feedhub_now() + 600000)");
        var newer = await Assert.ThrowsAsync<StartException>(() => StartAsync("one"));
        Assert.Contains("An older FeedHub runs on the database", newer.Message, StringComparison.Ordinal);
        Assert.Contains("cellar 0.9", newer.Message, StringComparison.Ordinal);
        await RunAsync("DELETE FROM nodes");
        await (await StartAsync("one")).DisposeAsync();
        Assert.Equal(0L, await RunAsync("SELECT count(*) FROM sourceicons"));

        // One with the same tables is let in under any version name.
        await RunAsync("INSERT INTO nodes (run, name, version, since, seen) VALUES ('r', 'cellar', '0.9', 0, feedhub_now() + 600000)");
        await (await StartAsync("one")).DisposeAsync();
    }

    [PostgresFact]
    public async Task AnOlderFeedsFile_OfANodeThatTakesOver_UndoesNothing()
    {
        var (former, now) = (Feeds.Json(Source("Former")), Feeds.Json(Source("Former"), Source("Since then")));
        await (await StartOverAsync("one", former)).DisposeAsync();
        await using var one = await StartOverAsync("one", now);
        await using var two = await StartOverAsync("two", former);
        await one.DisposeAsync();
        await TestService.UntilAsync(
            async () => (await two.ItemsOf("/api/nodes")).Any(node => node.GetProperty("owner").GetBoolean()), isThere => isThere);
        Assert.Equal(2L, await RunAsync("SELECT count(*) FROM sources"));
        Assert.Equal("active", (await two.GetJsonAsync("/api/sources/since-then")).GetProperty("state").GetString());
    }

    [Fact]
    public void AQueueOfNotificationsThatFillsUp_IsSaid()
    {
        Assert.Null(Health.OfQueue(0.02));
        Assert.Contains("is 63 % full", Health.OfQueue(0.63), StringComparison.Ordinal);
    }

    private static string Source(string title) => Feeds.Source($"https://{title.Length}.example/feed", title);

    private static double AheadOf(System.Text.Json.JsonElement node) =>
        TimeSpan.Parse(node.GetProperty("clock_ahead").GetString()!, null).TotalSeconds;

    private static Written Of(string host, string id) => new(
        id,
        $"https://{host}/{id}",
        $"Number {id} of the long list of harbours",
        Description: string.Concat(Enumerable.Repeat($"{id}{id} goes to {id} by sea. ", 12)));

    private void Serve(params string[] ids) =>
        _newsroom.Serve("/a", Feeds.Rss("Paper", [.. ids.Select(id => Of("a.example", id))]));

    private async Task<TestService> StartAsync(
        string node, TimeProvider? time = null, params string[] settings) => await TestService.StartAsync(
        _folder,
        Feeds.Json(Feeds.Source(_newsroom.Url("/a"), "Paper"), Feeds.Source(_newsroom.Url("/b"), "Other")),
        time,
        settings: [.. await TestPostgres.ArgumentsAsync(_folder), .. Settings(node), .. settings]);

    private async Task<TestService> StartOverAsync(string node, string feeds)
    {
        var file = _folder.File($"{node}.json");
        await File.WriteAllTextAsync(file, feeds);
        return await TestService.StartAsync(
            _folder, settings: [.. await TestPostgres.ArgumentsAsync(_folder), .. Settings(node), $"--FeedHub:FeedsFile={file}"]);
    }

    private string[] Settings(string node) =>
    [
        "--FeedHub:Storage=postgres", $"--ConnectionStrings:FeedHub={TestPostgres.ConnectionString(_folder)}", $"--FeedHub:Node={node}",
        $"--FeedHub:DataDirectory={_folder.File(node)}",
    ];

    private async Task<object?> RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(TestPostgres.ConnectionString(_folder));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
