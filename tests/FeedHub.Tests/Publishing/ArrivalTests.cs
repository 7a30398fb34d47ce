using FeedHub.Storage.Statements.Stories;
using FeedHub.Tests.Hosting;

namespace FeedHub.Tests.Publishing;

/// <summary>Where stories stand that are found late.</summary>
public sealed class ArrivalTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;
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
        Assert.Equal(["Paper 3", "Paper 1"], await TitlesAsync("/feed.json?order=published&before=" + await CursorAsync("/feed.json?order=published&limit=1")));
        Assert.Equal(Now.AddHours(-8).ToUnixTimeSeconds(), (await DatesAsync("/feed.json"))[0].ToUnixTimeSeconds());
    }

    [Fact]
    public async Task AStoryOlderThanTheWindow_TakesItsPlaceByItsDate()
    {
        await BringAsync(Paper(3, Now.AddDays(-8)));
        Assert.Equal(["Paper 2", "Paper 1", "Paper 3"], await TitlesAsync("/feed.json"));
    }

    [Fact]
    public async Task DatesOfArrival_RiseByASecondAtLeastFromPollToPoll()
    {
        await BringAsync(Paper(3, Now.AddHours(-8)));
        await BringAsync(Paper(4, Now.AddHours(-7)));
        await BringAsync(Paper(5, Now.AddHours(-6)));
        var seconds = (await DatesAsync("/feed.json?dates=found")).Take(3).Select(date => date.ToUnixTimeSeconds()).ToList();
        Assert.Equal(seconds.Order().Reverse().Distinct(), seconds);
        Assert.True(seconds[2] >= Now.ToUnixTimeSeconds());
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
        newsroom.Serve("/big", Feeds.Rss("Big", [.. Enumerable.Range(1, stories).Select(n => Paper(n, Now.AddMinutes(-n)) with { Description = $"{n} {text}" })]));
        await using var service = await TestService.StartAsync(folder, Feeds.Json(Feeds.Source(newsroom.Url("/big"), "Big")));
        await service.PollAsync("big");

        Assert.Equal(held, (await service.GetJsonAsync("/feed.json")).GetProperty("items").GetArrayLength());
        foreach (var format in new[] { "/feed.rss", "/feed.atom", "/feed.json" })
            Assert.InRange((await service.Client.GetByteArrayAsync(format)).Length, 1, 5_000_000);
    }

    [Theory]
    [InlineData(5_000, 9_100, 9_100)]
    [InlineData(9_050, 9_100, 10_000)]
    [InlineData(65_000, 9_100, 66_000)]
    [InlineData(69_000, 9_100, 69_001)]
    [InlineData(90_000_000, 9_100, 90_000_001)]
    public void Arrivals_RiseAlsoWhereTheClockStepsBack_AndAreAMinuteAheadAtMost(long last, long now, long arrival) =>
        Assert.Equal(arrival, Arrivals.After(last, now));

    [Theory]
    [InlineData("order=newest", "order")]
    [InlineData("dates=published", "dates")]
    public async Task AnUnknownOrderOrDate_IsNamed(string query, string parameter)
    {
        using var answer = await _service.Client.GetAsync("/feed.json?" + query);
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains($"\"parameter\":\"{parameter}\"", await answer.Content.ReadAsStringAsync());
    }

    private async Task BringAsync(Written paper)
    {
        _newsroom.Serve("/daily", Feeds.Rss("Daily", paper));
        await _service.PollAsync("daily");
    }

    private static Written Paper(int number, DateTimeOffset at) => new($"p{number}", $"https://daily.example/{number}", $"Paper {number}", at);

    private async Task<List<string>> TitlesAsync(string address) =>
        [.. (await _service.ItemsOf(address)).Select(item => item.GetProperty("title").GetString()!)];

    private async Task<List<DateTimeOffset>> DatesAsync(string address) =>
        [.. (await _service.ItemsOf(address)).Select(item => item.GetProperty("date_published").GetDateTimeOffset())];

    private async Task<string> CursorAsync(string address) =>
        (await _service.GetJsonAsync(address)).GetProperty("next_url").GetString()!.Split("before=")[1];
}
