using System.IO.Compression;
using System.Net;
using System.Xml.Linq;
using FeedHub.Tests.Hosting;

namespace FeedHub.Tests.Publishing;

/// <summary>The merged feed as readers get it over HTTP.</summary>
public sealed class MergedFeedTests : IAsyncLifetime
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;
    private TestService _service = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve("/a", Feeds.Rss("Alpha", Enumerable.Range(1, 7).Select(n => new Written(
            $"tag:alpha.example,2026:{n}", $"https://alpha.example/{n}", $"Alpha {n} &lt;script&gt;alert(1)&lt;/script&gt;", Hour(
                n), "&lt;p onclick='x()'&gt;Text&lt;script&gt;x()&lt;/script&gt;&lt;/p&gt;", "Politik"))));
        _newsroom.Serve(
            "/b",
            Feeds.Rss("Beta", Enumerable.Range(1, 3).Select(n => new Written($"b{n}", $"https://beta.example/{n}", $"Beta {n}", Hour(n)))));
        _service = await TestService.StartAsync(_folder, Feeds.Json(
            Feeds.Source(_newsroom.Url("/a"), "Alpha", "\"language\": \"id\""),
            Feeds.Source(_newsroom.Url("/b"), "Beta", "\"category\": \"sport\", \"language\": \"en\"")));
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
    public async Task TheThreeFormats_NameTheSameStories_NewestFirst()
    {
        var rss = XDocument.Parse(await _service.Client.GetStringAsync("/feed.rss")).Descendants("guid").Select(g => g.Value).ToList();
        var atom = XDocument.Parse(await _service.Client.GetStringAsync("/feed.atom")).Descendants(Atom + "entry")
            .Select(e => e.Element(Atom + "id")!.Value)
            .ToList();
        var json = (await _service.ItemsOf("/feed.json")).Select(i => i.GetProperty("id").GetString()!).ToList();

        Assert.Equal(10, rss.Count);
        Assert.Equal(rss, atom);
        Assert.Equal(rss, json);
        Assert.Equal("tag:alpha.example,2026:7", rss[0]);
        Assert.Equal(3, rss.Count(id => id.StartsWith("urn:uuid:", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/feed.rss", "application/rss+xml")]
    [InlineData("/feed.atom", "application/atom+xml")]
    [InlineData("/feed.json", "application/feed+json")]
    [InlineData("/", "text/html")]
    public async Task EveryFeed_AnswersItsOwnValidatorsWith304_AndOthersWith200(string address, string mediaType)
    {
        using var first = await _service.Client.GetAsync(address);
        var etag = first.Headers.ETag!.ToString();

        Assert.Equal(mediaType, first.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(address, "If-None-Match", etag));
        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(address, "If-None-Match", $"\"x\", W/{etag}"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(address, "If-None-Match", "\"another\""));
        Assert.Equal(
            HttpStatusCode.NotModified,
            await StatusAsync(address, "If-Modified-Since", first.Content.Headers.LastModified!.Value.ToString("r")));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(address, "If-Modified-Since", "Thu, 01 Jan 2026 00:00:00 GMT"));
        Assert.False(first.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task TheBytes_StayTheSame_UntilAStoryChanges()
    {
        var before = await _service.Client.GetByteArrayAsync("/feed.atom");
        await _service.PollAsync("alpha");
        Assert.Equal(before, await _service.Client.GetByteArrayAsync("/feed.atom"));

        _newsroom.Serve("/b", Feeds.Rss("Beta", new Written("b9", "https://beta.example/9", "Beta 9", Hour(9))));
        await _service.PollAsync("beta");
        Assert.NotEqual(before, await _service.Client.GetByteArrayAsync("/feed.atom"));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task AFeed_IsCompressedWhenAsked_UnderAValidatorOfItsOwn(string coding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/feed.rss");
        request.Headers.AcceptEncoding.ParseAdd(coding);
        using var answer = await _service.Client.SendAsync(request);
        await using var body = await answer.Content.ReadAsStreamAsync();
        await using Stream plain = coding == "br"
            ? new BrotliStream(body, CompressionMode.Decompress)
            : new GZipStream(body, CompressionMode.Decompress);
        using var text = new StreamReader(plain);

        Assert.Equal(coding, answer.Content.Headers.ContentEncoding.Single());
        Assert.Equal(await _service.Client.GetStringAsync("/feed.rss"), await text.ReadToEndAsync());
        using var identity = await _service.Client.GetAsync("/feed.rss");
        Assert.NotEqual(identity.Headers.ETag, answer.Headers.ETag);
    }

    [Theory]
    [InlineData("?category=sport", 3)]
    [InlineData("?category=politics", 7)]
    [InlineData("?category=politics&category=sport", 10)]
    [InlineData("?source=beta", 3)]
    [InlineData("?source=alpha&source=beta&limit=4", 4)]
    [InlineData("?language=id", 7)]
    [InlineData("?category=weather", 0)]
    [InlineData("?fbclid=shared", 10)]
    [InlineData("?category=-sport", 7)]
    [InlineData("?category=-sport&category=-politics", 0)]
    [InlineData("?category=politics&category=-sport", 7)]
    [InlineData("?category=-weather", 10)]
    [InlineData("?source=-beta", 7)]
    [InlineData("?source=-alpha&category=sport", 3)]
    [InlineData("?source=alpha&source=-alpha", 0)]
    [InlineData("?language=-id", 3)]
    [InlineData("?language=-en&limit=4&order=published", 4)]
    [InlineData("?language=-en-GB", 10)]
    [InlineData("?language=-zu", 10)]
    [InlineData("?language=id&source=-beta&category=-sport", 7)]
    public async Task Filters_Select(string query, int expected) =>
        Assert.Equal(expected, (await _service.ItemsOf("/feed.json" + query)).Count);

    [Theory]
    [InlineData("limit", "0")]
    [InlineData("limit", "501")]
    [InlineData("limit", "-1")]
    [InlineData("limit", "ten")]
    [InlineData("limit", "99999999999999999999")]
    [InlineData("category", "nope")]
    [InlineData("category", "")]
    [InlineData("category", "-nope")]
    [InlineData("category", "-")]
    [InlineData("category", "--sport")]
    [InlineData("source", "-nobody")]
    [InlineData("language", "-no language")]
    [InlineData("source", "'; DROP TABLE Items; --")]
    [InlineData("language", "no language")]
    [InlineData("before", "garbage")]
    [InlineData("before", "zz-1")]
    public async Task ABadFilter_IsA400ThatNamesIt(string name, string value)
    {
        foreach (var output in (string[])["/feed.rss", "/feed.atom", "/feed.json", "/api/stories"])
        {
            using var answer = await _service.Client.GetAsync($"{output}?{name}={Uri.EscapeDataString(value)}");
            Assert.Equal(
                (HttpStatusCode.BadRequest, "application/problem+json"),
                (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            Assert.Contains(name, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var page = await _service.Client.GetAsync($"/?{name}={Uri.EscapeDataString(value)}");
        Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (page.StatusCode, page.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task WhatIsExcluded_StandsInTheFeedsTitleAndAddress_InOneSpelling()
    {
        var feed = await _service.GetJsonAsync("/feed.json?source=-beta&language=-en&category=-weather&category=politics&limit=2");
        const string Query = "/feed.json?category=politics&category=-weather&source=-beta&language=-en&limit=2";
        Assert.Equal(_service.Address + Query, feed.GetProperty("feed_url").GetString());
        Assert.EndsWith(
            "politics, without weather, without Beta, without English",
            feed.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.StartsWith(_service.Address + Query, feed.GetProperty("next_url").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItemsOfASource_AreExcludedToo() =>
        Assert.All(
            await _service.ItemsOf("/api/items?source=-beta"),
            item => Assert.Equal("alpha", item.GetProperty("source").GetString()));

    [Fact]
    public async Task WalkingNextToTheEnd_ShowsEveryStoryOnce()
    {
        var seen = new List<string>();
        for (var next = "/feed.json?limit=3"; next is not null;)
        {
            var page = await _service.GetJsonAsync(next);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!));
            next = page.TryGetProperty("next_url", out var url) ? url.GetString() : null;
        }

        Assert.Equal((10, 10), (seen.Count, seen.Distinct().Count()));
    }

    [Theory]
    [InlineData("/feed.rss")]
    [InlineData("/feed.atom")]
    [InlineData("/feed.json")]
    [InlineData("/")]
    [InlineData("/stories/1")]
    [InlineData("/api/items")]
    public async Task NothingHostile_LeavesFeedHub(string address)
    {
        var text = OwnScripts.WithoutThem(await _service.Client.GetStringAsync(address));
        Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("onclick", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("&lt;script&gt;x()", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task ThePage_IsLightAndNamesTheFeedsOfItsView()
    {
        var html = await _service.Client.GetStringAsync("/?category=politics");
        Assert.True(html.Length < 60_000);
        Assert.Contains("href=\"/feed.rss?category=politics\"", html, StringComparison.Ordinal);
        Assert.Contains("Alpha 7", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Beta 1", html, StringComparison.Ordinal);

        using var indonesian = new HttpRequestMessage(HttpMethod.Get, "/");
        indonesian.Headers.AcceptLanguage.ParseAdd("id-ID, en;q=0.5");
        using var answer = await _service.Client.SendAsync(indonesian);
        Assert.Contains("<html lang=\"id\">", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("base-uri", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStoryThatIsNotThere_IsAPageThatSaysSo()
    {
        using var answer = await _service.Client.GetAsync("/stories/999");
        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    private static DateTimeOffset Hour(int n) => new(2026, 11, 20, n, 0, 0, TimeSpan.Zero);

    private async Task<HttpStatusCode> StatusAsync(string address, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await _service.Client.SendAsync(request);
        return answer.StatusCode;
    }
}
