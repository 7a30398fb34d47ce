using FeedHub.Fetching;
using FeedHub.Polling;
using FeedHub.Sources;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Polling;

/// <summary>FeedHub's polls of several days, graded by a server that keeps the feed reader score.</summary>
[Collection(Alone.Name)]
public sealed class ScoreTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5);

    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Start);
    private FakeNewsroom _newsroom = null!;
    private ScoringServer _server = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _server = new(_newsroom, _time, UserAgent.For(new() { PublicUrl = "https://news.example.org/" }));
    }

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task ThreeDaysAndARestart_AreWithoutFault()
    {
        _server.Serve("/strong", new() { Feed = Feed("strong"), ETag = "\"abc\"", LastModified = "Sun, 22 Nov 2026 09:00:00 GMT" });
        _server.Serve("/weak", new() { Feed = Feed("weak"), ETag = "W/\"un quoted, odd\"" });
        _server.Serve("/dated", new() { Feed = Feed("dated"), LastModified = "Sun, 22 Nov 2026 09:00:00 GMT" });
        _server.Serve("/fresh", new()
        {
            Feed = Feed("fresh"),
            ETag = "\"f\"",
            Spacing = TimeSpan.FromHours(1),
            Headers = { ["Cache-Control"] = "max-age=3600" }
        });
        _server.Serve("/ttl", new()
        {
            Feed = Feed("ttl").Replace("<description/>", "<ttl>90</ttl><description/>", StringComparison.Ordinal),
            ETag = "\"t\"",
            Spacing = TimeSpan.FromMinutes(90)
        });
        _server.Serve("/moving", new() { Feed = Feed("moving"), ETag = "\"m\"" });
        _server.Serve("/target", new() { Feed = Feed("moving"), ETag = "\"n\"" });
        _server.Serve("/closing", new() { Feed = Feed("closing"), ETag = "\"c\"" });
        _server.Serve("/failing", new() { Feed = Feed("failing"), ETag = "\"e\"" });
        var service = await StartAsync("/strong", "/weak", "/dated", "/fresh", "/ttl", "/moving", "/closing", "/failing");

        await LiveAsync(service, TimeSpan.FromHours(12));
        _server["/moving"].MovedTo = "/target";
        _server["/closing"].Status = 410;
        _server["/failing"].Status = 500;
        await LiveAsync(service, TimeSpan.FromHours(12));
        _server["/failing"].Status = null;
        _server.Throttle("/strong", 429, TimeSpan.FromHours(5));
        await LiveAsync(service, TimeSpan.FromHours(3));
        await service.DisposeAsync();

        await using var again = await StartAsync("/strong", "/weak", "/dated", "/fresh", "/ttl", "/moving", "/closing", "/failing");
        await LiveAsync(again, TimeSpan.FromHours(20));
        _server["/weak"].ETag = "W/\"changed with a 304\"";
        _server.Throttle("/dated", 503, TimeSpan.FromHours(7));
        await LiveAsync(again, TimeSpan.FromHours(25));

        Assert.Empty(_server.Faults);
        Assert.True(_server.Requests > 100, $"{_server.Requests} requests");
        Assert.Single(_newsroom.AskedFor("/strong"), asked => !asked.IsConditional);
        Assert.True(_server["/failing"].LastRequest > Start.AddHours(24));
    }

    // As the dispatcher does every five seconds; the rounds in which nothing is due are left out.
    private async Task LiveAsync(TestService service, TimeSpan span)
    {
        var (sources, poller) = (service.Services.GetRequiredService<SourceCatalogue>(), service.Services.GetRequiredService<Poller>());
        for (var end = _time.GetUtcNow() + span; _time.GetUtcNow() < end;)
        {
            var (now, all) = (_time.GetUtcNow(), await sources.AllAsync(CancellationToken.None));
            foreach (var source in all.Where(s => s.NextPollAt <= now))
                await poller.PollAsync(source.Id, refresh: false, CancellationToken.None);
            var next = (await sources.AllAsync(CancellationToken.None)).Min(s => s.NextPollAt) ?? end;
            _time.Advance(next - now > Round ? TimeSpan.FromTicks((next - now).Ticks / Round.Ticks * Round.Ticks) : Round);
        }
    }

    private static string Feed(string name) => Feeds.Rss(name, Enumerable.Range(1, 10)
        .Select(n => new Written($"{name}-{n}", $"https://{name}.example/{n}", $"{name} {n}", Start.AddHours(-n))));

    private Task<TestService> StartAsync(params string[] paths) => TestService.StartAsync(
        _folder, Feeds.Json(
            paths.Select(path => $$"""{ "url": "{{_newsroom.Url(path)}}", "title": "{{path[1..]}}" }""")), _time, false, null, "--FeedHub:PublicUrl=https://news.example.org/");
}
