using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using FeedHub.Hub;
using FeedHub.Sources.OwnFeeds;
using FeedHub.Storage.Tables;
using FeedHub.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Hub;

/// <summary>The WebSub hub over HTTP, with subscribers on loopback.</summary>
public sealed class HubTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private readonly SteppedClock _clock = new();
    private readonly TempFolder _folder = new();
    private readonly ConcurrentQueue<Pushed> _pushed = new();
    private FakeNewsroom _newsroom = null!;
    private TestService _service = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve("/a", Feed("Alpha", 1));
        _newsroom.Serve("/b", Feed("Beta", 1));
        _newsroom.Answer("/callback", CallbackAsync);
        _service = await StartAsync();
        await _service.PollAsync("alpha");
        await _service.PollAsync("beta");
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task ASubscriber_IsAskedToConfirm_ThenToldOfNewStoriesAlone_Signed_UntilItUnsubscribes()
    {
        var topic = _service.Address + "/feed.atom?limit=5&source=alpha";
        Assert.Equal(HttpStatusCode.Accepted, (await AskAsync("subscribe", topic, secret: "geheim", lease: "3600")).Status);
        await UntilSubscribedAsync(1);
        var intent = QueryHelpers.ParseQuery(Assert.Single(_asked));
        Assert.Equal(
            ("subscribe", topic, "3600"),
            (intent["hub.mode"].ToString(), intent["hub.topic"].ToString(), intent["hub.lease_seconds"].ToString()));

        _newsroom.Serve("/a", Feed("Alpha", 2));
        await _service.PollAsync("alpha");
        var pushed = await PushedAsync(1);
        var self = "/feed.atom?source=alpha&limit=5";
        var feed = XDocument.Parse(Encoding.UTF8.GetString(pushed.Body)).Root!;
        Assert.Equal(["Alpha 2"], feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "title")!.Value));
        Assert.Equal(_service.Address + self, feed.Elements(Atom + "link").Single(link => (string?)link.Attribute("rel") == "self")
            .Attribute("href")!.Value);
        Assert.DoesNotContain(feed.Elements(Atom + "link"), link => (string?)link.Attribute("rel") == "next");
        Assert.Equal("application/atom+xml; charset=utf-8", pushed.Headers["Content-Type"]);
        Assert.Equal($"<{_service.Address}{self}>; rel=\"self\", <{_service.Address}/websub>; rel=\"hub\"", pushed.Headers["Link"]);
        Assert.Equal(
            "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes("geheim"), pushed.Body)),
            pushed.Headers["X-Hub-Signature"]);

        Assert.Equal(HttpStatusCode.Accepted, (await AskAsync("unsubscribe", _service.Address + self)).Status);
        await UntilSubscribedAsync(0);
    }

    [Fact]
    public async Task APush_OfAStoryWithAnOldDate_DoesNotSetTheFeedsOwnDateBack()
    {
        Assert.Equal(HttpStatusCode.Accepted, (await AskAsync("subscribe", _service.Address + "/feed.atom")).Status);
        await UntilSubscribedAsync(1);
        var before = UpdatedOf(await _service.Client.GetStringAsync("/feed.atom"));
        _newsroom.Serve(
            "/a", Feeds.Rss("Alpha", Item("Alpha", 1), Item("Alpha", 2) with { Published = DateTimeOffset.UtcNow.AddDays(-3) }));
        await _service.PollAsync("alpha");
        Assert.True(UpdatedOf(Encoding.UTF8.GetString((await PushedAsync(1)).Body)) >= before);
        Assert.True(UpdatedOf(await _service.Client.GetStringAsync("/feed.atom")) >= before);
    }

    private static DateTimeOffset UpdatedOf(string feed) => DateTimeOffset.Parse(
        XDocument.Parse(feed).Root!.Element(Atom + "updated")!.Value, System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task AFeedOfOnesOwn_IsATopic_UntilItIsDeleted()
    {
        var feeds = _service.Services.GetRequiredService<OwnFeedCatalogue>();
        await feeds.AddAsync(new() { Slug = "first", Title = "First", Filter = "source=alpha" }, CancellationToken.None);
        Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync("subscribe", _service.Address + "/feeds/second.json")).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await AskAsync("subscribe", _service.Address + "/feeds/first.json")).Status);
        await UntilSubscribedAsync(1);

        _newsroom.Serve("/a", Feed("Alpha", 2));
        await _service.PollAsync("alpha");
        var pushed = await PushedAsync(1);
        Assert.Contains(
            $"\"feed_url\": \"{_service.Address}/feeds/first.json\"", Encoding.UTF8.GetString(pushed.Body), StringComparison.Ordinal);
        Assert.Contains($"<{_service.Address}/feeds/first.json>; rel=\"self\"", pushed.Headers["Link"], StringComparison.Ordinal);

        await feeds.DeleteAsync("first", CancellationToken.None);
        _newsroom.Serve("/a", Feed("Alpha", 3));
        await _service.PollAsync("alpha");
        await _service.Services.GetRequiredService<HubJobs>().AnnounceAsync(CancellationToken.None);
        Assert.Equal(0, await CountAsync(db => db.HubSubscribers.Where(s => s.DueAt != null)));
        Assert.Single(_pushed);
    }

    [Fact]
    public async Task OnlyTopicsWithNews_ArePushed()
    {
        await AskAsync("subscribe", _service.Address + "/feed.json?source=beta");
        await AskAsync("subscribe", _service.Address + "/feed.rss");
        await UntilSubscribedAsync(2);

        // An old article that is found only now takes its place in the past.
        _newsroom.Serve("/b", Feeds.Rss("Beta", Item("Beta", 1), Item("Beta", 9) with { Published = DateTimeOffset.UtcNow.AddDays(-30) }));
        await _service.PollAsync("beta");
        _newsroom.Serve("/a", Feed("Alpha", 2));
        await _service.PollAsync("alpha");
        Assert.Equal("application/rss+xml; charset=utf-8", (await PushedAsync(1)).Headers["Content-Type"]);
        await UntilToldAsync();
        await _service.Services.GetRequiredService<HubJobs>().AnnounceAsync(CancellationToken.None);
        Assert.Equal(0, await CountAsync(db => db.HubSubscribers.Where(s => s.DueAt != null)));
        Assert.Single(_pushed);
    }

    [Fact]
    public async Task ASubscriberThatMissedAPush_GetsAllOfItAtTheNext_AndNothingTwice()
    {
        await AskAsync("subscribe", _service.Address + "/feed.json?source=alpha&limit=2");
        await UntilSubscribedAsync(1);
        _status = 500;
        await PublishAsync(4);
        await TestService.UntilAsync(() => CountAsync(db => db.HubSubscribers.Where(s => s.Failures == 1)), failed => failed == 1);
        await PublishAsync(5);
        _status = 200;
        await DueNowAsync();
        await _service.Services.GetRequiredService<HubJobs>().SweepAsync(CancellationToken.None);
        await UntilToldAsync();
        Assert.Equal(["Alpha 5", "Alpha 2", "Alpha 3", "Alpha 4"], TitlesOf(_pushed.Last()));

        // What changes is pushed as long as the feed shows it.
        var told = _pushed.Count;
        _newsroom.Serve("/a",
            Feeds.Rss("Alpha", Item("Alpha", 1) with { Title = "Alpha 1, edited" }, Item("Alpha", 5) with { Title = "Alpha 5, edited" }));
        await _service.PollAsync("alpha");
        Assert.Equal(["Alpha 5, edited"], TitlesOf(await PushedAsync(told + 1)));
        await UntilToldAsync();
        Assert.Equal(told + 1, _pushed.Count);
    }

    [Fact]
    public async Task ChangesAreToldInTheOrderOfTheirCommits_HoweverTheClockIsSet()
    {
        await AskAsync("subscribe", _service.Address + "/feed.json");
        await UntilSubscribedAsync(1);
        await PublishAsync(2);
        await PushedAsync(1);
        await UntilToldAsync();
        _clock.Step(TimeSpan.FromHours(-2));
        await PublishAsync(3);
        Assert.Equal(["Alpha 3"], TitlesOf(await PushedAsync(2)));
    }

    [Fact]
    public async Task WhatIsTooMuchForOnePush_ComesInSeveral_EachStoryOnce()
    {
        await AskAsync("subscribe", _service.Address + "/feed.json?limit=1");
        await UntilSubscribedAsync(1);
        var text = string.Concat(Enumerable.Repeat("harbour ", 1_000));
        _newsroom.Serve(
            "/a", Feeds.Rss("Alpha", Enumerable.Range(2, 700).Select(n => Item("Alpha", n) with { Description = $"{n} {text}" })));
        await _service.PollAsync("alpha");
        await TestService.UntilAsync(() => Task.FromResult(_pushed.Sum(push => TitlesOf(push).Count)), told => told >= 700);
        await UntilToldAsync();
        Assert.Equal(
            Enumerable.Range(2, 700).Select(n => $"Alpha {n}").Order(),
            _pushed.SelectMany(TitlesOf).Order());
        Assert.All(_pushed, push => Assert.InRange(push.Body.Length, 1, 5_000_000));
    }

    [Fact]
    public async Task APushThatFails_IsTriedAgain_AlsoAfterARestart_AndADeadSubscriberIsDropped()
    {
        await AskAsync("subscribe", _service.Address + "/feed.atom");
        await UntilSubscribedAsync(1);
        _status = 500;
        _newsroom.Serve("/a", Feed("Alpha", 2));
        await _service.PollAsync("alpha");
        await TestService.UntilAsync(() => CountAsync(db => db.HubSubscribers.Where(s => s.Failures == 1)), failed => failed == 1);

        // The address of a restarted test is another, that of the topic is not.
        await _service.DisposeAsync();
        _service = await StartAsync();
        _status = 200;
        await DueNowAsync();
        await _service.Services.GetRequiredService<HubJobs>().SweepAsync(CancellationToken.None);
        await PushedAsync(2);
        await TestService.UntilAsync(
            () => CountAsync(db => db.HubSubscribers.Where(s => s.Failures == 0 && s.DueAt == null)),
            well => well == 1);

        _status = 410;
        await PublishAsync(3);
        await UntilSubscribedAsync(0);
    }

    [Fact]
    public async Task ARequestThatNobodyStandsBy_ComesToNothing()
    {
        _newsroom.Answer("/parrot", context => context.Response.WriteAsync("not the challenge"));
        _newsroom.Answer("/never", 404);
        await AskAsync("subscribe", _service.Address + "/feed.rss", _newsroom.Url("/parrot"));
        await AskAsync("subscribe", _service.Address + "/feed.rss", _newsroom.Url("/never"));
        await TestService.UntilAsync(() => CountAsync(db => db.HubRequests), waiting => waiting == 0);
        Assert.Equal(0, await CountAsync(db => db.HubSubscribers));
    }

    [Fact]
    public async Task ABadRequest_IsToldWhatIsWrong()
    {
        var topic = _service.Address + "/feed.rss";
        foreach (var (mode, asked, callback, secret, lease, word) in new[]
        {
            ("publish", topic, "/callback", "", "", "hub.mode"),
            ("subscribe", "https://other.example/feed.rss", "/callback", "", "", "hub.topic"),
            ("subscribe", _service.Address + "/", "/callback", "", "", "hub.topic"), ("subscribe", topic
                + "?category=nope", "/callback", "", "", "nope"),
            ("subscribe", "", "/callback", "", "", "hub.topic"), ("subscribe", topic, "/callback#x", "", "", "hub.callback"),
            ("subscribe", topic, "/callback", new string(
                'x',
                200), "", "hub.secret"), ("subscribe", topic, "/callback", "", "soon", "hub.lease_seconds"),
        })
        {
            var (status, words) = await AskAsync(mode, asked, _newsroom.Url(callback), secret, lease);
            Assert.Equal((word, HttpStatusCode.BadRequest), (word, status));
            Assert.Contains(word, words, StringComparison.Ordinal);
        }

        foreach (
            var callback in (string[])["ftp://a.example/", "nonsense", "http://169.254.169.254/latest", "http://user:pw@a.example/",
                "http://a.example:25/", "https://kabar\u2024pagi.example/", "https://ka\uFFFDbar.example/"])
            Assert.Equal((callback, HttpStatusCode.BadRequest), (callback, (await AskAsync("subscribe", topic, callback)).Status));
        using var json = await _service.Client.PostAsync("/websub", new StringContent("{}", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, json.StatusCode);
        Assert.Equal(0, await CountAsync(db => db.HubRequests));
    }

    [Fact]
    public async Task AHost_HasRoomForSoManySubscriptions_AndRenewingTakesNone()
    {
        foreach (var format in (string[])["rss", "atom", "rss"])
            Assert.Equal(HttpStatusCode.Accepted, (await AskAsync("subscribe", $"{_service.Address}/feed.{format}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync("subscribe", _service.Address + "/feed.json")).Status);
    }

    [Theory]
    [InlineData(null, 10 * 24 * 3600)]
    [InlineData("1", 60)]
    [InlineData("86400", 86400)]
    [InlineData("999999999999", 30 * 24 * 3600)]
    public void ALease_LiesWithinItsBounds(string? asked, int seconds)
    {
        var form = new Dictionary<string, string>
        {
            ["hub.mode"] = "subscribe",
            ["hub.callback"] = "https://a.example/",
            ["hub.topic"] = "https://b.example/",
            ["hub.lease_seconds"] = asked ?? ""
        };
        Assert.Equal(TimeSpan.FromSeconds(seconds), HubForm.Read(form, new()).Command!.Lease);
    }

    [Fact]
    public void Retries_AreFurtherAndFurtherApart_AndEnd()
    {
        var waits = Enumerable.Range(1, 9).Select(n => HubRetries.AfterPush(n, 500)).ToList();
        Assert.Equal(waits.Take(8).Order(), waits.Take(8));
        Assert.Null(waits[8]);
        Assert.Null(HubRetries.AfterPush(1, 410));
        Assert.Null(HubRetries.AfterVerification(1, 404));
        Assert.NotNull(HubRetries.AfterVerification(2, null));
        Assert.Null(HubRetries.AfterVerification(3, 503));
    }

    private readonly ConcurrentQueue<string> _asked = new();
    private volatile int _status = 200;

    private async Task CallbackAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            _asked.Enqueue(context.Request.QueryString.Value!);
            await context.Response.WriteAsync(context.Request.Query["hub.challenge"].ToString());
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _pushed.Enqueue(new(context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString()), body.ToArray()));
        context.Response.StatusCode = _status;
    }

    private Task<TestService> StartAsync() => TestService.StartAsync(
        _folder, Feeds.Json(
            Feeds.Source(_newsroom.Url("/a"), "Alpha"),
            Feeds.Source(_newsroom.Url("/b"), "Beta")), _clock, settings: ["--FeedHub:Hub:MaxPerHost=2"]);

    private async Task<(HttpStatusCode Status, string Words)> AskAsync(
        string mode,
        string topic,
        string? callback = null,
        string secret = "",
        string lease = "")
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["hub.mode"] = mode, ["hub.topic"] = topic, ["hub.callback"] = callback
                ?? _newsroom.Url("/callback"), ["hub.secret"] = secret, ["hub.lease_seconds"] = lease,
        });
        using var answer = await _service.Client.PostAsync("/websub", form);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<Pushed> PushedAsync(int count)
    {
        await TestService.UntilAsync(() => Task.FromResult(_pushed.Count), pushed => pushed >= count);
        return _pushed.ElementAt(count - 1);
    }

    private async Task PublishAsync(int items)
    {
        _newsroom.Serve("/a", Feed("Alpha", items));
        await _service.PollAsync("alpha");
    }

    private async Task UntilToldAsync()
    {
        await _service.Services.GetRequiredService<HubJobs>().AnnounceAsync(CancellationToken.None);
        await TestService.UntilAsync(() => CountAsync(db => db.HubSubscribers.Where(s => s.DueAt != null)), due => due == 0);
    }

    private static List<string> TitlesOf(Pushed push) =>
        [.. JsonDocument.Parse(push.Body).RootElement.GetProperty("items").EnumerateArray()
            .Select(i => i.GetProperty("title").GetString()!)];

    private Task UntilSubscribedAsync(int count) =>
        TestService.UntilAsync(() => CountAsync(db => db.HubSubscribers), there => there == count);

    private async Task<int> CountAsync<T>(Func<FeedHubDb, IQueryable<T>> rows)
    {
        await using var db = await _service.Services.GetRequiredService<IDbContextFactory<FeedHubDb>>().CreateDbContextAsync();
        return await rows(db).CountAsync();
    }

    private async Task DueNowAsync()
    {
        await using var db = await _service.Services.GetRequiredService<IDbContextFactory<FeedHubDb>>().CreateDbContextAsync();
        await db.HubSubscribers.ExecuteUpdateAsync(set => set.SetProperty(s => s.DueAt, DateTimeOffset.UtcNow.AddSeconds(-1)));
    }

    private static string Feed(string title, int items) => Feeds.Rss(title, Enumerable.Range(1, items).Select(n => Item(title, n)));

    private static Written Item(string title, int n) =>
        new($"{title}{n}", $"https://{title}.example/{n}", $"{title} {n}", Now.AddMinutes(n - 60));

    private sealed record Pushed(IReadOnlyDictionary<string, string> Headers, byte[] Body);
}
