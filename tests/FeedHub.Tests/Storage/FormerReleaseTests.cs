using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FeedHub.Tests.Hosting;
using FeedHub.Tests.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Storage;

/// <summary>
/// A database that commit 9f5c0b1 made, of three made-up publishers: two of them have a story in common, an admin corrected a story's
/// categories, mapped a word, edited one source, paused another and made a key.
/// </summary>
[Trait("Storage", "sqlite")]
public sealed class FormerReleaseTests : IAsyncLifetime
{
    private const string Publisher = "http://127.0.0.1:44553";
    private const string Flood = "Flood closes the coastal road between the harbour and the old fort";
    private const string FloodText =
        "The coastal road has been closed since dawn after the river rose above its banks, and the harbour master asks all lorries to wait "
            + "inland until the water has gone.";

    private static readonly DateTimeOffset Begin = new(2026, 11, 20, 6, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Begin.AddHours(2));
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        Directory.CreateDirectory(_folder.File("data"));
        await using var packed = new GZipStream(
            new MemoryStream(RepositoryFile.Read("tests/FeedHub.Tests/Storage/Former/9f5c0b1.db.gz")), CompressionMode.Decompress);
        await using var file = File.Create(_folder.File("data/feedhub.db"));
        await packed.CopyToAsync(file);
    }

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task EveryItem_IsInItsStory_UnderItsIds()
    {
        await using var service = await StartAsync();

        Assert.Equal(
            [
                "1 urn:uuid:01a226fc-d26b-7e53-aee0-ecd8e6371412 politics: 1 lantern-3 https://lantern.example/news/3",
                "2 urn:uuid:01a226fc-d2b7-7391-949e-088ec25ccbcd economy: 2 lantern-2 https://lantern.example/news/2",
                "3 tag:lantern.example,2026:1 economy: 3 tag:lantern.example,2026:1 https://lantern.example/news/1, "
                    + "5 compass-1 https://compass.example/a/1",
                "4 urn:uuid:01a226fc-d346-787d-8aa7-012a83fc3831 : 4 compass-2 https://compass.example/a/2",
                "5 urn:uuid:01a226fc-d38b-73ba-ad9e-71848dc44049 : 6 almanac-1 https://almanac.example/x/1",
                "6 urn:uuid:01a226fc-d82b-764e-a234-4ad0f8b85e17 economy: 7 lantern-4 https://lantern.example/news/4",
            ],
            (await service.ItemsOf("/api/stories?limit=50")).OrderBy(s => s.GetProperty("id").GetInt64()).Select(LineOf));
        var merged = (await service.ItemsOf("/api/items?source=compass")).Single(i => Text(i, "id") == "compass-1");
        Assert.Equal(
            "same text (1.00): 100 % of the shorter text is in both, headlines alike (1.00), numbers agree", Text(merged, "why"));
    }

    [Fact]
    public async Task EverySetting_IsAsItWas_AlsoWhatAnAdminSaidOtherwiseThanTheFile()
    {
        await using var service = await StartAsync();

        Assert.Equal(
            [
                "almanac Almanac [] full 01:00:00 paused guid False",
                "compass The Compass en-GB [] summary 00:45:00 active link True",
                "lantern Lantern en Asia/Jakarta [economy] full 01:00:00 active guid False",
            ],
            (await service.ItemsOf("/api/sources")).OrderBy(s => Text(s, "id")).Select(SettingsOf));
        await using var db = await service.DatabaseAsync();
        Assert.Equal("seven", (await db.Sources.SingleAsync(s => s.Slug == "compass")).Declared.Headers["X-Desk"]);
        Assert.Equal("economy", (await db.PublisherAliases.SingleAsync()).Slug);
        Assert.Equal("reader of the desk", (await db.ApiKeys.SingleAsync()).Name);
        Assert.Equal(8, await db.AuditEntries.CountAsync());
        Assert.All(await db.Sources.ToListAsync(), source => Assert.Equal("127.0.0.1", source.Host));
    }

    [Fact]
    public async Task WhatWasRead_IsKnownAgain_AndWhatIsNewJoinsIt()
    {
        _newsroom.Serve("/lantern", Feeds.Rss("Lantern",
            new Written("tag:lantern.example,2026:1", "https://lantern.example/news/1", Flood, Begin.AddHours(-3), FloodText, "Transport"),
            new Written("lantern-4", "https://lantern.example/news/4", "A second ferry is ordered for the strait", Begin)));
        _newsroom.Serve("/almanac", Feeds.Rss("Almanac",
            new Written("almanac-9", "https://almanac.example/x/9", Flood, Begin.AddHours(1), FloodText)));
        await using var service = await StartAsync();
        foreach (var source in (string[])["lantern", "almanac"])
        {
            using var moved = await service.Client.PatchAsJsonAsync($"/api/sources/{source}", new { url = _newsroom.Url($"/{source}") });
            Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
            await service.PollAsync(source);
        }

        var stories = await service.ItemsOf("/api/stories?limit=50");
        Assert.Equal(6, stories.Count);
        var flood = stories.Single(s => Text(s, "entry_id") == "tag:lantern.example,2026:1");
        Assert.Equal(["almanac", "compass", "lantern"], flood.GetProperty("items").EnumerateArray().Select(i => Text(i, "source")).Order());
        Assert.Equal(["Flood closes the coastal road between the harbour and the old fort"], await FoundAsync(service, "coastal"));
        Assert.Equal(["Harvest of cloves begins a month early on the eastern islands"], await FoundAsync(service, "cloves"));
    }

    private Task<TestService> StartAsync() => TestService.StartAsync(
        _folder,
        Feeds.Json(
            Feeds.Source(
                $"{Publisher}/lantern",
                "Lantern",
                "\"language\": \"en\", \"category\": [\"economy\"], \"timeZone\": \"Asia/Jakarta\""),
            Feeds.Source($"{Publisher}/compass", "Compass", "\"content\": \"summary\""),
            Feeds.Source($"{Publisher}/almanac", "Almanac")),
        _time);

    private static async Task<IEnumerable<string?>> FoundAsync(TestService service, string word) =>
        (await service.ItemsOf($"/feed.json?q={word}")).Select(entry => Text(entry, "title"));

    private static string LineOf(JsonElement story)
    {
        var categories = string.Join(' ', story.GetProperty("categories").EnumerateArray().Select(c => Text(c, "slug")));
        var items = story.GetProperty("items").EnumerateArray().Select(i => $"{i.GetProperty("key")} {Text(i, "id")} {Text(i, "url")}");
        return $"{story.GetProperty("id")} {Text(story, "entry_id")} {categories}: {string.Join(", ", items)}";
    }

    private static string SettingsOf(JsonElement source) => string.Join(
        ' ',
        ((string[])["id", "title", "language", "timeZone", "category", "content", "interval", "state", "identity", "identity_pinned"])
            .Select(property => source.GetProperty(property).ToString().Replace("\"", "", StringComparison.Ordinal))
            .Where(text => text.Length > 0));

    private static string? Text(JsonElement element, string property) => element.GetProperty(property).GetString();
}
