using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Coverage;

/// <summary>Feeds and pages by event: only those that several papers report, one entry each, those of most papers on top.</summary>
public sealed class EventFeedTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private EventNewsroom _papers = null!;

    public async Task InitializeAsync()
    {
        _papers = await EventNewsroom.BeginAsync();
        _papers.Serve("alpha", dam: 0, other: 0);
        _papers.Serve("beta", dam: 1, other: 1);
        _papers.Serve("gamma", dam: 2);
        _papers.Serve("delta", other: 2);
    }

    public async Task DisposeAsync() => await _papers.DisposeAsync();

    [Fact]
    public async Task OnlyEventsThatSoManyPapersReport_AreShown_WithAnyOtherFilter()
    {
        await using var service = await _papers.StartAsync();
        await EventNewsroom.PollAsync(service, "alpha", "beta", "gamma", "delta");

        Assert.Equal(["alpha-dam", "beta-dam", "gamma-dam"], await IdsAsync(service, "/feed.json?coverage=3"));
        Assert.Equal(["beta-dam"], await IdsAsync(service, "/feed.json?coverage=2&source=beta"));
        Assert.Equal(["alpha-dam", "gamma-dam"], await IdsAsync(service, "/feed.json?coverage=3&source=-beta&order=published"));
        Assert.Empty(await IdsAsync(service, "/feed.json?coverage=4"));
        Assert.Equal(3, (await service.ItemsOf("/api/stories?coverage=3")).Count);
        foreach (var bad in (string[])["coverage=1", "coverage=51", "coverage=x", "coverage=3&coverage=4", "group=topic", "order=best"])
        {
            using var answer = await service.Client.GetAsync($"/feed.rss?{bad}");
            Assert.Equal((bad, HttpStatusCode.BadRequest), (bad, answer.StatusCode));
        }
    }

    [Fact]
    public async Task AnEvent_IsOneEntry_WithTheOthersListed_AndStaysWhereItWas()
    {
        await using var service = await _papers.StartAsync();
        await EventNewsroom.PollAsync(service, "alpha", "beta", "delta");
        var before = await service.ItemsOf("/feed.json?group=event");
        var names = await NamesAsync(service, before);
        Assert.Equal(["alpha-dam", "alpha-other", "beta-other", "delta-other"], names.Order());
        var entry = before[names.IndexOf("alpha-dam")];
        Assert.Contains("Thousands flee as dam bursts above Orvale</a> (beta)", entry.GetProperty("content_html").GetString(),
            StringComparison.Ordinal);

        await EventNewsroom.PollAsync(service, "gamma");
        var after = await service.ItemsOf("/feed.json?group=event");
        Assert.Equal(before.Select(e => e.GetProperty("id").GetString()), after.Select(e => e.GetProperty("id").GetString()));
        var again = after.Single(e => e.GetProperty("id").GetString() == entry.GetProperty("id").GetString());
        Assert.Contains("(gamma)", again.GetProperty("content_html").GetString(), StringComparison.Ordinal);
        Assert.Equal(entry.GetProperty("date_published").GetString(), again.GetProperty("date_published").GetString());

        // Updated in place: no reader shows it as new, in three hours or ever.
        Assert.Equal(ChangedAt(entry), ChangedAt(again));

        var page = await service.Client.GetStringAsync("/?group=event");
        Assert.DoesNotContain("Thousands flee", page, StringComparison.Ordinal);
        Assert.Equal(["beta-dam", "beta-other"], await IdsAsync(service, "/feed.json?group=event&source=beta"));
    }

    private static string? ChangedAt(System.Text.Json.JsonElement entry) =>
        entry.TryGetProperty("date_modified", out var changed) ? changed.GetString() : null;

    [Fact]
    public async Task PagesOfEvents_HaveEachOnce()
    {
        await using var service = await _papers.StartAsync();
        await EventNewsroom.PollAsync(service, "alpha", "beta", "gamma", "delta");
        var seen = await AllPagesAsync(service, "/feed.json?group=event&limit=1");
        Assert.Equal(["alpha-dam", "alpha-other", "beta-other", "delta-other"], seen.Order());
    }

    [Fact]
    public async Task EventsByDate_AreThoseThatArrivedInTheFeedsHours_EachAtItsFirstDate()
    {
        _papers.Serve("gamma", dam: 2, notes: 60);
        _papers.Serve("alpha", other: 0);
        await using var service = await _papers.StartAsync();
        await EventNewsroom.PollAsync(service, "alpha", "gamma", "delta");
        _papers.Serve("alpha", dam: 0, other: 0);
        await EventNewsroom.PollAsync(service, "alpha");
        var arrived = await NamesAsync(service, await service.ItemsOf("/feed.json?group=event"));
        var dated = await NamesAsync(service, await service.ItemsOf("/feed.json?group=event&order=published"));

        // The gamma's report came first, and the alpha's has the earlier date.
        Assert.Equal((63, "gamma-dam", "alpha-dam"), (arrived.Count, Dam(arrived), Dam(dated)));
        Assert.Equal(arrived.Where(name => name != "gamma-dam").Order(), dated.Where(name => name != "alpha-dam").Order());
        Assert.True(dated.IndexOf("alpha-dam") > 50, "The dam is the oldest news: the first page holds it all the same.");
        var seen = await AllPagesAsync(service, "/feed.json?group=event&order=published");
        Assert.Equal(dated, seen);

        static string Dam(List<string> names) => names.Single(name => name.EndsWith("-dam", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatMostPapersReport_IsOnTop_AndStandsForAQuarterOfAnHour_ButGoesAtOnceWhenItIsHidden()
    {
        await using var service = await _papers.StartAsync(_time);
        await EventNewsroom.PollAsync(service, "alpha", "beta", "delta");
        _time.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal("alpha-dam", (await NamesAsync(service, await service.ItemsOf("/feed.json?order=top")))[0]);
        var first = await service.Client.GetStringAsync("/feed.rss?order=top");

        _time.Advance(Left() - TimeSpan.FromSeconds(1));
        await EventNewsroom.PollAsync(service, "gamma");
        Assert.Equal(first, await service.Client.GetStringAsync("/feed.rss?order=top"));
        _time.Advance(TimeSpan.FromMinutes(15));
        Assert.NotEqual(first, await service.Client.GetStringAsync("/feed.rss?order=top"));
        Assert.Equal(4, (await service.ItemsOf("/feed.json?order=top")).Count);
        Assert.Equal(["alpha-dam"], await NamesAsync(service, await service.ItemsOf("/feed.json?order=top&limit=1")));
        Assert.Contains("What most papers report", await service.Client.GetStringAsync("/?order=top"), StringComparison.Ordinal);

        foreach (var story in await service.ItemsOf("/api/stories?coverage=3"))
            (await service.Client.PostAsJsonAsync($"/api/stories/{story.GetProperty("id").GetInt64()}/hidden", new { reason = "no" }))
                .EnsureSuccessStatusCode();
        Assert.DoesNotContain("Orvale", await service.Client.GetStringAsync("/feed.rss?order=top"), StringComparison.Ordinal);
        Assert.DoesNotContain("Orvale", await service.Client.GetStringAsync("/feed.rss?group=event"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PagesOfTheTop_HaveEachOnce()
    {
        await using var service = await _papers.StartAsync(_time);
        await EventNewsroom.PollAsync(service, "alpha", "beta", "gamma", "delta");
        _time.Advance(TimeSpan.FromMinutes(20));
        var seen = await AllPagesAsync(service, "/feed.json?order=top&limit=1");
        Assert.Equal(("alpha-dam", 4, 4), (seen[0], seen.Count, seen.Distinct().Count()));
    }

    private TimeSpan Left() => TimeSpan.FromMinutes(15) - TimeSpan.FromTicks(_time.GetUtcNow().Ticks % TimeSpan.FromMinutes(15).Ticks);

    private static async Task<IEnumerable<string>> IdsAsync(TestService service, string address) =>
        (await NamesAsync(service, await service.ItemsOf(address))).Order();

    // The paper's own name of the story that each entry stands for, in the order of the feed.
    private static async Task<List<string>> NamesAsync(TestService service, IReadOnlyList<JsonElement> entries)
    {
        var names = (await service.ItemsOf("/api/stories?limit=500")).ToDictionary(
            story => story.GetProperty("entry_id").GetString()!, story => story.GetProperty("items")[0].GetProperty("id").GetString()!);
        return [.. entries.Select(entry => names[entry.GetProperty("id").GetString()!])];
    }

    private static async Task<List<string>> AllPagesAsync(TestService service, string address)
    {
        var seen = new List<string>();
        for (var next = address; next is not null && seen.Count < 9;)
        {
            var page = await service.GetJsonAsync(next);
            seen.AddRange(await NamesAsync(service, [.. page.GetProperty("items").EnumerateArray()]));
            next = page.TryGetProperty("next_url", out var url) ? new Uri(url.GetString()!).PathAndQuery : null;
        }

        return seen;
    }
}
