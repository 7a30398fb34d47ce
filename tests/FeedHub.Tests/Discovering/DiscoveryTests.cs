using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using FeedHub.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace FeedHub.Tests.Discovering;

/// <summary>From a site's address to its feeds, with no request too many.</summary>
public sealed partial class DiscoveryTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve("/one.xml", Feeds.Rss("First", Item("One", 1), Item("Two", 2)));
        _newsroom.Serve("/two.xml", Feeds.Rss("Second", Item("Three", 3)));
    }

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task ASite_ShowsItsFeedsWithTheirNewestItems_AndEachIsAskedOnceInAll()
    {
        Page("/", "/one.xml", "two.xml");
        await using var service = await StartAsync();
        var found = await DiscoverAsync(service, "/");

        Assert.False(found.GetProperty("is_feed").GetBoolean());
        var feeds = found.GetProperty("feeds").EnumerateArray().ToList();
        Assert.Equal([_newsroom.Url("/one.xml"), _newsroom.Url("/two.xml")], feeds.Select(f => f.GetProperty("url").GetString()));
        Assert.Equal(("First", "rss", 2), (feeds[0].GetProperty("title").GetString(), feeds[0].GetProperty("format").GetString(), feeds[0]
            .GetProperty("items")
            .GetInt32()));
        Assert.Equal(["Two", "One"], feeds[0].GetProperty("newest").EnumerateArray().Select(i => i.GetProperty("title").GetString()));
        Assert.Single(_newsroom.AskedFor("/"));

        using var added = await AddAsync(service, "/one.xml");
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        Assert.Equal(2, (await service.ItemsOf("/api/items")).Count);
        Assert.Single(_newsroom.AskedFor("/one.xml"));
        var source = (await service.ItemsOf("/api/sources")).Single();
        Assert.Equal(("active", "First"), (source.GetProperty("state").GetString(), source.GetProperty("title").GetString()));

        // Its validators came with the body: the first poll of its own is conditional.
        Assert.Equal("304, nothing new", await service.PollAsync(source.GetProperty("id").GetString()!));
        Assert.Equal(
            source.GetProperty("id").GetString(),
            (await DiscoverAsync(service, "/")).GetProperty("feeds")[0].GetProperty("source").GetString());
        Assert.Single(_newsroom.AskedFor("/"));
    }

    [Fact]
    public async Task AFeed_IsFoundAtItsOwnAddress_AndTakenInWithoutASecondRequest()
    {
        await using var service = await StartAsync();
        var found = await DiscoverAsync(service, "/one.xml");
        Assert.True(found.GetProperty("is_feed").GetBoolean());
        using var added = await AddAsync(service, "/one.xml");
        Assert.Equal(2, (await service.ItemsOf("/api/items")).Count);
        Assert.Single(_newsroom.Requests);

        using var again = await AddAsync(service, "/one.xml");
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.NotNull((await DiscoverAsync(service, "/one.xml")).GetProperty("feeds")[0].GetProperty("source").GetString());
        Assert.Single(_newsroom.Requests);
    }

    [Fact]
    public async Task LinkHeaders_NameFeedsToo()
    {
        _newsroom.Answer("/", context =>
        {
            context.Response.Headers.Link = "</two.xml>; rel=\"alternate\"; type=\"application/rss+xml\", </css>; rel=stylesheet";
            return context.Response.WriteAsync("<html><body>hello</body></html>");
        });
        await using var service = await StartAsync();
        Assert.Equal("Second", (await DiscoverAsync(service, "/")).GetProperty("feeds")[0].GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("/latest", "Onward")]
    [InlineData("/en/", "First")]
    public async Task APageThatSendsOn_IsFollowedOnce_ToAFeedOrToThePageThatNamesIt(string target, string title)
    {
        _newsroom.Serve("/latest", Feeds.Rss("Onward", Item("One", 1)));
        Page("/en/", "/one.xml");
        SendOn("/", target);
        await using var service = await StartAsync();
        Assert.Equal(title, (await DiscoverAsync(service, "/")).GetProperty("feeds")[0].GetProperty("title").GetString());
        Assert.DoesNotContain(_newsroom.Requests, r => r.Path is "/feed" or "/rss.xml");
    }

    [Fact]
    public async Task PagesThatSendToEachOther_AreAskedOnceEach()
    {
        SendOn("/", "/there");
        SendOn("/there", "/");
        await using var service = await StartAsync();
        using var answer = await PostAsync(service, "/api/sources/discover", _newsroom.Url("/"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Single(_newsroom.AskedFor("/"));
        Assert.Single(_newsroom.AskedFor("/there"));
    }

    [Fact]
    public async Task ASourceWhosePageSendsOn_OffersTheFeed_ButNotItself()
    {
        SendOn("/gone.rss", "news/rss.xml");
        SendOn("/wall.rss", "/wall.rss");
        await using var service = await TestService.StartAsync(
            _folder,
            Feeds.Json(Feeds.Source(_newsroom.Url("/gone.rss"), "Gone"), Feeds.Source(_newsroom.Url("/wall.rss"), "Wall")));
        Assert.StartsWith("HTTP 200, but no feed: the body is an HTML page", await service.PollAsync("gone"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP 200, but no feed: the body is an HTML page", await service.PollAsync("wall"), StringComparison.Ordinal);
        Assert.Equal(
            [$"[\"{_newsroom.Url("/news/rss.xml")}\"]", "[]"],
            (await service.ItemsOf("/api/sources")).OrderBy(s => s.GetProperty("id").GetString(), StringComparer.Ordinal)
                .Select(s => s.GetProperty("offered_feeds").GetRawText()));
    }

    [Fact]
    public async Task ASiteThatNamesNone_IsAskedAtTheUsualPlaces_UntilOneIsAFeed()
    {
        Page("/blog/");
        _newsroom.Serve("/feed.xml", Feeds.Rss("Usual", Item("One", 1)));
        await using var service = await StartAsync();
        Assert.Equal("Usual", (await DiscoverAsync(service, "/blog/")).GetProperty("feeds")[0].GetProperty("title").GetString());
        Assert.Equal(
            [
                "/blog/", "/blog/feed", "/blog/rss.xml", "/blog/feed.xml", "/blog/atom.xml", "/blog/index.xml", "/blog/rss", "/feed",
                "/rss.xml",
                "/feed.xml",
            ],
            _newsroom.Requests.Select(r => r.Path));
    }

    [Fact]
    public async Task WhereThereIsNothing_TheAnswerSaysSo()
    {
        Page("/blog/");
        await using var service = await StartAsync();
        using var answer = await PostAsync(service, "/api/sources/discover", _newsroom.Url("/blog/"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("names no feed", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.InRange(_newsroom.Requests.Count, 2, 21);
        using var missing = await PostAsync(service, "/api/sources/discover", _newsroom.Url("/nothing"));
        Assert.Contains("404", await missing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var bad = await PostAsync(service, "/api/sources/discover", "ftp://a.example/");
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
    }

    [Fact]
    public async Task AddingASite_AddsItsOnlyFeed()
    {
        Page("/", "/one.xml");
        await using var service = await StartAsync();
        using var added = await AddAsync(service, "/");
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var source = (await service.ItemsOf("/api/sources")).Single();
        Assert.Equal((_newsroom.Url("/one.xml"), 2), (source.GetProperty("url").GetString(), source.GetProperty("items").GetInt32()));
        Assert.Equal(["/", "/one.xml"], _newsroom.Requests.Select(r => r.Path));
    }

    [Fact]
    public async Task AddingASiteWithSeveralFeeds_NamesThem()
    {
        Page("/", "/one.xml", "/two.xml");
        await using var service = await StartAsync();
        using var answer = await AddAsync(service, "/");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString();
        Assert.Contains($"{_newsroom.Url("/one.xml")}, {_newsroom.Url("/two.xml")}", problem, StringComparison.Ordinal);
        Assert.Empty(await service.ItemsOf("/api/sources"));
    }

    [Fact]
    public async Task AddingASiteThatFails_AddsItAsItIs_WithItsFailure()
    {
        _newsroom.Answer("/", 500);
        await using var service = await StartAsync();
        using var added = await AddAsync(service, "/");
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        Assert.Contains(
            "HTTP 500",
            (await service.ItemsOf("/api/sources")).Single().GetProperty("error").GetString(),
            StringComparison.Ordinal);
        Assert.Single(_newsroom.Requests);
    }

    [Theory]
    [InlineData("http://169.254.169.254/", "cloud metadata")]
    [InlineData("http://[::ffff:127.0.0.1]/", "IPv4-mapped")]
    public async Task AnAddressBehindTheWall_IsNotAsked_NorOneThatAPageNames(string url, string words)
    {
        Page("/", url + "feed");
        await using var service = await StartAsync();
        using var refused = await PostAsync(service, "/api/sources/discover", url);
        Assert.Contains(words, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(
            words,
            (await DiscoverAsync(service, "/")).GetProperty("feeds")[0].GetProperty("error").GetString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnTheDashboard_ASiteIsSearched_PreviewedAndAdded_WithPlainForms()
    {
        Page("/", "/one.xml", "/two.xml");
        await using var service = await StartAsync();
        using var found = await SendFormAsync(service, "/hangfire/sources/find", ("site", _newsroom.Url("/")));
        var html = await found.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
        Assert.Contains($"name=\"url\" value=\"{_newsroom.Url("/two.xml")}\"", html, StringComparison.Ordinal);
        Assert.Contains("Three", html, StringComparison.Ordinal);

        using var added = await SendFormAsync(service, "/hangfire/sources", ("url", _newsroom.Url("/two.xml")));
        Assert.Equal(HttpStatusCode.SeeOther, added.StatusCode);
        Assert.Single(_newsroom.AskedFor("/two.xml"));
        Assert.Contains("Three", await service.Client.GetStringAsync(added.Headers.Location), StringComparison.Ordinal);

        using var again = await SendFormAsync(service, "/hangfire/sources/find", ("site", _newsroom.Url("/")));
        Assert.Contains("It is a source already", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var nothing = await SendFormAsync(service, "/hangfire/sources/find", ("site", "<script>"));
        Assert.DoesNotContain("<script>\"", await nothing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
    }

    [Fact]
    public async Task DiscoveryIsForAdmins()
    {
        await using var service = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/sources/discover") { Content = Body(_newsroom.Url("/")) };
        request.Headers.Host = "evil.example";
        using var answer = await service.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(_newsroom.Requests);
    }

    private static Written Item(string title, int hour) =>
        new(title, $"https://paper.example/{title}", title, new(2026, 11, 20, hour, 0, 0, TimeSpan.Zero));

    private static StringContent Body(string url) => new($$"""{ "url": "{{url}}" }""", null, "application/json");

    private static Task<HttpResponseMessage> PostAsync(TestService service, string address, string url) =>
        service.Client.PostAsync(address, Body(url));

    private static async Task<HttpResponseMessage> SendFormAsync(
        TestService service,
        string action,
        params (string Name, string Value)[] fields)
    {
        var token = FormToken().Match(await service.Client.GetStringAsync("/hangfire/sources")).Groups[1].Value;
        return await service.Client.PostAsync(action, new FormUrlEncodedContent(
            fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))));
    }

    private async Task<JsonElement> DiscoverAsync(TestService service, string path)
    {
        using var answer = await PostAsync(service, "/api/sources/discover", _newsroom.Url(path));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    private Task<HttpResponseMessage> AddAsync(TestService service, string path) => PostAsync(service, "/api/sources", _newsroom.Url(path));

    private void SendOn(string path, string target) =>
        _newsroom.Serve(path, $"<html><head><meta http-equiv='refresh' content='0; url={target}'></head></html>", "text/html");

    private void Page(string path, params string[] feeds) => _newsroom.Serve(
        path,
        $"<!doctype html><html><head><title>Site</title>{string.Concat(feeds.Select(f => $"<link rel='alternate' type='application/rss+xml' href='{f}'>"))}</head><body></body></html>",
        "text/html");

    private Task<TestService> StartAsync() => TestService.StartAsync(_folder, Feeds.Json());

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
