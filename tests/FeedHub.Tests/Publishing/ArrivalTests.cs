using System.Globalization;
using System.Net.Http.Json;
using System.Xml.Linq;
using FeedHub.Ingesting;
using FeedHub.Model.Stories;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Publishing;

/// <summary>Where stories stand that are found late.</summary>
public sealed class ArrivalTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;
    private const long Minute = 60_000;
    private const long Day = 24 * 60 * Minute;
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;
    private TestService _service = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve("/daily", Feeds.Rss("Daily", Paper(1, Now.AddHours(-9)), Paper(2, Now.AddMinutes(-5))));
        _service = await TestService.StartAsync(_folder, Feeds.Json(Feeds.Source(_newsroom.Url("/daily"), "Daily")));
        await _service.PollAsync("daily");
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task AStoryThatComesHoursAfterItsDate_StandsFirst_WithThePublishersDate()
    {
        Assert.Equal(["Paper 2", "Paper 1"], await TitlesAsync("/feed.json"));
        await BringAsync(Paper(3, Now.AddHours(-8)));
        Assert.Equal(["Paper 3", "Paper 2", "Paper 1"], await TitlesAsync("/feed.json"));
        Assert.Equal(["Paper 2", "Paper 3", "Paper 1"], await TitlesAsync("/feed.json?order=published"));
        Assert.Equal(["Paper 3", "Paper 1"],
            await TitlesAsync("/feed.json?order=published&before=" + await CursorAsync("/feed.json?order=published&limit=1")));
        using var refused = await _service.Client.GetAsync("/feed.json?before=" + await CursorAsync("/feed.json?order=published&limit=1"));
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("before: this is the cursor of another order", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(Now.AddHours(-8).ToUnixTimeSeconds(), (await DatesAsync("/feed.json"))[0].ToUnixTimeSeconds());

        // The page has days of arrival: one that comes days after its date stands above all, and below no heading of that day.
        await BringAsync(Paper(4, Now.AddDays(-2)));
        string[] arrived = ["Paper 4", "Paper 3", "Paper 2", "Paper 1"];
        var page = await _service.Client.GetStringAsync("/");
        Assert.Equal(arrived, arrived.OrderBy(title => page.IndexOf($">{title}<", StringComparison.Ordinal)));
        Assert.DoesNotContain($"<h2><time datetime=\"{Now.AddDays(-2):yyyy-MM-dd}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStoryOlderThanTheWindow_TakesItsPlaceByItsDate()
    {
        await BringAsync(Paper(3, Now.AddDays(-8)));
        Assert.Equal(["Paper 2", "Paper 1", "Paper 3"], await TitlesAsync("/feed.json"));
    }

    [Fact]
    public async Task TheFeedsOwnDate_SaysWhenItLastChanged_AndNeverGoesBack()
    {
        var dates = new List<DateTimeOffset> { await ChangedAsync() };
        Assert.True(dates[0] >= Now.AddSeconds(-1));
        Assert.Equal(await _service.Client.GetStringAsync("/feed.rss"), await _service.Client.GetStringAsync("/feed.rss"));
        await using (var db = await _service.DatabaseAsync())
            await db.Stories.ExecuteUpdateAsync(set => set.SetProperty(s => s.FirstSeenAt, Now.AddHours(-2)).SetProperty(
                s => s.UpdatedAt, Now.AddHours(-2)).SetProperty(s => s.ChangedAt, Now.AddHours(-2)));
        _service.Services.GetRequiredService<StoryChanges>().Raise();
        dates.Add(await ChangedAsync());
        await BringAsync(Paper(3, Now.AddDays(-9)));
        dates.Add(await ChangedAsync());
        var newest = (await _service.ItemsOf("/api/stories?limit=1"))[0].GetProperty("id").GetInt64();
        using (var hidden = await _service.Client.PostAsJsonAsync($"/api/stories/{newest}/hidden", new { reason = "test" }))
            dates.Add(await ChangedAsync());
        using (var shown = await _service.Client.DeleteAsync($"/api/stories/{newest}/hidden"))
            dates.Add(await ChangedAsync());
        Assert.Equal(dates.Order(), dates);
    }

    [Fact]
    public async Task AnOldStory_ThatComesIn_MovesTheFeedsOwnDate_InANewProcessToo()
    {
        await using (var db = await _service.DatabaseAsync())
            await db.Stories.ExecuteUpdateAsync(set => set.SetProperty(s => s.FirstSeenAt, Now.AddHours(-2)).SetProperty(
                s => s.UpdatedAt, Now.AddHours(-2)).SetProperty(s => s.SortAt, s => Now.AddHours(-2)));
        Assert.Equal(Now.AddHours(-2).ToUnixTimeSeconds(), (await ChangedAsync()).ToUnixTimeSeconds());
        await BringAsync(Paper(3, Now.AddDays(-9)));
        Assert.True(await ChangedAsync() >= Now.AddSeconds(-1));
        var rss = XDocument.Parse(await _service.Client.GetStringAsync("/feed.rss")).Descendants("lastBuildDate").Single().Value;
        Assert.Equal((await ChangedAsync()).ToUnixTimeSeconds(), DateTimeOffset.Parse(rss, CultureInfo.InvariantCulture)
            .ToUnixTimeSeconds());
    }

    [Fact]
    public async Task WhatArrivesAfterAReaderAsked_IsDatedInALaterSecond()
    {
        var asked = new List<DateTimeOffset>();
        for (var n = 3; n < 6; n++)
        {
            await BringAsync(Paper(n, Now.AddHours(-8)));
            asked.Add((await DatesAsync("/feed.json?dates=found"))[0]);
        }

        var seconds = asked.ConvertAll(date => date.ToUnixTimeSeconds());
        Assert.Equal(seconds.Order().Distinct(), seconds);
        Assert.True(seconds[0] >= Now.ToUnixTimeSeconds());
        Assert.All(asked, date => Assert.True(date < DateTimeOffset.UtcNow.AddSeconds(3)));
    }

    [Fact]
    public async Task ManyCommitsThatNobodyReadsBetween_AreNotDatedInTheFuture()
    {
        for (var n = 3; n < 33; n++)
            await BringAsync(Paper(n, Now.AddHours(-8)));
        Assert.True((await DatesAsync("/feed.json?dates=found"))[0] <= DateTimeOffset.UtcNow.AddMilliseconds(100));
    }

    [Fact]
    public async Task HoweverOftenOneAsks_ArrivalsAreThreeSecondsAheadAtMost()
    {
        for (var n = 3; n < 15; n++)
        {
            await BringAsync(Paper(n, Now.AddHours(-8)));
            await _service.Client.GetStringAsync($"/feed.rss?dates=found&limit={n}");
        }

        Assert.InRange((await DatesAsync("/feed.json?dates=found"))[0], Now, DateTimeOffset.UtcNow.AddSeconds(4));
    }

    [Fact]
    public async Task AFeedWithoutLimit_HoldsWhatArrivedInItsHours_AndTheRestFollows()
    {
        await using var newsroom = await FakeNewsroom.StartAsync();
        using var folder = new TempFolder();
        var recent = Enumerable.Range(1, 70).Select(n => Paper(n, Now.AddMinutes(-10 * n)));
        var older = Enumerable.Range(71, 20).Select(n => Paper(n, Now.AddHours(-30).AddMinutes(-n)));
        newsroom.Serve("/big", Feeds.Rss("Big", [.. recent, .. older]));
        await using var service = await TestService.StartAsync(folder, Feeds.Json(Feeds.Source(newsroom.Url("/big"), "Big")));
        await service.PollAsync("big");

        var feed = await service.GetJsonAsync("/feed.json");
        Assert.Equal(70, feed.GetProperty("items").GetArrayLength());
        var next = new Uri(feed.GetProperty("next_url").GetString()!).PathAndQuery;
        Assert.Equal(20, (await service.GetJsonAsync(next)).GetProperty("items").GetArrayLength());
        Assert.Equal(50, (await service.GetJsonAsync("/feed.json?limit=50")).GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData(90, 10_000, 90)]
    [InlineData(600, 100, 500)]
    [InlineData(90, 100_000, 50)]
    public async Task AFeedWithoutLimit_HasFiftyStoriesAtLeast_AndFiveHundredAndFiveMegabytesAtMost(int stories, int letters, int held)
    {
        await using var newsroom = await FakeNewsroom.StartAsync();
        using var folder = new TempFolder();
        var text = string.Concat(Enumerable.Repeat("harbour ", letters / 8));
        newsroom.Serve("/big", Feeds.Rss(
            "Big", [.. Enumerable.Range(1, stories).Select(n => Paper(n, Now.AddMinutes(-n)) with { Description = $"{n} {text}" })]));
        await using var service = await TestService.StartAsync(folder, Feeds.Json(Feeds.Source(newsroom.Url("/big"), "Big")));
        await service.PollAsync("big");

        Assert.Equal(held, (await service.GetJsonAsync("/feed.json")).GetProperty("items").GetArrayLength());
        foreach (var format in new[] { "/feed.rss", "/feed.atom", "/feed.json" })
            Assert.InRange((await service.Client.GetByteArrayAsync(format)).Length, 1, 5_000_000);
    }

    [Fact]
    public async Task Arrivals_RiseAlsoPastOnesThatAreGone_AcrossARestartWithAnEarlierClock()
    {
        await BringAsync(Paper(3, Now.AddHours(-8)));
        var (newest, clock) = (await NewestPlaceAsync(), new SteppedClock());
        await _service.Services.GetRequiredService<StoryRetention>().PurgeAsync(Now.AddHours(1), CancellationToken.None);
        Assert.Empty(await _service.ItemsOf("/feed.json"));
        await _service.DisposeAsync();
        clock.Step(TimeSpan.FromHours(-1));
        _service = await TestService.StartAsync(_folder, time: clock);
        await BringAsync(Paper(4, Now.AddHours(-7)));
        Assert.True(await NewestPlaceAsync() > newest);
    }

    [Fact]
    public async Task AfterAClockThatWasFarAhead_ArrivalsGoOnAtTheRightPace_UntilTheClockIsThere()
    {
        var clock = new SteppedClock();
        await _service.DisposeAsync();
        _service = await TestService.StartAsync(_folder, time: clock);
        clock.Step(TimeSpan.FromDays(400));
        await BringAsync(Undated(10));
        var wrong = await NewestPlaceAsync();
        clock.Step(TimeSpan.FromDays(-400));
        foreach (var day in Enumerable.Range(1, 3))
        {
            await BringAsync(Undated(10 + day));
            var before = await NewestPlaceAsync();
            clock.Step(TimeSpan.FromDays(1));
            await BringAsync(Undated(20 + day));
            Assert.InRange(await NewestPlaceAsync() - before, Day, Day + Minute);
        }

        var shown = (await DatesAsync("/feed.json?dates=found"))[0].ToUnixTimeSeconds();
        await BringAsync(Undated(25));
        Assert.True((await DatesAsync("/feed.json?dates=found"))[0].ToUnixTimeSeconds() > shown);
        var ahead = await NewestPlaceAsync();
        Assert.InRange(ahead - wrong, 3 * Day, (3 * Day) + Minute);
        Assert.Contains(
            "stories arrived 400 days in the future", await _service.Client.GetStringAsync("/hangfire"), StringComparison.Ordinal);
        clock.Step(TimeSpan.FromDays(401));
        await BringAsync(Undated(30));
        Assert.InRange(await NewestPlaceAsync() - clock.GetUtcNow().ToUnixTimeMilliseconds(), -Minute, 1000);
        clock.Step(TimeSpan.FromDays(9));
        clock.Step(TimeSpan.FromHours(-2));
        var calm = await NewestPlaceAsync();
        await BringAsync(Undated(31));
        Assert.InRange(await NewestPlaceAsync() - calm, 9 * Day - (2 * 60 * Minute), 9 * Day);
    }

    [Fact]
    [Trait("Storage", "sqlite")]
    public async Task ADatabaseOfBefore_OpensInItsOrder_AndTakesNewStoriesOnTop()
    {
        await BringAsync(Paper(3, Now.AddDays(-20)), Paper(4, Now.AddMinutes(-90)));
        await using (var db = await _service.DatabaseAsync())
            await db.Stories.ExecuteUpdateAsync(set => set.SetProperty(s => s.SortAt, s => s.PublishedAt));
        await _service.DisposeAsync();
        await FormerDatabase.PutAsync(_folder.File("data/feedhub.db"), "20261124122842_DashboardAccessHealth");
        _service = await TestService.StartAsync(_folder);
        Assert.Equal(["Paper 2", "Paper 4", "Paper 1", "Paper 3"], await TitlesAsync("/feed.json"));
        Assert.Equal(["Paper 4", "Paper 1"], (await TitlesAsync("/feed.json?before=" + await CursorAsync("/feed.json?limit=1"))).Take(2));
        _newsroom.Serve("/daily", Feeds.Rss("Daily", Paper(5, Now.AddHours(-8))));
        Assert.Equal("200, 1 new", await _service.PollAsync("daily"));
        Assert.Equal(["Paper 5", "Paper 2", "Paper 4"], (await TitlesAsync("/feed.json")).Take(3));
    }

    [Fact]
    public async Task WhatIsFoundInTheSecondOfAFirstPoll_ComesInALaterOne()
    {
        _newsroom.Serve("/other", Feeds.Rss("Other", new Written("o1", "https://other.example/1", "Undated")));
        await _service.DisposeAsync();
        _service = await TestService.StartAsync(_folder, Feeds.Json(
            Feeds.Source(_newsroom.Url("/daily"), "Daily"), Feeds.Source(_newsroom.Url("/other"), "Other")));
        await _service.PollAsync("other");
        var shown = (await DatesAsync("/feed.json?dates=found"))[0];
        await BringAsync(Paper(3, Now.AddHours(-8)));
        var dates = await DatesAsync("/feed.json?dates=found");
        Assert.Equal(["Paper 3", "Undated"], (await TitlesAsync("/feed.json")).Take(2));
        Assert.Equal(shown, dates[1]);
        Assert.True(dates[0].ToUnixTimeSeconds() > dates[1].ToUnixTimeSeconds());
    }

    [Fact]
    public async Task ADateInTheFuture_KeepsNoStoryOnTop()
    {
        _newsroom.Serve("/early", Feeds.Rss("Early", new Written("e1", "https://early.example/1", "Of tomorrow", Now.AddDays(1))));
        await _service.DisposeAsync();
        _service = await TestService.StartAsync(_folder, Feeds.Json(
            Feeds.Source(_newsroom.Url("/daily"), "Daily"), Feeds.Source(_newsroom.Url("/early"), "Early")));
        await _service.PollAsync("early");
        Assert.Equal("Of tomorrow", (await TitlesAsync("/feed.json"))[0]);
        await BringAsync(Paper(3, Now.AddDays(2)));
        await BringAsync(Paper(4, Now.AddHours(-2)));
        Assert.Equal(["Paper 4", "Paper 3", "Of tomorrow"], (await TitlesAsync("/feed.json")).Take(3));
    }

    [Fact]
    public async Task AFeedByDateWithoutLimit_HoldsWhatArrivedInItsHours_AndWalkingShowsTheRestOnce()
    {
        await using var newsroom = await FakeNewsroom.StartAsync();
        using var folder = new TempFolder();
        List<Written> listed = [.. Enumerable.Range(1, 120).Select(n => Paper(n, Now.AddHours(-30).AddMinutes(-n)))];
        newsroom.Serve("/big", Feeds.Rss("Big", listed));
        await using var service = await TestService.StartAsync(folder, Feeds.Json(Feeds.Source(newsroom.Url("/big"), "Big")));
        await service.PollAsync("big");
        List<Written> late = [.. Enumerable.Range(201, 60).Select(n => Paper(n, Now.AddHours(-31).AddMinutes(-n)))];
        newsroom.Serve("/big", Feeds.Rss("Big", late));
        await service.PollAsync("big");

        var first = await service.ItemsOf("/feed.json?order=published");
        Assert.Equal(late.Select(paper => paper.Title), first.Select(item => item.GetProperty("title").GetString()));
        var (seen, next) = (new List<string>(), (string?)"/feed.json?order=published");
        while (next is not null)
        {
            var feed = await service.GetJsonAsync(next);
            seen.AddRange(feed.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()!));
            next = feed.TryGetProperty("next_url", out var url) ? new Uri(url.GetString()!).PathAndQuery : null;
        }

        Assert.Equal(listed.Concat(late).Select(paper => paper.Title).Order(), seen.Order());
        Assert.Equal(listed.Select(paper => paper.Title), seen.Skip(60));
    }

    [Fact]
    public async Task ChangedHours_ShowAtOnce()
    {
        await BringAsync([.. Enumerable.Range(10, 60).Select(n => Paper(n, Now.AddHours(-30).AddMinutes(-n)))]);
        Assert.Equal(62, (await _service.ItemsOf("/feed.json")).Count);
        await using (var db = await _service.DatabaseAsync())
            await db.Stories.Where(s => s.SortAt < Now).ExecuteUpdateAsync(set => set.SetProperty(s => s.SortAt, Now.AddHours(-3)));
        var configuration = (IConfigurationRoot)_service.Services.GetRequiredService<IConfiguration>();
        configuration["FeedHub:Publishing:FeedHours"] = "1";
        configuration.Reload();
        Assert.Equal(60, (await _service.ItemsOf("/feed.json")).Count);
    }

    [Fact]
    public async Task AtomDatesOfArrival_RiseFromStoryToStory_AndAreDifferent()
    {
        await BringAsync([.. Enumerable.Range(10, 30).Select(n => Paper(n, Now.AddHours(-8).AddMinutes(n)))]);
        await BringAsync(Paper(50, Now.AddHours(-7)));
        var atom = XDocument.Parse(await _service.Client.GetStringAsync("/feed.atom?dates=found"));
        var dates = atom.Descendants(Atom + "entry").Select(entry => entry.Element(Atom + "updated")!.Value).ToList();
        Assert.Equal(33, dates.Count);
        Assert.All(dates, date => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$", date));
        Assert.Equal(dates.Order(StringComparer.Ordinal).Reverse().Distinct(), dates);
    }

    [Theory]
    [InlineData("order=newest", "order")]
    [InlineData("dates=published", "dates")]
    public async Task AnUnknownOrderOrDate_IsNamed(string query, string parameter)
    {
        using var answer = await _service.Client.GetAsync("/feed.json?" + query);
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains($"\"parameter\":\"{parameter}\"", await answer.Content.ReadAsStringAsync());
    }

    private async Task BringAsync(params Written[] papers)
    {
        _newsroom.Serve("/daily", Feeds.Rss("Daily", papers));
        await _service.PollAsync("daily");
    }

    private static Written Undated(int number) => new($"u{number}", $"https://daily.example/undated/{number}", $"Undated {number}");

    private static Written Paper(int number, DateTimeOffset at) =>
        new($"p{number}", $"https://daily.example/{number}", $"Paper {number}", at);

    private async Task<List<string>> TitlesAsync(string address) =>
        [.. (await _service.ItemsOf(address)).Select(item => item.GetProperty("title").GetString()!)];

    private async Task<List<DateTimeOffset>> DatesAsync(string address) =>
        [.. (await _service.ItemsOf(address)).Select(item => item.GetProperty("date_published").GetDateTimeOffset())];

    private async Task<DateTimeOffset> ChangedAsync() => DateTimeOffset.Parse(
        XDocument.Parse(await _service.Client.GetStringAsync("/feed.atom")).Root!.Element(Atom + "updated")!.Value,
            CultureInfo.InvariantCulture);

    private async Task<long> NewestPlaceAsync()
    {
        await using var db = await _service.DatabaseAsync();
        return (await db.Stories.MaxAsync(s => s.SortAt)).ToUnixTimeMilliseconds();
    }

    private async Task<string> CursorAsync(string address) =>
        (await _service.GetJsonAsync(address)).GetProperty("next_url").GetString()!.Split("before=")[1];
}
