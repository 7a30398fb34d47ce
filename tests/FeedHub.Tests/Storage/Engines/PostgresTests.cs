using System.Net;
using FeedHub.Configuring;
using FeedHub.Model.Settings;
using FeedHub.Storage.Engines.Postgres;
using FeedHub.Storage.Writing;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace FeedHub.Tests.Storage.Engines;

/// <summary>What only a database on a server can do to FeedHub.</summary>
[Trait("Storage", "sqlite")]
public sealed class PostgresTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new(2026, 11, 20, 6, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.Zero };
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync() => _newsroom = await FakeNewsroom.StartAsync();

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [PostgresFact]
    public async Task WhileTheServerIsAway_NothingIsPolled_AndReadersAreTold_UntilItIsBack()
    {
        var arguments = await TestPostgres.ArgumentsAsync(_folder);
        var server = new NpgsqlConnectionStringBuilder(TestPostgres.ConnectionString(_folder));
        using var relay = new Relay(server.Host!, server.Port);
        (server.Host, server.Port) = ("127.0.0.1", relay.Port);
        _newsroom.Serve("/paper", Feeds.Rss("Paper", new Written("1", "https://paper.example/1", "The first")));
        await using var service = await TestService.StartAsync(
            _folder,
            Feeds.Json(Feeds.Source(_newsroom.Url("/paper"), "Paper")),
            _time,
            settings: [arguments[0], $"--ConnectionStrings:FeedHub={server}"]);
        var health = service.Services.GetRequiredService<IStorageHealth>();
        Assert.Equal("200, 1 new", await service.PollAsync("paper"));

        relay.Cut();
        await Assert.ThrowsAnyAsync<Exception>(() => CountAsync(service));
        Assert.Contains("cannot be used", health.Trouble!.ToString(), StringComparison.Ordinal);
        Assert.False(health.IsWell());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await service.Client.GetAsync("/api/stories")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await service.Client.GetAsync("/healthz/ready")).StatusCode);
        _time.Advance(TimeSpan.FromSeconds(6));
        Assert.False(health.IsWell());

        relay.Mend();
        _time.Advance(TimeSpan.FromSeconds(6));
        Assert.True(health.IsWell());
        Assert.Equal(1, await CountAsync(service));
        _newsroom.Serve("/paper", Feeds.Rss("Paper", new Written("2", "https://paper.example/2", "The second")));
        Assert.Equal("200, 1 new", await service.PollAsync("paper"));
        Assert.Equal(HttpStatusCode.OK, (await service.Client.GetAsync("/api/stories")).StatusCode);
    }

    [PostgresFact]
    public async Task TablesThatGrowFromNothing_AreCounted_BeforeTheServerDoesSo()
    {
        await TestPostgres.ArgumentsAsync(_folder);
        using var database = Database();
        Assert.True(database.Ownership.TryClaim());
        using var session = new WriteSession(database);
        var counter = new RowInsert("Counters", rank: 0, "Name", "Value");
        var counted = new[] { 0, YoungTables.First - 1, 1 }.Select((rows, at) =>
        {
            session.Begin();
            for (var row = 0; row < rows; row++)
                session.Add(counter, $"n{at}.{row}", 1);
            session.Commit();
            session.Begin();
            session.Commit();
            return session.Scalar<long>(
                "SELECT count(*) FROM pg_class WHERE relname IN ('stories', 'items', 'storysources') AND reltuples >= 0");
        }).ToList();

        Assert.Equal([0, 0, 3], counted);
    }

    [PostgresFact]
    public async Task ASessionThatTheServerEnds_LosesNothing_AndTheNextWriteIsStored()
    {
        await TestPostgres.ArgumentsAsync(_folder);
        using var database = Database();
        Assert.True(database.Ownership.TryClaim());
        using (var session = new WriteSession(database))
        {
            session.Begin();
            session.Execute("INSERT INTO Counters (Name, Value) VALUES ('kept', 1)");
            session.Commit();
            session.Begin();
            session.Execute("INSERT INTO Counters (Name, Value) VALUES ('lost', 1)");
            await RunAsync(
                "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database "
                    + "WHERE datname = current_database())");
            Assert.ThrowsAny<NpgsqlException>(session.Commit);
            Assert.True(session.IsLost);
        }

        using var next = new WriteSession(database);
        next.Begin();
        Assert.Equal((1, 0), (next.Scalar<long>("SELECT count(*) FROM Counters WHERE Name = 'kept'"), next.Scalar<long>(
            "SELECT count(*) FROM Counters WHERE Name = 'lost'")));
        next.Commit();
    }

    [PostgresFact]
    public async Task WhoWasReplaced_CanStoreNothingAnyMore_AlsoWhereItsConnectionStillStands()
    {
        await TestPostgres.ArgumentsAsync(_folder);
        using var database = Database();
        Assert.True(database.Ownership.TryClaim());
        using var session = new WriteSession(database);
        session.Begin();
        session.Commit();
        await RunAsync("UPDATE owner SET epoch = epoch + 1");
        Assert.Throws<OwnedByAnotherException>(session.Begin);
    }

    [PostgresFact]
    public async Task ASecondNode_CanStoreNothing_AndWhereItTakesOver_TheFirstCannot()
    {
        await TestPostgres.ArgumentsAsync(_folder);
        using var first = Database();
        Assert.True(first.Ownership.TryClaim());
        using var second = Database();
        Assert.False(second.Ownership.TryClaim());
        Assert.Throws<OwnedByAnotherException>(() => new WriteSession(second));
        first.Dispose();
        await TestService.UntilAsync(() => Task.FromResult(second.Ownership.TryClaim()), isOwner => isOwner);
        Assert.Throws<OwnedByAnotherException>(() => new WriteSession(first));
    }

    [PostgresFact]
    public async Task AnEditByEfCore_IsRefusedToWhoWasReplaced_AndDoesNotKnowIt()
    {
        await using var service = await TestService.StartAsync(
            _folder, Feeds.Json(Feeds.Source("https://paper.example/feed", "Paper")), settings: await TestPostgres.ArgumentsAsync(_folder),
            services: services => services.RemoveAll<IHostedService>());
        await using var db = await service.DatabaseAsync();
        var source = await db.Sources.SingleAsync();
        await RunAsync("UPDATE owner SET epoch = epoch + 1");
        source.Declared.Enabled = false;
        await Assert.ThrowsAnyAsync<Exception>(() => db.SaveChangesAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => db.Sources.ExecuteDeleteAsync());
        Assert.Equal(1L, await RunAsync("SELECT count(*) FROM sources WHERE enabled"));
        await RunAsync("UPDATE owner SET epoch = epoch - 1");
        await db.SaveChangesAsync();
        Assert.Equal(1, await db.Sources.ExecuteDeleteAsync());
    }

    [PostgresFact]
    public async Task KeysAndSettings_AreInTheDatabase_AndStandOnAnotherMachineToo()
    {
        var arguments = await TestPostgres.ArgumentsAsync(_folder);
        await using (var service = await TestService.StartAsync(_folder, Feeds.Json(), settings: arguments))
        {
            Assert.Null(service.Services.GetRequiredService<SettingChanges>().Change("Retention:Days", "30").Error);
            await service.Client.GetStringAsync("/hangfire/settings");
        }

        Assert.False(Directory.Exists(_folder.File("data/keys")));
        Assert.False(File.Exists(_folder.File("data/settings.json")));
        Assert.Equal(1L, await RunAsync("SELECT count(*) FROM storedkeys"));
        await using var other = await TestService.StartAsync(
            _folder, settings: [.. arguments, $"--FeedHub:DataDirectory={_folder.File("elsewhere")}"]);
        await other.Client.GetStringAsync("/hangfire/settings");
        Assert.Equal(30, other.Services.GetRequiredService<LiveSettings>().Value.Retention.Days);
        Assert.Equal(1L, await RunAsync("SELECT count(*) FROM storedkeys"));
    }

    [PostgresFact]
    public async Task WhatCannotBeStored_IsLeftOutOfTheTextAlone_AndTheItemIsThere()
    {
        _newsroom.Serve(
            "/odd",
            """{ "version": "https://jsonfeed.org/version/1.1", "title": "Odd\u0000 paper", "items": [ { "id": "a\u0000b", "title": "Half \ud83d of it\u0000", "content_text": """
                + $"\"{new string('x', 2_000_000)}\\u0000 end\", \"tags\": [ \"one\\u0000two\", \"\\udc00\" ] }} ] }}",
            "application/feed+json");
        await using var service = await TestService.StartAsync(
            _folder, Feeds.Json(Feeds.Source(_newsroom.Url("/odd"), "Odd")), settings: await TestPostgres.ArgumentsAsync(_folder));

        Assert.StartsWith("200, 1 new", await service.PollAsync("odd"), StringComparison.Ordinal);
        var item = (await service.ItemsOf("/api/items"))[0];
        Assert.StartsWith("Half", item.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.True(item.GetProperty("content_html").GetString()!.Length > 1_900_000);
    }

    [PostgresFact]
    public async Task TheTables_AreWhatTheModelSays()
    {
        await using var service = await TestService.StartAsync(
            _folder, Feeds.Json(), settings: await TestPostgres.ArgumentsAsync(_folder));
        await using var db = await service.DatabaseAsync();
        Assert.False(db.Database.HasPendingModelChanges());
    }

    private static async Task<int> CountAsync(TestService service) =>
        (int)await service.Services.GetRequiredService<DatabaseWriter>().RunAsync(
            session => session.Scalar<long>("SELECT count(*) FROM Items"), CancellationToken.None);

    private PostgresDatabase Database() => new(
        Options.Create(new FeedHubOptions { DataDirectory = _folder.File("data") }),
        new ConfigurationBuilder().AddInMemoryCollection(
            [new("ConnectionStrings:FeedHub", TestPostgres.ConnectionString(_folder))]).Build(),
        new("test", "0.0.0", Guid.NewGuid().ToString("N"), _time.GetUtcNow()));

    private async Task<object?> RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(TestPostgres.ConnectionString(_folder));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
