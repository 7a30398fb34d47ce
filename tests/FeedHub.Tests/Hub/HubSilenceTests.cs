using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using FeedHub.Storage.Tables;
using FeedHub.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Tests.Hub;

/// <summary>Callbacks that give no answer, and floods of requests: nobody else waits for them, and nobody is knocked at for
/// nothing.</summary>
[Collection(Alone.Name)]
public sealed class HubSilenceTests : IAsyncLifetime
{
    private const int Silent = 120;

    // With four calls at a time these would take a minute and a half.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(15);
    private readonly TempFolder _folder = new();
    private readonly ConcurrentQueue<long> _pushedAt = new();
    private FakeNewsroom _newsroom = null!;
    private TestService _service = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve("/a", Feed(1));
        _newsroom.Answer("/honest", HonestAsync);
        _service = await TestService.StartAsync(_folder, Feeds.Json(Feeds.Source(_newsroom.Url("/a"), "Alpha")));
        await _service.PollAsync("alpha");
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task CallbacksThatNeverConfirm_DelayNeitherAPush_NorWhoSubscribesAfterThem()
    {
        using var peers = new MutePeers(confirms: false);
        await SubscribeManyAsync(peers);
        var began = Stopwatch.GetTimestamp();
        await SubscribeAsync(_newsroom.Url("/honest"));
        await UntilSubscribedAsync(1);
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, Soon);
        Assert.InRange(await ToldAfterAsync(2), TimeSpan.Zero, Soon);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\n")]
    public async Task SubscribersThatTakeAPushAndGiveNoAnswer_DelayNoOther_NeitherAtTheirFirstPushNorLater(string beginning)
    {
        using var peers = new MutePeers(confirms: true, beginning);
        await SubscribeManyAsync(peers);
        await UntilSubscribedAsync(Silent);
        await SubscribeAsync(_newsroom.Url("/honest"));
        await UntilSubscribedAsync(Silent + 1);
        Assert.InRange(await ToldAfterAsync(2), TimeSpan.Zero, Soon);
        Assert.InRange(await ToldAfterAsync(3), TimeSpan.Zero, Soon);
    }

    [Fact]
    public async Task UnsubscribingWhatIsNotSubscribed_AsksNobody()
    {
        using var peers = new MutePeers(confirms: true);
        for (var n = 0; n < 50; n++)
            Assert.Equal(HttpStatusCode.Accepted, await AskAsync("unsubscribe", peers.Callback(n)));
        Assert.Equal((0, 0), (await CountAsync(db => db.HubRequests), peers.Connected));
    }

    [Fact]
    public async Task SubscribingAgainAndAgain_IsOneRequest_ThatIsAskedAboutAFewTimesAtOnceAtMost()
    {
        using var peers = new MutePeers(confirms: false);
        for (var n = 0; n < 100; n++)
            Assert.Equal(HttpStatusCode.Accepted, await AskAsync("subscribe", peers.Callback(0)));
        Assert.Equal(1, await CountAsync(db => db.HubRequests));
        await TestService.UntilAsync(() => Task.FromResult(peers.Connected), connected => connected > 0);
        Assert.InRange(peers.Connected, 1, 50);
    }

    private async Task SubscribeManyAsync(MutePeers peers)
    {
        for (var n = 0; n < Silent; n++)
            await SubscribeAsync(peers.Callback(n));
    }

    private async Task SubscribeAsync(string callback) => Assert.Equal(HttpStatusCode.Accepted, await AskAsync("subscribe", callback));

    private async Task<HttpStatusCode> AskAsync(string mode, string callback)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["hub.mode"] = mode, ["hub.topic"] = _service.Address + "/feed.atom", ["hub.callback"] = callback,
        });
        using var answer = await _service.Client.PostAsync("/websub", form);
        return answer.StatusCode;
    }

    private async Task<TimeSpan> ToldAfterAsync(int items)
    {
        _newsroom.Serve("/a", Feed(items));
        await _service.PollAsync("alpha");
        var polled = Stopwatch.GetTimestamp();
        await TestService.UntilAsync(() => Task.FromResult(_pushedAt.Count), pushed => pushed >= items - 1);
        return Stopwatch.GetElapsedTime(polled, _pushedAt.Last());
    }

    private async Task HonestAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method))
            await context.Response.WriteAsync(context.Request.Query["hub.challenge"].ToString());
        else
            _pushedAt.Enqueue(Stopwatch.GetTimestamp());
    }

    private Task UntilSubscribedAsync(int count) =>
        TestService.UntilAsync(() => CountAsync(db => db.HubSubscribers), there => there == count);

    private async Task<int> CountAsync<T>(Func<FeedHubDb, IQueryable<T>> rows)
    {
        await using var db = await _service.DatabaseAsync();
        return await rows(db).CountAsync();
    }

    private static string Feed(int items) => Feeds.Rss("Alpha", Enumerable.Range(1, items).Select(n =>
        new Written($"a{n}", $"https://alpha.example/{n}", $"Alpha {n}", DateTimeOffset.UtcNow.AddMinutes(n - 60))));
}
