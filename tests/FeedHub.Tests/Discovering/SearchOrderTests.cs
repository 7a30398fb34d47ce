using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FeedHub.Tests.Hosting;

namespace FeedHub.Tests.Discovering;

/// <summary>The steps of a search: in their order, each with its reason, within bounds.</summary>
public sealed class SearchOrderTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;
    private TestService _service = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _service = await TestService.StartAsync(_folder, Feeds.Json());
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task AFeedInThePagesBody_IsFoundBeforeTheUsualPlacesAreTried()
    {
        Page("/", "<a href='/umpan'>RSS</a>");
        Feed("/umpan");
        Feed("/feed");
        var found = Single(await FindAsync("/"));
        Assert.Equal((_newsroom.Url("/umpan"), "body"), (Text(found, "url"), Text(found, "found")));
        Assert.Contains("body", Text(found, "why"), StringComparison.Ordinal);
        Assert.Empty(_newsroom.AskedFor("/feed"));
    }

    [Fact]
    public async Task APageOfFeeds_IsLookedThrough()
    {
        Page("/", "<a href='/rss'>RSS</a>");
        Page("/rss", "<a href='/daerah.rss'>Daerah</a><a href='/dunia.rss'>Dunia</a><a href='/tentang'>Tentang</a>");
        Feed("/daerah.rss");
        Feed("/dunia.rss");
        Assert.Equal(
            [_newsroom.Url("/daerah.rss"), _newsroom.Url("/dunia.rss")],
            (await FindAsync("/")).GetProperty("feeds").EnumerateArray().Select(feed => Text(feed, "url")));
    }

    [Fact]
    public async Task ADeadFeedThatThePageNames_DoesNotEndTheSearch()
    {
        Page("/", "", "<link rel='alternate' type='application/rss+xml' href='/old.xml'>");
        Feed("/feed");
        var feeds = (await FindAsync("/")).GetProperty("feeds").EnumerateArray().ToList();
        Assert.Contains("404", Text(feeds[0], "error"), StringComparison.Ordinal);
        Assert.Equal(("beside", _newsroom.Url("/feed")), (Text(feeds[1], "found"), Text(feeds[1], "url")));
        using var added = await AddAsync(_newsroom.Url("/"));
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
    }

    [Fact]
    public async Task AnAccountOfTheFediverse_HasItsFeedByRule_AlsoWhereItsPageIsRefused()
    {
        _newsroom.Answer("/@warta", 403);
        Feed("/@warta.rss");
        var found = Single(await FindAsync("/@warta"));
        Assert.Equal(("rule", _newsroom.Url("/@warta.rss")), (Text(found, "found"), Text(found, "url")));
        Assert.Contains("Mastodon", Text(found, "why"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFeedAtTheRoot_SaysWhereItWasFound_AndIsAddedOnlyByItsOwnAddress()
    {
        Page("/daerah/", "");
        Feed("/feed");
        var found = Single(await FindAsync("/daerah/"));
        Assert.Equal(("root", true), (Text(found, "found"), found.GetProperty("needs_yes").GetBoolean()));
        Assert.Contains("root of the host", Text(found, "why"), StringComparison.Ordinal);
        using var refused = await AddAsync(_newsroom.Url("/daerah/"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(_newsroom.Url("/feed"), await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var added = await AddAsync(_newsroom.Url("/feed"));
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
    }

    [Fact]
    public async Task AFeedBelowTheAddress_ComesBeforeTheRoots()
    {
        Page("/daerah/", "");
        Feed("/daerah/rss");
        Feed("/feed");
        var found = Single(await FindAsync("/daerah/"));
        Assert.Equal(("beside", _newsroom.Url("/daerah/rss"), false),
            (Text(found, "found"), Text(found, "url"), found.GetProperty("needs_yes").GetBoolean()));
    }

    [Fact]
    public async Task ANewsSitemap_IsFoundByRobots_AlsoBehindAnIndex_AndNeverWhereRobotsForbid()
    {
        Page("/", "");
        _newsroom.Serve(
            "/robots.txt",
            $"User-agent: *\nDisallow: /closed\nSitemap: {_newsroom.Url("/closed/news.xml")}\nSitemap: {_newsroom.Url("/peta/index.xml")}",
            "text/plain");
        _newsroom.Serve("/peta/index.xml",
            $"<sitemapindex><sitemap><loc>{_newsroom.Url("/peta/berita.xml")}</loc></sitemap></sitemapindex>", "text/xml");
        Sitemap("/peta/berita.xml");
        Sitemap("/closed/news.xml");
        var found = Single(await FindAsync("/"));
        Assert.Equal(
            ("sitemap", "robots", _newsroom.Url("/peta/index.xml"), "Air surut"),
            (Text(found, "kind"), Text(found, "found"), Text(found, "url"), Text(found.GetProperty("newest")[0], "title")));
        Assert.Empty(_newsroom.AskedFor("/closed/news.xml"));
        using var refused = await AddAsync(_newsroom.Url("/"));
        Assert.Contains("sitemap", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANewsSitemap_IsFoundUnderAUsualName()
    {
        Page("/", "");
        Sitemap("/news-sitemap.xml");
        Assert.Equal("usual_name", Text(Single(await FindAsync("/")), "found"));

        using var added =
            await _service.Client.PostAsJsonAsync("/api/sources", new { url = _newsroom.Url("/news-sitemap.xml"), kind = "sitemap" });
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        using var again = await AddAsync(_newsroom.Url("/"));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains(
            $"what was found there, {_newsroom.Url("/news-sitemap.xml")}, is the source", await again.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task APageOfArticles_IsFoundAsAList_WithAProposalAndItsHeadlines()
    {
        List("/kabar");
        var found = Single(await FindAsync("/kabar"));
        Assert.Equal(("page", "page", 6), (Text(found, "kind"), Text(found, "found"), found.GetProperty("items").GetInt32()));
        Assert.NotEqual("", Text(found.GetProperty("selectors"), "item"));
        Assert.Equal(_newsroom.Url("/kabar/2026/11/28/warga-membersihkan-jalan-raya-1.html"), Text(found.GetProperty("newest")[0], "url"));
        Assert.True(found.GetProperty("groups").GetArrayLength() >= 1);

        using var by = await _service.Client.PostAsJsonAsync(
            "/api/sources/discover", new { url = _newsroom.Url("/kabar"), selectors = new { item = ".tiada" } });
        var shown = Single(JsonDocument.Parse(await by.Content.ReadAsStringAsync()).RootElement);
        Assert.Contains("no element that", Text(shown, "error"), StringComparison.Ordinal);
        Assert.Equal(0, shown.GetProperty("items").GetInt32());

        Page("/kosong", "");
        using var nothing = await _service.Client.PostAsJsonAsync(
            "/api/sources/discover", new { url = _newsroom.Url("/kosong"), selectors = new { item = ".tiada" } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        Assert.Contains("no element that", await nothing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AListThatRobotsForbid_IsNamedButCannotBeAdded()
    {
        List("/kabar");
        _newsroom.Serve("/robots.txt", "User-agent: *\nDisallow: /kabar", "text/plain");
        Assert.Contains("robots.txt", Text(Single(await FindAsync("/kabar")), "error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasTried_IsSaidInItsOrder()
    {
        Page("/daerah/", "");
        using var answer = await PostAsync("/api/sources/discover", _newsroom.Url("/daerah/"));
        var words = await answer.Content.ReadAsStringAsync();
        var places = new[] { "is not a feed", "for programs", "links in the page", "well-known", "below the address", "root of the host",
            "robots.txt" }
            .Select(part => words.IndexOf(part, StringComparison.Ordinal)).ToList();
        Assert.True(!places.Contains(-1), words);
        Assert.Equal(places.Order(), places);
    }

    [Theory]
    [InlineData("  {0}/umpan ")]
    [InlineData("feed:http://{0}/umpan")]
    [InlineData("feed://{0}/umpan")]
    [InlineData("{0}/umpan")]
    [InlineData("//{0}/umpan")]
    public async Task Spellings_AreFoundAndAddedByTheirAddress(string typed)
    {
        Feed("/umpan");
        typed = string.Format(null, typed, typed.StartsWith("  ", StringComparison.Ordinal) ? _newsroom.Address : new Uri(_newsroom.Address)
            .Authority);
        Assert.Equal(_newsroom.Url("/umpan"), Text(Single(await DiscoverAsync(typed)), "url"));
        using var added = await AddAsync(typed);
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        Assert.Equal(_newsroom.Url("/umpan"), Text((await _service.ItemsOf("/api/sources")).Single(), "url"));
    }

    [Fact]
    public async Task TwoGoodAnswers_AreBothAdded_FromOneSearch_InTheApiAndOnTheDashboard()
    {
        Page("/", "<a href='/a'>RSS</a><a href='/b'>Feed</a>");
        Feed("/a");
        Feed("/b");
        await FindAsync("/");
        foreach (var path in new[] { "/a", "/b" })
        {
            using var added = await AddAsync(_newsroom.Url(path));
            Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        }

        Assert.Equal(3, _newsroom.Requests.Count);
        Page("/lain/", "<a href='/c'>RSS</a><a href='/d'>Feed</a>");
        Feed("/c");
        Feed("/d");
        using var found = await _service.SendFormAsync("/hangfire/sources", "/hangfire/sources/find", ("site", _newsroom.Url("/lain/")));
        var page = await found.Content.ReadAsStringAsync();
        Assert.Contains("Add all that are ticked", page, StringComparison.Ordinal);
        Assert.Contains($"name=\"site\" value=\"{_newsroom.Url("/lain/")}\"", page, StringComparison.Ordinal);
        using var several = await _service.SendFormAsync(
            "/hangfire/sources", "/hangfire/sources/several", ("feed", _newsroom.Url("/c")), ("feed", _newsroom.Url("/d")));
        Assert.Equal(HttpStatusCode.SeeOther, several.StatusCode);
        Assert.Equal(4, (await _service.ItemsOf("/api/sources")).Count);
        using var again = await _service.SendFormAsync("/hangfire/sources", "/hangfire/sources/several", ("feed", _newsroom.Url("/c")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);

        // Of one that is added alone the others can still be had.
        Feed("/e");
        var alone = await _service.DoAsync(
            "/hangfire/sources", "/hangfire/sources", ("url", _newsroom.Url("/e")), ("site", _newsroom.Url("/lain/")));
        Assert.Contains("See the other feeds found there", await _service.Client.GetStringAsync(alone), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASearchEnds_HoweverManyLinksAPageHas_AndWhereverTheyLead()
    {
        Page("/", string.Concat(Enumerable.Range(0, 5000).Select(i => $"<a href='/{i}/rss'>RSS</a>")));
        _newsroom.Answer("/0/rss", context =>
        {
            context.Response.Redirect("http://169.254.169.254/rss");
            return Task.CompletedTask;
        });
        using var answer = await PostAsync("/api/sources/discover", _newsroom.Url("/"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.InRange(_newsroom.Requests.Count, 5, 40);
    }

    private static JsonElement Single(JsonElement found) => Assert.Single(found.GetProperty("feeds").EnumerateArray());

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    private void Feed(string path) => _newsroom.Serve(
        path, Feeds.Rss(
            "Umpan", new Written($"satu{path}", $"https://paper.example{path}", "Satu", new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero))));

    private void Sitemap(string path) => _newsroom.Serve(
        path,
        $"""
        <urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>{_newsroom.Url("/air-surut")}</loc><news:news>
        <news:publication><news:name>Warta</news:name><news:language>id</news:language></news:publication>
        <news:publication_date>2026-11-20T08:00:00+07:00</news:publication_date><news:title>Air surut</news:title></news:news></url></urlset>
        """,
        "application/xml");

    private void Page(string path, string body, string head = "") =>
        _newsroom.Serve(path, $"<!doctype html><html><head><title>Situs</title>{head}</head><body>{body}</body></html>", "text/html");

    private void List(string path) => Page(path, string.Concat(Enumerable.Range(1, 6).Select(i => $"""
        <div class="kartu"><h2><a href="/kabar/2026/11/2{9 - i}/warga-membersihkan-jalan-raya-{i}.html">Warga membersihkan jalan raya bagian {i}</a></h2>
        <time datetime="2026-11-2{9 - i}T08:00:00+07:00">lalu</time><p>Mereka bekerja sejak pagi.</p></div>
        """)));

    private async Task<JsonElement> DiscoverAsync(string typed)
    {
        using var answer = await PostAsync("/api/sources/discover", typed);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, body);
        return JsonDocument.Parse(body).RootElement;
    }

    private Task<JsonElement> FindAsync(string path) => DiscoverAsync(_newsroom.Url(path));

    private Task<HttpResponseMessage> AddAsync(string typed) => PostAsync("/api/sources", typed);

    private Task<HttpResponseMessage> PostAsync(string address, string typed) => _service.Client.PostAsync(
        address, new StringContent(JsonSerializer.Serialize(new { url = typed }), null, "application/json"));
}
