using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FeedHub.Tests.Hosting;

namespace FeedHub.Tests.Publishing;

/// <summary>A loud source and quiet ones on the page, and in the feeds.</summary>
public sealed class FairFeedTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve("/loud", Loud(40));
        _newsroom.Serve("/quiet", Feeds.Rss(
            "Quiet",
            new Written("q1", "https://quiet.example/1", "Quiet 1", Noon.AddHours(-5), "x", "Politik"),
            new Written("q0", "https://quiet.example/0", "Quiet 0", Noon.AddHours(-6))));
        _newsroom.Serve(
            "/silent",
            Feeds.Rss("Silent", new Written("s1", "https://silent.example/1", "Silent 1", Noon.AddDays(-3), "x", "Politik")));
    }

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task ALoudSource_LeavesQuietOnesTheirPlace_AndWalkingShowsEveryStoryOnceWhileNewOnesCome()
    {
        await using var service = await StartAsync();
        var first = await TitlesAsync(service, "/?limit=10");
        Assert.Equal(["Loud 40", "Loud 39", "Loud 38", "Loud 37", "Loud 36", "Loud 35", "Loud 34", "Loud 33", "Loud 32", "Quiet 1"], first);
        Assert.Contains("Quiet 1", await TitlesAsync(service, "/?limit=10&category=politics"));
        Assert.DoesNotContain("Quiet 1", await TitlesAsync(service, "/?limit=10&source=loud&source=quiet"));

        var seen = new List<string>();
        var next = "/?limit=10";
        for (var number = 1; next is not null; number++)
        {
            var page = await PageAsync(service, next);
            seen.AddRange(TitlesOf(page));
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
            _newsroom.Serve("/loud", Loud(40 + number));
            await service.PollAsync("loud");
        }

        string[] there = [.. Enumerable.Range(1, 40).Select(n => $"Loud {n}"), "Quiet 0", "Quiet 1", "Silent 1"];
        Assert.Equal(there.Order(), seen.Order());
    }

    [Fact]
    public async Task Feeds_KeepNoPlaces_SinceProgramsThatRememberIdsWouldMissWhatGaveThemUp()
    {
        await using var service = await StartAsync();
        var titles = (await service.ItemsOf("/feed.json?limit=10")).Select(item => item.GetProperty("title").GetString());
        Assert.Equal(Enumerable.Range(31, 10).Reverse().Select(n => $"Loud {n}"), titles);
    }

    [Fact]
    public async Task ASetting_SwitchesItOff()
    {
        await using var service = await StartAsync("--FeedHub:Publishing:FairnessWindow=00:00:00");
        Assert.DoesNotContain("Quiet 1", await TitlesAsync(service, "/?limit=10"));
    }

    private async Task<TestService> StartAsync(params string[] settings)
    {
        string[] names = ["Loud", "Quiet", "Silent"];
        var service = await TestService.StartAsync(
            _folder,
            Feeds.Json(names.Select(name => Feeds.Source(_newsroom.Url($"/{name.ToLowerInvariant()}"), name))),
            settings: settings);
        foreach (var name in names)
            await service.PollAsync(name.ToLowerInvariant());
        return service;
    }

    private static async Task<IEnumerable<string>> TitlesAsync(TestService service, string address) =>
        TitlesOf(await PageAsync(service, address));

    private static async Task<IHtmlDocument> PageAsync(TestService service, string address) =>
        new HtmlParser().ParseDocument(await service.Client.GetStringAsync(address));

    private static IEnumerable<string> TitlesOf(IHtmlDocument page) =>
        page.QuerySelectorAll("article h3").Select(title => title.TextContent.Trim());

    private static string Loud(int items) => Feeds.Rss("Loud", Enumerable.Range(1, items).Select(n =>
        new Written($"l{n}", $"https://loud.example/{n}", $"Loud {n}", Noon.AddMinutes(n - 40), "x", "Politik")));
}
