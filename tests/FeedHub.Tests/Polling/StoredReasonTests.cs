using System.Net;
using FeedHub.Subscribing;
using FeedHub.Syndication.Reasons;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Tests.Polling;

/// <summary>What went wrong with a source, and when it is polled again: stored as a code, shown in words.</summary>
public sealed class StoredReasonTests : IAsyncLifetime
{
    private const string Page = "HTTP 200, but no feed: the body is an HTML page titled “Kota | {Lirang}”; the page names its feed: ";

    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;
    private TestService _service = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve(
            "/page",
            "<html><head><title>Kota | {Lirang}</title><link rel='alternate' type='application/rss+xml' href='/feed'></head></html>",
            "text/html");
        _newsroom.Answer("/busy", context =>
        {
            (context.Response.StatusCode, context.Response.Headers.RetryAfter) = (429, "14400");
            return Task.CompletedTask;
        });
        _service = await TestService.StartAsync(
            _folder,
            Feeds.Json(Feeds.Source(_newsroom.Url("/page"), "Page"), Feeds.Source(_newsroom.Url("/busy"), "Busy")));
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task WhatWentWrong_IsACodeInEveryRow_AndWordsForPeopleAndPrograms()
    {
        Assert.Equal(Page + _newsroom.Url("/feed"), await _service.PollAsync("page"));
        Assert.Equal("HTTP 429 Too Many Requests", await _service.PollAsync("busy"));

        Assert.Equal(
            [$"~HttpBut|200|{{OneFeedNamed|{{NoFeed|{{BodyIsPageTitled|Kota ^| ^{{Lirang^}}}}}}|{_newsroom.Url("/feed")}}}",
                "~HttpStatus|429 Too Many Requests"],
            await StoredAsync("SELECT Error AS Value FROM Polls ORDER BY Id"));
        Assert.Equal(["~LastPollFailed", "~RetryAfterAsked"], await StoredAsync("SELECT IntervalWhy AS Value FROM Sources ORDER BY Id"));
        Assert.Equal(
            ["~HttpStatus|429 Too Many Requests"], await StoredAsync("SELECT RestReason AS Value FROM Hosts WHERE RestReason IS NOT NULL"));
        Assert.All(await StoredAsync("SELECT Text AS Value FROM HealthEvents"), text =>
            Assert.StartsWith("~Source", text, StringComparison.Ordinal));

        Assert.Equal(Page + _newsroom.Url("/feed"), (await _service.GetJsonAsync("/api/sources/page")).GetProperty("error").GetString());
        Assert.Equal("HTTP 429 Too Many Requests", (await _service.ItemsOf("/api/hosts"))[0].GetProperty("rest_reason").GetString());
        Assert.Contains("the last poll failed", await DashboardAsync("page"), StringComparison.Ordinal);
        Assert.Contains("HTTP 429 Too Many Requests. It is asked again at ", await HealthAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "~", await HealthAsync() + await DashboardAsync("page") + await DashboardAsync("busy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWentWrong_HasIndonesianWordsToo()
    {
        await _service.PollAsync("page");
        await using var db = await _service.DatabaseAsync();
        var source = await db.Sources.AsNoTracking().SingleAsync(s => s.Slug == "page");
        Assert.Equal(
            $"HTTP 200, tetapi bukan feed: isinya halaman HTML berjudul “Kota | {{Lirang}}”; halamannya menyebut feed-nya: {_newsroom.Url("/feed")}",
            source.Polling.Error?.In(ReasonLanguage.Indonesian));
        Assert.Equal("pemeriksaan terakhir gagal", source.Polling.IntervalWhy?.In(ReasonLanguage.Indonesian));
    }

    [Fact]
    public async Task SentencesOfAnOlderVersion_AreShownAsTheyAre()
    {
        await _service.PollAsync("page");
        await _service.PollAsync("busy");
        await using (var db = await _service.DatabaseAsync())
        {
            await db.Database.ExecuteSqlAsync($"UPDATE Sources SET Error = 'HTTP 418, as {{it}} was | told ^ before', IntervalWhy = 'a wait of before', ReadingNote = 'mended before', IdentityNote = 'named before'");
            await db.Database.ExecuteSqlAsync($"UPDATE Polls SET Error = 'a poll of before', Note = 'a note of before'");
            await db.Database.ExecuteSqlAsync($"UPDATE Hosts SET RestReason = 'it said so before' WHERE RestReason IS NOT NULL");
            await db.Database.ExecuteSqlAsync($"UPDATE HealthEvents SET Text = 'It happened before.'");
        }

        var source = await _service.GetJsonAsync("/api/sources/page");
        Assert.Equal(
            ("HTTP 418, as {it} was | told ^ before", "mended before"),
            (source.GetProperty("error").GetString(), source.GetProperty("note").GetString()));
        var page = await DashboardAsync("page");
        foreach (var words in (string[])["HTTP 418, as {it} was | told ^ before", "a wait of before", "mended before", "named before",
            "a poll of before", "a note of before"])
            Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Equal("it said so before", (await _service.ItemsOf("/api/hosts"))[0].GetProperty("rest_reason").GetString());
        Assert.Contains("It happened before.", await HealthAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void APush_HasNoStatusInItsReason_AndAnotherReasonStaysAsItIs()
    {
        var withStatus = Reason.Of(ReasonCode.HttpBut, 200, Reason.Of(ReasonCode.NoFeed, Reason.Of(ReasonCode.EmptyBody)));
        Assert.Equal("no feed: the body is empty", PushBody.WithoutStatus(withStatus).ToString());
        var other = Reason.Of(ReasonCode.PushOfAnotherTopic);
        Assert.Same(other, PushBody.WithoutStatus(other));
    }

    private async Task<List<string>> StoredAsync(string sql)
    {
        await using var db = await _service.DatabaseAsync();
        return await db.Database.SqlQueryRaw<string>(sql).ToListAsync();
    }

    private async Task<string> DashboardAsync(string slug) =>
        WebUtility.HtmlDecode(await _service.Client.GetStringAsync($"/hangfire/sources/{slug}"));

    private async Task<string> HealthAsync() => WebUtility.HtmlDecode(await _service.Client.GetStringAsync("/health.atom"));
}
