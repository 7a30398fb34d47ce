using System.Net;
using System.Net.Http.Headers;
using FeedHub.Publishing;
using FeedHub.Serving;
using FeedHub.Tests.Hosting;

namespace FeedHub.Tests.Publishing;

/// <summary>The merged feed as HTTP has it: validators, codings, methods, limits.</summary>
public sealed class FeedHttpTests : IAsyncLifetime
{
    private static readonly string[] Formats = [.. FeedOutput.All.Select(output => output.Path)];
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;
    private TestService _service = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve("/a", Feed("Alpha", 3));
        _newsroom.Serve("/b", Feed("Beta", 1));
        _service = await TestService.StartAsync(
            _folder, Feeds.Json(
                Feeds.Source(_newsroom.Url("/a"), "Alpha"),
                Feeds.Source(_newsroom.Url("/b"), "Beta")), settings: ["--FeedHub:Limits:RequestsPerMinute=5"]);
        await _service.PollAsync("alpha");
        await _service.PollAsync("beta");
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task IfNoneMatch_IsReadExactly()
    {
        using var first = await _service.Client.GetAsync("/feed.atom");
        var tag = first.Headers.ETag!.Tag;
        foreach (var (field, expected) in new[]
        {
            (tag, 304), ($"W/{tag}", 304), ($"\"a\", {tag}", 304), ($"\"a\",{tag} , \"b\"", 304), ("*", 304), ($"{tag[..^1]}-br\"", 304),
            ("\"a\"", 200), (tag.Trim(
                '"'), 200), (tag.ToUpperInvariant(), 200), ("garbage", 200), ($"garbage {tag}", 200), ($"{tag[..^1]}x\"", 200),
                    ("\"\"", 200), ("W/", 200), ("\"*\"", 200),
        })
        {
            using var answer = await SendAsync(
                HttpMethod.Get,
                "/feed.atom",
                ("If-None-Match", field),
                ("If-Modified-Since", "Thu, 01 Jan 2099 00:00:00 GMT"));
            Assert.Equal((field, expected), (field, (int)answer.StatusCode));
            Assert.Equal(tag, answer.Headers.ETag!.Tag);
        }
    }

    [Theory]
    [InlineData("Sunday, 01-Jan-40 00:00:00 GMT", 304)]
    [InlineData("Sun Jan  1 00:00:00 2040", 304)]
    [InlineData("Sun, 01 Jan 2006 00:00:00 GMT", 200)]
    [InlineData("tomorrow", 200)]
    public async Task IfModifiedSince_TakesTheThreeFormsOfDates(string date, int expected)
    {
        using var answer = await SendAsync(HttpMethod.Get, "/feed.rss", ("If-Modified-Since", date));
        Assert.Equal(expected, (int)answer.StatusCode);
    }

    [Fact]
    public async Task EveryFeed_HasTheHeadersThatCachesAndReadersGoBy_AndNoCookie()
    {
        foreach (var format in Formats)
        {
            using var answer = await SendAsync(HttpMethod.Get, format + "?limit=2&category=politics&fbclid=x");
            Assert.Equal(
                "public, max-age=60, stale-while-revalidate=300, stale-if-error=86400",
                answer.Headers.GetValues("Cache-Control").Single());
            Assert.Equal(["Accept-Encoding", "Sec-Fetch-Dest"], answer.Headers.Vary);
            Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
            Assert.Equal(
                $"<{_service.Address}{format}?category=politics&limit=2>; rel=\"self\", <{_service.Address}/websub>; rel=\"hub\"",
                answer.Headers
                    .GetValues("Link")
                    .Single());
            Assert.True(answer.Content.Headers.LastModified <= DateTimeOffset.UtcNow);
        }

        foreach (
            var address in (string[])[.. Formats, "/", "/stories/1", "/sources.opml", "/websub", "/docs/jsonfeed", "/favicon.svg",
                "/feed.rss?limit=0", "/nothing"])
        {
            using var answer = await SendAsync(HttpMethod.Get, address);
            Assert.False(answer.Headers.Contains("Set-Cookie"), address);
        }
    }

    [Fact]
    public async Task Head_IsGetWithoutItsBody()
    {
        foreach (var address in (string[])[.. Formats, "/sources.opml"])
        {
            using var get = await SendAsync(HttpMethod.Get, address, ("Accept-Encoding", "br"));
            using var head = await SendAsync(HttpMethod.Head, address, ("Accept-Encoding", "br"));
            string Headers(
                HttpResponseMessage answer) =>
                    string.Join('\n', answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key != "Date")
                        .Select(h => $"{h.Key}: {string.Join(',', h.Value)}").Order());
            Assert.Equal((Headers(get), 0), (Headers(head), (await head.Content.ReadAsByteArrayAsync()).Length));
            Assert.True(head.Content.Headers.ContentLength > 0);
        }
    }

    [Fact]
    public async Task APageOfAnotherOrigin_MayAskConditionally()
    {
        using var answer = await SendAsync(
            HttpMethod.Options,
            "/feed.json",
            ("Origin", "https://reader.example"),
            ("Access-Control-Request-Method", "GET"),
            ("Access-Control-Request-Headers", "if-none-match"));
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Contains("If-None-Match", answer.Headers.GetValues("Access-Control-Allow-Headers").Single(), StringComparison.Ordinal);
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await SendAsync(HttpMethod.Delete, "/feed.json")).StatusCode);
    }

    [Fact]
    public async Task AFeed_ChangesOnlyWhenItsOwnStoriesDo()
    {
        var all = await ValidatorsAsync("/feed.atom");
        var alpha = await ValidatorsAsync("/feed.atom?source=alpha");
        _newsroom.Serve("/b", Feed("Beta", 2));
        await _service.PollAsync("beta");
        Assert.Equal(alpha, await ValidatorsAsync("/feed.atom?source=alpha"));
        Assert.NotEqual(all.ETag, (await ValidatorsAsync("/feed.atom")).ETag);
    }

    [Fact]
    public async Task AStoryThatOnlyLeaves_MakesTheFeedYounger()
    {
        var before = await ValidatorsAsync("/feed.rss");
        using (var deleted = await _service.Client.DeleteAsync("/api/sources/beta"))
            Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        var after = await ValidatorsAsync("/feed.rss");
        Assert.NotEqual(before.ETag, after.ETag);
        using var answer = await SendAsync(HttpMethod.Get, "/feed.rss", ("If-Modified-Since", before.LastModified!.Value.ToString("r")));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task AClientThatAsksTooMuch_IsToldWhenToAskAgain_AndNobodyElse()
    {
        Task<HttpResponseMessage> AskAsync(string client) =>
            SendAsync(HttpMethod.Get, "/feed.rss", ("X-Forwarded-For", $"198.51.100.1, {client}"));
        for (var n = 0; n < 5; n++)
            Assert.Equal(HttpStatusCode.OK, (await AskAsync("203.0.113.9")).StatusCode);
        using var refused = await AskAsync("203.0.113.9");
        Assert.Equal(
            ((HttpStatusCode)429, "application/problem+json"),
            (refused.StatusCode, refused.Content.Headers.ContentType!.MediaType));
        Assert.True(refused.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("203.0.113.10")).StatusCode);
        for (var n = 0; n < 10; n++)
            Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Get, "/feed.rss")).StatusCode);
    }

    [Theory]
    [InlineData("127.0.0.1", null, null, null, null)]
    [InlineData("::1", null, null, null, null)]
    [InlineData("10.0.0.2", null, "10.0.0.2", null, "10.0.0.2")]
    [InlineData("::ffff:10.0.0.2", null, "10.0.0.2", null, "10.0.0.2")]
    [InlineData("2001:db8:1:2:3:4:5:6", null, "20010DB800010002", "20010DB80001", "20010DB800010002")]
    [InlineData("::ffff:127.0.0.1", "203.0.113.9", "127.0.0.1 for 203.0.113.9", "127.0.0.1", "127.0.0.1 for 203.0.113.9")]
    [InlineData("127.0.0.1", "6.6.6.6, 203.0.113.9:4711", "127.0.0.1 for 203.0.113.9", "127.0.0.1", "127.0.0.1 for 203.0.113.9")]
    [InlineData("10.0.0.2", "203.0.113.9", "10.0.0.2 for 203.0.113.9", "10.0.0.2", "10.0.0.2")]
    [InlineData("203.0.113.1", "2001:db8:1:2::7", "203.0.113.1 for 20010DB800010002", "203.0.113.1", "203.0.113.1")]
    [InlineData("10.0.0.2", "nonsense", "10.0.0.2 for nonsense", "10.0.0.2", "10.0.0.2")]
    public void AClient_IsTheOneThatIsConnected_AndWhatItSaysOfOthersCountsForItAsAWhole(
        string remote,
        string? forwardedFor,
        string? key,
        string? crowd,
        string? asker) =>
        Assert.Equal(new(key, crowd, asker), ClientAddress.Of(IPAddress.Parse(remote), forwardedFor));

    private async Task<(EntityTagHeaderValue? ETag, DateTimeOffset? LastModified)> ValidatorsAsync(string address)
    {
        using var answer = await SendAsync(HttpMethod.Get, address);
        return (answer.Headers.ETag, answer.Content.Headers.LastModified);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await _service.Client.SendAsync(request);
    }

    private static string Feed(string title, int items) => Feeds.Rss(title, Enumerable.Range(1, items).Select(n =>
        new Written(
            $"{title}{n}",
            $"https://{title}.example/{n}",
            $"{title} {n}",
            new(2026, 11, 20, n, 0, 0, TimeSpan.Zero),
            "Teks",
            "Politik")));
}
