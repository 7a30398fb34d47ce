using System.Net;
using System.Xml.Linq;
using FeedHub.Hub;
using FeedHub.Publishing;
using FeedHub.Sources;
using FeedHub.Sources.OwnFeeds;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Publishing;

/// <summary>Feeds of one's own as readers get them over HTTP.</summary>
public sealed class OwnFeedTests : IAsyncLifetime
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;
    private TestService _service = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve("/n", Feeds.Rss("Northern", Enumerable.Range(1, 4).Select(n => Item("north", n, n % 2 == 0 ? "harbour" : "rail"))));
        _newsroom.Serve("/s", Feeds.Rss("Southern", Enumerable.Range(1, 3).Select(n => Item("south", n, "harbour"))));
        _service = await TestService.StartAsync(_folder, $$"""
            {
              "title": "Coast news", "description": "All of the coast",
              "sources": [
                {{Feeds.Source(_newsroom.Url("/n"), "Northern", "\"language\": \"en\", \"category\": [\"economy\", \"weather\"]")}},
                {{Feeds.Source(_newsroom.Url("/s"), "Southern", "\"language\": \"id\", \"category\": \"economy\"")}}
              ],
              "feeds": [
                { "slug": "north", "title": "Only the north", "description": "Up there", "filter": "source=northern" },
                { "slug": "money", "filter": "category=economy&source=northern&source=southern", "order": "published", "limit": 2 },
                { "slug": "ships", "title": "Ships", "filter": "q=harbour" },
                { "slug": "not-south", "title": "Not south", "filter": "source=-southern" }
              ]
            }
            """);
        await _service.PollAsync("northern");
        await _service.PollAsync("southern");
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task EachFormat_HoldsItsStories_UnderItsOwnNameAndAddresses()
    {
        var rss = XDocument.Parse(await _service.Client.GetStringAsync("/feeds/north.rss")).Root!.Element("channel")!;
        var atom = XDocument.Parse(await _service.Client.GetStringAsync("/feeds/north.atom")).Root!;
        var json = await _service.GetJsonAsync("/feeds/north.json");

        Assert.Equal(["north4", "north3", "north2", "north1"], rss.Elements("item").Select(item => Name(item.Element("link")!.Value)));
        Assert.Equal(4, atom.Elements(Atom + "entry").Count());
        Assert.Equal(4, json.GetProperty("items").GetArrayLength());
        Assert.Equal(("Only the north", "Up there"), (rss.Element("title")!.Value, rss.Element("description")!.Value));
        Assert.Equal($"{_service.Address}/feeds/north", rss.Element("link")!.Value);
        Assert.Equal($"{_service.Address}/feeds/north.atom", atom.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == "self")
            .Attribute("href")!.Value);
        Assert.Equal($"{_service.Address}/feeds/north.json", json.GetProperty("feed_url").GetString());
    }

    [Theory]
    [InlineData("/feeds/north.rss", "application/rss+xml")]
    [InlineData("/feeds/north.atom", "application/atom+xml")]
    [InlineData("/feeds/north.json?limit=2", "application/feed+json")]
    [InlineData("/feeds/north", "text/html")]
    [InlineData("/feeds.opml", "text/x-opml")]
    public async Task EachAddress_AnswersItsValidatorsWith304_AndFeedsNameSelfAndHub(string address, string type)
    {
        using var first = await _service.Client.GetAsync(address);
        Assert.Equal((HttpStatusCode.OK, type), (first.StatusCode, first.Content.Headers.ContentType!.MediaType));
        for (var again = 0; again < 2; again++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var answer = await _service.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        }

        if (type.StartsWith("application/", StringComparison.Ordinal))
            Assert.Equal(
                $"<{_service.Address}{address}>; rel=\"self\", <{_service.Address}/websub>; rel=\"hub\"",
                first.Headers.GetValues("Link").Single());
    }

    [Theory]
    [InlineData("north", "", 4)]
    [InlineData("north", "?source=southern", 0)]
    [InlineData("north", "?source=northern&source=southern", 4)]
    [InlineData("north", "?source=-northern", 0)]
    [InlineData("north", "?category=sport", 0)]
    [InlineData("north", "?language=id", 0)]
    [InlineData("north", "?q=rail", 2)]
    [InlineData("ships", "", 5)]
    [InlineData("ships", "?q=rail", 0)]
    [InlineData("ships", "?q=OR%20rail", 0)]
    [InlineData("ships", "?q=-rail%20tides", 5)]
    [InlineData("ships", "?language=en", 2)]
    [InlineData("ships", "?category=weather", 2)]
    [InlineData("not-south", "?source=northern&source=southern", 4)]
    [InlineData("not-south", "?source=southern", 0)]
    [InlineData("money", "?limit=50", 7)]
    [InlineData("money", "?category=weather&limit=50", 4)]
    [InlineData("money", "?source=southern&limit=50", 3)]
    [InlineData("money", "?order=found&q=harbour&limit=50", 5)]
    public async Task FiltersOfARequest_NarrowAFeed_AndNeverWidenIt(string slug, string query, int stories)
    {
        await TestService.UntilAsync(() => _service.ItemsOf("/feed.json?q=tides"), items => items.Count == 7);
        Assert.Equal(stories, (await _service.ItemsOf($"/feeds/{slug}.json{query}")).Count);
    }

    [Fact]
    public async Task AFeedsOwnOrderAndLimit_HoldWhereTheRequestSaysNothing_AndStayOutOfItsAddresses()
    {
        var (pages, address) = (new List<string>(), "/feeds/money.json");
        var seen = new List<string>();
        for (var page = 0; page < 10 && address is not null; page++)
        {
            var json = await _service.GetJsonAsync(address);
            Assert.Equal(_service.Address + address, json.GetProperty("feed_url").GetString());
            seen.AddRange(json.GetProperty("items").EnumerateArray().Select(item => Name(item.GetProperty("url").GetString()!)));
            address = json.TryGetProperty("next_url", out var next) ? next.GetString()![_service.Address.Length..] : null!;
            pages.Add(address ?? "");
        }

        Assert.Equal(["north4", "north3", "south3", "north2", "south2", "north1", "south1"], seen);
        Assert.Equal(4, pages.Count);
        Assert.All(pages[..3], page => Assert.StartsWith("/feeds/money.json?before=", page, StringComparison.Ordinal));
        var other = await _service.GetJsonAsync("/feeds/money.json?limit=2&order=found");
        Assert.Equal(_service.Address + "/feeds/money.json?order=found", other.GetProperty("feed_url").GetString());
        Assert.Equal("Coast news: economy, business and finance, Northern, Southern", other.GetProperty("title").GetString());
    }

    [Fact]
    public async Task AFeedThatIsChanged_IsAnotherDocumentAtOnce_AndOneThatIsDeletedIsGone()
    {
        using var before = await _service.Client.GetAsync("/feeds/ships.rss");
        await _service.Client.GetStringAsync("/feeds/ships.rss");
        await Catalogue.EditAsync(Catalogue.Find("ships")! with { Title = "Vessels" }, default);

        using var after = await _service.Client.GetAsync("/feeds/ships.rss");
        Assert.Contains("<title>Vessels</title>", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        Assert.True(after.Content.Headers.LastModified > before.Content.Headers.LastModified);
        Assert.Contains("Vessels", await _service.Client.GetStringAsync("/feeds/ships"), StringComparison.Ordinal);

        await Catalogue.DeleteAsync("ships", default);
        using var gone = await _service.Client.GetAsync("/feeds/ships.rss");
        Assert.Equal(
            (HttpStatusCode.NotFound, "application/problem+json"),
            (gone.StatusCode, gone.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task ASourceThatIsNoMore_MatchesNothing_AndTheFeedGoesOnWithTheRest()
    {
        await _service.Services.GetRequiredService<SourceCatalogue>().DeleteAsync("southern", default);

        Assert.Equal(4, (await _service.ItemsOf("/feeds/money.json?limit=50")).Count);
        Assert.Equal(4, (await _service.ItemsOf("/feeds/not-south.json")).Count);
        await Catalogue.AddAsync(new() { Slug = "lost", Filter = "source=southern" }, default);
        await Catalogue.AddAsync(new() { Slug = "lost-word", Filter = "category=was-once" }, default);
        Assert.Empty(await _service.ItemsOf("/feeds/lost.json"));
        Assert.Empty(await _service.ItemsOf("/feeds/lost-word.json"));
        await Catalogue.AddAsync(new() { Slug = "lost-folder", Filter = "folder=Gone/Away" }, default);
        await Catalogue.AddAsync(new() { Slug = "not-lost-folder", Filter = "folder=-Gone/Away" }, default);
        Assert.Empty(await _service.ItemsOf("/feeds/lost-folder.json"));
        Assert.Equal(4, (await _service.ItemsOf("/feeds/not-lost-folder.json")).Count);
        using var narrowed = await _service.Client.GetAsync("/feeds/north.json?source=southern");
        Assert.Equal(HttpStatusCode.BadRequest, narrowed.StatusCode);
    }

    [Theory]
    [InlineData("/feeds/nowhere.rss")]
    [InlineData("/feeds/.json")]
    [InlineData("/feeds/nowhere")]
    [InlineData("/feeds/nowhere/newest")]
    [InlineData("/feeds/north.txt")]
    public async Task AnAddressOfNoFeed_IsA404_AndAPageInABrowser(string address)
    {
        using var answer = await _service.Client.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        using var browser = await BrowseAsync(address);
        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (browser.StatusCode, browser.Content.Headers.ContentType!.MediaType));
        Assert.Contains("There is no such page", await browser.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItsPage_HasItsTitleAndStories_AndAllItsLinksStayInIt()
    {
        var page = await _service.Client.GetStringAsync("/feeds/not-south?limit=3");

        Assert.Contains("<h1 dir=\"auto\"><a href=\"/feeds/not-south\">Not south</a></h1>", page, StringComparison.Ordinal);
        Assert.Contains("north4", page, StringComparison.Ordinal);
        Assert.DoesNotContain("south1", page, StringComparison.Ordinal);
        Assert.Contains("action=\"/feeds/not-south\"", page, StringComparison.Ordinal);
        foreach (var output in FeedOutput.All)
            Assert.Contains($"href=\"/feeds/not-south{output.Ending}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\"/feed.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\"/?", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/feeds/not-south?category=sport\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/feeds/not-south?limit=3&amp;before=", page, StringComparison.Ordinal);
        Assert.Contains("data-view=\"/feeds/not-south/newest?limit=3\"", page, StringComparison.Ordinal);
        Assert.Equal(
            3, (await _service.GetJsonAsync("/feeds/not-south/newest?limit=3")).GetProperty("stories").GetArrayLength());
        Assert.Contains("Coast news", await _service.Client.GetStringAsync("/?limit=3"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItsPage_LeadsBackToAllStories_AndStoriesAndErrorsBelowItStayInIt()
    {
        const string Whole = "<p class=\"whole\"><a href=\"/\">← <bdi dir=\"auto\">Coast news</bdi></a></p>";
        Assert.Contains(Whole, await _service.Client.GetStringAsync("/feeds/north"), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"whole\"", await _service.Client.GetStringAsync("/"), StringComparison.Ordinal);

        using var bad = await BrowseAsync("/feeds/north?category=nope&q=rail");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/stories/1");
        request.Headers.Referrer = new(_service.Address + "/feeds/north?q=rail");
        using var story = await _service.Client.SendAsync(request);
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (bad.StatusCode, story.StatusCode));
        foreach (var answer in new[] { bad, story })
        {
            var page = await answer.Content.ReadAsStringAsync();
            Assert.Contains("<a href=\"/feeds/north\">Only the north</a>", page, StringComparison.Ordinal);
            Assert.Contains(Whole, page, StringComparison.Ordinal);
            Assert.Contains("action=\"/feeds/north\"", page, StringComparison.Ordinal);
            Assert.Contains("href=\"/feeds/north?q=rail\"", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task APersonWhoOpensAFeed_IsGuided_WithTheFeedsOwnAddress()
    {
        using var answer = await BrowseAsync("/feeds/north.rss?q=rail");
        var guide = await answer.Content.ReadAsStringAsync();

        Assert.Contains($"value=\"{_service.Address}/feeds/north.rss?q=rail\"", guide, StringComparison.Ordinal);
        Assert.Contains("href=\"/feeds/north.atom?q=rail\"", guide, StringComparison.Ordinal);
        Assert.Contains("href=\"/feeds/north?q=rail\"", guide, StringComparison.Ordinal);
        Assert.Contains("Only the north", guide, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheList_NamesEachFeedOnce_WithItsPage()
    {
        var outlines = XDocument.Parse(await _service.Client.GetStringAsync("/feeds.opml")).Descendants("outline").ToList();

        Assert.Equal(["north", "money", "ships", "not-south"], outlines.Select(o => Name(o.Attribute("htmlUrl")!.Value)));
        Assert.All(outlines, outline => Assert.Equal(
            ("rss", outline.Attribute("htmlUrl")!.Value + ".rss"), (outline.Attribute("type")!.Value, outline.Attribute("xmlUrl")!.Value)));
        Assert.Equal("Only the north", outlines[0].Attribute("text")!.Value);
    }

    [Fact]
    public async Task TheListOfAHubWithoutFeedsOfItsOwn_NamesTheMergedFeed()
    {
        using var folder = new TempFolder();
        await using var service = await TestService.StartAsync(folder, """{ "title": "All of it", "sources": [] }""");
        var outline = Assert.Single(XDocument.Parse(await service.Client.GetStringAsync("/feeds.opml")).Descendants("outline"));
        Assert.Equal(("All of it", $"{service.Address}/feed.rss"), (outline.Attribute("text")!.Value, outline.Attribute("xmlUrl")!.Value));
    }

    [Fact]
    public async Task ItsAddresses_AreTopicsOfTheHub_InOneSpelling()
    {
        var topics = _service.Services.GetRequiredService<HubTopics>();

        var (topic, error) = await topics.FindAsync(_service.Address + "/feeds/ships.atom?limit=5&q=rail", _service.Address, default);
        Assert.Equal((null, "/feeds/ships.atom?q=rail&limit=5"), (error, topic!.Path));
        Assert.Contains(
            "no feed at /feeds/none.atom", (await topics.ReadAsync("/feeds/none.atom", default)).Error, StringComparison.Ordinal);
        Assert.Contains("category", (await topics.ReadAsync("/feeds/ships.atom?category=none", default)).Error, StringComparison.Ordinal);
    }

    private OwnFeedCatalogue Catalogue => _service.Services.GetRequiredService<OwnFeedCatalogue>();

    private static Written Item(string source, int n, string word) => new(
        $"tag:{source}.example,2026:{n}", $"https://{source}.example/{source}{n}", $"{source}{n} of {word} {Guid.NewGuid():N}",
        Now.AddHours(-10 + n).AddMinutes(source == "north" ? 30 : 0), $"Tides {Guid.NewGuid():N} {Guid.NewGuid():N}");

    private static string Name(string address) => address[(address.LastIndexOf('/') + 1)..];

    private Task<HttpResponseMessage> BrowseAsync(string address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept", "text/html,application/xhtml+xml");
        request.Headers.Add("Sec-Fetch-Dest", "document");
        return _service.Client.SendAsync(request);
    }
}
