using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FeedHub.Publishing;
using FeedHub.Publishing.Pages;
using FeedHub.Publishing.Search;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Publishing;

/// <summary>The pages for readers as HTTP and HTML have them; what a browser makes of them is in FeedHub.Browser.Tests.</summary>
public sealed class PageTests : IAsyncLifetime
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;
    private TestService _service = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve("/a", Feeds.Rss(
            "Alpha",
            News("a", "Pemerintah menetapkan anggaran", 3, Lengthy) with { Category = "Politik" },
            News("same", "Banjir di kota", 2, Lengthy)));
        _newsroom.Serve("/b", Feeds.Rss("Beta", News(
            "same",
            "Banjir di kota",
            1,
            Lengthy),
                News("b", "مرحبا 世界 &amp;amp; more", 0,
                    "&lt;p&gt;&lt;img src=\"https://pictures.example/1.jpg\"&gt; A picture &lt;iframe "
                        + "src=\"https://www.youtube.com/embed/1\"&gt;&lt;/iframe&gt;&lt;/p&gt;")));
        _service = await TestService.StartAsync(
            _folder,
            Feeds.Json(
                Feeds.Source(_newsroom.Url("/a"), "Alpha", "\"language\": \"id\""),
                Feeds.Source(_newsroom.Url("/b"), "Beta", "\"language\": \"en\", \"category\": \"weather\"")),
            settings: ["--FeedHub:Limits:RequestsPerMinute=2"]);
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task ThePage_ServesItsReader()
    {
        var before = await PageAsync("/");
        Assert.Contains("asking its 2 sources", before.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        await PollAsync();

        var page = await PageAsync("/");
        Assert.Equal(
            ["https://news.example/a", "https://news.example/b", "https://news.example/same"],
            page.QuerySelectorAll("h3 a").Select(a => a.GetAttribute("href")).Order());
        Assert.Equal(["en", "en", "id"], page.QuerySelectorAll("article").Select(a => a.GetAttribute("lang")).Order());
        Assert.All(page.QuerySelectorAll("article .by"), by => Assert.Equal("en", by.Closest("[lang]")!.GetAttribute("lang")));
        Assert.All(page.QuerySelectorAll("article time"), time => Assert.EndsWith(" UTC", time.TextContent, StringComparison.Ordinal));
        Assert.Equal("مرحبا 世界 & more", page.QuerySelector("article:has(img) h3")!.TextContent);
        Assert.Contains("Alpha", page.QuerySelector(".more")!.TextContent, StringComparison.Ordinal);
        var picture = page.QuerySelector("article img")!;
        Assert.Equal(("lazy", "no-referrer", "", "144"), (picture.GetAttribute("loading"), picture.GetAttribute("referrerpolicy"), picture
            .GetAttribute("alt"), picture.GetAttribute("width")));
        await EveryLinkOfOursWorks(page);

        await FiltersCombineAsync();
        await ExclusionsAreKeptAndUndoneAsync();
        await EmptyViewsSayWhatToDoAsync();
        await BadFiltersSayWhatIsWrongAsync();
    }

    [Fact]
    public async Task AStorysText_HasNoMainPartOfItsOwn_AndWhatMayBeWideScrollsInAFrameThatCanHaveTheFocus()
    {
        var text = System.Security.SecurityElement
            .Escape("<main dir='rtl'><p>Words</p><pre>code</pre><table><tr><td>1<pre>inner</pre></td></tr></table></main>");
        _newsroom.Serve("/a", Feeds.Rss("Alpha", News("wide", "Wide things", 1, text)));
        await PollAsync();
        var page = await PageAsync((await PageAsync("/?source=alpha")).QuerySelector(".by a[href^='/stories/']")!.GetAttribute("href")!);
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Equal("rtl", page.QuerySelector(".content > div")!.GetAttribute("dir"));
        Assert.Equal(["PRE", "TABLE"], page.QuerySelectorAll(".content .wide[tabindex='0'] > *").Select(wide => wide.TagName));
    }

    [Fact]
    public async Task AStory_SaysInTheReadersWordsWhereItAppearedAndWhy()
    {
        await PollAsync();
        var link = (await PageAsync("/?source=alpha&q=banjir")).QuerySelector(".by a[href^='/stories/']")!.GetAttribute("href")!;
        var english = await PageAsync(link);
        var indonesian = await PageAsync(link, "id-ID,id;q=0.9,en;q=0.8");
        Assert.Equal(2, english.QuerySelectorAll(".items li").Length);
        Assert.Contains("same address", english.QuerySelector(".items")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("alamat sama", indonesian.QuerySelector(".items")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("yang pertama ditemukan", indonesian.QuerySelector(".items")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Cuaca: kategori sumber itu sendiri",
            Words(indonesian.QuerySelector("main")!),
            StringComparison.Ordinal);
        Assert.Equal("mengarah ke halaman yang sama", indonesian.QuerySelector(".items summary")!.TextContent);
        Assert.Equal("leads to the same page", english.QuerySelector(".items summary")!.TextContent);
        Assert.Contains("Cuaca: 100%", Words(indonesian.QuerySelector("main section > details:not([open])")!), StringComparison.Ordinal);
        Assert.Equal("id", indonesian.DocumentElement.GetAttribute("lang"));
        Assert.Single(indonesian.QuerySelectorAll("header form.search"));
        Assert.NotEmpty(indonesian.QuerySelectorAll("nav.filters a[href='/?category=weather']"));
        Assert.DoesNotContain("_feedhub", indonesian.Body!.TextContent, StringComparison.Ordinal);

        var pictured = await PageAsync(
            (await PageAsync("/?source=beta&q=more")).QuerySelector(".by a[href^='/stories/']")!.GetAttribute("href")!);
        Assert.Equal("lazy", pictured.QuerySelector(".content img")!.GetAttribute("loading"));
        Assert.Empty(pictured.QuerySelectorAll("iframe"));
        Assert.Equal("www.youtube.com", pictured.QuerySelector(".content a")!.TextContent);
    }

    [Fact]
    public async Task ErrorsInABrowser_ArePagesInItsLanguage_AndProblemsElsewhere()
    {
        foreach (var (address, status) in new[] {
            ("/nowhere", 404),
            ("/stories/12345", 404),
            ("/stories/x", 404),
            ("/?category=nope", 400),
            ("/feed.atom?limit=0", 400) })
        {
            using var page = await AskAsync(address, ("Accept", Browser), ("Sec-Fetch-Dest", "document"), ("Accept-Language", "id"));
            Assert.Equal((address, status, "text/html"), (address, (int)page.StatusCode, page.Content.Headers.ContentType!.MediaType));
            var document = await ReadAsync(page);
            Assert.Equal("id", document.DocumentElement.GetAttribute("lang"));
            Assert.DoesNotContain("There is", document.Body!.TextContent, StringComparison.Ordinal);
            Assert.NotEmpty(document.QuerySelectorAll("main a[href='/']"));
            Assert.Single(document.QuerySelectorAll("header form.search input[name=q]"));
            Assert.Contains("/?category=weather", document.QuerySelectorAll("nav.filters a").Select(a => a.GetAttribute("href")));
            Assert.True(page.Headers.Contains("Content-Security-Policy"));
        }

        foreach (var address in new[] { "/api/nowhere", "/feed.rss?limit=0", "/nowhere" })
        {
            using var problem = await AskAsync(address, ("Accept", "*/*"));
            Assert.Equal((address, "application/problem+json"), (address, problem.Content.Headers.ContentType!.MediaType));
        }

        for (var i = 0; i < 3; i++)
        {
            using var limited = await AskAsync("/", ("Accept", Browser), ("X-Forwarded-For", "198.51.100.7"));
            Assert.Equal("text/html", limited.Content.Headers.ContentType!.MediaType);
            if (i == 2)
                Assert.Equal(
                    (HttpStatusCode.TooManyRequests, "Too many requests"),
                    (limited.StatusCode, (await ReadAsync(limited)).QuerySelector("h1")!.TextContent));
        }

        await using (var db = await _service.DatabaseAsync())
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE Stories RENAME TO Elsewhere");
        using var broken = await AskAsync("/?limit=7", ("Accept", Browser));
        Assert.Equal(
            (HttpStatusCode.InternalServerError, "Something went wrong"),
            (broken.StatusCode, (await ReadAsync(broken)).QuerySelector("h1")!.TextContent));
        Assert.True(broken.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task AFeedOpenedInAWindow_ExplainsItself_AndEverybodyElseGetsTheFeed()
    {
        await PollAsync();
        foreach (var (path, type) in FeedOutput.All.Select(output => (output.Path, output.MediaType)))
        {
            var address = path + "?category=weather";
            using var plain = await AskAsync(address);
            using var page = await AskAsync(address, ("Accept", Browser), ("Sec-Fetch-Dest", "document"));
            var guide = await ReadAsync(page);
            Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
            Assert.True(page.Headers.CacheControl!.Private);
            Assert.Contains("Sec-Fetch-Dest", page.Headers.Vary);
            Assert.Equal(_service.Address + address, guide.QuerySelector("input[readonly]")!.GetAttribute("value"));
            Assert.NotEmpty(guide.QuerySelectorAll("a[href='/?category=weather']"));
            Assert.NotEmpty(guide.QuerySelectorAll(".items a"));
            Assert.Equal(
                FeedOutput.All.Count - 1,
                guide.QuerySelectorAll(".choices a").Count(a => a.TextContent.EndsWith(" version", StringComparison.Ordinal)));

            var bytes = await plain.Content.ReadAsByteArrayAsync();
            var raw = guide.QuerySelector("a[href*=raw]")!.GetAttribute("href")!;
            foreach (var (asked, headers) in new (string, (string, string)[])[]
            {
                (address, [("Accept", Browser)]), (address, [("Accept", "*/*"), ("Sec-Fetch-Dest", "document")]),
                (address, [("Accept", Browser), ("Sec-Fetch-Dest", "empty")]),
                (raw, [("Accept", Browser), ("Sec-Fetch-Dest", "document")]),
            })
            {
                using var feed = await AskAsync(asked, headers);
                Assert.Equal(type, feed.Content.Headers.ContentType!.MediaType);
                Assert.Equal(bytes, await feed.Content.ReadAsByteArrayAsync());
                Assert.Contains("Sec-Fetch-Dest", feed.Headers.Vary);
            }
        }
    }

    [Fact]
    public async Task PagesAndTheirFiles_AreCachedAskedForByTagAndNeverSetACookie()
    {
        await PollAsync();
        foreach (var address in new[] {
            "/",
            "/stories/1",
            "/stories/newest",
            "/docs/jsonfeed",
            "/offline",
            "/robots.txt",
            "/favicon.svg",
            "/favicon.ico",
            "/manifest.webmanifest",
            "/service-worker.js",
            PageAssets.StylePath,
            PageAssets.ScriptPath })
        {
            using var first = await AskAsync(address, ("Accept-Encoding", "br"));
            using var again = await AskAsync(address, ("Accept-Encoding", "br"), ("If-None-Match", first.Headers.ETag!.Tag));
            Assert.Equal(
                (address, HttpStatusCode.OK, HttpStatusCode.NotModified, "br"),
                (address, first.StatusCode, again.StatusCode, first.Content.Headers.ContentEncoding.Single()));
            Assert.False(first.Headers.Contains("Set-Cookie"));
            Assert.Contains("Accept-Encoding", first.Headers.Vary);
            Assert.NotNull(first.Headers.CacheControl);
        }

        using var english = await AskAsync("/");
        using var indonesian = await AskAsync("/", ("Accept-Language", "id"));
        Assert.NotEqual(english.Headers.ETag, indonesian.Headers.ETag);
        Assert.Equal(["Accept-Encoding", "Accept-Language"], english.Headers.Vary);
        Assert.Equal("en", (await PageAsync("/", "de, id;q=0")).DocumentElement.GetAttribute("lang"));

        // Saved stories outlive a version, of which the name of the cache has nothing.
        var worker = await _service.Client.GetStringAsync("/service-worker.js");
        Assert.Contains("const savedPages = `feedhub-saved${root}`;", worker, StringComparison.Ordinal);
        Assert.Matches("const version = 'feedhub-[0-9a-f]{12}';", worker);
        Assert.DoesNotContain("$feedhub", worker, StringComparison.Ordinal);

        var robots = await _service.Client.GetStringAsync("/robots.txt");
        Assert.Contains("Disallow: /hangfire\nDisallow: /api\n", robots, StringComparison.Ordinal);
        Assert.Equal(
            "Test news",
            JsonDocument.Parse(await _service.Client.GetStringAsync("/manifest.webmanifest")).RootElement.GetProperty("name").GetString());
        Assert.Equal(3, (await _service.GetJsonAsync("/stories/newest")).GetProperty("stories").GetArrayLength());
        Assert.Equal(1, (await _service.GetJsonAsync("/stories/newest?q=anggaran")).GetProperty("stories").GetArrayLength());
    }

    [Theory]
    [InlineData("/", 1)]
    [InlineData("/", 80)]
    [InlineData("/?category=-sport&language=-fr&q=-bola&order=published", 1)]
    [InlineData("/?category=-sport&category=-arts&category=-crime&language=-fr&q=-gempa%20-longsor%20-kebakaran%20-penyelundupan", 1)]
    public async Task FiftyFullStories_AreUnder60KilobytesInAnyScript_WithFiltersAndLongAddressesToo(string address, int longer)
    {
        var site = $"https://news.example/{new string('n', longer)}";
        _newsroom.Serve("/a", Feeds.Rss("Alpha", Many("a", site)));
        _newsroom.Serve("/b", Feeds.Rss("Beta", Many("b", site)));
        await PollAsync();
        var html = await _service.Client.GetByteArrayAsync(address);
        Assert.Equal(50, Regex.Count(Encoding.UTF8.GetString(html), "<article"));
        Assert.InRange(html.Length, 30_000, 60_000);
    }

    private static Written News(string guid, string title, int hour, string text) =>
        new(guid, $"https://news.example/{guid}", title, new DateTimeOffset(2026, 11, 20, hour, 0, 0, TimeSpan.Zero), text);

    private static string Lengthy =>
        "Warga di sepanjang sungai diminta mengungsi sejak malam karena hujan deras belum reda dan air terus naik sampai ke jalan raya.";

    private static IEnumerable<Written> Many(string guid, string site) => Enumerable.Range(0, 52).Select(i => new Written(
        $"{guid}{i}",
        $"{site}/berita/2026/11/20/{i:000000}/pemerintah-daerah-menetapkan-anggaran-baru-untuk-perbaikan-jalan-{i}",
        $"政府は地方の道路を直すための新しい予算を決めた {i}",
        new DateTimeOffset(2026, 11, 20, 1, i, 0, TimeSpan.Zero),
        string.Concat(Enumerable.Repeat($"第{i}の町の住民は昨夜から続く雨のために避難を求められている。", 12)),
        "Politik"));

    private async Task PollAsync()
    {
        await _service.PollAsync("alpha");
        await _service.PollAsync("beta");
        await _service.Services.GetRequiredService<SearchIndexer>().CatchUpAsync(CancellationToken.None);
    }

    private async Task FiltersCombineAsync()
    {
        var page = await PageAsync("/?category=weather&source=beta&language=en&q=more");
        Assert.Single(page.QuerySelectorAll("article"));
        Assert.Equal(
            ["/?source=beta&language=en&q=more", "/?category=weather&language=en&q=more", "/?category=weather&source=beta&q=more",
                "/?category=weather&source=beta&language=en", "/"],
            page.QuerySelectorAll(".chosen a").Select(a => a.GetAttribute("href")));
        Assert.Equal("/?category=sport&source=beta&language=en&q=more", Chip(page, "Sport"));
        Assert.Equal("/?category=sport&category=weather&source=beta&language=en&q=more", Chip(page, "+", "Sport too"));
        Assert.Equal("/?category=weather&source=beta&language=id&q=more", Chip(page, "Indonesia"));
        Assert.Equal("/?category=weather&source=beta&language=en&language=id&q=more", Chip(page, "+", "Indonesia too"));
        Assert.Equal("/?source=beta&language=en&q=more", Chip(page, "Weather"));
        Assert.Empty((await PageAsync("/?q=more")).QuerySelectorAll(".filters .add"));
        Assert.Equal(["Weather", "Newest", "Beta", "English"], page.QuerySelectorAll(".filters [aria-current]").Select(a => a.TextContent));
        foreach (var format in new[] { "rss", "atom", "json" })
        {
            Assert.NotNull(page.QuerySelector($".subscribe a[href='/feed.{format}?category=weather&source=beta&language=en&q=more']"));
            Assert.NotNull(
                page.QuerySelector($"link[rel=alternate][href='/feed.{format}?category=weather&source=beta&language=en&q=more']"));
        }

        Assert.NotNull(page.QuerySelector(".subscribe a[href='/sources.opml']"));
        Assert.Equal(
            ["weather", "beta", "en"],
            page.QuerySelectorAll("form.search input[type=hidden]").Select(input => input.GetAttribute("value")));
    }

    private async Task ExclusionsAreKeptAndUndoneAsync()
    {
        const string Query = "?category=-sport&source=-alpha&language=-id&q=-tsunami";
        var page = await PageAsync("/" + Query);
        Assert.Equal(
            ["/?source=-alpha&language=-id&q=-tsunami", "/?category=-sport&language=-id&q=-tsunami",
                "/?category=-sport&source=-alpha&q=-tsunami",
                "/?category=-sport&source=-alpha&language=-id", "/"],
            page.QuerySelectorAll(".chosen a").Select(a => a.GetAttribute("href")));
        Assert.Equal("Without Sport: show again", page.QuerySelector(".chosen a")!.GetAttribute("aria-label"));
        Assert.Equal(
            ["-sport", "-alpha", "-id"],
            page.QuerySelectorAll("form.search input[type=hidden]").Select(i => i.GetAttribute("value")));
        Assert.NotNull(page.QuerySelector($".subscribe a[href='/feed.atom{Query}']"));
        Assert.Equal(
            "/?category=sport&source=-alpha&language=-id&q=-tsunami",
            page.QuerySelectorAll(".filters a").Single(a => a.TextContent == "Sport").GetAttribute("href"));
        var weather = await PageAsync("/?category=weather&source=beta");
        Assert.Equal(
            [("Everything but Weather", "/?category=-weather&source=beta"), ("Everything but Beta", "/?category=weather&source=-beta")],
            weather.QuerySelectorAll(".turned a").Select(a => (a.TextContent, a.GetAttribute("href")!)));
    }

    private static string? Chip(IHtmlDocument page, string words, string? label = null) => page.QuerySelectorAll(".filters li a")
        .Single(a => a.TextContent == words && a.GetAttribute("aria-label") == label)
        .GetAttribute("href");

    private async Task EmptyViewsSayWhatToDoAsync()
    {
        var none = await PageAsync("/?category=sport&q=tsunami", "id");
        Assert.Equal("Tidak ada yang ditemukan: “tsunami”", none.QuerySelector(".empty h2")!.TextContent);
        Assert.Equal(["/?q=tsunami", "/?category=sport", "/"], none.QuerySelectorAll(".empty a").Select(a => a.GetAttribute("href")));
        var past = await PageAsync("/?before=1-1");
        Assert.Contains("nothing older", past.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        Assert.Null(past.QuerySelector("main")!.GetAttribute("data-view"));
    }

    private async Task BadFiltersSayWhatIsWrongAsync()
    {
        foreach (var (query, says, back) in new[]
        {
            ("category=nope&language=id", "There is no category “nope”.", "/?language=id"),
            ("source=gone&category=weather", "There is no source “gone”", "/?category=weather"),
            ("language=no+language&limit=3", "“no language” is not a language", "/?limit=3"),
            ("limit=0&q=x", "“0” is not a number of stories", "/?q=x"),
            ("before=zz&q=x", "cannot be read", "/?q=x"),
            ("category=sport&category=nope&q=x", "There is no category “nope”.", "/?category=sport&q=x"),
            ("source=-beta&source=-gone&limit=0&q=x", "There is no source “gone”", "/?source=-beta&q=x"),
            ("folder=Isles&q=x", "There is no folder “Isles”", "/?q=x"),
            ("LIMIT=0&q=x", "There is no filter “LIMIT”.", "/?q=x"),
            ("q=%22&limit=3", "“\"” has no word to search for", "/?limit=3"),
            ("titles=all&q=x", "“all” is not known; write source", "/?q=x"),
            ("coverage=1&q=x", "“1” is not a number of sources; write one from 2 to 50", "/?q=x"),
            ("group=day&q=x", "“day” is not known; write event", "/?q=x"),
            ("order=best&q=x", "“best” is not an order; write found, published or top", "/?q=x"),
            (string.Concat(Enumerable.Repeat("category=sport&", 51)) + "q=x", "at most 50", "/?q=x"),
        })
        {
            using var answer = await AskAsync("/?" + query);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            var page = await ReadAsync(answer);
            Assert.Contains(says, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(back, page.QuerySelector("main a")!.GetAttribute("href"));
            Assert.Equal(query.Contains("q=x", StringComparison.Ordinal) ? "x" : null,
                page.QuerySelector(".search [name=q]")!.GetAttribute("value"));
        }
    }

    [Fact]
    public async Task StoryAndErrorPages_KeepTheFilterOfTheListThatTheReaderCameFrom()
    {
        await PollAsync();
        const string List = "/?source=beta&language=en&q=banjir&before=9-9&fbclid=1";
        var story = (await PageAsync("/")).QuerySelector(".by a[href^='/stories/']")!.GetAttribute("href")!;
        foreach (var address in new[] { story, "/stories/987654321", "/no-such-page", "/feeds/none" })
        {
            using var answer = await AskAsync(address, ("Referer", _service.Address + List), ("Accept", Browser));
            Assert.DoesNotContain("public", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.Contains("Referer", answer.Headers.Vary);
            var page = await ReadAsync(answer);
            Assert.Equal("banjir", page.QuerySelector(".search [name=q]")!.GetAttribute("value"));
            Assert.Equal(["beta", "en"], page.QuerySelectorAll(".search [type=hidden]").Select(e => e.GetAttribute("value")));
            Assert.Equal("/?category=sport&source=beta&language=en&q=banjir", page.QuerySelectorAll(".filters .row a")
                .Select(a => a.GetAttribute("href")).First(href => href!.Contains("sport", StringComparison.Ordinal)));
            Assert.Equal("Beta", page.QuerySelector(".chosen bdi")!.TextContent);
            Assert.Matches(
                "^/\\?source=beta&language=en&q=banjir&before=m[0-9a-f]{6}-9-9$", page.QuerySelector("main a.back")!.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task AlsoIn_NamesEachOtherSourceOnce_AndNotTheLeadsOwn()
    {
        _newsroom.Serve("/a", Feeds.Rss("Alpha", News("same", "Banjir di kota", 3, Lengthy), News("again", "Banjir di kota", 2, Lengthy)));
        _newsroom.Serve("/b", Feeds.Rss("Beta", News("same", "Banjir di kota", 1, Lengthy), News("later", "Banjir di kota", 0, Lengthy)));
        await PollAsync();
        var story = (await PageAsync("/")).QuerySelector("article")!;
        var address = story.QuerySelector(".by a[href^='/stories/']")!.GetAttribute("href")!;
        Assert.Equal(4, (await PageAsync(address)).QuerySelectorAll(".items li").Length);
        var own = story.QuerySelector(".by bdi")!.TextContent;
        Assert.Equal([own == "Alpha" ? "Beta" : "Alpha"], story.QuerySelectorAll(".more a").Select(a => a.TextContent));
    }

    [Theory]
    [InlineData("https://elsewhere.example/?q=secret")]
    [InlineData("{0}.evil.example/?q=secret")]
    [InlineData("{0}/hangfire/sources?q=secret")]
    [InlineData("{0}/feeds/none?q=secret")]
    [InlineData("no address")]
    public async Task AReaderFromElsewhere_FindsAPlainStoryPage_ThatAllMayShare(string from)
    {
        await PollAsync();
        var story = (await PageAsync("/")).QuerySelector(".by a[href^='/stories/']")!.GetAttribute("href")!;
        using var answer = await AskAsync(story, ("Referer", from.Replace("{0}", _service.Address, StringComparison.Ordinal)));
        Assert.True(answer.Headers.CacheControl!.Public);
        var page = await ReadAsync(answer);
        Assert.Equal("/", page.QuerySelector("main a.back")!.GetAttribute("href"));
        Assert.DoesNotContain("secret", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    private async Task EveryLinkOfOursWorks(IHtmlDocument page)
    {
        // The dashboard has tests of its own.
        var addresses = page.QuerySelectorAll("a[href^='/'], link[href^='/'], script[src^='/']")
            .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!)
            .Distinct()
            .Where(address => address != "/hangfire")
            .ToList();
        Assert.InRange(addresses.Count, 20, 100);
        foreach (var address in addresses)
        {
            using var answer = await AskAsync(address);
            Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
        }
    }

    private static string Words(INode node) => Regex.Replace(node.TextContent, @"\s+", " ");

    private async Task<IHtmlDocument> PageAsync(string address, string language = "en")
    {
        using var answer = await AskAsync(address, ("Accept-Language", language));
        Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
        return await ReadAsync(answer);
    }

    private static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    private async Task<HttpResponseMessage> AskAsync(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await _service.Client.SendAsync(request);
    }
}
