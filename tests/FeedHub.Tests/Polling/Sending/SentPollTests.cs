using System.Net.Http.Json;
using FeedHub.Model.Sources;
using FeedHub.Polling;
using FeedHub.Polling.Sending;
using FeedHub.Storage.Writing;
using FeedHub.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FeedHub.Tests.Polling.Sending;

/// <summary>What becomes of polls between the publisher's answer and the tables.</summary>
[Trait("Storage", "sqlite")]
public sealed class SentPollTests : IAsyncLifetime
{
    private static readonly string[] Papers = ["as-it-was", "renamed", "moved", "paused", "removed"];

    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        foreach (var paper in Papers)
            _newsroom.Serve($"/{paper}", Feeds.Rss(paper, new Written("1", $"https://{paper}.example/1", $"What {paper} brings")));
        _folder.File("feeds.json", Feeds.Json(Papers.Select(paper => Feeds.Source(_newsroom.Url($"/{paper}"), paper))));
    }

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [PostgresFact]
    public async Task WhatComesOfASource_ThatWasChangedMeanwhile_IsNotKept_AndItIsDueAsBefore()
    {
        await using var service = await StartAsync(await TestPostgres.ArgumentsAsync(_folder));
        var polls = await ReadAsync(service);
        await ChangeAsync(service, "renamed", new { title = "Another name" });
        await ChangeAsync(service, "moved", new { url = _newsroom.Url("/elsewhere") });
        await ChangeAsync(service, "paused", new { enabled = false });
        (await service.Client.DeleteAsync("/api/sources/removed")).EnsureSuccessStatusCode();

        var ends = await Task.WhenAll(await service.Services.GetRequiredService<PollSender>().SendAsync(polls));
        Assert.Equal(
            [PollEnd.Stored, PollEnd.Outdated, PollEnd.Outdated, PollEnd.Outdated, PollEnd.NotDue], ends.Select(end => end.End));
        await using var db = await service.DatabaseAsync();
        Assert.Equal("as-it-was", (await db.Items.Join(db.Sources, i => i.SourceId, s => s.Id, (_, source) => source).SingleAsync()).Slug);
        var sources = await db.Sources.ToListAsync();
        Assert.All(sources, source => Assert.Null(source.Polling.LeaseUntil));
        Assert.Equal(["moved", "renamed"], sources.Where(s => s.NextPollAt <= DateTimeOffset.UtcNow).Select(s => s.Slug).Order());
    }

    [PostgresFact]
    public async Task APoll_WhoseCommitIsDoneButNotHeardOf_IsStoredOnce()
    {
        var server = new NpgsqlConnectionStringBuilder((await TestPostgres.ArgumentsAsync(_folder))
            .Single(setting => setting.Contains("ConnectionStrings", StringComparison.Ordinal)).Split('=', 2)[1]);
        using var relay = new Relay(server.Host!, server.Port);
        (server.Host, server.Port) = ("127.0.0.1", relay.Port);
        await using var service = await StartAsync(["--FeedHub:Storage=postgres", $"--ConnectionStrings:FeedHub={server}"]);
        _newsroom.Answer("/renamed", context =>
        {
            relay.Lose("What is stored once", "COMMIT\0");
            return context.Response.WriteAsync(Feeds.Rss("renamed", new Written("1", "https://renamed.example/1", "What is stored once")));
        });

        Assert.Equal(PollWords.Of(new PollReport(PollEnd.NotDue)), await service.PollAsync("renamed"));
        await using var db = await service.DatabaseAsync();
        Assert.Equal("What is stored once", (await db.Items.SingleAsync()).Title);
        Assert.Equal(1, (await db.Sources.SingleAsync(source => source.Slug == "renamed")).ItemCount);
        Assert.Null((await db.Sources.SingleAsync(source => source.Slug == "renamed")).Polling.LeaseUntil);
    }

    [PostgresFact]
    public async Task AnAnswerThatCameAsTheDatabaseWentAway_IsKept_AndItsPublisherIsNotAskedAgain()
    {
        var server = new NpgsqlConnectionStringBuilder((await TestPostgres.ArgumentsAsync(_folder))
            .Single(setting => setting.Contains("ConnectionStrings", StringComparison.Ordinal)).Split('=', 2)[1]);
        using var relay = new Relay(server.Host!, server.Port);
        (server.Host, server.Port) = ("127.0.0.1", relay.Port);
        await using var service = await StartAsync(["--FeedHub:Storage=postgres", $"--ConnectionStrings:FeedHub={server}"]);
        _newsroom.Answer("/renamed", context =>
        {
            relay.Cut();
            return context.Response.WriteAsync(Feeds.Rss("renamed", new Written("1", "https://renamed.example/1", "What is kept")));
        });

        var polling = service.PollAsync("renamed");
        await TestService.UntilAsync(
            () => Task.FromResult(service.Services.GetRequiredService<IStorageHealth>().Trouble), trouble => trouble is not null);
        relay.Mend();
        await polling;
        await using var db = await service.DatabaseAsync();
        await TestService.UntilAsync(() => db.Items.AsNoTracking().CountAsync(), items => items == 1);
        Assert.Equal("What is kept", (await db.Items.AsNoTracking().SingleAsync()).Title);
        Assert.Single(_newsroom.AskedFor("/renamed"));
    }

    [PostgresFact]
    public async Task APollThatCannotBeStored_KeepsNoOtherWaiting_AndItsPublisherIsNotAskedAgainAtOnce()
    {
        await using var service = await StartAsync(await TestPostgres.ArgumentsAsync(_folder));
        var polls = await ReadAsync(service);
        await RefuseAsync(service, "NEW.url LIKE '%renamed%'", "22000");

        var ends = await Task.WhenAll(await service.Services.GetRequiredService<PollSender>().SendAsync(polls));
        Assert.All(ends, end => Assert.Equal(PollEnd.Stored, end.End));
        await using var db = await service.DatabaseAsync();
        var sources = await db.Sources.ToDictionaryAsync(source => source.Slug);
        Assert.Equal(SourceState.Failing, sources["renamed"].Polling.State);
        Assert.Contains("refused by the test", sources["renamed"].Polling.Error!.ToString(), StringComparison.Ordinal);
        Assert.True(sources["renamed"].NextPollAt > DateTimeOffset.UtcNow.AddMinutes(1));
        Assert.All(
            sources.Values,
            source => Assert.Equal((source.Slug == "renamed" ? 0 : 1, null), (source.ItemCount, source.Polling.LeaseUntil)));
    }

    [PostgresFact]
    public async Task APollThatTheDatabaseCannotStoreForAMoment_WaitsThere_AndIsStoredLater()
    {
        await using var service = await StartAsync(await TestPostgres.ArgumentsAsync(_folder));
        var polls = await ReadAsync(service);
        await RefuseAsync(service, "nextval('tries') < 20", "53100");

        var ends = await Task.WhenAll(await service.Services.GetRequiredService<PollSender>().SendAsync(polls));
        Assert.All(ends, end => Assert.Equal(PollEnd.Stored, end.End));
        await using var db = await service.DatabaseAsync();
        Assert.All(await db.Sources.ToListAsync(), source => Assert.Equal(1, source.ItemCount));
        Assert.Equal(Papers.Length, _newsroom.Requests.Count);
    }

    private static async Task RefuseAsync(TestService service, string which, string code)
    {
        await using var db = await service.DatabaseAsync();
        await db.Database.ExecuteSqlRawAsync("""
            CREATE SEQUENCE tries;
            CREATE FUNCTION refused() RETURNS trigger LANGUAGE plpgsql AS $$
              BEGIN
                IF <which> THEN RAISE EXCEPTION USING ERRCODE = '<code>', MESSAGE = 'refused by the test'; END IF;
                RETURN NEW;
              END $$;
            CREATE TRIGGER refused BEFORE INSERT ON items FOR EACH ROW EXECUTE FUNCTION refused()
            """.Replace("<which>", which, StringComparison.Ordinal).Replace("<code>", code, StringComparison.Ordinal));
    }

    private async Task<TestService> StartAsync(string[] storage) => await TestService.StartAsync(
        _folder, await File.ReadAllTextAsync(_folder.File("feeds.json")), settings: [.. storage, "--FeedHub:Node=one"]);

    // As a node reads them that does not store.
    private static async Task<IReadOnlyList<ReadPoll>> ReadAsync(TestService service)
    {
        await using var db = await service.DatabaseAsync();
        var ids = await db.Sources.ToDictionaryAsync(source => source.Slug, source => source.Id);
        var leased = await service.Services.GetRequiredService<ISentPolls>().LeaseAsync(
            [.. ids.Values], DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddMinutes(3), refresh: true);
        var polls = new List<ReadPoll>();
        foreach (var source in leased.OrderBy(source => Array.IndexOf(Papers, source.Slug)))
            polls.Add(await service.Services.GetRequiredService<Poller>().ReadAsync(source, CancellationToken.None));
        return polls;
    }

    private static async Task ChangeAsync(TestService service, string paper, object change) =>
        (await service.Client.PatchAsJsonAsync($"/api/sources/{paper}", change)).EnsureSuccessStatusCode();
}
