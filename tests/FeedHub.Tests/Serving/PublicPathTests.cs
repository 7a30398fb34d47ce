using System.Net;
using System.Text.RegularExpressions;
using FeedHub.Publishing;
using FeedHub.Serving;
using FeedHub.Tests.Access;
using FeedHub.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Serving;

/// <summary>FeedHub under the path of its public address, behind a proxy that takes the path off and behind one that does not.</summary>
public sealed partial class PublicPathTests : IDisposable
{
    private const string Public = "http://example.org/news";

    // Each filter that a page offers is an address of each format.
    private static readonly int MostPages = 250 * FeedOutput.All.Count;

    private static readonly Dictionary<string, string> Locations = new()
    {
        ["takes it off"] =
            "location /news/ { proxy_pass http://HERE/; proxy_set_header Host $host; proxy_set_header X-Forwarded-For $remote_addr; }",
        ["leaves it on"] = "location /news { proxy_pass http://HERE; proxy_set_header Host $host; proxy_set_header Via nginx; }",
        ["names its own host"] = "location /news/ { proxy_pass http://HERE; proxy_set_header X-Forwarded-For $remote_addr; }",
    };

    private readonly TempFolder _folder = new();
    private readonly TempFolder _proxy = new();

    public void Dispose()
    {
        _folder.Dispose();
        _proxy.Dispose();
    }

    // Every page that there is is looked at, and every address on it; nothing may lead out of the path, or to nothing.
    [NginxTheory]
    [InlineData("takes it off")]
    [InlineData("leaves it on")]
    [InlineData("names its own host")]
    public async Task EveryAddress_OnEveryPage_LiesUnderThePath_AndIsThere(string proxy)
    {
        await using var newsroom = await FakeNewsroom.StartAsync();
        newsroom.Serve("/alpha", Feeds.Rss("Alpha", new Written("1", "http://alpha.example/1", "A bridge opens", DateTimeOffset.UtcNow)));
        await using var service = await StartAsync(Feeds.Source(newsroom.Url("/alpha"), "Alpha"));
        await service.PollAsync("alpha");
        await using var nginx =
            await Nginx.StartAsync(_proxy, Locations[proxy].Replace("HERE", new Uri(service.Address).Authority, StringComparison.Ordinal));
        using var guest = new Guest(new HttpClient(nginx.Handler()) { BaseAddress = new("http://example.org") });

        Assert.Equal("/news/sign-in?return=%2Fhangfire%2Fsources", await RedirectAsync(guest, "/news/hangfire/sources"));
        Assert.Equal("/news/hangfire/sources", await guest.SignInAsync(page: "/news/sign-in?return=%2Fhangfire%2Fsources"));
        Assert.Contains("path=/news", guest.Attributes["feedhub-session"], StringComparison.Ordinal);

        var (seen, wrong) = await WalkAsync(guest);
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
        foreach (var expected in (string[])["/news/", "/news/feed.atom", "/news/stories/1", "/news/docs", "/news/hangfire/sources/alpha",
            "/news/hangfire/jobs/enqueued", "/news/hangfire/recurring", "/news/openapi/v1.json", "/news/sources.opml"])
            Assert.Contains(expected, seen);
    }

    [NginxTheory]
    [InlineData("takes it off")]
    [InlineData("leaves it on")]
    public async Task FeedsHubAndApi_NameAddressesUnderThePath_AndWritesLeadThere(string proxy)
    {
        await using var newsroom = await FakeNewsroom.StartAsync();
        await using var service = await StartAsync();
        await using var nginx =
            await Nginx.StartAsync(_proxy, Locations[proxy].Replace("HERE", new Uri(service.Address).Authority, StringComparison.Ordinal));
        using var client = new HttpClient(nginx.Handler()) { BaseAddress = new("http://example.org") };

        using var feed = await client.GetAsync("/news/feed.atom?language=id");
        Assert.Equal(HttpStatusCode.OK, feed.StatusCode);
        Assert.Contains(
            $"<{Public}/feed.atom?language=id>; rel=\"self\"", string.Join(", ", feed.Headers.GetValues("Link")), StringComparison.Ordinal);
        Assert.Contains($"<{Public}/websub>; rel=\"hub\"", string.Join(", ", feed.Headers.GetValues("Link")), StringComparison.Ordinal);

        using var subscribed = await client.PostAsync("/news/websub", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["hub.mode"] = "subscribe", ["hub.topic"] = $"{Public}/feed.atom", ["hub.callback"] = newsroom.Url("/callback"),
        }));
        Assert.Equal(HttpStatusCode.Accepted, subscribed.StatusCode);

        using var request = new HttpRequestMessage(HttpMethod.Post, "/news/api/sources")
        {
            Content = new StringContent($$"""{ "url": "{{newsroom.Url("/beta")}}" }""", null, "application/json"),
            Headers = { { "Authorization", "Bearer the-key-of-a-program" } },
        };
        using var added = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        Assert.StartsWith("/news/api/sources/", added.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var found = await client.GetAsync(added.Headers.Location);
        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
    }

    [Fact]
    public async Task OverTls_TheSessionIsOfThePathAlone()
    {
        await using var service = await TestService.StartAsync(_folder, Feeds.Json(), settings:
            [$"--FeedHub:Admin:Password={Guest.Password}", "--FeedHub:PublicUrl=https://example.org/news/"]);
        using var guest = new Guest(service, ("Host", "example.org"));
        Assert.Equal("/news/hangfire", await guest.SignInAsync());
        Assert.Contains("path=/news", guest.Attributes["__Secure-feedhub-session"], StringComparison.Ordinal);
        Assert.Contains("FeedHub", await guest.PageAsync("/news/hangfire/sources"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatCrawlersLeaveAlone_IsNamedUnderThePath()
    {
        await using var service = await StartAsync();
        var robots = (await service.Client.GetStringAsync("/news/robots.txt")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("Disallow: /news/hangfire", robots);
        Assert.Contains("Allow: /news/", robots);
        Assert.All(robots.Skip(1), line => Assert.Contains(": /news/", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task EveryAddressOfOurs_BeginsWithAWord_ThatNoPublicPathMayBeginWith()
    {
        await using var service = await StartAsync();
        var beginnings = service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').Split('/')[0])
                .Where(word => word.Length > 0 && word[0] != '{').Distinct();
        Assert.All(beginnings, word => Assert.True(PublicPath.IsOwnBeginning(word), word));
    }

    [Theory]
    [InlineData("""<a href="/x">/x</a>""", """<a href="/news/x">/x</a>""")]
    [InlineData("""<form class="a b" method="post" action="/x?y=1#z">""", """<form class="a b" method="post" action="/news/x?y=1#z">""")]
    [InlineData("""<p>Write href="/x" here</p>""", """<p>Write href="/x" here</p>""")]
    [InlineData("""<a href="//cdn.example/x" title="/x">""", """<a href="//cdn.example/x" title="/x">""")]
    [InlineData("""<a href="https://a.example/x">""", """<a href="https://a.example/x">""")]
    public void OnlyAddressesOfOurs_GetThePath(string html, string expected) => Assert.Equal(expected, PublicPath.AddTo(html, "/news"));

    private static async Task<string> RedirectAsync(Guest guest, string address)
    {
        using var answer = await guest.GetAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private static async Task<(HashSet<string> Seen, List<string> Wrong)> WalkAsync(Guest guest)
    {
        // Pages come before views of them.
        var waited = 0;
        var (seen, wrong, waiting) = (new HashSet<string>(), new List<string>(), new PriorityQueue<string, (bool, int)>());
        foreach (var start in (string[])["/news/", "/news/hangfire", "/news/docs"])
            Wait(start);
        while (waiting.TryDequeue(out var address, out _) && seen.Count < MostPages)
        {
            if (!seen.Add(address))
                continue;
            using var answer = await guest.GetAsync(address);
            if ((int)answer.StatusCode >= 400)
                wrong.Add($"{address}: {answer.StatusCode}");
            if (answer.Headers.Location?.ToString() is { } next)
                Wait(Note(next, address));
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            foreach (Match match in Addresses().Matches(await answer.Content.ReadAsStringAsync()))
            {
                var own = Note(WebUtility.HtmlDecode(match.Groups["address"].Value), address);
                if (match.Groups["name"].Value is "href" or "src" && own.StartsWith("/news/", StringComparison.Ordinal))
                    Wait(own);
            }
        }

        return (seen, wrong);

        void Wait(string address) => waiting.Enqueue(address, (address.Contains('?', StringComparison.Ordinal), waited++));

        string Note(string own, string page)
        {
            own = own.Split('#')[0].Replace("http://example.org", "", StringComparison.Ordinal);
            if (own.StartsWith('/') && !own.StartsWith("/news/", StringComparison.Ordinal))
                wrong.Add($"{own} on {page}");
            return own;
        }
    }

    private Task<TestService> StartAsync(params string[] sources) => TestService.StartAsync(_folder, Feeds.Json(sources), settings:
    [
        $"--FeedHub:PublicUrl={Public}/", $"--FeedHub:Admin:Password={Guest.Password}", "--FeedHub:Admin:ApiKey=the-key-of-a-program",
        "--FeedHub:Limits:RequestsPerMinute=0",
    ]);

    [GeneratedRegex("""\s(?<name>href|src|action|formaction|data-view|data-[a-z]*url|content)="(?<address>(?:/|http://example\.org)[^"]*)["]""")]
    private static partial Regex Addresses();
}
