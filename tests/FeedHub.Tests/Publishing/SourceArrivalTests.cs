using System.Globalization;
using FeedHub.Ingesting;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Publishing;

/// <summary>Where a story stands in feeds of a source that brought a copy of it later than others.</summary>
public sealed class SourceArrivalTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;
    private TestService _service = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve("/wire", Feeds.Rss("Wire", [.. Enumerable.Range(2, 3).Select(n => Story("wire", n))]));
        _newsroom.Serve("/local", Feeds.Rss("Local", Story("local", 90), Story("local", 91)));
        _service = await TestService.StartAsync(_folder, Feeds.Json(
            Feeds.Source(_newsroom.Url("/wire"), "Wire"), Feeds.Source(_newsroom.Url("/local"), "Local")));
        await _service.PollAsync("wire");
        await _service.PollAsync("local");
        await BringAsync("wire", 5, 6, 7);
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task ACopyOfAnOldStory_StandsFirstInFeedsOfItsSource_AndWhereTheStoryStoodInAllOthers()
    {
        var before = await LinksAsync("/feed.json");
        await BringAsync("local", 2);
        Assert.Equal(before, await LinksAsync("/feed.json"));
        Assert.Equal([2, 90, 91], await LinksAsync("/feed.json?source=local"));
        Assert.Equal([7, 6, 5, 2, 3, 4], await LinksAsync("/feed.json?source=wire"));
        Assert.Equal([2], await LinksAsync("/feed.json?source=local&limit=1"));
    }

    [Fact]
    public async Task OfSeveralSources_AStoryArrivesOnce_WithTheFirstOfThem()
    {
        var before = await LinksAsync("/feed.json?source=local&source=wire");
        await BringAsync("local", 2);
        Assert.Equal(before, await LinksAsync("/feed.json?source=local&source=wire"));
        Assert.Equal(before.Count, before.Distinct().Count());
    }

    [Fact]
    public async Task WalkingThroughAFeedOfASource_ShowsEachStoryOnce()
    {
        await BringAsync("local", 2, 5, 92);
        await BringAsync("local", 3);
        var (seen, next) = (new List<int>(), (string?)"/feed.json?source=local&limit=2");
        while (next is not null)
        {
            var feed = await _service.GetJsonAsync(next);
            seen.AddRange(feed.GetProperty("items").EnumerateArray().Select(item => NumberOf(item.GetProperty("title").GetString()!)));
            next = feed.TryGetProperty("next_url", out var url) ? new Uri(url.GetString()!).PathAndQuery : null;
        }

        Assert.Equal([3, 92, 5, 2, 90, 91], seen);
    }

    [Fact]
    public async Task ItsDateOfArrival_IsThatOfTheCopy()
    {
        await BringAsync("local", 2);
        await BringAsync("local", 92);
        var dates = (await _service.ItemsOf("/feed.json?source=local&dates=found"))
            .Select(item => item.GetProperty("date_published").GetDateTimeOffset()).ToList();
        Assert.Equal([92, 2, 90, 91], await LinksAsync("/feed.json?source=local&dates=found"));
        Assert.Equal(dates.OrderDescending(), dates);
        Assert.True(dates[1] >= Now.AddSeconds(-1));
    }

    [Fact]
    public async Task AHiddenStory_ComesBackToThePlaceThatItsCopyHad()
    {
        await BringAsync("local", 2);
        await BringAsync("local", 92);
        var shown = await LinksAsync("/feed.json?source=local");
        await using var db = await _service.DatabaseAsync();
        var story = await db.Items.Where(item => item.Guid == "local-2").Select(item => item.StoryId).SingleAsync();
        var hiding = _service.Services.GetRequiredService<StoryHiding>();
        await hiding.HideAsync(story, "wrong", CancellationToken.None);
        Assert.Equal([92, 90, 91], await LinksAsync("/feed.json?source=local"));
        await hiding.ShowAsync(story, CancellationToken.None);
        Assert.Equal([92, 2, 90, 91], shown);
        Assert.Equal(shown, await LinksAsync("/feed.json?source=local"));
    }

    private async Task BringAsync(string source, params int[] stories)
    {
        _newsroom.Serve("/" + source, Feeds.Rss(source, [.. stories.Reverse().Select(n => Story(source, n))]));
        await _service.PollAsync(source);
    }

    // The same article at an address of its own at each publisher.
    private static Written Story(string source, int number) => new(
        $"{source}-{number}", $"https://{source}.example/{number}", $"Ferry {number} runs again after the storm of {number} October",
        Now.AddHours(-5).AddMinutes(-number),
        string.Concat(Enumerable.Range(0, 30).Select(n => $"Harbour{number}word{n} master{number * n} says the line will sail. ")));

    private async Task<List<int>> LinksAsync(string address) =>
        [.. (await _service.ItemsOf(address)).Select(item => NumberOf(item.GetProperty("title").GetString()!))];

    private static int NumberOf(string title) => int.Parse(title.Split(' ')[1], CultureInfo.InvariantCulture);
}
