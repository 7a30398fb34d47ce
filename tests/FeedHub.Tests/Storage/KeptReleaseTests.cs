using System.IO.Compression;
using System.Text.Json;
using FeedHub.Tests.Hosting;
using FeedHub.Tests.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Storage;

/// <summary>
/// A database that commit 93c17d0 made, with rules, folders and feeds of one's own: of four made-up publishers one was paused, one edited
/// and one deleted; a story was hidden, another corrected, one item held back by a drop rule, and a reader's key made. A version that is
/// released leaves a database here, with a test such as this one.
/// </summary>
[Trait("Storage", "sqlite")]
public sealed class KeptReleaseTests : IDisposable
{
    private const string Publisher = "http://127.0.0.1:44554";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task StoriesIdsSettingsAndDecisions_AreAsTheyWere()
    {
        await UnpackAsync();
        await using var service = await TestService.StartAsync(
            _folder, File, new FakeTimeProvider(new DateTimeOffset(2026, 11, 29, 21, 30, 0, TimeSpan.Zero)));

        Assert.Equal(
            [
                "2 urn:uuid:01a22917-dbf0-7343-84e2-9be9efff45d2 weather ferries economy: 2 beacon-2",
                "3 urn:uuid:01a22917-dbf5-7532-a8a8-cd0a95db8fe4 weather: 3 beacon-1, 5 tide-1",
                "4 urn:uuid:01a22917-dc43-778b-8d1c-994107f02f7d economy: 4 tide-2",
            ],
            (await service.ItemsOf("/api/stories?limit=50")).OrderBy(s => s.GetProperty("id").GetInt64()).Select(StoryLine));
        Assert.Equal(
            ["beacon-3 Adverts"],
            (await service.ItemsOf("/api/items?limit=50")).Where(i => Text(i, "dropped").Length > 0)
                .Select(i => $"{Text(i, "id")} {Text(i, "dropped")}"));
        Assert.Equal(
            [
                "gazette The Gazette en-GB - full 06:00:00 paused -",
                "the-beacon The Beacon en Asia/Makassar full 00:15:00 active Islands/North",
                "tide Tide en - link 00:45:00 active -",
            ],
            (await service.ItemsOf("/api/sources")).Select(SourceLine).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["From the north: beacon-1, beacon-2"],
            [$"{(await service.GetJsonAsync("/api/feeds")).GetProperty("feeds")[0].GetProperty("title")}: "
                + string.Join(", ", (await service.ItemsOf("/api/items?source=the-beacon")).Where(i => Text(i, "dropped").Length == 0)
                    .Select(i => Text(i, "id")).Order(StringComparer.Ordinal))]);
        await AssertDecisionsAsync(service);
    }

    private static async Task AssertDecisionsAsync(TestService service)
    {
        await using var db = await service.DatabaseAsync();
        var hidden = await db.Stories.SingleAsync(story => story.HiddenAt != null);
        Assert.Equal((5L, "asked by the school"), (hidden.Id, hidden.HiddenReason));
        Assert.Equal("nine", (await db.Sources.SingleAsync(s => s.Slug == "tide")).Declared.Headers["X-Desk"]);
        Assert.Equal("Reader at the pier", (await db.ApiKeys.SingleAsync()).Name);
        Assert.Equal("old", (await db.DeletedSources.SingleAsync()).Slug);
        Assert.Equal(11, await db.AuditEntries.CountAsync());
    }

    private static string File => $$"""
        { "title": "Island news", "sources": [
          { "url": "{{Publisher}}/beacon", "title": "The Beacon", "category": ["weather"], "timeZone": "Asia/Makassar", "folder": "Islands/North" },
          { "url": "{{Publisher}}/tide", "title": "Tide", "content": "summary", "headers": { "X-Desk": "nine" } },
          { "url": "{{Publisher}}/gazette", "title": "Gazette", "interval": "6h" },
          { "url": "{{Publisher}}/old", "title": "Old" } ],
          "categories": [ { "slug": "ferries", "title": "Ferries", "any": ["ferry", "ferries"] } ],
          "drop": [ { "title": "Adverts", "any": ["advertisement"] } ],
          "feeds": [ { "slug": "north", "title": "From the north", "filter": "folder=Islands" } ] }
        """;

    private async Task UnpackAsync()
    {
        Directory.CreateDirectory(_folder.File("data"));
        await using var packed = new GZipStream(
            new MemoryStream(RepositoryFile.Read("tests/FeedHub.Tests/Storage/Former/93c17d0.db.gz")), CompressionMode.Decompress);
        await using var file = System.IO.File.Create(_folder.File("data/feedhub.db"));
        await packed.CopyToAsync(file);
    }

    private static string StoryLine(JsonElement story)
    {
        var categories = string.Join(' ', story.GetProperty("categories").EnumerateArray().Select(c => Text(c, "slug")));
        var items = story.GetProperty("items").EnumerateArray().Select(i => $"{i.GetProperty("key")} {Text(i, "id")}");
        return $"{story.GetProperty("id")} {Text(story, "entry_id")} {categories}: {string.Join(", ", items)}";
    }

    private static string SourceLine(JsonElement source) => string.Join(
        ' ',
        ((string[])["id", "title", "language", "timeZone", "content", "interval", "state", "folder"])
            .Select(property => Text(source, property) is { Length: > 0 } text ? text : "-"));

    private static string Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) ? value.ToString() : "";
}
