using System.Net.Http.Json;
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
