using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using FeedHub.Categories;
using FeedHub.Model.Stories;
using FeedHub.Publishing.Briefings;
using FeedHub.Publishing.Pages;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Coverage;

/// <summary>A briefing is what most papers report in a span of hours, and stays what it was.</summary>
public sealed class BriefingTests : IAsyncLifetime
{
    // Past six, past eighteen, and not near either.
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 20, 30, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _time = new(Start);
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

    [Theory]
    [InlineData("06:00", "Asia/Jakarta", "2026-11-20T20:30Z", "2026-11-19T23:00Z", "2026-11-18T23:00Z")]
    [InlineData("06:00,18:00", "Asia/Jakarta", "2026-11-20T20:30Z", "2026-11-20T11:00Z", "2026-11-19T23:00Z")]
    [InlineData("06:00", "Etc/UTC", "2026-11-20T06:00Z", "2026-11-20T06:00Z", "2026-11-19T06:00Z")]
    [InlineData("02:30", "Europe/Berlin", "2026-03-29T12:00Z", "2026-03-29T01:00Z", "2026-03-28T01:30Z")]
    [InlineData("02:30", "Europe/Berlin", "2026-10-25T12:00Z", "2026-10-25T00:30Z", "2026-10-24T00:30Z")]
    public void TheHoursOfEditions_AreThoseOfTheZone_AlsoWhereItsClockIsChanged(
        string hours, string zone, string now, string at, string from)
    {
        var plan = new BriefingPlan(
            [.. hours.Split(',').Select(hour => TimeOnly.Parse(hour, null))], TimeZoneInfo.FindSystemTimeZoneById(zone), new StoryFilter());
        Assert.Equal((DateTimeOffset.Parse(at, null), DateTimeOffset.Parse(from, null)), plan.Newest(DateTimeOffset.Parse(now, null)));
    }

    [Fact]
    public async Task AnEdition_HasTheEventsOfItsSpan_AndItsBytesStand_ThroughNewsAndARestart()
    {
        byte[] first;
        await using (var service = await _papers.StartAsync(_time))
        {
            await EventNewsroom.PollAsync(service, "alpha", "beta", "delta");
            _time.Advance(TimeSpan.FromHours(10));
            var entry = Assert.Single(await service.ItemsOf("/briefing.json?at=06:00&zone=Etc/UTC"));
            Assert.Equal("Briefing: Saturday, 21 November 2026, 06:00", entry.GetProperty("title").GetString());
            Assert.Equal("2026-11-21T06:00:00Z", entry.GetProperty("date_published").GetString());
            var html = entry.GetProperty("content_html").GetString()!;
            Assert.Contains("More on this: 2 from 2 papers", html, StringComparison.Ordinal);
            Assert.Contains("Delacroix", html, StringComparison.Ordinal);
            first = await service.Client.GetByteArrayAsync("/briefing.rss?at=06:00&zone=Etc/UTC");
            await EventNewsroom.PollAsync(service, "gamma");
            Assert.Equal(first, await service.Client.GetByteArrayAsync("/briefing.rss?zone=Etc/UTC"));
            Assert.Contains("Orvale", await service.Client.GetStringAsync("/briefing?at=06:00&zone=Etc/UTC"), StringComparison.Ordinal);
            await AssertIsIndonesianAsync(service, "at=06:00&zone=Etc/UTC");
            await AssertSaysAsync(service, "zone=Mars", "Tidak ada zona waktu “Mars”");
            await AssertSaysAsync(service, "at=pagi", "“pagi” bukan jam; tulis satu sampai 12 jam");
            await AssertSaysAsync(service, "coverage=1", "“1” bukan jumlah sumber yang sah");
        }

        await using var again = await _papers.StartAsync(_time);
        _time.Advance(TimeSpan.FromHours(20));
        Assert.Equal(Without(first), Without(await again.Client.GetByteArrayAsync("/briefing.rss?at=06:00&zone=Etc/UTC")));
        _time.Advance(TimeSpan.FromHours(4));
        await again.Services.GetRequiredService<BriefingKeeper>().KeepUpAsync(CancellationToken.None);
        Assert.Equal(2, (await again.ItemsOf("/briefing.json?at=06:00&zone=Etc/UTC")).Count);
    }

    [Theory]
    [InlineData(1, 1, "1 story from 1 paper")]
    [InlineData(1, 8, "1 story from 8 papers")]
    [InlineData(2, 1, "2 stories from 1 paper")]
    [InlineData(3, 2, "3 stories from 2 papers")]
    public void StoriesAndPapers_AreCountedInWords(int stories, int papers, string words) =>
        Assert.Equal(words, PageText.EveryLanguage[0].Counted(stories, papers));

    [Fact]
    public async Task WhatIsHiddenOrErased_GoesFromEveryEdition()
    {
        await using var service = await _papers.StartAsync(_time);
        await EventNewsroom.PollAsync(service, "alpha", "delta");
        _time.Advance(TimeSpan.FromHours(10));
        Assert.Contains("Orvale", await service.Client.GetStringAsync("/briefing.atom?zone=Etc/UTC"), StringComparison.Ordinal);
        var hour = await ModifiedAsync(service);
        Assert.Equal(new(2026, 11, 21, 6, 0, 0, TimeSpan.Zero), hour);

        var dam = (await EventNewsroom.StoryOfAsync(service, "alpha")).GetProperty("id").GetInt64();
        var rover = (await EventNewsroom.StoryOfAsync(service, "delta", "other")).GetProperty("id").GetInt64();
        (await service.Client.PostAsJsonAsync($"/api/stories/{dam}/hidden", new { reason = "no" })).EnsureSuccessStatusCode();
        var hidden = await ModifiedAsync(service);
        _time.Advance(TimeSpan.FromMinutes(5));
        (await service.Client.DeleteAsync($"/api/stories/{rover}")).EnsureSuccessStatusCode();
        Assert.True(hour < hidden && hidden < await ModifiedAsync(service), "What was taken out of an edition changes it.");
        foreach (var address in (string[])["/briefing.atom?zone=Etc/UTC", "/briefing?zone=Etc/UTC", "/briefing.json?zone=Etc/UTC"])
        {
            var text = await service.Client.GetStringAsync(address);
            Assert.DoesNotContain("Orvale", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Rover", text, StringComparison.Ordinal);
            Assert.Contains("Delacroix", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ABriefing_IsOfAnyFilter_InOneSpelling_AndWhatIsWrongIsNamed()
    {
        await using var service = await _papers.StartAsync(_time);
        await EventNewsroom.PollAsync(service, "alpha", "beta");
        _time.Advance(TimeSpan.FromHours(10));
        var own = await service.Client.GetStringAsync("/briefing.rss?source=beta&zone=Etc/UTC&at=06:00");
        Assert.Contains("Tarsia", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Delacroix", own, StringComparison.Ordinal);
        Assert.Equal(own, await service.Client.GetStringAsync("/briefing.rss?at=06:00,06:00&source=beta&zone=Etc/UTC"));
        foreach (var (query, name) in ((string, string)[])[
            ("at=6", "at"), ("at=25:00", "at"), ("zone=Mars/Base", "zone"), ("source=nobody", "source"), ("catgory=sport", "catgory")])
        {
            using var answer = await service.Client.GetAsync($"/briefing.rss?{query}");
            Assert.Equal((query, HttpStatusCode.BadRequest), (query, answer.StatusCode));
            Assert.Contains($"\"parameter\":\"{name}\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Contains("href=\"/briefing\"", await service.Client.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfManyCombinationsOfOneClient_ItsLastTenAreKept_AndTheOthersAreAnsweredAllTheSame()
    {
        await using var service = await _papers.StartAsync(_time);
        await EventNewsroom.PollAsync(service, "alpha");
        await service.Services.GetRequiredService<FeedHub.Publishing.Search.SearchIndexer>().CatchUpAsync(CancellationToken.None);
        _time.Advance(TimeSpan.FromHours(10));
        for (var i = 0; i < 13; i++)
        {
            foreach (var words in (string[])["orvale", $"orvale+OR+x{i}"])
            {
                var answer = await service.Client.GetStringAsync($"/briefing.rss?zone=Etc/UTC&q={words}");
                Assert.Contains("Orvale", answer, StringComparison.Ordinal);
            }
        }

        var kept = (await service.Services.GetRequiredService<BriefingEditions>().KeysAsync()).Select(known => known.Key).ToList();
        Assert.Equal(BriefingAllowance.MostOfClient, kept.Count);
        Assert.Contains(kept, key => key.EndsWith("orvale", StringComparison.Ordinal) || key.Contains("orvale&", StringComparison.Ordinal));
        Assert.Contains(kept, key => key.Contains("x12", StringComparison.Ordinal));
    }

    [Fact]
    public void AClientTakesPlacesFromItselfAlone()
    {
        var places = new BriefingAllowance(_time);
        Assert.True(places.TryBegin("b", "own", out var none));
        var given = Enumerable.Range(0, 12).Select(i => places.TryBegin("a", $"q{i}", out var gives) ? gives : "refused").ToList();
        Assert.Null(none);
        Assert.Equal("q0 q1", string.Join(' ', given[^2..]));
        Assert.DoesNotContain("own", given);
        places.Touch("a", "q2");
        places.TryBegin("a", "q12", out var next);
        Assert.Equal("q3", next);
        _time.Advance(TimeSpan.FromDays(1));
        Assert.True(places.TryBegin("a", "q13", out next));
        Assert.Null(next);
    }

    [Fact]
    public async Task InThePlaceOfAHiddenStory_TheNextBestOfItsEventStands_AndTheRestStandsAsItWas()
    {
        await using var service = await _papers.StartAsync(_time);
        await EventNewsroom.PollAsync(service, "alpha", "beta");
        _time.Advance(TimeSpan.FromHours(10));
        var before = await PartsAsync(service);
        var (alpha, beta) = (await EventNewsroom.StoryOfAsync(service, "alpha"), await EventNewsroom.StoryOfAsync(service, "beta"));
        var lead = new[] { alpha, beta }.First(story => before.Any(part => part.Contains(TitleOf(story), StringComparison.Ordinal)));
        var next = TitleOf(lead) == TitleOf(alpha) ? beta : alpha;
        (await service.Client.PostAsJsonAsync($"/api/stories/{lead.GetProperty("id").GetInt64()}/hidden", new { reason = "no" }))
            .EnsureSuccessStatusCode();
        var after = await PartsAsync(service);
        Assert.Equal(before.Count, after.Count);
        Assert.DoesNotContain(after, part => part.Contains(TitleOf(lead), StringComparison.Ordinal));
        Assert.Contains(after, part => part.Contains(TitleOf(next), StringComparison.Ordinal));
        Assert.Equal(before.Count - 1, before.Intersect(after).Count());
    }

    private static async Task<DateTimeOffset?> ModifiedAsync(TestService service)
    {
        using var answer = await service.Client.GetAsync("/briefing.atom?zone=Etc/UTC");
        return answer.Content.Headers.LastModified;
    }

    private static async Task<List<string>> PartsAsync(TestService service) =>
        [.. Assert.Single(await service.ItemsOf("/briefing.json?zone=Etc/UTC")).GetProperty("content_html").GetString()!.Split("<li>")[1..]
            .Select(part => part.Split("</li>")[0])];

    private static string TitleOf(System.Text.Json.JsonElement story) => story.GetProperty("title").GetString()!;

    // The address of this very service is in it.
    private static string Without(byte[] document) =>
        Regex.Replace(Encoding.UTF8.GetString(document), "127.0.0.1:[0-9]+", "");

    // The page is the reader's, the feed's title and its entries are not.
    private static async Task AssertIsIndonesianAsync(TestService service, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/briefing?{query}") { Headers = { { "Accept-Language", "id" } } };
        using var answer = await service.Client.SendAsync(request);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Matches("<h1 [^>]*>[^<]+ – Ringkasan</h1>", page);
        Assert.Contains(" – Briefing (RSS)\"", page, StringComparison.Ordinal);
        Assert.Contains("pukul 06.00 UTC.", page, StringComparison.Ordinal);
        Assert.Contains("at 06:00 UTC.", await service.Client.GetStringAsync($"/briefing?{query}"), StringComparison.Ordinal);
        var vocabulary = service.Services.GetRequiredService<Taggers>().Vocabulary;
        var headings = Regex.Matches(page, "<h3>([^<]+)</h3>").Select(heading => heading.Groups[1].Value).ToList();
        Assert.NotEmpty(headings);
        Assert.All(headings, heading => Assert.True(
            heading == "Berita lain" || vocabulary.All.Any(c => string.Equals(c.Indonesian, heading, StringComparison.OrdinalIgnoreCase)),
            heading));
    }

    private static async Task AssertSaysAsync(TestService service, string query, string words)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/briefing?{query}") { Headers = { { "Accept-Language", "id" } } };
        using var answer = await service.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(words, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }
}
