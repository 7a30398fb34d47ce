using System.Text.RegularExpressions;
using FeedHub.Coverage;
using FeedHub.Demo;
using FeedHub.Model.Sources;
using FeedHub.Publishing.Search;
using FeedHub.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Demo;

/// <summary>What FeedHub makes of documents is a function of the documents, their order and the clock.</summary>
public sealed partial class SameProductTests : IAsyncLifetime
{
    private const int Editions = 2;

    private static readonly string[] Addresses =
    [
        "/feed.rss", "/feed.atom", "/feed.json", "/feed.atom?category=politics", "/feed.json?language=id&limit=5", "/feed.rss?q=harga",
        "/", "/?category=sport", "/sources.opml", "/openapi/v1.json", "/docs", "/api/sources", "/api/items?limit=200",
        "/api/stories?limit=200", "/api/hosts",
    ];

    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync() => _newsroom = await FakeNewsroom.StartAsync();

    public async Task DisposeAsync() => await _newsroom.DisposeAsync();

    [Fact]
    public async Task TheSameDocuments_GiveTheSameBytes_InEveryFreshDatabase()
    {
        var editions = await EditionsAsync();
        var (one, other) = (await RecordAsync(editions), await RecordAsync(editions));
        Assert.All(Addresses, address => Assert.Equal(one[address], other[address]));
        Assert.Contains("<item>", one["/feed.rss"], StringComparison.Ordinal);
    }

    // The demo's documents, as its publishers print them hour by hour.
    private static async Task<IReadOnlyList<IReadOnlyDictionary<string, Printed>>> EditionsAsync()
    {
        await using var demo = await OpenNewsroom.StartAsync();
        var editions = new List<IReadOnlyDictionary<string, Printed>>();
        for (var edition = 0; edition < Editions; edition++)
        {
            var documents = new Dictionary<string, Printed>();
            foreach (var publisher in Publishers.All)
            {
                using var answer = await demo.PollAsync(publisher);
                documents[publisher.Path] = new(
                    (int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), await answer.Content.ReadAsByteArrayAsync());
            }

            editions.Add(documents);
            demo.Time.Advance(TimeSpan.FromHours(1));
        }

        return editions;
    }

    private async Task<Dictionary<string, string>> RecordAsync(IReadOnlyList<IReadOnlyDictionary<string, Printed>> editions)
    {
        using var folder = new TempFolder();
        var time = new FakeTimeProvider(OpenNewsroom.Start);
        await using var service = await TestService.StartAsync(
            folder, Feeds.Json(Publishers.All.Select(p => Feeds.Source(_newsroom.Url(p.Path), p.Title, KindOf(p)))), time,
            services: services => services.Replace(ServiceDescriptor.Singleton(new Random(7))),
            settings: "--FeedHub:PublicUrl=https://news.example/");
        foreach (var documents in editions)
            await PollAsync(service, documents, time);
        await service.Services.GetRequiredService<SearchIndexer>().CatchUpAsync(CancellationToken.None);
        var recorded = new Dictionary<string, string>();
        foreach (var address in Addresses)
            recorded[address] = WithoutRandom(await service.Client.GetStringAsync(address), service.Address);
        return recorded;
    }

    // Only documents are compared, so the pages behind a list page are not read.
    private static string KindOf(Publisher publisher) =>
        publisher.Kind == SourceKind.Page ? """ "kind": "page", "content": "full" """ : "";

    private async Task PollAsync(TestService service, IReadOnlyDictionary<string, Printed> documents, FakeTimeProvider time)
    {
        foreach (var (path, printed) in documents)
            _newsroom.Answer(path, printed.SendAsync);
        foreach (var source in (await service.ItemsOf("/api/sources")).Select(s => s.GetProperty("id").GetString()!).Order())
        {
            await service.PollAsync(source);
            await service.Services.GetRequiredService<EventKeeper>().CatchUpAsync(CancellationToken.None);
        }

        time.Advance(TimeSpan.FromHours(1));
    }

    // Entry ids of FeedHub's own are random (RFC 9562, version 7), the fraction of a date in Atom comes from the id, and the port is the
    // next that was free.
    private static string WithoutRandom(string text, string address)
    {
        var ids = new Dictionary<string, int>();
        var whole = FractionByUuid().Replace(text, "$1Z");
        return Uuid().Replace(whole, id => $"id-{(ids.TryAdd(id.Value, ids.Count) ? ids.Count - 1 : ids[id.Value])}")
            .Replace(new Uri(address).Authority, "service", StringComparison.Ordinal);
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Uuid();

    [GeneratedRegex(@"(<id>urn:uuid:[^<]*</id>(?:(?!</entry>)[\s\S])*?<updated>[^<.]*)\.[0-9]+Z")]
    private static partial Regex FractionByUuid();

    private sealed record Printed(int Status, string? MediaType, byte[] Body)
    {
        public Task SendAsync(HttpContext context)
        {
            (context.Response.StatusCode, context.Response.ContentType) = (Status, MediaType);
            return context.Response.Body.WriteAsync(Body).AsTask();
        }
    }
}
