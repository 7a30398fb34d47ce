using FeedHub.Hosting;
using FeedHub.Model.Sources;
using FeedHub.Model.Sources.Properties;
using FeedHub.Sources;
using FeedHub.Sources.Adding;
using FeedHub.Syndication.Identity;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Sources;

/// <summary>A source that was deleted can be had back for a week.</summary>
public sealed class DeletedSourceTests : IDisposable
{
    private const string Url = "http://127.0.0.1:9/coast";

    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AnAddressThatIsAddedAgainWithinAWeek_IsTheSourceThatWasDeleted()
    {
        await using var service = await StartAsync();
        await DeleteAsync(service);

        _time.Advance(DeletedSource.Kept - TimeSpan.FromMinutes(1));
        var back = (await AddAsync(service, new SourceEdit { Url = Url })).Source!;

        Assert.Equal(
            ("coast-paper", "Coast paper", "Regional", "secret", TimeSpan.FromHours(2), true),
            (back.Slug, back.DisplayTitle, back.Declared.Folder, back.Declared.Headers["X-Pass"], back.Declared.Interval,
                back.Declared.Enabled));
        Assert.Equal((IdentityPolicy.Link, true), (back.Feed.Identity, back.Feed.IdentityPinned));
        Assert.Empty(await DeletedAsync(service));
    }

    [Fact]
    public async Task WhatTheSecondAddingSays_GoesBeforeWhatWasDeclared()
    {
        await using var service = await StartAsync();
        await DeleteAsync(service);

        var edit = new SourceEdit { Url = Url }.Say(SourceProperties.Title, "Other coast").Say(SourceProperties.Folder, null);
        var back = (await service.Services.GetRequiredService<BulkAdding>().AddAsync([edit], default)).Single().Source!;

        Assert.Equal(("coast-paper", "Other coast", "Regional"), (back.Slug, back.DisplayTitle, back.Declared.Folder));
    }

    [Fact]
    public async Task AfterAWeek_ItIsForgotten()
    {
        await using var service = await StartAsync();
        await DeleteAsync(service);

        _time.Advance(DeletedSource.Kept + TimeSpan.FromMinutes(1));
        Assert.Empty(await DeletedAsync(service));
        await service.Services.GetRequiredService<Retention>().RunAsync(default);
        await using var db = await service.DatabaseAsync();
        Assert.Empty(await db.DeletedSources.ToListAsync());

        var other = (await AddAsync(service, new SourceEdit { Url = Url })).Source!;
        Assert.Null(other.Declared.Folder);
    }

    [Fact]
    public async Task ADeletionOfMany_IsTakenBack_ForThoseThatAreGoneAndThoseThatAreNotYet()
    {
        await using var service = await StartAsync();
        await DeleteAsync(service);
        var second = (await AddAsync(service, new SourceEdit { Url = "http://127.0.0.1:9/hill" }
            .Say(SourceProperties.Title, "Hill").Say(SourceProperties.Enabled, false))).Source!;

        Assert.Equal(2, await BringBackAsync(service, ["coast-paper", "hill", "never-there"]));
        await service.Services.GetRequiredService<DeletionJob>().RunAsync([second.Id], default);

        Assert.Equal(["coast-paper", "hill"], (await service.Services.GetRequiredService<SourceCatalogue>().AllAsync(default))
            .Select(s => s.Slug));
    }

    [Fact]
    public async Task AnIdThatAnotherSourceHasByNow_IsNumbered()
    {
        await using var service = await StartAsync();
        await DeleteAsync(service);
        await AddAsync(service, new SourceEdit { Url = "http://127.0.0.1:9/new" }.Say(SourceProperties.Title, "Coast paper"));

        Assert.Equal("coast-paper-2", (await AddAsync(service, new SourceEdit { Url = Url })).Source!.Slug);
    }

    [Fact]
    public async Task StoriesOfASourceThatIsBroughtBack_HaveTheirEntriesAndPlacesAgain()
    {
        await using var newsroom = await FakeNewsroom.StartAsync();
        newsroom.Serve("/hill", Feeds.Rss("hill", [.. Enumerable.Range(1, 3).Select(n => new Written(
            $"{n}", $"https://hill.example/{n}", $"Hill news number {n}", _time.GetUtcNow().AddHours(-n),
                $"<p>Day {n} on the hill.</p>"))]));
        await using var service = await TestService.StartAsync(
            _folder, Feeds.Json(Feeds.Source(newsroom.Url("/hill"), "Hill")), time: _time);
        await service.PollAsync("hill");
        var before = await EntriesAsync();
        Assert.Equal(3, before.Count);

        var catalogue = service.Services.GetRequiredService<SourceCatalogue>();
        await catalogue.DeleteAsync("hill", default);
        Assert.Empty(await EntriesAsync());
        _time.Advance(TimeSpan.FromHours(5));
        await BringBackAsync(service, ["hill"]);
        await service.PollAsync("hill");
        // A source that is brought back is due: a job may be polling it already.
        Assert.Equal(before, await TestService.UntilAsync(EntriesAsync, entries => entries.Count == before.Count));

        await catalogue.DeleteAsync("hill", default);
        _time.Advance(DeletedSource.Kept + TimeSpan.FromMinutes(1));
        await service.Services.GetRequiredService<Retention>().RunAsync(default);
        await using var db = await service.DatabaseAsync();
        Assert.Empty(await db.LeftEntries.ToListAsync());

        async Task<List<(string Id, DateTimeOffset Place)>> EntriesAsync()
        {
            await using var stored = await service.DatabaseAsync();
            return [.. stored.Stories.OrderBy(s => s.SortAt).AsEnumerable().Select(s => (s.EntryId, s.SortAt))];
        }
    }

    private static Task<EditResult> AddAsync(TestService service, SourceEdit edit) =>
        service.Services.GetRequiredService<SourceAdding>().AddAsync(edit, default);

    private static Task<IReadOnlyList<DeletedSource>> DeletedAsync(TestService service) =>
        service.Services.GetRequiredService<SourceUndeletion>().DeletedAsync(default);

    private static Task<int> BringBackAsync(TestService service, string[] slugs) =>
        service.Services.GetRequiredService<SourceUndeletion>().BringBackAsync(slugs, default);

    private static async Task DeleteAsync(TestService service)
    {
        await service.Services.GetRequiredService<SourceCatalogue>().DeleteAsync("coast-paper", default);
        var kept = Assert.Single(await DeletedAsync(service));
        Assert.Equal(("coast-paper", "Coast paper"), (kept.Slug, kept.Title));
    }

    private async Task<TestService> StartAsync()
    {
        var service = await TestService.StartAsync(_folder, Feeds.Json(), time: _time);
        var edit = new SourceEdit
        {
            Url = Url,
            HeaderChanges = new Dictionary<string, string?> { ["X-Pass"] = "secret" },
            SaysIdentity = true,
            Identity = IdentityPolicy.Link,
        };
        edit.Say(SourceProperties.Title, "Coast paper").Say(SourceProperties.Folder, "Regional").Say(SourceProperties.Interval, "02:00:00");
        await AddAsync(service, edit);
        return service;
    }
}
