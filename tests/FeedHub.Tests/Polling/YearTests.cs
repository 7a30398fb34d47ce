using System.Globalization;
using System.Text.RegularExpressions;
using FeedHub.HealthFeed;
using FeedHub.Hosting;
using FeedHub.Polling;
using FeedHub.Tests.Hosting;
using FeedHub.Tests.Observability;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Polling;

/// <summary>A year of a hub that nobody looks after: what goes wrong in it, and what an admin sees of it. Disks that fill up are in
/// <c>DiskTests</c>, networks that are away in <c>OwnNetworkTests</c>, certificates in <c>FetcherTlsTests</c>.</summary>
[Trait("Storage", "sqlite")]
public sealed partial class YearTests : IAsyncLifetime
{
    private static readonly string[] Papers = ["dawn", "noon", "dusk"];

    private readonly TempFolder _folder = new();
    private readonly StepClock _clock = new(new(2026, 1, 2, 6, 0, 0, TimeSpan.Zero));
    private readonly LoggedLines _lines = new();
    private FakeNewsroom _newsroom = null!;
    private TestService _service = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        foreach (var paper in Papers)
            Publish(paper);
        var sources = Papers.Select(
            paper => $$"""{ "url": "{{_newsroom.Url($"/{paper}")}}", "title": "{{paper}}", "interval": "1 day" }""");
        _service = await TestService.StartAsync(
            _folder, Feeds.Json([.. sources]), _clock, services: services => _lines.Of<SourceLines>(services));
        await PassAsync(TimeSpan.FromDays(20));
        Assert.Equal([], await ToldAsync());
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task APublisherAwayForAMonth_ASuspendedMachine_AndAClockThatIsWrongForADay_AreToldOnceAndHealByThemselves()
    {
        await AMonthWithoutOnePublisherAsync();
        await AMonthAsleepAsync();
        await PassAsync(TimeSpan.FromDays(120));
        Assert.Equal(["dawn: well again", "dawn: the poll failed"], await ToldAsync());
        await _service.Services.GetRequiredService<Retention>().RunAsync(CancellationToken.None);
        Assert.InRange((await _service.ItemsOf("/api/stories?limit=500")).Count, 3 * 85, 3 * 95);

        await SixWeeksOf304Async();
        await ADayOfAnotherYearAsync();
        await PassAsync(TimeSpan.FromDays(100));
        Assert.Equal([], await ToldAsync());
        Assert.Equal("Healthy", await _service.HealthAsync("/healthz/ready"));
        Assert.All(await _service.ItemsOf("/api/sources"), source => Assert.Equal("active", source.GetProperty("state").GetString()));
    }

    private async Task AMonthWithoutOnePublisherAsync()
    {
        _newsroom.Answer("/dawn", StatusCodes.Status500InternalServerError);
        var asked = _newsroom.AskedFor("/dawn").Count;
        await PassAsync(TimeSpan.FromDays(30));
        Assert.InRange(_newsroom.AskedFor("/dawn").Count - asked, 25, 45);
        Assert.Equal(["dawn: the poll failed"], await ToldAsync());
        Assert.StartsWith("State: dawn is failing: HTTP 500", Assert.Single(_lines.Take()), StringComparison.Ordinal);
        Assert.Contains("HTTP 500", await _service.Client.GetStringAsync("/hangfire/sources/dawn"), StringComparison.Ordinal);

        Publish("dawn");
        await PassAsync(TimeSpan.FromHours(30));
        Assert.Equal(["dawn: well again", "dawn: the poll failed"], await ToldAsync());
        Assert.Equal(["Healed: dawn is well again; it was failing"], _lines.Take());
    }

    // While a machine is suspended its date goes on and its timers stand still.
    private async Task AMonthAsleepAsync()
    {
        var asked = _newsroom.Requests.Count;
        _clock.Step(TimeSpan.FromDays(30));
        await PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(asked + Papers.Length, _newsroom.Requests.Count);
        Assert.Equal("Healthy", await _service.HealthAsync("/healthz/ready"));
        Assert.Equal([], _lines.Take());
    }

    // Its server says to all who ask with validators that nothing is new, even where something is.
    private async Task SixWeeksOf304Async()
    {
        Publish("noon", "\"for ever\"");
        await PassAsync(TimeSpan.FromDays(42));
        var noon = await _service.GetJsonAsync("/api/sources/noon");
        Assert.Equal("active", noon.GetProperty("state").GetString());
        var newest = (await _service.ItemsOf("/api/items?source=noon&limit=40")).Select(
            item => item.GetProperty("published").GetDateTimeOffset()).Where(at => at > _clock.GetUtcNow().AddDays(-30)).Distinct().Count();
        Assert.InRange(newest, 25, 31);
        Assert.Equal([], _lines.Take());
        Publish("noon");
    }

    private async Task ADayOfAnotherYearAsync()
    {
        var stories = (await _service.ItemsOf("/api/stories?limit=500")).Count;
        _clock.Step(TimeSpan.FromDays(400));
        await PassAsync(TimeSpan.FromHours(20));
        await _service.Services.GetRequiredService<Retention>().RunAsync(CancellationToken.None);
        _clock.Step(TimeSpan.FromDays(-400));
        var asked = _newsroom.Requests.Count;
        await PassAsync(TimeSpan.FromDays(3));
        Assert.InRange(_newsroom.Requests.Count - asked, 2 * Papers.Length, 4 * Papers.Length);
        Assert.True((await _service.ItemsOf("/api/stories?limit=500")).Count >= stories);
        Assert.Equal([], _lines.Take());
    }

    // A paper with an article of each of its last five days; with a tag, of which it says 304 to those who have it.
    private void Publish(string paper, string? tag = null) => _newsroom.Answer($"/{paper}", async context =>
    {
        if (tag is not null && context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.Headers.ETag = tag;
        var today = _clock.GetUtcNow().Date;
        var written = Enumerable.Range(0, 5).Select(days => today.AddDays(-days)).Select(day => new Written(
            $"{paper}-{day:yyyyMMdd}", $"https://{paper}.example/{day:yyyyMMdd}", Headline(paper, day),
                new DateTimeOffset(day, TimeSpan.Zero)));
        await context.Response.WriteAsync(Feeds.Rss(paper, [.. written]));
    });

    // Words of the day and of the paper, so that no two are one story.
    private static string Headline(string paper, DateTime day) =>
        string.Create(CultureInfo.InvariantCulture, $"The {paper} of {day:dddd}, number {day.Year * 1000 + day.DayOfYear}, {day:MMMM}");

    // From poll to poll, as the dispatcher does.
    private async Task PassAsync(TimeSpan span)
    {
        var end = _clock.GetTimestamp() + span.Ticks;
        while (true)
        {
            await _service.Services.GetRequiredService<ClockSteps>().FollowAsync(CancellationToken.None);
            foreach (var paper in Papers)
                await PollAsync(paper);
            var left = TimeSpan.FromTicks(end - _clock.GetTimestamp());
            if (left <= TimeSpan.Zero)
                break;
            var due = (await _service.ItemsOf("/api/sources")).Min(source => source.GetProperty("next_poll").GetDateTimeOffset());
            var wait = due - _clock.GetUtcNow();
            _clock.Advance(wait > left ? left : wait > TimeSpan.Zero ? wait : TimeSpan.FromSeconds(1));
        }

        await _service.Services.GetRequiredService<HealthDigest>().RunAsync(CancellationToken.None);
    }

    private async Task PollAsync(string paper)
    {
        var source = await _service.Services.GetRequiredService<FeedHub.Sources.SourceCatalogue>().FindAsync(paper, CancellationToken.None);
        await _service.Services.GetRequiredService<Poller>().PollAsync(source!.Id, refresh: false, CancellationToken.None);
    }

    private async Task<IReadOnlyList<string>> ToldAsync() =>
        [.. Title().Matches(await _service.Client.GetStringAsync("/health.atom")).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("<entry>.*?<title[^>]*>(.*?)</title>", RegexOptions.Singleline)]
    private static partial Regex Title();

    /// <summary>A fake clock whose date can be set apart from its timers.</summary>
    private sealed class StepClock(DateTimeOffset start) : FakeTimeProvider(start)
    {
        private TimeSpan _offset;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _offset;

        public override long GetTimestamp() => base.GetUtcNow().Ticks;

        public void Step(TimeSpan by) => _offset += by;
    }
}
