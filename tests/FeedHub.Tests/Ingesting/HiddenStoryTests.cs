using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FeedHub.Publishing.Search;
using FeedHub.Tests.Access;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Ingesting;

/// <summary>Stories that an admin hides: gone for readers, copies and all, until somebody shows them again.</summary>
public sealed class HiddenStoryTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Morning = DateTimeOffset.UtcNow.AddHours(-8);
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        foreach (var (n, source) in ((string[])["alpha", "beta"]).Index())
            _newsroom.Serve($"/{source}", Feeds.Rss(source, Flood(source, n, cut: n)));
        _newsroom.Serve("/gamma", Feeds.Rss("gamma", new Written(
            "harbour", "https://gamma.example/harbour", "The harbour", Morning, Told.Html(Told.Harbour), "Sport")));
    }

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task AHiddenStory_IsGoneForReaders_WithItsLaterCopies_AndComesBackAsItWas()
    {
        await using var service = await StartAsync();
        await PollAsync(service, "alpha", "gamma");
        var before = await service.Client.GetStringAsync("/feed.json");
        var id = await HideAsync(service, "the village asked for it");
        Assert.EndsWith("?done=same", await service.DoAsync(
            "/hangfire/stories", $"/hangfire/stories/{id}/hide", ("reason", "the village asked for it")), StringComparison.Ordinal);
        await using (var db = await service.DatabaseAsync())
            Assert.Single(await db.AuditEntries.Where(entry => entry.Target == $"story {id}").ToListAsync());

        await PollAsync(service, "beta");
        await AssertGoneAsync(service, id);
        var seen = await service.GetJsonAsync($"/api/stories/{id}");
        Assert.Equal("the village asked for it", seen.GetProperty("hidden").GetProperty("reason").GetString());
        Assert.Equal(2, seen.GetProperty("items").GetArrayLength());
        var stats = await service.GetJsonAsync("/api/stats");
        Assert.Equal((1, 1), (stats.GetProperty("stories").GetInt32(), stats.GetProperty("hidden").GetInt32()));
        Assert.Equal(0, (await service.GetJsonAsync("/api/sources/alpha")).GetProperty("stories").GetInt32());

        using var shown = await service.Client.DeleteAsync($"/api/stories/{id}/hidden");
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.Equal(Ids(before), Ids(await service.Client.GetStringAsync("/feed.json")));
        Assert.Single(await service.ItemsOf("/feed.json?source=beta"));
        Assert.Single(await service.ItemsOf("/feed.json?q=Lirang"));
        using var twice = await service.Client.DeleteAsync($"/api/stories/{id}/hidden");
        Assert.Equal(HttpStatusCode.NotFound, twice.StatusCode);
        Assert.Equal(0, (await service.GetJsonAsync("/api/stats")).GetProperty("hidden").GetInt32());
    }

    [Fact]
    public async Task WhatIsHidden_StaysSo_AfterARestart_AndWhenJoinedOrSplit()
    {
        long id;
        await using (var service = await StartAsync())
        {
            await PollAsync(service, "alpha", "beta", "gamma");
            id = await HideAsync(service, "asked for");
            var item = (await service.GetJsonAsync($"/api/stories/{id}")).GetProperty("items")[1].GetProperty("key").GetInt64();
            using var split = await service.Client.PostAsJsonAsync($"/api/stories/{id}/split", new { item });
            Assert.Equal(HttpStatusCode.OK, split.StatusCode);
        }

        await using var again = await StartAsync();
        Assert.Equal("The harbour", Assert.Single(await again.ItemsOf("/feed.json")).GetProperty("title").GetString());
        var other = (await again.ItemsOf("/api/stories"))[0].GetProperty("id").GetInt64();
        using var joined = await again.Client.PostAsJsonAsync($"/api/stories/{other}/join", new { story = id });
        Assert.Equal(HttpStatusCode.OK, joined.StatusCode);
        var answer = await joined.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Contains("readers see neither of them now", answer.GetProperty("note").GetString(), StringComparison.Ordinal);
        Assert.Empty(await again.ItemsOf("/feed.json"));
        var asked = await again.GetJsonAsync($"/api/stories/{answer.GetProperty("id")}");
        Assert.Equal(JsonValueKind.Null, asked.GetProperty("note").ValueKind);
    }

    [Fact]
    public async Task ThePage_SaysThatAJoinHidesTheOtherStory()
    {
        await using var service = await StartAsync();
        await PollAsync(service, "alpha", "gamma");
        var id = await HideAsync(service, "asked for");
        var other = (await service.ItemsOf("/api/stories"))[0].GetProperty("id").GetInt64();
        var page = await service.DoAsync(
            "/hangfire/stories", "/hangfire/stories/join", ("story", $"{other}"), ("with", $"{id}"));
        Assert.EndsWith("?done=joined-hidden", page, StringComparison.Ordinal);
        Assert.Contains("One of them was hidden", await service.Client.GetStringAsync(page), StringComparison.Ordinal);
        Assert.Contains("see neither", await service.Client.GetStringAsync("/hangfire/audit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStoryThatADropRuleHoldsBack_IsHiddenAndShownAsAnyOther()
    {
        await using var service = await StartAsync();
        await PollAsync(service, "gamma");
        var story = Assert.Single(await service.ItemsOf("/api/stories")).GetProperty("id").GetInt64();
        await using (var db = await service.DatabaseAsync())
        {
            await db.Items.ExecuteUpdateAsync(set => set.SetProperty(i => i.Dropped, "Ports"));
            await db.Stories.ExecuteUpdateAsync(set => set.SetProperty(s => s.IsDropped, true));
        }

        using var hidden = await service.Client.PostAsJsonAsync($"/api/stories/{story}/hidden", new { reason = "x" });
        Assert.Equal(HttpStatusCode.OK, hidden.StatusCode);
        var item = Assert.Single((await hidden.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items").EnumerateArray());
        Assert.Equal("Ports", item.GetProperty("dropped").GetString());
        using var shown = await service.Client.DeleteAsync($"/api/stories/{story}/hidden");
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.Empty(await service.ItemsOf("/feed.json"));
    }

    [Fact]
    public async Task AnErasedStory_IsGoneForGood_AlsoForWhoWouldHideIt()
    {
        await using var service = await StartAsync();
        await PollAsync(service, "gamma");
        var story = Assert.Single(await service.ItemsOf("/api/stories")).GetProperty("id").GetInt64();
        using var erased = await service.Client.DeleteAsync($"/api/stories/{story}");
        using var hidden = await service.Client.PostAsJsonAsync($"/api/stories/{story}/hidden", new { reason = "x" });
        using var shown = await service.Client.DeleteAsync($"/api/stories/{story}/hidden");
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone), (hidden.StatusCode, shown.StatusCode));
    }

    [Theory]
    [InlineData("/alpha", "alpha-flood", "https://alpha.example/flood")]
    [InlineData("/moved", "alpha-flood", "https://alpha.example/flood")]
    [InlineData("/moved", "other", "https://alpha.example/elsewhere")]
    [InlineData("/alpha", "alpha-flood", "https://alpha.example/elsewhere")]
    public async Task WhatIsHidden_StaysSo_WhenItsSourceIsDeletedAndAddedAgain(string path, string guid, string link)
    {
        await using var service = await StartAsync();
        await PollAsync(service, "alpha", "gamma");
        await HideAsync(service, "the village asked for it");
        await DeleteAsync(service, "alpha");
        _newsroom.Serve(path, Feeds.Rss("alpha", Flood("alpha", 0, cut: 0) with { Guid = guid, Link = link }));
        var again = await AddAsync(service, path, "again");
        await PollAsync(service, "beta");

        Assert.Equal("The harbour", Assert.Single(await service.ItemsOf("/feed.json")).GetProperty("title").GetString());
        var story = Assert.Single(await service.ItemsOf($"/api/items?source={again}")).GetProperty("story").GetInt64();
        var seen = await service.GetJsonAsync($"/api/stories/{story}");
        Assert.Equal("the village asked for it", seen.GetProperty("hidden").GetProperty("reason").GetString());
        Assert.Equal(2, seen.GetProperty("items").GetArrayLength());

        using var shown = await service.Client.DeleteAsync($"/api/stories/{story}/hidden");
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        await DeleteAsync(service, again);
        var thrice = await AddAsync(service, path, "thrice");
        Assert.Single(await service.ItemsOf($"/feed.json?source={thrice}"));
    }

    [Fact]
    public async Task Readers_AreToldInWords_AndSeeNothingOfIt_WhileAnAdminSeesItAndShowsItWithOneClick()
    {
        await using var service = await StartAsync($"--FeedHub:Admin:Password={Guest.Password}");
        await PollAsync(service, "alpha");
        using var admin = new Guest(service);
        await admin.SignInAsync();
        const string Page = "/stories/1";
        Assert.DoesNotContain("stories/1/hide", await service.Client.GetStringAsync(Page), StringComparison.Ordinal);
        using var hidden = await admin.PostAsync(Page, "/hangfire/stories/1/hide", ("reason", "gossip"));
        Assert.Equal("/hangfire/stories/1?done=hidden", hidden.Headers.Location!.OriginalString);

        using var page = await service.Client.GetAsync(Page);
        var words = await page.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("This story is not shown", words, StringComparison.Ordinal);
        foreach (var address in (string[])["", "/api/stories/1", "/api/items"])
        {
            var answer = address.Length == 0 ? words : await service.Client.GetStringAsync(address);
            Assert.DoesNotContain("Lirang", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("gossip", answer, StringComparison.Ordinal);
        }

        Assert.Contains("gossip", await admin.PageAsync(Page), StringComparison.Ordinal);
        Assert.Contains("gossip", await admin.PageAsync("/hangfire/stories"), StringComparison.Ordinal);
        Assert.Contains(" from readers", await admin.PageAsync("/hangfire/audit"), StringComparison.Ordinal);
        using var shown = await admin.PostAsync(Page, "/hangfire/stories/1/show");
        Assert.Equal(HttpStatusCode.SeeOther, shown.StatusCode);
        Assert.Contains("Lirang", await service.Client.GetStringAsync(Page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "/api/stories/999/hidden", """{ "reason": "x" }""", HttpStatusCode.NotFound)]
    [InlineData("POST", "/api/stories/1/hidden", """{ "reason": 4 }""", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/stories/1/hidden", """{ "why": "x" }""", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/stories/1/hidden", """{ "reason": " \t" }""", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/stories/1/hidden", """{ "reason": null }""", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/stories/1/hidden", "{}", HttpStatusCode.BadRequest)]
    [InlineData("DELETE", "/api/stories/999", "", HttpStatusCode.NotFound)]
    public async Task WhatCannotBeDone_IsAProblemInWords(string method, string address, string body, HttpStatusCode expected)
    {
        await using var service = await StartAsync();
        await PollAsync(service, "alpha");
        using var request = new HttpRequestMessage(new(method), address) { Content = new StringContent(body, null, "application/json") };
        using var answer = await service.Client.SendAsync(request);
        Assert.Equal((expected, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Single(await service.ItemsOf("/feed.json"));
    }

    private static async Task AssertGoneAsync(TestService service, long id)
    {
        await service.Services.GetRequiredService<SearchIndexer>().CatchUpAsync(CancellationToken.None);
        foreach (var address in new[]
        {
            "/feed.rss", "/feed.atom", "/feed.json", "/", "/feed.json?order=published", "/feed.json?q=Lirang", "/feed.json?q=-tsunami",
            "/feed.json?source=alpha", "/feed.json?source=beta", "/feed.json?language=id", "/api/stories", "/stories/newest",
        })
        {
            var shown = await service.Client.GetStringAsync(address);
            Assert.DoesNotContain("Banjir Lirang", shown, StringComparison.Ordinal);
            Assert.DoesNotContain($"[{id}", shown, StringComparison.Ordinal);
        }
    }

    private static async Task DeleteAsync(TestService service, string source)
    {
        using var deleted = await service.Client.DeleteAsync($"/api/sources/{source}");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
    }

    /// <summary>Adds a source and waits for its first poll; returns its id, which is its former one where its address was deleted
    /// lately.</summary>
    private async Task<string> AddAsync(TestService service, string path, string title)
    {
        using var added = await service.Client.PostAsJsonAsync("/api/sources", new { url = _newsroom.Url(path), title });
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var id = (await added.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;

        // What is added is polled at once by a job: whichever poll comes first, the other is not due.
        await service.PollAsync(id);
        await TestService.UntilAsync(
            () => service.GetJsonAsync($"/api/sources/{id}"), source => source.GetProperty("last_success").ValueKind != JsonValueKind.Null);
        return id;
    }

    private static async Task<long> HideAsync(TestService service, string reason)
    {
        var story = (await service.ItemsOf("/api/stories?source=alpha"))[0].GetProperty("id").GetInt64();
        using var answer = await service.Client.PostAsJsonAsync($"/api/stories/{story}/hidden", new { reason });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return story;
    }

    private static List<string> Ids(string feed) =>
        [.. JsonDocument.Parse(feed).RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];

    private static Written Flood(string source, int hour, int cut) => new(
        $"{source}-flood",
        $"https://{source}.example/flood",
        "Banjir Lirang",
        Morning.AddHours(hour),
        Told.Copied(Told.Flood, source, cut));

    private static async Task PollAsync(TestService service, params string[] sources)
    {
        foreach (var source in sources)
            await service.PollAsync(source);
    }

    private Task<TestService> StartAsync(params string[] settings) => TestService.StartAsync(
        _folder,
        Feeds.Json(((string[])["alpha", "beta", "gamma"]).Select(source => Feeds.Source(_newsroom.Url($"/{source}"), source))),
        settings: settings);
}
