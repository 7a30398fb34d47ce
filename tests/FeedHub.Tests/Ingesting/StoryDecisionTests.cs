using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FeedHub.Ingesting;
using FeedHub.Storage.Writing;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Ingesting;

/// <summary>What an admin decides over stories holds through polls and restarts.</summary>
public sealed class StoryDecisionTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Morning = DateTimeOffset.UtcNow.AddHours(-8);
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        Serve("alpha", Item("alpha", "flood", 0, Told.Flood));
        Serve("beta", Item("beta", "flood", 1, Told.Flood, cut: 1));
        Serve("gamma", Item("gamma", "harbour", 2, Told.Harbour));
        Serve("delta", Item("delta", "flood", 3, Told.Flood, cut: 1));
    }

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task AnItemSplitOff_IsAStoryOfItsOwn_AndNeitherPollsNorRestartsNorCopiesUndoIt()
    {
        long own;
        await using (var service = await StartAsync())
        {
            await PollAsync(service, "alpha", "beta");
            var story = Assert.Single(await StoriesAsync(service));
            own = (await DecideAsync(service, $"/api/stories/{story.Id}/split", new { item = story.KeyOf("beta") })).Id;

            Assert.Equal(["alpha"], (await StoryAsync(service, story.Id)).Sources);
            Assert.Equal(["beta"], (await StoryAsync(service, own)).Sources);
            Serve("beta", Item(
                "beta",
                "flood",
                1,
                Told.Flood,
                cut: 1) with
            { Title = "Lain judul", Guid = "other", Link = "https://beta.example/other" });
            await PollAsync(service, "beta", "alpha");
        }

        await using var again = await StartAsync();
        await PollAsync(again, "alpha", "beta", "delta");
        var stories = await StoriesAsync(again);
        Assert.Equal(2, stories.Count);
        Assert.Equal(["alpha"], stories.Single(s => s.Id != own).Sources);
        Assert.Equal(["beta", "beta", "delta"], stories.Single(s => s.Id == own).Sources.Order());
        foreach (var source in (string[])["alpha", "beta"])
            Assert.Equal(1, (await again.GetJsonAsync($"/api/sources/{source}")).GetProperty("stories").GetInt32());
    }

    [Fact]
    public async Task TheLeadSplitOff_LeavesTheStoryToItsBestItem_WithItsEntryId()
    {
        await using var service = await StartAsync();
        await PollAsync(service, "alpha", "beta", "delta");
        var story = Assert.Single(await StoriesAsync(service));
        var entry = (await service.GetJsonAsync($"/api/stories/{story.Id}")).GetProperty("entry_id").GetString();

        var own = await DecideAsync(service, $"/api/stories/{story.Id}/split", new { item = story.KeyOf("alpha") });

        var left = await service.GetJsonAsync($"/api/stories/{story.Id}");
        Assert.Equal(
            (entry, "https://beta.example/flood"),
            (left.GetProperty("entry_id").GetString(), left.GetProperty("url").GetString()));
        Assert.Equal(["alpha"], own.Sources);
        Assert.Equal(2, (await service.ItemsOf("/feed.json")).Count);
        Assert.Single(await service.ItemsOf("/feed.json?source=alpha"));
    }

    [Fact]
    public async Task AnItemSplitOff_ArrivesNow_UnlessReadersSawIt_AndJoinedStoriesKeepTheFirstArrival()
    {
        await using var service = await StartAsync();
        await PollAsync(service, "alpha", "beta", "delta", "gamma");
        var story = (await StoriesAsync(service)).Single(s => s.Sources.Count == 3);
        var before = await ArrivalAsync(service, story.Id);

        var copy = await DecideAsync(service, $"/api/stories/{story.Id}/split", new { item = story.KeyOf("delta") });
        Assert.Equal("https://delta.example/flood", (await service.ItemsOf("/feed.json"))[0].GetProperty("url").GetString());
        Assert.True(await ArrivalAsync(service, copy.Id) > before.AddHours(1));

        var led = await DecideAsync(service, $"/api/stories/{story.Id}/split", new { item = story.KeyOf("alpha") });
        Assert.Equal((before, before), (await ArrivalAsync(service, led.Id), await ArrivalAsync(service, story.Id)));
        var left = await service.GetJsonAsync($"/api/stories/{story.Id}");
        Assert.True(left.GetProperty("updated").GetDateTimeOffset() > Morning.AddHours(7));

        await DecideAsync(service, $"/api/stories/{copy.Id}/join", new { story = story.Id });
        Assert.Equal(before, await ArrivalAsync(service, story.Id));
    }

    [Fact]
    public async Task StoriesJoined_AreOne_AndCopiesOfEitherJoinThem_AlsoAfterARestart()
    {
        StorySeen kept;
        long gone;
        await using (var service = await StartAsync())
        {
            await PollAsync(service, "alpha", "gamma");
            var stories = await StoriesAsync(service);
            (var flood, gone) = (stories.Single(s => s.Sources is ["alpha"]).Id, stories.Single(s => s.Sources is ["gamma"]).Id);
            kept = await DecideAsync(service, $"/api/stories/{gone}/join", new { story = flood });
            Assert.Equal((flood, 2), (kept.Id, kept.Sources.Count));
        }

        Serve("beta", Item("beta", "harbour", 4, Told.Harbour, cut: 1));
        await using var again = await StartAsync();
        await PollAsync(again, "alpha", "gamma", "beta", "delta");

        Assert.Equal(["alpha", "beta", "delta", "gamma"], Assert.Single(await StoriesAsync(again)).Sources.Order());
        using var old = await again.Client.GetAsync($"/stories/{gone}");
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/stories/{kept.Id}"), (old.StatusCode, old.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task StoriesJoined_AreForgottenWithTheSourceThatHadThem_SoThatACopyBeginsAStory()
    {
        Serve("alpha", Item("alpha", "flood", 0, Told.Flood), Item("alpha", "harbour", 1, Told.Harbour));
        Serve("beta", Item("beta", "harbour", 4, Told.Harbour, cut: 1));
        await using var service = await StartAsync();
        await PollAsync(service, "alpha");
        var stories = await StoriesAsync(service);
        await DecideAsync(service, $"/api/stories/{stories[0].Id}/join", new { story = stories[1].Id });
        using (await service.Client.DeleteAsync("/api/sources/alpha"))
            await PollAsync(service, "beta");

        Assert.Equal(["beta"], Assert.Single(await StoriesAsync(service)).Sources);
    }

    [Fact]
    public async Task EveryDecision_IsALabelledPairInJsonLines_ThatOutlivesTheSource()
    {
        await using var service = await StartAsync();
        await PollAsync(service, "alpha", "beta", "gamma");
        var stories = await StoriesAsync(service);
        var flood = stories.Single(s => s.Sources.Count == 2);
        await DecideAsync(service, $"/api/stories/{flood.Id}/split", new { item = flood.KeyOf("beta") });
        await DecideAsync(service, $"/api/stories/{flood.Id}/join", new { story = stories.Single(s => s.Sources.Count == 1).Id });
        using var deleted = await service.Client.DeleteAsync("/api/sources/beta");

        var lines = (await service.Client.GetStringAsync("/api/labels")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToList();

        Assert.Equal(["diff", "dup"], lines.Select(l => l.GetProperty("label").GetString()));
        var pair = lines[0].GetProperty("a");
        Assert.Equal(
            ("beta", "https://beta.example/flood", "flood"),
            (pair.GetProperty("source").GetString(), pair.GetProperty("url").GetString(), pair.GetProperty("title").GetString()));
        Assert.StartsWith("Sedikitnya 240 rumah", pair.GetProperty("summary").GetString(), StringComparison.Ordinal);
        Assert.Equal("admin, API", lines[0].GetProperty("by").GetString());
    }

    [Theory]
    [InlineData("/api/stories/1/split", """{ "item": 999 }""", HttpStatusCode.NotFound)]
    [InlineData("/api/stories/1/split", """{ "item": 1 }""", HttpStatusCode.Conflict)]
    [InlineData("/api/stories/1/split", """{ "item": "1" }""", HttpStatusCode.BadRequest)]
    [InlineData("/api/stories/1/split", "[]", HttpStatusCode.BadRequest)]
    [InlineData("/api/stories/999/split", """{ "item": 1 }""", HttpStatusCode.NotFound)]
    [InlineData("/api/stories/1/join", """{ "story": 1 }""", HttpStatusCode.Conflict)]
    [InlineData("/api/stories/1/join", """{ "story": 999 }""", HttpStatusCode.NotFound)]
    [InlineData("/api/stories/1/join", """{ "story": 1.5 }""", HttpStatusCode.BadRequest)]
    public async Task ADecisionThatCannotBe_IsAProblemInWords_AndChangesNothing(string address, string body, HttpStatusCode expected)
    {
        await using var service = await StartAsync();
        await PollAsync(service, "alpha");
        using var answer = await service.Client.PostAsync(address, new StringContent(body, null, "application/json"));

        Assert.Equal((expected, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal(["alpha"], Assert.Single(await StoriesAsync(service)).Sources);
        Assert.Empty(await service.Client.GetStringAsync("/api/labels"));
    }

    [Theory]
    [InlineData("POST", "/api/stories/1/split")]
    [InlineData("POST", "/api/stories/1/join")]
    [InlineData("GET", "/api/labels")]
    public async Task Decisions_AreForAdmins(string method, string address)
    {
        await using var service = await StartAsync();
        using var request = new HttpRequestMessage(new(method), address)
        {
            Content = new StringContent("""{ "item": 1, "story": 1 }""", null, "application/json")
        };
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", "203.0.113.7");
        using var answer = await service.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task WhatATransactionUndid_DrawsNoCopies()
    {
        await using var service = await StartAsync();
        await PollAsync(service, "alpha");
        var writer = service.Services.GetRequiredService<DatabaseWriter>();
        var live = service.Services.GetRequiredService<LiveStories>();
        var story = Assert.Single(await StoriesAsync(service));

        // An item that begins a story, the known story's removal, and then a failure: all of it is undone.
        await Assert.ThrowsAsync<InvalidOperationException>(() => writer.RunAsync<bool>(
            session =>
            {
                live.Begin(77, 1, Morning, Morning, Syndication.Matching.Fingerprint.Of("harbour", string.Join(' ', Told.Harbour)));
                live.Remove([story.Id]);
                throw new InvalidOperationException("the disk is full");
            },
            CancellationToken.None));

        await PollAsync(service, "gamma", "beta");
        Assert.Equal(
            [["alpha", "beta"], ["gamma"]],
            (await StoriesAsync(service)).Select(s => s.Sources.Order().ToList()).OrderBy(s => s[0]));
    }

    private static async Task<DateTimeOffset> ArrivalAsync(TestService service, long id)
    {
        await using var db = await service.DatabaseAsync();
        return (await db.Stories.FindAsync(id))!.SortAt;
    }

    private static Written Item(string source, string name, int hour, string[] article, int cut = 0) => new(
        $"{source}-{name}", $"https://{source}.example/{name}", name, Morning.AddHours(hour), Told.Copied(
            article,
            $"{source.ToUpperInvariant()}.EXAMPLE",
            cut));

    private void Serve(string source, params Written[] items) => _newsroom.Serve($"/{source}", Feeds.Rss(source, items));

    private static async Task PollAsync(TestService service, params string[] sources)
    {
        foreach (var source in sources)
            await service.PollAsync(source);
    }

    private static async Task<IReadOnlyList<StorySeen>> StoriesAsync(TestService service) =>
        [.. (await service.ItemsOf("/api/stories")).Select(StorySeen.Of)];

    private static async Task<StorySeen> StoryAsync(TestService service, long id) =>
        StorySeen.Of(await service.GetJsonAsync($"/api/stories/{id}"));

    private static async Task<StorySeen> DecideAsync(TestService service, string address, object body)
    {
        using var answer = await service.Client.PostAsJsonAsync(address, body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return StorySeen.Of((await answer.Content.ReadFromJsonAsync<JsonElement>())!);
    }

    private Task<TestService> StartAsync() => TestService.StartAsync(
        _folder, Feeds.Json(
            ((string[])["alpha", "beta", "gamma", "delta"]).Select(source => Feeds.Source(_newsroom.Url($"/{source}"), source))));

    private sealed record StorySeen(long Id, IReadOnlyList<string> Sources, IReadOnlyList<long> Keys)
    {
        public static StorySeen Of(JsonElement story)
        {
            var items = story.GetProperty("items").EnumerateArray().ToList();
            return new(
                story.GetProperty("id").GetInt64(),
                items.ConvertAll(i => i.GetProperty("source").GetString()!),
                items.ConvertAll(i => i.GetProperty("key").GetInt64()));
        }

        public long KeyOf(string source) => Keys[Sources.ToList().IndexOf(source)];
    }
}
