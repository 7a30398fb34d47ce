using FeedHub.Hosting;
using FeedHub.Model.Sources;
using FeedHub.Model.Sources.Properties;
using FeedHub.Sources;
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
        var catalogue = await DeleteAsync(service);

        _time.Advance(DeletedSource.Kept - TimeSpan.FromMinutes(1));
        var back = (await catalogue.AddAsync(new SourceEdit { Url = Url }, default)).Source!;

        Assert.Equal(
            ("coast-paper", "Coast paper", "Regional", "secret", TimeSpan.FromHours(2), true),
            (back.Slug, back.DisplayTitle, back.Declared.Folder, back.Declared.Headers["X-Pass"], back.Declared.Interval, back.Declared.Enabled));
        Assert.Equal((IdentityPolicy.Link, true), (back.Feed.Identity, back.Feed.IdentityPinned));
        Assert.Empty(await catalogue.DeletedAsync(default));
    }

    [Fact]
    public async Task WhatTheSecondAddingSays_GoesBeforeWhatWasDeclared()
    {
        await using var service = await StartAsync();
        var catalogue = await DeleteAsync(service);

        var edit = new SourceEdit { Url = Url }.Say(SourceProperties.Title, "Other coast").Say(SourceProperties.Folder, null);
        var back = (await catalogue.AddManyAsync([edit], default)).Single().Source!;

        Assert.Equal(("coast-paper", "Other coast", "Regional"), (back.Slug, back.DisplayTitle, back.Declared.Folder));
    }

    [Fact]
    public async Task AfterAWeek_ItIsForgotten()
    {
        await using var service = await StartAsync();
        var catalogue = await DeleteAsync(service);

        _time.Advance(DeletedSource.Kept + TimeSpan.FromMinutes(1));
        Assert.Empty(await catalogue.DeletedAsync(default));
        await service.Services.GetRequiredService<Retention>().RunAsync(default);
        await using var db = await service.DatabaseAsync();
        Assert.Empty(await db.DeletedSources.ToListAsync());

        var other = (await catalogue.AddAsync(new SourceEdit { Url = Url }, default)).Source!;
        Assert.Null(other.Declared.Folder);
    }

    [Fact]
    public async Task ADeletionOfMany_IsTakenBack_ForThoseThatAreGoneAndThoseThatAreNotYet()
    {
        await using var service = await StartAsync();
        var catalogue = await DeleteAsync(service);
        var second = (await catalogue.AddAsync(new SourceEdit { Url = "http://127.0.0.1:9/hill" }
            .Say(SourceProperties.Title, "Hill").Say(SourceProperties.Enabled, false), default)).Source!;

        Assert.Equal(2, await catalogue.BringBackAsync(["coast-paper", "hill", "never-there"], default));
        await service.Services.GetRequiredService<DeletionJob>().RunAsync([second.Id], default);

        Assert.Equal(["coast-paper", "hill"], (await catalogue.AllAsync(default)).Select(s => s.Slug));
    }

    [Fact]
    public async Task AnIdThatAnotherSourceHasByNow_IsNumbered()
    {
        await using var service = await StartAsync();
        var catalogue = await DeleteAsync(service);
        await catalogue.AddAsync(new SourceEdit { Url = "http://127.0.0.1:9/new" }.Say(SourceProperties.Title, "Coast paper"), default);

        Assert.Equal("coast-paper-2", (await catalogue.AddAsync(new SourceEdit { Url = Url }, default)).Source!.Slug);
    }

    [Fact]
    public async Task StoriesOfASourceThatIsBroughtBack_HaveTheirEntriesAndPlacesAgain()
    {
        await using var newsroom = await FakeNewsroom.StartAsync();
        newsroom.Serve("/hill", Feeds.Rss("hill", [.. Enumerable.Range(1, 3).Select(n => new Written(
            $"{n}", $"https://hill.example/{n}", $"Hill news number {n}", _time.GetUtcNow().AddHours(-n), $"<p>Day {n} on the hill.</p>"))]));
        await using var service = await TestService.StartAsync(
            _folder, Feeds.Json(Feeds.Source(newsroom.Url("/hill"), "Hill")), time: _time);
        await service.PollAsync("hill");
        var before = await EntriesAsync();
        Assert.Equal(3, before.Count);

        var catalogue = service.Services.GetRequiredService<SourceCatalogue>();
        await catalogue.DeleteAsync("hill", default);
        Assert.Empty(await EntriesAsync());
        _time.Advance(TimeSpan.FromHours(5));
        await catalogue.BringBackAsync(["hill"], default);
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

    private static async Task<SourceCatalogue> DeleteAsync(TestService service)
    {
        var catalogue = service.Services.GetRequiredService<SourceCatalogue>();
        await catalogue.DeleteAsync("coast-paper", default);
        var kept = Assert.Single(await catalogue.DeletedAsync(default));
        Assert.Equal(("coast-paper", "Coast paper"), (kept.Slug, kept.Title));
        return catalogue;
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
        await service.Services.GetRequiredService<SourceCatalogue>().AddAsync(edit, default);
        return service;
    }
}
