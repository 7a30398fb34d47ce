using FeedHub.Configuring;
using FeedHub.Dashboard.Overview;
using FeedHub.Hosting;
using FeedHub.Model.Sources;
using FeedHub.Storage.Statements.Figures;
using FeedHub.Storage.Statements.Items;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Dashboard;

/// <summary>The dashboard's first page: what is well, what is not, and the figures.</summary>
public sealed class OverviewTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 30, 0, TimeSpan.Zero);
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Start);
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync() => _newsroom = await FakeNewsroom.StartAsync();

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task AnItemThatIsDropped_BeganNoStory_AndJoinedNone()
    {
        _newsroom.Serve("/a", Feeds.Rss(
            "Alpha", new Written("1", "https://alpha.example/1", "Lottery numbers", Start.AddHours(-1)),
            new Written("2", "https://alpha.example/2", "Ferries stop", Start.AddHours(-2)),
            new Written("3", "https://alpha.example/2", "Ferries stop", Start.AddHours(-2))));
        await using var service = await TestService.StartAsync(
            _folder, $$"""{ "sources": [ {{Feeds.Source(_newsroom.Url("/a"), "Alpha")}} ], "drop": [ { "any": ["lottery"] } ] }""", _time);
        await service.PollAsync("alpha");

        var numbers = await service.Services.GetRequiredService<OverviewFigures>().GetAsync(CancellationToken.None);
        var hour = Assert.Single(numbers.Hours, hour => hour.Items > 0);
        Assert.Equal((1, hour.Items - 2), ((int)hour.Stories, hour.Joined));
    }

    [Fact]
    public async Task TheOverview_CountsWhatWasStored_AndSaysWhatIsNotWell()
    {
        var first = new Written("1", "https://alpha.example/1", "The first of them", Start.AddHours(-5));
        var late = new Written("2", "https://alpha.example/2", "Read ten minutes late", Start.AddMinutes(80));
        _newsroom.Serve("/a", Feeds.Rss("Alpha", first));
        _newsroom.Serve("/b", Feeds.Rss("Beta", first with { Guid = "b1" }));
        _newsroom.Answer("/c", 500);
        await using var service = await TestService.StartAsync(
            _folder, Feeds.Json(
                Feeds.Source(_newsroom.Url("/a"), "Alpha"),
                Feeds.Source(_newsroom.Url("/b"), "Beta"),
                Feeds.Source(_newsroom.Url("/c"), "Gamma")), _time);
        var retention = service.Services.GetRequiredService<Retention>();
        await retention.RunAsync(CancellationToken.None);
        foreach (var slug in (string[])["alpha", "beta", "gamma", "alpha"])
            await service.PollAsync(slug);
        _time.Advance(TimeSpan.FromMinutes(90));
        _newsroom.Serve("/a", Feeds.Rss("Alpha", first, late));
        await service.PollAsync("alpha");

        var numbers = await service.Services.GetRequiredService<OverviewFigures>().GetAsync(CancellationToken.None);
        Assert.Equal((168, 24), (numbers.Hours.Count, numbers.Day.Count));
        Assert.Equal(
            [(9, 2, 1), (11, 1, 1)],
            numbers.Hours.Where(hour => hour.Items > 0).Select(hour => (hour.Hour.Hour, (int)hour.Items, (int)hour.Stories)));
        Assert.Equal((5, 1), ((int)numbers.Day.Sum(hour => hour.Polls), (int)numbers.Day.Sum(hour => hour.Of(HourlyCounts.NotModified))));
        Assert.Equal((2, 1), (numbers.States[SourceState.Active], numbers.States[SourceState.Failing]));
        Assert.InRange(Delays.Percentile(numbers.DelaysOfDay, .5)!.Value, TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(11));
        Assert.Equal(1, numbers.DelaysOfWeek.Values.Sum());
        Assert.Null(numbers.Size.GrowthADay);

        var page = await service.Client.GetStringAsync("/hangfire");
        Assert.Contains("Not everything is well.", page, StringComparison.Ordinal);
        Assert.Contains("1 source fails. <a href=\"/hangfire/sources?state=failing\">", page, StringComparison.Ordinal);
        Assert.Contains("33.3 %", page, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"The last 24 hours: 3 items in 2 new stories", page, StringComparison.Ordinal);
        Assert.Equal("/hangfire?done=polling", await service.DoAsync("/hangfire", "/hangfire/poll-due"));
        await TestService.UntilAsync(
            () => service.Client.GetStringAsync("/hangfire/jobs/succeeded"),
            succeeded => succeeded.Contains("Dispatch: queue the polls that are due", StringComparison.Ordinal));
        Assert.Contains("Realtime", await service.Client.GetStringAsync("/hangfire/graph"), StringComparison.OrdinalIgnoreCase);

        _time.Advance(TimeSpan.FromHours(6));
        numbers = await service.Services.GetRequiredService<OverviewFigures>().GetAsync(CancellationToken.None);
        Assert.NotNull(numbers.Size.GrowthADay);
        Assert.True(numbers.Size.Bytes > 100_000);
    }

    [Theory]
    [InlineData(0, "delay.000")]
    [InlineData(-30, "delay.000")]
    [InlineData(60, "delay.033")]
    [InlineData(-600, null)]
    [InlineData(8 * 86400, null)]
    public void ADelay_HasAClass_UnlessItTellsNothing(int seconds, string? name) =>
        Assert.Equal(name, Delays.ClassOf(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Percentiles_AreWithinAnEighth()
    {
        var counts = Enumerable.Range(1, 1000).Select(n => Delays.ClassOf(TimeSpan.FromSeconds(n * 10))!).CountBy(name => name)
            .ToDictionary(c => c.Key, c => (long)c.Value);
        Assert.InRange(Delays.Percentile(counts, .5)!.Value.TotalSeconds, 5000 * .93, 5000 * 1.07);
        Assert.InRange(Delays.Percentile(counts, .95)!.Value.TotalSeconds, 9500 * .93, 9500 * 1.07);
        Assert.Null(Delays.Percentile(new Dictionary<string, long>(), .5));
    }

    [Fact]
    public async Task ASetting_ChangesWhileFeedHubRuns_IsKeptOverARestart_AndGoesBackToItsDefault()
    {
        await using (var service = await StartAsync())
        {
            var settings = service.Services.GetRequiredService<LiveSettings>();
            Assert.Equal("/hangfire/settings?done=changed", await ChangeAsync(service, "Retention:Days", "30"));
            Assert.Equal(30, settings.Value.Retention.Days);
            await ChangeAsync(service, "Categories:Threshold", "0,8");
            Assert.Equal(0.8, settings.Value.Categories.Threshold);
            foreach (var (key, value, words) in new[]
            {
                ("Retention:Days", "-1", "write a number from 0 to"), ("Retention:Days", "soon", "write a whole number from 0 to 100000"),
                ("Categories:Threshold", "0;8", "write a number such as 0.8"),
                ("Polling:MinInterval", "30", "write 15m, 1h30m, 1 day, or hours, minutes and seconds"),
                ("Polling:MinInterval", "2.00:00:00", "so that MinInterval is not the greater"),
                ("Polling:Concurrency", "5", "cannot be changed while FeedHub runs"),
                ("Polling:HostGap", "00:00:02", "is set by command line"), ("Admin:ApiKey", "x", "cannot be changed while FeedHub runs"),
                ("Nope", "1", "is not a setting"),
            })
            {
                using var refused = await service.SendFormAsync("/hangfire/settings", "/hangfire/settings", ("key", key), ("value", value));
                Assert.Equal(
                    (400, true),
                    ((int)refused.StatusCode, (await refused.Content.ReadAsStringAsync()).Contains(words, StringComparison.Ordinal)));
            }

            Assert.All(service.Services.GetRequiredService<SettingsList>().All(), setting =>
                Assert.False(string.IsNullOrEmpty(setting.Meaning), $"{setting.Key} has no [Description]"));
            Assert.DoesNotContain("hush-hush", await service.Client.GetStringAsync("/hangfire/settings"), StringComparison.Ordinal);
        }

        await using var again = await StartAsync();
        var (live, list) = (again.Services.GetRequiredService<LiveSettings>(), again.Services.GetRequiredService<SettingsList>());
        Assert.Equal(
            (30, "the dashboard", true),
            (live.Value.Retention.Days, list.Find("Retention:Days")!.Origin, list.Find("Retention:Days")!.IsOurs));
        Assert.Equal(
            "/hangfire/settings?done=default",
            await again.DoAsync("/hangfire/settings", "/hangfire/settings/default", ("key", "Retention:Days")));
        Assert.Equal((90, "default"), (live.Value.Retention.Days, list.Find("Retention:Days")!.Origin));
    }

    [Fact]
    [Trait("Storage", "sqlite")]
    public async Task ASettingsFileWrittenByHand_IsLookedAtLikeAnythingElse()
    {
        await using var again = await StartAsync();
        var live = again.Services.GetRequiredService<LiveSettings>();
        var file = _folder.File("data/settings.json");
        await File.WriteAllTextAsync(file, """{ "FeedHub:Retention:Days": "-5" }""");
        ((IConfigurationRoot)again.Services.GetRequiredService<IConfiguration>()).Reload();
        Assert.Equal(90, live.Value.Retention.Days);
        Assert.Contains("write a number from 0 to", await again.Client.GetStringAsync("/hangfire"), StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, "{");
        Assert.Contains(
            SettingsKeys.Unreadable(Program.CreateBuilder([$"--FeedHub:DataDirectory={_folder.File("data")}"]).Configuration),
            problem => problem.Contains("mend it, or delete it", StringComparison.Ordinal));
    }

    private static Task<string> ChangeAsync(TestService service, string key, string value) =>
        service.DoAsync("/hangfire/settings", "/hangfire/settings", ("key", key), ("value", value));

    // With an API key, and a bearer is not what a browser sends: the dashboard stays open to this machine.
    private Task<TestService> StartAsync() => TestService.StartAsync(_folder, Feeds.Json(), settings: "--FeedHub:Admin:ApiKey=hush-hush");
}
