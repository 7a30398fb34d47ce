using System.Net;
using FeedHub.HealthFeed;
using FeedHub.Hosting;
using FeedHub.Hub;
using FeedHub.Model.Health;
using FeedHub.Model.Settings;
using FeedHub.Storage.Statements.Health;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;
using FeedHub.Tests.Hosting;
using FeedHub.Tests.Observability;
using FeedHub.Tests.Publishing.Rules;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using static FeedHub.Tests.Publishing.Rules.FeedRules;

namespace FeedHub.Tests.HealthFeed;

/// <summary>FeedHub's own health as a feed: what is in it, and who may read it.</summary>
public sealed class HealthFeedTests : IDisposable
{
    private const string Token = "0123456789abcdef01234567";
    private static readonly string News = Feeds.Rss("Alpha", new Written("g1", "https://a.example/1", "One"));
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WhatHappensToSources_IsAnEntryEach_ThatNeverChanges()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow.AddDays(-1));
        await using var newsroom = await FakeNewsroom.StartAsync();
        newsroom.Serve("/a", News);
        newsroom.Answer("/b", StatusCodes.Status410Gone);
        var file = Feeds.Json(Feeds.Source(newsroom.Url("/a"), "Alpha & <Co>"), Feeds.Source(newsroom.Url("/b"), "Beta"));
        await using var service = await TestService.StartAsync(_folder, file, time);
        await service.PollAsync("alpha-co");
        Assert.Empty(Entries(await FeedAsync(service)));

        newsroom.Answer("/a", StatusCodes.Status500InternalServerError);
        await service.PollAsync("alpha-co");
        await service.PollAsync("alpha-co");
        var failing = Assert.Single(Entries(await FeedAsync(service)));
        Assert.Equal("Alpha & <Co>: the poll failed", failing.Title);
        Assert.Contains("HTTP 500", failing.Text, StringComparison.Ordinal);
        Assert.Equal(service.Address + "/hangfire/sources/alpha-co", failing.Link);
        Assert.Equal(HttpStatusCode.OK, (await service.Client.GetAsync(failing.Link)).StatusCode);

        time.Advance(TimeSpan.FromHours(2));
        newsroom.Answer("/a", context =>
        {
            (context.Response.StatusCode, context.Response.Headers.RetryAfter) = (429, "3600");
            return Task.CompletedTask;
        });
        await service.PollAsync("alpha-co");
        newsroom.Serve("/a", News);
        await service.PollAsync("alpha-co");
        await service.PollAsync("beta");
        var entries = Entries(await FeedAsync(service));
        Assert.Equal(
            ["Beta: gone for good", "Alpha & <Co>: well again", "Alpha & <Co>: its server asks to be left alone",
                "Alpha & <Co>: the poll failed"], entries.Select(e => e.Title));
        Assert.Contains("throttled since", entries[1].Text, StringComparison.Ordinal);
        Assert.Equal(failing, entries[^1]);

        using var deleted = await service.Client.DeleteAsync("/api/sources/beta");
        Assert.Equal(entries, Entries(await FeedAsync(service)));
        await CheckConditionalAsync(service);
    }

    [Fact]
    [Trait("Storage", "sqlite")]
    public async Task TroubleOfTheMachine_TheModelAndTheHub_AreEntriesToo()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var log = new LoggedLines();
        await using var service = await TestService.StartAsync(
            _folder,
            Feeds.Json(),
            time,
            services: services => log.Of<HealthDigest>(services),
            settings: "--FeedHub:Health:MinFreeMegabytes=900000000");
        var digest = service.Services.GetRequiredService<HealthDigest>();
        Assert.Contains("MB are left", await digest.RunAsync(CancellationToken.None), StringComparison.Ordinal);
        await digest.RunAsync(CancellationToken.None);
        var ready = await service.Client.GetAsync("/healthz/ready");
        Assert.Equal(
            (HttpStatusCode.OK, true),
            (ready.StatusCode, (await ready.Content.ReadAsStringAsync()).StartsWith("Degraded", StringComparison.Ordinal)));

        service.Services.GetRequiredService<IOptions<FeedHubOptions>>().Value.Health.MinFreeMegabytes = 1;
        Assert.Equal("all is well", await digest.RunAsync(CancellationToken.None));

        // As the writer reports it when the disk is full.
        var storage = service.Services.GetRequiredService<IStorageHealth>();
        time.Advance(TimeSpan.FromMinutes(1));
        storage.Report(new SqliteException("full", SQLitePCL.raw.SQLITE_FULL));
        var lasting = Entries(await FeedAsync(service))[0];
        Assert.Equal("FeedHub can store nothing", lasting.Title);
        Assert.Empty(log.Take());
        await digest.RunAsync(CancellationToken.None);
        await digest.RunAsync(CancellationToken.None);
        Assert.StartsWith("StorageFailing: The disk of ", Assert.Single(log.Take()), StringComparison.Ordinal);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(storage.IsWell());
        await digest.RunAsync(CancellationToken.None);
        await digest.RunAsync(CancellationToken.None);
        Assert.StartsWith("StorageRecovered: What comes is stored again", Assert.Single(log.Take()), StringComparison.Ordinal);

        await service.Services.GetRequiredService<HubStore>().FailedAsync(
            new()
            {
                BaseUrl = "http://x",
                Topic = "/feed.rss",
                Callback = "http://reader.example/cb",
                CallbackHost = "reader.example"
            }, Reason.Of(ReasonCode.HttpStatus, "410 Gone"), null, CancellationToken.None);
        var entries = Entries(await FeedAsync(service));
        Assert.Equal(
            ["FeedHub can store again", "FeedHub can store nothing", "The disk has space again", "The disk runs low"],
            entries.Select(e => e.Title));
        Assert.Equal(lasting, entries[1]);
    }

    [Fact]
    public async Task OnlyAdmins_AndWhoHasTheToken_ReadIt()
    {
        await using var service = await TestService.StartAsync(
            _folder,
            Feeds.Json(),
            settings: [$"--FeedHub:Admin:FeedToken={Token}", "--FeedHub:Admin:Password=sesame", "--FeedHub:Admin:ApiKey=key"]);
        foreach (var (address, authorization, expected) in new[]
        {
            ($"/health.atom?token={Token}", null, HttpStatusCode.OK),
            ($"/health.atom?token={Token[..^1]}", null, HttpStatusCode.Unauthorized),
            ($"/health.atom?token={Token}&token={Token}", null, HttpStatusCode.Unauthorized),
            ("/health.atom?token=", null, HttpStatusCode.Unauthorized),
            ("/health.atom", null, HttpStatusCode.Unauthorized),
            ("/health.atom", "Bearer key", HttpStatusCode.OK),
            ("/health.atom", "Bearer " + Token, HttpStatusCode.Unauthorized),
            ("/health.atom?token=wrong", "Bearer key", HttpStatusCode.Unauthorized),
        })
        {
            var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
            using var answer = await service.Client.SendAsync(request);
            Assert.True(expected == answer.StatusCode, $"{address} {authorization}: {answer.StatusCode}");
            Assert.True(answer.Headers.CacheControl!.Private, address);
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.Equal(
                expected == HttpStatusCode.OK ? "application/atom+xml" : "application/problem+json",
                answer.Content.Headers.ContentType!.MediaType);
        }

        using var elsewhere = await service.Client.GetAsync($"/api/labels?token={Token}");
        Assert.Equal(HttpStatusCode.Unauthorized, elsewhere.StatusCode);
        var document = await service.Client.GetByteArrayAsync($"/health.atom?token={Token}");
        Assert.Empty(Broken(document, $"{service.Address}/health.atom?token={Token}"));
    }

    [Fact]
    public async Task Events_ArePurgedByAge_AndByNumber()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var service = await TestService.StartAsync(_folder, Feeds.Json(), time);
        var writer = service.Services.GetRequiredService<DatabaseWriter>();
        Task RecordAsync(int count) => writer.RunAsync(
            session => Enumerable.Range(0, count).All(
                n => HealthEvents.Record(session, HealthEventKind.DiskLow, time.GetUtcNow().AddSeconds(n), Reason.Sentence("low"))),
                    CancellationToken.None);
        await RecordAsync(5);
        time.Advance(TimeSpan.FromDays(91));
        await RecordAsync(1100);
        await service.Services.GetRequiredService<Retention>().RunAsync(CancellationToken.None);
        var left = await service.Services.GetRequiredService<HealthEventQueries>().NewestAsync(2000, CancellationToken.None);
        Assert.Equal((1000, true), (left.Count, left[0].At > left[^1].At && left[^1].At > time.GetUtcNow()));
    }

    private static async Task CheckConditionalAsync(TestService service)
    {
        using var first = await service.Client.GetAsync("/health.atom");
        var again = new HttpRequestMessage(HttpMethod.Get, "/health.atom");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var unchanged = await service.Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    private static async Task<byte[]> FeedAsync(TestService service)
    {
        var document = await service.Client.GetByteArrayAsync("/health.atom");
        Assert.Empty(Broken(document, service.Address + "/health.atom"));
        return document;
    }

    // Our own messages have no source and, as Atom allows it, no author but the feed's.
    private static IEnumerable<string> Broken(byte[] document, string location) =>
        AtomRules.Broken(document, location).Where(rule => !rule.StartsWith(
            "MissingElement: {http://www.w3.org/2005/Atom}source",
            StringComparison.Ordinal)
            && !rule.StartsWith(
                "MissingElement: {http://www.w3.org/2005/Atom}author in {http://www.w3.org/2005/Atom}entry",
                StringComparison.Ordinal));

    private static List<Entry> Entries(byte[] document) => [.. Parse(document).Elements(Atom + "entry").Select(entry => new Entry(
        entry.Element(Atom + "id")!.Value, entry.Element(Atom + "title")!.Value, entry.Element(Atom + "summary")!.Value,
        entry.Element(Atom + "updated")!.Value, (string)entry.Element(Atom + "link")!.Attribute("href")!))];

    private sealed record Entry(string Id, string Title, string Text, string Updated, string Link);
}
