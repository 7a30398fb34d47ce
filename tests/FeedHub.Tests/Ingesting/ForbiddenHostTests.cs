using System.Net;
using FeedHub.Publishing;
using FeedHub.Tests.Hosting;

namespace FeedHub.Tests.Ingesting;

/// <summary>Host names that IDNA forbids, in all places of a feed: each costs its own link alone.</summary>
public sealed class ForbiddenHostTests : IAsyncLifetime
{
    private const string Bad = "https://kabar\u2024pagi.example/\u00FC";
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync() => _newsroom = await FakeNewsroom.StartAsync();

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task AFeedFullOfThem_IsReadAndRepublished()
    {
        _newsroom.Serve("/f", $"""
            <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Alpha</title><link>{Bad}</link><atom:link rel="hub" href="{Bad}"/><atom:link rel="self" href="{Bad}"/>
            <image><url>{Bad}</url></image>
            <item><guid>{Bad}</guid><title>One</title><link>{Bad}</link><enclosure url="{Bad}" type="image/png" length="1"/>
            <description>&lt;p&gt;&lt;a href="{Bad}"&gt;there&lt;/a&gt;&lt;img src="{Bad}"&gt;&lt;iframe src="{Bad}"&gt;&lt;/iframe&gt;&lt;a href="/x"&gt;here&lt;/a&gt;&lt;/p&gt;</description></item>
            <item><guid>2</guid><title>Two</title><link>https://a.example/2</link></item></channel></rss>
            """);
        await using var service = await TestService.StartAsync(_folder, Feeds.Json(Feeds.Source(_newsroom.Url("/f"), "Alpha")));
        Assert.Equal("200, 2 new", await service.PollAsync("alpha"));
        foreach (var address in (string[])["/", .. FeedOutput.All.Select(
            output => output.Path), "/sources.opml", "/api/items", "/api/stories", "/api/sources/alpha", "/stories/1", "/stories/2",
                "/hangfire/sources/alpha"])
        {
            using var answer = await service.Client.GetAsync(address);
            Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
        }
    }

    [Fact]
    public async Task APageThatNamesAFeedThere_AndARedirectThere_AreSaidInWords()
    {
        _newsroom.Answer("/to", context =>
        {
            context.Response.StatusCode = 301;
            context.Response.Headers.Location = "https://ka%E2%80%A4bar.example/";
            return Task.CompletedTask;
        });
        _newsroom.Serve(
            "/page",
            $"""<html><head><link rel="alternate" type="application/rss+xml" href="{Bad}"></head><body>x</body></html>""",
            "text/html");
        await using var service = await TestService.StartAsync(
            _folder,
            Feeds.Json(Feeds.Source(_newsroom.Url("/to"), "To"), Feeds.Source(_newsroom.Url("/page"), "Page")));
        Assert.Contains("HTTP 301 Moved Permanently with a Location", await service.PollAsync("to"), StringComparison.Ordinal);
        Assert.Contains("no feed", await service.PollAsync("page"), StringComparison.Ordinal);
        using var found = await service.Client.PostAsync(
            "/api/sources/discover",
            new StringContent($$"""{ "url": "{{_newsroom.Url("/page")}}" }""", null, "application/json"));
        Assert.InRange((int)found.StatusCode, 200, 499);
    }
}
