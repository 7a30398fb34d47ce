using FeedHub.Model.Access;
using FeedHub.Model.OwnFeeds;
using FeedHub.Sources;
using FeedHub.Sources.Exporting;
using FeedHub.Sources.OwnFeeds;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Sources;

/// <summary>Feeds of one's own: feeds.json and the dashboard, who wins when.</summary>
public sealed class OwnFeedsDeclaredTests : IDisposable
{
    private const string Boats = """{ "slug": "boats", "title": "Boats", "filter": "q=kapal" }""";
    private const string Trains = """{ "slug": "trains", "limit": 5 }""";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WhatTheDashboardDid_StandsUntilThatPartOfTheFileChanges()
    {
        await using (var service = await StartAsync($"[ {Boats}, {Trains} ]"))
        {
            Assert.Equal(["boats", "trains"], Slugs(service));
            await Catalogue(service).DeleteAsync("boats", default);
            await Catalogue(service).AddAsync(new() { Slug = "planes", Filter = "category=economy" }, default);
        }

        await using (var same = await StartAsync($"[ {Boats}, /* as before */ {Trains} ]", ", \"title\": \"Another\""))
            Assert.Equal(["trains", "planes"], Slugs(same));
        await using (var changed = await StartAsync($"[ {Trains}, {Boats} ]"))
            Assert.Equal(["trains", "boats"], Slugs(changed));
        await using (var without = await StartAsync(null))
            Assert.Empty(Slugs(without));
    }

    [Fact]
    public async Task AFileThatNeverNamedFeeds_LeavesTheDashboardsAlone()
    {
        await using (var service = await StartAsync(null))
            await Catalogue(service).AddAsync(new() { Slug = "mine" }, default);

        await using var again = await StartAsync(null, ", \"title\": \"Another\"");
        Assert.Equal(["mine"], Slugs(again));
    }

    [Fact]
    public async Task EveryChange_IsInTheAuditLog_WithWhatWasThere()
    {
        await using (await StartAsync($"[ {Boats}, {Trains} ]"))
        {
        }

        await using var service = await StartAsync("""[ { "slug": "trains", "limit": 6 } ]""");
        await using var db = await service.DatabaseAsync();
        var entries = await db.AuditEntries.Where(e => e.Area == AuditArea.Feeds).OrderBy(e => e.Id).ToListAsync();

        Assert.All(entries, entry => Assert.Equal("feeds.json", entry.Who));
        Assert.Equal(
            ["feed added boats", "feed added trains", "feed changed trains", "feed deleted boats"],
            entries.Select(e => $"{e.What} {e.Target}"));
        Assert.Equal(("5", "6"), (entries[2].Before["limit"], entries[2].After["limit"]));
        Assert.Equal("q=kapal", entries[3].Before["filter"]);
    }

    [Fact]
    public async Task TheExport_HasTheFeeds_AndLeavesOutWithANoteWhatTheFileCouldNotSay()
    {
        await using var service = await StartAsync($"[ {Boats} ]");
        await Catalogue(service).AddAsync(new() { Slug = "gone", Filter = "category=was-once" }, default);
        await Catalogue(service).AddAsync(
            new()
            {
                Slug = "late",
                Title = "Late \"ones\"",
                Description = "é",
                Filter = "source=a&source=b",
                Order = "published",
                Limit = 9,
            },
            default);

        var view = await service.Services.GetRequiredService<SourceExport>().FeedsFileAsync(whole: true, default);
        var read = FeedsFileReader.Parse(view.Text);

        Assert.Empty(read.Errors);
        Assert.Equal(
            [Catalogue(service).Find("boats"), Catalogue(service).Find("late")],
            read.File!.Feeds.Select(feed =>
                feed with { Place = Standing(service, feed).Place, ChangedAt = Standing(service, feed).ChangedAt }));
        Assert.Contains(view.Notes, note => note.Contains("the feed 'gone' cannot be written", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AFeedBeyondTheMost_OrOfATakenSlug_IsNotAdded()
    {
        await using var service = await StartAsync(null);
        await Catalogue(service)
            .ReplaceAsync([.. Enumerable.Range(0, OwnFeed.Most - 1).Select(n => new OwnFeed { Slug = $"f{n}" })], default);

        Assert.False(await Catalogue(service).AddAsync(new() { Slug = "f0" }, default));
        Assert.True(await Catalogue(service).AddAsync(new() { Slug = "last" }, default));
        Assert.False(await Catalogue(service).AddAsync(new() { Slug = "one-more" }, default));
        Assert.Equal(OwnFeed.Most, Catalogue(service).All.Count);
    }

    private static OwnFeed Standing(TestService service, OwnFeed feed) => Catalogue(service).Find(feed.Slug)!;

    private static OwnFeedCatalogue Catalogue(TestService service) => service.Services.GetRequiredService<OwnFeedCatalogue>();

    private static IEnumerable<string> Slugs(TestService service) => Catalogue(service).All.Select(feed => feed.Slug);

    private Task<TestService> StartAsync(string? feeds, string more = "") =>
        TestService.StartAsync(_folder, $$"""{ "sources": []{{(feeds is null ? "" : $", \"feeds\": {feeds}")}}{{more}} }""");
}
