using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FeedHub.Categories;
using FeedHub.Publishing.Search;
using FeedHub.Sources;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Categories;

/// <summary>Rules that keep items out of stories, and give them back once they are taken back.</summary>
public sealed class DropRuleTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Morning = DateTimeOffset.UtcNow.AddHours(-8);
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;
    private TestService _service = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        Serve("alpha", Promo("alpha"), Flood("alpha", "Banjir Lirang"));
        Serve("beta", Promo("beta"), new Written("b2", "https://beta.example/harbour", "The harbour", Morning, Told.Html(Told.Harbour)));
        _service = await StartAsync("");
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task ARuleOverItemsThatAreThere_TakesThemOutOfStories_AndTakenBackBringsThemBackAsTheyWere()
    {
        await PollAsync("alpha", "beta");
        var before = await _service.ItemsOf("/api/stories");
        var feed = await IdsAsync();
        await PutAsync("""{ "drop": [ { "title": "Advertising", "any": ["\"kartu belanja\""] } ] }""");

        Assert.Equal(["Banjir Lirang", "The harbour"], await TitlesAsync());
        var dropped = (await _service.ItemsOf("/api/items")).Where(i => i.GetProperty("dropped").ValueKind != JsonValueKind.Null).ToList();
        Assert.Equal(2, dropped.Count);
        Assert.All(dropped, item => Assert.Equal("Advertising", item.GetProperty("dropped").GetString()));
        Assert.All(dropped, item => Assert.Equal(JsonValueKind.Null, item.GetProperty("story").ValueKind));
        var stats = await _service.GetJsonAsync("/api/stats");
        Assert.Equal((2, 2), (stats.GetProperty("stories").GetInt32(), stats.GetProperty("dropped").GetInt32()));
        Assert.Equal(1, (await _service.GetJsonAsync("/api/sources/alpha")).GetProperty("stories").GetInt32());
        Assert.Empty(await _service.ItemsOf("/feed.json?q=belanja"));
        await SaysThatARuleHoldsItBackAsync(Promo(before).GetProperty("id").GetInt64());

        await PutAsync("""{ "drop": [] }""");
        Assert.Equal(feed, await IdsAsync());
        Assert.Equal(Promo(before).GetRawText(), Promo(await _service.ItemsOf("/api/stories")).GetRawText());
        Assert.Single(await _service.ItemsOf("/feed.json?q=belanja"));
        Assert.Equal(2, (await _service.GetJsonAsync("/api/sources/alpha")).GetProperty("stories").GetInt32());
    }

    private async Task SaysThatARuleHoldsItBackAsync(long id)
    {
        using (var page = await _service.Client.GetAsync($"/stories/{id}"))
        {
            Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
            Assert.Contains("It comes back if the rule goes.", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using (var request = new HttpRequestMessage(HttpMethod.Get, $"/api/stories/{id}"))
        {
            request.Headers.Add("X-Forwarded-For", "203.0.113.9");
            using var answer = await _service.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains("(Advertising); it comes back if they go", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        // What an admin may hide, an admin may see.
        var story = await _service.GetJsonAsync($"/api/stories/{id}");
        Assert.All(story.GetProperty("items").EnumerateArray(), item =>
            Assert.Equal("Advertising", item.GetProperty("dropped").GetString()));
        using var hidden = await _service.Client.PostAsJsonAsync($"/api/stories/{id}/hidden", new { reason = "twice" });
        Assert.Equal(HttpStatusCode.OK, hidden.StatusCode);
        using var shown = await _service.Client.DeleteAsync($"/api/stories/{id}/hidden");
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
    }

    [Fact]
    public async Task ARuleForOneSource_LeavesTheStoryToTheOthers_AndNewItemsAreDroppedAsTheyCome()
    {
        await PutAsync("""{ "drop": [ { "any": ["kartu"], "in": ["title", "text"], "sources": ["alpha"] } ] }""");
        await PollAsync("alpha");
        Assert.Equal(["Banjir Lirang"], await TitlesAsync());
        await PollAsync("beta");
        Assert.Equal(["Kartu belanja baru", "Banjir Lirang", "The harbour"], await TitlesAsync());
        var story = (await _service.ItemsOf("/api/stories?q=belanja"))[0];
        Assert.Equal(["beta"], story.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("source").GetString()));
        Assert.Empty(await _service.ItemsOf("/feed.json?source=alpha&q=belanja"));
        Assert.Equal("any of kartu; in title, text", (await _service.ItemsOf("/api/items?source=alpha"))
            .Select(item => item.GetProperty("dropped").GetString()).OfType<string>().Single());

        // A restart and another look at the same documents change nothing.
        await _service.DisposeAsync();
        _service = await StartAsync("");
        await PollAsync("alpha", "beta");
        Assert.Equal(["Kartu belanja baru", "Banjir Lirang", "The harbour"], await TitlesAsync());
    }

    [Fact]
    public async Task AnItemThatChanges_IsLookedAtAgain()
    {
        await PutAsync("""{ "drop": [ { "all": ["kartu", "belanja"], "none": ["bocor"] } ] }""");
        await PollAsync("alpha");
        Assert.Equal(["Banjir Lirang"], await TitlesAsync());
        Serve("alpha", Promo("alpha", "Kartu belanja bocor"), Flood("alpha", "Banjir dan kartu belanja"));
        await PollAsync("alpha");
        Assert.Equal(["Kartu belanja bocor"], await TitlesAsync());
    }

    [Fact]
    public async Task WhatAnAdminChanged_Stands_UntilThatPartOfTheFileChanges()
    {
        await PollAsync("alpha", "beta");
        await PutAsync("""{ "drop": [ { "any": ["kartu"] } ], "categories": [ { "slug": "sea", "title": "Sea", "any": ["harbour"] } ] }""");
        await ApplyAsync(""", "title": "Other title" """);
        Assert.Equal(["Banjir Lirang", "The harbour"], await TitlesAsync());
        Assert.Equal("Other title", (await _service.GetJsonAsync("/feed.json")).GetProperty("title").GetString());

        await _service.DisposeAsync();
        _service = await StartAsync(""", "title": "Other title" """);
        Assert.Equal("kartu", (await _service.GetJsonAsync("/api/rules")).GetProperty("drop")[0].GetProperty("any")[0].GetString());
        Assert.Single(await _service.ItemsOf("/feed.json?category=sea"));
        var exported = await _service.GetJsonAsync("/api/export/feeds.json");
        Assert.Equal("kartu", exported.GetProperty("drop")[0].GetProperty("any")[0].GetString());

        await ApplyAsync(""", "title": "Other title", "drop": [ { "any": ["harbour"] } ]""");
        Assert.Equal(["Kartu belanja baru", "Banjir Lirang"], await TitlesAsync());
        Assert.Equal("sea", (await _service.GetJsonAsync("/api/rules")).GetProperty("categories")[0].GetProperty("slug").GetString());
        await ApplyAsync(""", "title": "Other title" """);
        Assert.Equal(3, (await TitlesAsync()).Count);
    }

    [Theory]
    [InlineData("""{ "drop": [ { "any": ["x"] }, { "none": ["y"] } ] }""", "drop[1]: this rule says nothing to look for")]
    [InlineData("""{ "categories": [ { "slug": "a", "any": ["x"] } ], "drop": [ { "slug": "a", "any": ["x"] } ] }""", "drop[0]: \"slug\"")]
    [InlineData("""{ "categories": [ { "any": ["x"] } ], "drop": [] }""", "categories[0]: this rule has no slug")]
    [InlineData("""{ "drop": [ { "any": ["x"], "in": ["body"] } ] }""", "drop[0]: \"body\"")]
    [InlineData("""{ "drop": [ { "any": ["x"] }, { "any": ["y"], "sources": ["nobody-here"] } ] }""", "drop[1]: there is no source \"nobody-here\"")]
    [InlineData("""{ "categories": [ { "slug": "a", "any": ["x"], "sources": ["nobody-here"] } ] }""", "categories[0]: there is no source")]
    [InlineData("""{ "drop": {} }""", "drop: must be a list")]
    [InlineData("""{ "rules": [] }""", "rules: there is no such property")]
    [InlineData("[]", "must be a JSON object")]
    public async Task RulesThatCannotBeUsed_AreNamedWithTheirPlace_AndChangeNothing(string body, string says)
    {
        using var answer = await _service.Client.PutAsync("/api/rules", new StringContent(body, null, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(says, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString(),
            StringComparison.Ordinal);
        var rules = await _service.GetJsonAsync("/api/rules");
        Assert.Equal((0, 0), (rules.GetProperty("drop").GetArrayLength(), rules.GetProperty("categories").GetArrayLength()));
    }

    private static Written Promo(string source, string title = "Kartu belanja baru") => new(
        $"{source}-promo", $"https://{source}.example/promo", title, Morning.AddHours(1), Told.Copied(Told.Budget, source));

    private static Written Flood(string source, string title) => new(
        $"{source}-flood", $"https://{source}.example/flood", title, Morning.AddHours(0.5), Told.Html(Told.Flood));

    private static JsonElement Promo(IReadOnlyList<JsonElement> stories) =>
        stories.Single(story => story.GetProperty("title").GetString()!.StartsWith("Kartu", StringComparison.Ordinal));

    private async Task<List<string>> TitlesAsync() =>
        [.. (await _service.ItemsOf("/feed.json")).Select(item => item.GetProperty("title").GetString()!)];

    private async Task<List<string>> IdsAsync() =>
        [.. (await _service.ItemsOf("/feed.json")).Select(item => item.GetProperty("id").GetString()!)];

    private void Serve(string source, params Written[] items) => _newsroom.Serve($"/{source}", Feeds.Rss(source, items));

    private async Task PollAsync(params string[] sources)
    {
        foreach (var source in sources)
            await _service.PollAsync(source);
        await IndexedAsync();
    }

    private async Task PutAsync(string rules)
    {
        using var answer = await _service.Client.PutAsync("/api/rules", new StringContent(rules, null, "application/json"));
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        await WalkedAsync();
    }

    private async Task ApplyAsync(string more)
    {
        var read = FeedsFileReader.Parse(File(more));
        Assert.Empty(read.Errors);
        await _service.Services.GetRequiredService<FeedsFileSync>().ApplyAsync(read.File!);
        await WalkedAsync();
    }

    // Hangfire's workers may be at it too: in either case the walk is at its end.
    private async Task WalkedAsync()
    {
        await TestService.UntilAsync(
            async () => (await _service.Services.GetRequiredService<Retagging>().LatestAsync(5, CancellationToken.None))
                .All(walk => walk.FinishedAt is not null),
            done => done);
        await IndexedAsync();
    }

    private Task IndexedAsync() => _service.Services.GetRequiredService<SearchIndexer>().CatchUpAsync(CancellationToken.None);

    private string File(string more) =>
        $$"""
        { "sources": [ {{Feeds.Source(_newsroom.Url("/alpha"), "alpha")}}, {{Feeds.Source(_newsroom.Url("/beta"), "beta")}} ]{{more}} }
        """;

    private Task<TestService> StartAsync(string more) => TestService.StartAsync(_folder, File(more));
}
