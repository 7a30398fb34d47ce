using FeedHub.Categories;
using FeedHub.Syndication.Reasons;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Categories;

/// <summary>What a change of rules, aliases or a source's categories does to items that are stored already.</summary>
public sealed class RetagTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve("/a", Feeds.Rss("Alpha",
            new Written("1", "https://alpha.example/1", "A letter from Pyongyang", Ago(1), "Nobody has opened it."),
            new Written("2", "https://alpha.example/2", "A quiet day", Ago(2), "Nothing happened.", "Zonk"),
            new Written("3", "https://alpha.example/3", "The derby", Ago(3), "Two to one.", "Olahraga")));
    }

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task ANewRule_RetagsStoredItems_WithoutANewPlaceOrUpdated()
    {
        string before;
        await using (var service = await StartAsync())
        {
            await service.PollAsync("alpha");
            before = await service.Client.GetStringAsync("/feed.atom");
        }

        await using var again = await StartAsync(Rule("korea", "Pyongyang"));
        await RetaggedAsync(again);
        var after = (await again.Client.GetStringAsync("/feed.atom")).Replace(again.Address, "", StringComparison.Ordinal);

        Assert.Equal(["korea"], await SlugsAsync(again, 0));
        Assert.Contains("korea", after, StringComparison.Ordinal);
        Assert.Equal(Entries(before), Entries(after), StringComparer.Ordinal);
        Assert.Single(await again.ItemsOf("/api/stories?category=korea"));
    }

    [Fact]
    public async Task ARuleThatIsGone_TakesItsCategoryWithIt()
    {
        await using (var service = await StartAsync(Rule("korea", "Pyongyang")))
        {
            await service.PollAsync("alpha");
            Assert.Equal(["korea"], await SlugsAsync(service, 0));
        }

        await using var again = await StartAsync(Rule("sport", "derby"));
        await RetaggedAsync(again);
        Assert.Empty(await SlugsAsync(again, 0));
        Assert.Single(await again.ItemsOf("/api/stories?category=sport"));
    }

    [Fact]
    public async Task AStartWithTheSameRules_RetagsNothing()
    {
        await using (var service = await StartAsync(Rule("korea", "Pyongyang")))
            await service.PollAsync("alpha");
        await using var again = await StartAsync(Rule("korea", "Pyongyang"));
        Assert.Single(await again.Services.GetRequiredService<Retagging>().LatestAsync(9, CancellationToken.None));
    }

    [Fact]
    public async Task AMappedWord_RetagsStoredItems_AlsoAfterARestart()
    {
        await using (var service = await StartAsync())
        {
            await service.PollAsync("alpha");
            Assert.Null(await service.Services.GetRequiredService<AliasBook>().MapAsync("zonk", "weather", CancellationToken.None));
            await RetaggedAsync(service);
            Assert.Equal(["weather"], await SlugsAsync(service, 1));
        }

        _newsroom.Serve("/a", Feeds.Rss("Alpha", new Written("4", "https://alpha.example/4", "Another day", Ago(0.5), "", "ZONK")));
        await using var again = await StartAsync();
        await again.PollAsync("alpha");
        Assert.Equal(["weather"], await SlugsAsync(again, 0));
    }

    [Fact]
    public async Task ASourcesOwnCategories_RetagItsStoredItems()
    {
        await using var service = await StartAsync();
        await service.PollAsync("alpha");
        using var answer = await service.Client
            .PatchAsync("/api/sources/alpha", new StringContent("""{ "category": ["health"] }""", null, "application/json"));
        await RetaggedAsync(service);
        Assert.Equal(["health", "sport"], await SlugsAsync(service, 2));
    }

    [Fact]
    public async Task AWalkThatWasCutShort_GoesOnWhereItWas_AfterARestart()
    {
        await using (var service = await StartAsync())
        {
            await service.PollAsync("alpha");
            await using var db = await service.DatabaseAsync();
            db.Retags.Add(
                new() { Reason = Reason.Sentence("cut short"), RequestedAt = DateTimeOffset.UtcNow, Before = 2, Total = 3, Done = 2 });
            db.Items.ToList().ForEach(i => i.Tags = [new("weather", 1, Reason.Sentence("wrong"))]);
            await db.SaveChangesAsync();
        }

        await using var again = await StartAsync();
        await RetaggedAsync(again);
        var walk = (await again.Services.GetRequiredService<Retagging>().LatestAsync(1, CancellationToken.None))[0];
        Assert.Equal((3, 3, 1), (walk.Total, walk.Done, walk.Changed));
        Assert.Equal(
            2,
            (await again.ItemsOf("/api/items")).Count(i => i.GetProperty("categories")[0].GetProperty("why").GetString() == "wrong"));
    }

    private static DateTimeOffset Ago(double hours) => DateTimeOffset.UtcNow.AddHours(-hours);

    private static string Rule(string slug, string word) => $$""", "categories": [ { "slug": "{{slug}}", "any": ["{{word}}"] } ]""";

    private static async Task<IReadOnlyList<string>> SlugsAsync(TestService service, int item) =>
        [.. (await service.ItemsOf("/api/items"))[item].GetProperty("categories").EnumerateArray()
            .Select(c => c.GetProperty("slug").GetString()!)];

    private static Task RetaggedAsync(TestService service) => TestService.UntilAsync(
        async () => (await service.Services.GetRequiredService<Retagging>().LatestAsync(1, CancellationToken.None))[0],
        retag => retag.FinishedAt is not null);

    // All of the feed but categories and the service's own addresses.
    private static List<string> Entries(string atom) => [.. System.Xml.Linq.XDocument.Parse(atom).Root!.Elements()
        .Where(e => e.Name.LocalName == "entry")
        .Select(e =>
        {
            e.Elements().Where(c => c.Name.LocalName == "category").ToList().ForEach(c => c.Remove());
            return e.ToString();
        })];

    private Task<TestService> StartAsync(string more = "") => TestService.StartAsync(
        _folder, $$"""{ "sources": [ {{Feeds.Source(_newsroom.Url("/a"), "Alpha")}} ] {{more}} }""");
}
