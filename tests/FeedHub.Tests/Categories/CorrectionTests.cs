using System.Net;
using System.Text.Json;
using FeedHub.Categories;
using FeedHub.Model.Categories;
using FeedHub.Storage.Statements.Habits;
using FeedHub.Storage.Writing;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Categories;

/// <summary>What an admin says of a story's categories, through the API.</summary>
public sealed class CorrectionTests : IAsyncLifetime
{
    private static readonly Written One = new(
        "1",
        "https://alpha.example/1",
        "A letter from Pyongyang",
        DateTimeOffset.UtcNow.AddHours(-1),
        "Nobody has opened it.",
        "Olahraga");

    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve("/a", Feeds.Rss("Alpha", One));
        _newsroom.Serve("/b", Feeds.Rss("Beta", One with { Guid = "b1", Category = "Cuaca" }));
    }

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task ACorrection_StandsOverEditsCopiesReTaggingAndRestarts()
    {
        long story;
        await using (var service = await StartAsync())
        {
            await service.PollAsync("alpha");
            story = await StoryAsync(service);
            using var answer = await CorrectAsync(service, story, """{ "categories": ["conflict", "politics", "conflict"] }""");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("conflict politics", Slugs(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement));

            await service.PollAsync("beta");
            _newsroom.Serve("/a", Feeds.Rss("Alpha", One with { Title = "A letter, edited" }));
            Assert.Equal("200, 0 new, 1 changed", await service.PollAsync("alpha"));
            Assert.Equal("conflict politics", Slugs(await service.GetJsonAsync($"/api/stories/{story}")));
        }

        await using var again = await StartAsync(""", "categories": [ { "slug": "korea", "any": ["Pyongyang", "letter"] } ]""");
        await RetaggedAsync(again);
        Assert.Equal("conflict politics", Slugs(await again.GetJsonAsync($"/api/stories/{story}")));
        Assert.Empty(await again.ItemsOf("/api/stories?category=korea"));
        Assert.Empty(await again.ItemsOf("/api/stories?category=weather"));
        Assert.Single(await again.ItemsOf("/api/stories?category=conflict"));
    }

    [Fact]
    public async Task ACorrection_ChangesNeitherPlaceNorUpdated_AndReadersSeeIt()
    {
        await using var service = await StartAsync();
        await service.PollAsync("alpha");
        var story = await StoryAsync(service);
        var before = await service.GetJsonAsync($"/api/stories/{story}");
        using var answer = await CorrectAsync(service, story, """{ "categories": ["conflict"] }""");
        var after = await service.GetJsonAsync($"/api/stories/{story}");
        foreach (var name in (string[])["published", "updated", "entry_id"])
            Assert.Equal(before.GetProperty(name).GetString(), after.GetProperty(name).GetString());
        Assert.Contains("set by an editor", await service.Client.GetStringAsync("/feed.json"), StringComparison.Ordinal);
        var rss = await service.Client.GetStringAsync("/feed.rss");
        Assert.Contains("<category domain=\"http://cv.iptc.org/newscodes/mediatopic/\">conflict</category>", rss, StringComparison.Ordinal);
        Assert.Contains("<category>Olahraga</category>", rss, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACorrectionTakenBack_LeavesWhatFeedHubFinds_AndNoLabel()
    {
        await using var service = await StartAsync();
        await service.PollAsync("alpha");
        var story = await StoryAsync(service);
        using var corrected = await CorrectAsync(service, story, """{ "categories": [] }""");
        Assert.Equal("", Slugs(await service.GetJsonAsync($"/api/stories/{story}")));
        using var withdrawn = await service.Client.DeleteAsync($"/api/stories/{story}/categories");
        Assert.Equal("sport", Slugs(JsonDocument.Parse(await withdrawn.Content.ReadAsStringAsync()).RootElement));
        Assert.Equal("", await service.Client.GetStringAsync("/hangfire/categories/labels.jsonl"));
        using var twice = await service.Client.DeleteAsync($"/api/stories/{story}/categories");
        Assert.Equal(HttpStatusCode.NotFound, twice.StatusCode);
    }

    [Fact]
    public async Task Labels_AreExportedAsJsonLines_OneAStory_AndOutliveTheItem()
    {
        await using var service = await StartAsync();
        await service.PollAsync("alpha");
        await service.PollAsync("beta");
        var story = await StoryAsync(service);
        using var first = await CorrectAsync(service, story, """{ "categories": ["sport"] }""");
        using var second = await CorrectAsync(service, story, """{ "categories": ["conflict", "politics"] }""");
        using var deleted = await service.Client.DeleteAsync("/api/sources/alpha");

        var lines = (await service.Client.GetStringAsync("/hangfire/categories/labels.jsonl")).Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries);
        var label = JsonDocument.Parse(Assert.Single(lines)).RootElement;
        Assert.Equal("conflict politics", string.Join(' ', label.GetProperty("slugs").EnumerateArray()));
        Assert.Equal(
            ("A letter from Pyongyang", "Nobody has opened it.", "alpha"),
            (Text(label, "title"), Text(label, "text"), Text(label, "source")));
        var set = await service.Services.GetRequiredService<TrainingTexts>().GatherAsync(CancellationToken.None);
        Assert.Equal((1, "conflict"), (set.Corrections, set.Examples[0].Slugs[0]));
    }

    [Theory]
    [InlineData("""{ "categories": ["sprot"] }""", HttpStatusCode.BadRequest)]
    [InlineData("""{ "categories": "sport" }""", HttpStatusCode.BadRequest)]
    [InlineData("""{ "categories": [1] }""", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("{", HttpStatusCode.BadRequest)]
    public async Task ABadCorrection_IsRefused(string body, HttpStatusCode expected)
    {
        await using var service = await StartAsync();
        await service.PollAsync("alpha");
        using var answer = await CorrectAsync(service, await StoryAsync(service), body);
        using var nobody = await CorrectAsync(service, 999, """{ "categories": ["sport"] }""");
        Assert.Equal((expected, HttpStatusCode.NotFound), (answer.StatusCode, nobody.StatusCode));
    }

    [Fact]
    public async Task ACorrectionByAStranger_IsRefused()
    {
        await using var service = await StartAsync();
        await service.PollAsync("alpha");
        var story = await StoryAsync(service);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/stories/{story}/categories")
        {
            Content = new StringContent("""{ "categories": ["politics"] }""", null, "application/json")
        };
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        using var answer = await service.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("sport", Slugs(await service.GetJsonAsync($"/api/stories/{story}")));
    }

    [Fact]
    public async Task Habits_AreAddedUp_TakenBack_AndThereAfterARestart()
    {
        await using (var service = await StartAsync())
        {
            await service.PollAsync("alpha");
            await TeachAsync(service, new Lesson(1, "section:/bola", "sport", 2), new Lesson(1, "section:/x", "health", 1));
            await TeachAsync(service, new Lesson(1, "section:/bola", "sport", 1), new Lesson(1, "section:/x", "health", -1));
        }

        await using var again = await StartAsync();
        var habits = again.Services.GetRequiredService<HabitStore>().Of(1).Counts;
        Assert.Contains(habits, h => (h.Source, h.Sign, h.Slug, h.Items) == ("alpha", "section:/bola", "sport", 3));
        Assert.DoesNotContain(habits, h => h.Sign == "section:/x");
        using var deleted = await again.Client.DeleteAsync("/api/sources/alpha");
        await using var db = await again.DatabaseAsync();
        Assert.Empty(db.Habits.Where(h => h.SourceId == 1));
    }

    private static Task<bool> TeachAsync(TestService service, params Lesson[] lessons) =>
        service.Services.GetRequiredService<DatabaseWriter>().RunAsync(
            session =>
            {
                var habits = new HabitLessons(session, DateTimeOffset.UtcNow);
                Array.ForEach(lessons, habits.Add);
                habits.Flush();
                return true;
            },
            CancellationToken.None);

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static string Slugs(JsonElement story) =>
        string.Join(' ', story.GetProperty("categories").EnumerateArray().Select(c => c.GetProperty("slug").GetString()));

    private static async Task<long> StoryAsync(TestService service) =>
        Assert.Single(await service.ItemsOf("/api/stories")).GetProperty("id").GetInt64();

    private static Task<HttpResponseMessage> CorrectAsync(TestService service, long story, string body) =>
        service.Client.PostAsync($"/api/stories/{story}/categories", new StringContent(body, null, "application/json"));

    private static Task RetaggedAsync(TestService service) => TestService.UntilAsync(
        async () => (await service.Services.GetRequiredService<Retagging>().LatestAsync(1, CancellationToken.None))[0],
        retag => retag.FinishedAt is not null);

    private Task<TestService> StartAsync(string more = "") => TestService.StartAsync(
        _folder, $$"""{ "sources": [ {{Feeds.Source(_newsroom.Url("/a"), "Alpha")}}, {{Feeds.Source(_newsroom.Url("/b"), "Beta")}} ] {{more}} }""");
}
