using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FeedHub.Tests.Hosting;

namespace FeedHub.Tests.Polling;

/// <summary>List pages that are polled as feeds are.</summary>
public sealed class PageSourceTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly SteppedClock _clock = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync() => _newsroom = await FakeNewsroom.StartAsync();

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task APage_IsReadByFeedHubsOwnProposal_WhichIsKept_AndWhatIsKnownNeverComesBack()
    {
        Show(Cards(1, 6));
        await using var service = await StartAsync();
        Assert.StartsWith("200, 6 new", await service.PollAsync("warta"), StringComparison.Ordinal);
        var items = await service.ItemsOf("/api/items");
        Assert.Equal(6, items.Count);
        Assert.Contains(_newsroom.Url("/kabar/2026/11/21/perahu-nelayan-pulang-1.html"), items.Select(i => Text(i, "url")));
        Assert.Contains("Perahu nelayan pulang bagian 1", items.Select(i => Text(i, "title")));
        await using (var database = await service.DatabaseAsync())
            Assert.NotNull(database.Sources.Single().Feed.FoundSelectors);

        // Another order, one new, tracking in an address.
        Show(Cards(7, 1) + Cards(1, 5).Replace("-1.html", "-1.html?utm_source=depan", StringComparison.Ordinal));
        Assert.StartsWith("200, 1 new", await service.PollAsync("warta"), StringComparison.Ordinal);
        Assert.Equal(7, (await service.ItemsOf("/api/items")).Count);
    }

    [Fact]
    public async Task WithoutDates_TheFirstSightCounts_AndNothingComesBackAsNew()
    {
        Show(Cards(1, 5, when: ""));
        await using var service = await StartAsync();
        await service.PollAsync("warta");
        var before = await ArrivalsAsync(service);
        _clock.Step(TimeSpan.FromHours(5));
        Show("<p>iklan lain</p>" + Cards(1, 5, when: ""));
        Assert.Equal("200, nothing new", await service.PollAsync("warta"));
        Assert.Equal(before, await ArrivalsAsync(service));
    }

    [Fact]
    public async Task WordsOfTime_AreFixedWhenFirstSeen()
    {
        Show(Cards(1, 4, when: "<span class='waktu'>2 jam lalu</span>"));
        await using var service = await StartAsync();
        await service.PollAsync("warta");
        var before = (await service.ItemsOf("/api/items")).Select(i => Text(i, "published")).ToList();
        Assert.All(before, published => Assert.InRange(
            DateTimeOffset.UtcNow - DateTimeOffset.Parse(published, CultureInfo.InvariantCulture), TimeSpan.FromHours(1.9),
                TimeSpan.FromHours(2.2)));

        _clock.Step(TimeSpan.FromHours(3));
        Show(Cards(1, 4, when: "<span class='waktu'>5 jam lalu</span>", words: "diperbarui"));
        await service.PollAsync("warta");
        var after = await service.ItemsOf("/api/items");
        Assert.Equal(before, after.Select(i => Text(i, "published")));
        Assert.All(after, item => Assert.Contains("diperbarui", Text(item, "title"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnAdminsSelectors_DecideWhatIsTaken_AndAnotherOnesAreReadAtOnce()
    {
        Show($"<section class='utama'>{Cards(1, 4)}</section><section class='lain'>{Cards(11, 3)}</section>");
        await using var service = await StartAsync(", \"selectors\": { \"item\": \".lain .kartu\" }");
        Assert.StartsWith("200, 3 new", await service.PollAsync("warta"), StringComparison.Ordinal);
        using var edited = await service.Client.PatchAsync(
            "/api/sources/warta", new StringContent("""{ "selectors": { "item": ".utama .kartu" } }""", null, "application/json"));
        Assert.Equal(HttpStatusCode.OK, edited.StatusCode);
        Assert.Equal(7, (await TestService.UntilAsync(
            async () =>
            {
                await service.PollAsync("warta");
                return await service.ItemsOf("/api/items");
            },
            items => items.Count == 7)).Count);
    }

    [Theory]
    [InlineData("<p>Kami pindah rumah</p>", "no element that")]
    [InlineData("<div class='kartu'><h2>Tanpa tautan</h2></div>", "none of them has a link")]
    public async Task APageOfAnotherShape_IsQuietWithTheReason_AlsoInTheHealthFeed_AndRecovers(string shape, string words)
    {
        Show(Cards(1, 4));
        await using var service = await StartAsync(", \"selectors\": { \"item\": \"div.kartu\" }");
        await service.PollAsync("warta");
        Show(shape);
        await service.PollAsync("warta");
        Assert.Equal("quiet", Text(await SourceAsync(service), "state"));
        Assert.Contains(words, Text(await SourceAsync(service), "error"), StringComparison.Ordinal);
        await service.PollAsync("warta");
        Assert.Contains(words, Text(await SourceAsync(service), "error"), StringComparison.Ordinal);
        Assert.Contains(words, await service.Client.GetStringAsync("/health.atom"), StringComparison.Ordinal);

        Show(Cards(1, 5));
        await service.PollAsync("warta");
        Assert.Equal("active", Text(await SourceAsync(service), "state"));
        Assert.Equal(JsonValueKind.Null, (await SourceAsync(service)).GetProperty("error").ValueKind);
    }

    [Fact]
    public async Task APageThatItsOwnProgramFills_IsQuiet_AndSaysSo()
    {
        Show("<div id='app'></div><script>fetch('/api/kabar')</script>");
        await using var service = await StartAsync();
        await service.PollAsync("warta");
        Assert.Contains("finds no list", Text(await SourceAsync(service), "error"), StringComparison.Ordinal);
        Assert.DoesNotContain(_newsroom.Requests, r => r.Path == "/api/kabar");
    }

    [Fact]
    public async Task AFeedOrAChallengeInPlaceOfThePage_IsAFailure()
    {
        _newsroom.Serve("/kabar", Feeds.Rss("Umpan", new Written("a", "https://a.example/", "A")));
        await using var service = await StartAsync();
        Assert.Contains("kind be \"feed\"", await service.PollAsync("warta"), StringComparison.Ordinal);
        Show("<div id='cf-browser-verification'>Just a moment...</div>");
        Assert.Contains("challenge", await service.PollAsync("warta"), StringComparison.Ordinal);
        Assert.Equal("failing", Text(await SourceAsync(service), "state"));
    }

    [Fact]
    public async Task AMillionLinks_AreReadWithinTheirBounds()
    {
        Show(string.Concat(Enumerable.Range(0, 100_000)
            .Select(i => $"<p class=k><a href=/kabar/2026/11/20/judul-panjang-sekali-{i}.html>Judul panjang sekali nomor {i}</a>")));
        await using var service = await StartAsync(", \"selectors\": { \"item\": \".k\" }");
        Assert.StartsWith("200, 1000 new", await service.PollAsync("warta"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddingAFoundPage_NeedsItsKind_AndAsksForNothingAgain()
    {
        Show(Cards(1, 6));
        await using var service = await TestService.StartAsync(_folder, Feeds.Json(), _clock);
        using var refused = await PostAsync(service, new { url = _newsroom.Url("/kabar") }, "/api/sources/discover");
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        using var added = await PostAsync(service, new { url = _newsroom.Url("/kabar"), kind = "page", content = "full" });
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        Assert.Equal(6, (await service.ItemsOf("/api/items")).Count);
        Assert.Single(_newsroom.AskedFor("/kabar"));
        Assert.Equal("page", Text((await service.ItemsOf("/api/sources")).Single(), "kind"));
    }

    [Fact]
    public async Task Discover_ShowsWhatSelectorsWouldTake_AndAKnownSourceAsWhatItIs()
    {
        Show($"<section class='utama'>{Cards(1, 5)}</section><aside class='lain'><ul>{Links(21, 4)}</ul></aside>");
        await using var service = await StartAsync(", \"selectors\": { \"item\": \".kartu\" }");
        await service.PollAsync("warta");
        using var known = await PostAsync(service, new { url = _newsroom.Url("/kabar") }, "/api/sources/discover");
        var found = (await known.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("feeds")[0];
        Assert.Equal(("page", "warta", 5), (Text(found, "kind"), Text(found, "source"), found.GetProperty("newest").GetArrayLength()));
        Assert.Equal(".kartu", Text(found.GetProperty("selectors"), "item"));

        using var other = await PostAsync(
            service, new { url = _newsroom.Url("/kabar"), selectors = new { item = ".lain li" } }, "/api/sources/discover");
        var chosen = (await other.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("feeds")[0];
        Assert.Equal(4, chosen.GetProperty("items").GetInt32());
        Assert.StartsWith("Pasar malam", Text(chosen.GetProperty("newest")[0], "title"), StringComparison.Ordinal);
        using var wrong =
            await PostAsync(service, new { url = _newsroom.Url("/kabar"), selectors = new { item = "li[" } }, "/api/sources/discover");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using var twice = await PostAsync(service, new { url = _newsroom.Url("/kabar") });
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
    }

    [Fact]
    public async Task RobotsTxt_IsAskedBeforeThePage_KeptADay_AndCanBeOverruled()
    {
        Show(Cards(1, 4));
        _newsroom.Serve("/robots.txt", "User-agent: FeedHub\nDisallow: /kabar", "text/plain");
        await using var service = await StartAsync();
        Assert.Contains("robots.txt does not allow it", await service.PollAsync("warta"), StringComparison.Ordinal);
        await service.PollAsync("warta");
        Assert.Single(_newsroom.AskedFor("/robots.txt"));
        Assert.Empty(_newsroom.AskedFor("/kabar"));
        using var edited = await service.Client.PatchAsync(
            "/api/sources/warta", new StringContent("""{ "robots": "ignore" }""", null, "application/json"));
        Assert.StartsWith("200, 4 new", await service.PollAsync("warta"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARedirectToWhatRobotsForbid_IsNotFollowed()
    {
        _newsroom.Answer("/kabar", context => Task.Run(() => context.Response.Redirect("/tertutup/kabar")));
        _newsroom.Serve("/tertutup/kabar", $"<html><body>{Cards(1, 4)}</body></html>", "text/html");
        _newsroom.Serve("/robots.txt", "User-agent: *\nDisallow: /tertutup", "text/plain");
        await using var service = await StartAsync();
        Assert.Contains("robots.txt does not allow it", await service.PollAsync("warta"), StringComparison.Ordinal);
        Assert.Empty(_newsroom.AskedFor("/tertutup/kabar"));
    }

    [Fact]
    public async Task OnTheDashboard_APageIsShownAsItWouldBeTaken_AndAnotherListCanBePicked()
    {
        Show($"<section class='utama'>{Cards(1, 5)}</section><aside class='lain'><ul>{Links(21, 4)}</ul></aside>");
        await using var service = await TestService.StartAsync(_folder, Feeds.Json(), _clock);
        var found = await service.ShowAsync("/hangfire/sources", "/hangfire/sources/find", ("site", _newsroom.Url("/kabar")));
        Assert.Contains("Perahu nelayan pulang bagian 1", found, StringComparison.Ordinal);
        Assert.Contains(_newsroom.Url("/kabar/2026/11/21/perahu-nelayan-pulang-1.html"), found, StringComparison.Ordinal);
        Assert.Contains("name=\"kind\" value=\"page\"", found, StringComparison.Ordinal);
        Assert.Contains("Show this list", found, StringComparison.Ordinal);

        var other = await service.ShowAsync(
            "/hangfire/sources", "/hangfire/sources/find", ("site", _newsroom.Url("/kabar")), ("selectors", "item: .lain li"));
        Assert.Contains("4 items", other, StringComparison.Ordinal);
        Assert.Contains("name=\"selectors\" value=\"item: .lain li\"", other, StringComparison.Ordinal);
        Assert.Single(_newsroom.AskedFor("/kabar"));
        using var added = await service.SendFormAsync(
            "/hangfire/sources", "/hangfire/sources",
            ("url", _newsroom.Url("/kabar")), ("kind", "page"), ("content", "full"), ("selectors", "item: .lain li"));
        Assert.Equal(HttpStatusCode.SeeOther, added.StatusCode);
        Assert.Equal(4, (await service.ItemsOf("/api/items")).Count);
        using var wrong = await service.SendFormAsync(
            "/hangfire/sources", "/hangfire/sources/find", ("site", _newsroom.Url("/kabar")), ("selectors", "item: li["));
        Assert.Contains("not a CSS selector", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static string Links(int first, int count) => string.Concat(Enumerable.Range(first, count).Select(i =>
        $"<li><a href='/kabar/2026/11/19/pasar-malam-dibuka-lagi-{i}.html'>Pasar malam dibuka lagi untuk warga nomor {i}</a></li>"));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    private static async Task<JsonElement> SourceAsync(TestService service) => (await service.ItemsOf("/api/sources")).Single();

    private static async Task<IReadOnlyList<(string, string)>> ArrivalsAsync(TestService service) =>
        [.. (await service.ItemsOf("/api/stories")).Select(story => (story.GetProperty("id").GetRawText(), Text(story, "found"))).Order()];

    private static Task<HttpResponseMessage> PostAsync(TestService service, object body, string address = "/api/sources") =>
        service.Client.PostAsync(address, new StringContent(JsonSerializer.Serialize(body), null, "application/json"));

    private static string Cards(int first, int count, string? when = null, string words = "pulang") => string.Concat(
        Enumerable.Range(first, count).Select(i => $"""
            <div class="kartu"><h2><a href="/kabar/2026/11/{20 + (i % 9):00}/perahu-nelayan-pulang-{i}.html">Perahu nelayan {words} bagian {i}</a></h2>
            {when ?? $"<time datetime=\"2026-11-{20 + (i % 9):00}T08:00:00+07:00\">lalu</time>"}<p>Mereka berangkat sebelum fajar.</p></div>
            """.Replace(when is null ? "\u0001" : $"/2026/11/{20 + (i % 9):00}", "", StringComparison.Ordinal)));

    private void Show(string body) =>
        _newsroom.Serve(
            "/kabar", $"<!doctype html><html lang='id'><head><title>Warta</title></head><body>{body}</body></html>", "text/html");

    private Task<TestService> StartAsync(string more = "") => TestService.StartAsync(
        _folder, Feeds.Json(Feeds.Source(_newsroom.Url("/kabar"), "Warta", $"\"kind\": \"page\", \"content\": \"full\"{more}")), _clock);
}
