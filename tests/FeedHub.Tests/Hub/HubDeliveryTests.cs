using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using FeedHub.Hub;
using FeedHub.Storage.Tables;
using FeedHub.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Hub;

/// <summary>Many subscribers, slow ones among them, and leases that run out.</summary>
public sealed class HubDeliveryTests : IAsyncLifetime
{
    private const int Many = 60;
    private static readonly string[] Topics = ["/feed.atom", "/feed.rss?source=alpha", "/feed.json?q=alpha"];
    private readonly TempFolder _folder = new();
    private readonly SteppedClock _clock = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<byte[]>> _pushed = new();
    private FakeNewsroom _newsroom = null!;
    private TestService _service = null!;
    private int _slow;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve("/a", Feed(1));
        _newsroom.Answer("/slow", async context =>
        {
            if (await ConfirmedAsync(context))
                return;
            Interlocked.Increment(ref _slow);
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        _service = await TestService.StartAsync(
            _folder, Feeds.Json(
                Feeds.Source(_newsroom.Url("/a"), "Alpha")), _clock,
                    settings: ["--FeedHub:Hub:MaxPerHost=1000", "--FeedHub:PublicUrl=http://news.example"]);
        await _service.PollAsync("alpha");
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task EverySubscriber_IsToldOnceOfItsOwnTopic_AndNobodyWaitsForSlowOnes()
    {
        for (var n = 0; n < Many; n++)
        {
            _newsroom.Answer($"/callback{n}", CallbackAsync);
            await SubscribeAsync(Topics[n % Topics.Length], _newsroom.Url($"/callback{n}"));
        }

        // Their host is another, as far as the hub knows.
        for (var n = 0; n < 8; n++)
            await SubscribeAsync(Topics[0], _newsroom.Url("/slow").Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + "?" + n);
        await UntilSubscribedAsync(Many + 8);

        await PublishAsync(2);
        for (var n = 0; n < Topics.Length; n++)
        {
            var pushes = Enumerable.Range(0, Many / Topics.Length)
                .Select(m => Encoding.UTF8.GetString(Assert.Single(_pushed[$"/callback{(m * Topics.Length) + n}"]))).Distinct();
            var document = Assert.Single(pushes);
            Assert.Contains("Alpha 2", document, StringComparison.Ordinal);
            Assert.Contains("http://news.example" + Topics[n], document, StringComparison.Ordinal);
        }

        // The slow host is known by now: it keeps nobody any more.
        var told = await PublishAsync(3);
        Assert.InRange(told, TimeSpan.Zero, Callbacks.Limit - TimeSpan.FromSeconds(1));
        Assert.InRange(_slow, 1, 100);
    }

    [Fact]
    public async Task ALease_RunsOut_UnlessItIsRenewed()
    {
        foreach (var n in (int[])[1, 2])
        {
            _newsroom.Answer($"/callback{n}", CallbackAsync);
            await SubscribeAsync(Topics[0], _newsroom.Url($"/callback{n}"), lease: 600);
        }

        await UntilSubscribedAsync(2);
        _clock.Step(TimeSpan.FromSeconds(500));
        await SubscribeAsync(Topics[0], _newsroom.Url("/callback2"), lease: 600);
        await TestService.UntilAsync(
            () => CountAsync(db => db.HubSubscribers.Where(s => s.LeaseUntil > _clock.GetUtcNow().AddSeconds(200))),
            renewed => renewed == 1);
        _clock.Step(TimeSpan.FromSeconds(200));
        await _service.Services.GetRequiredService<HubJobs>().SweepAsync(CancellationToken.None);
        Assert.Equal(1, await CountAsync(db => db.HubSubscribers));

        _newsroom.Serve("/a", Feed(2));
        await _service.PollAsync("alpha");
        await TestService.UntilAsync(() => Task.FromResult(_pushed.Values.Sum(pushes => pushes.Count)), pushed => pushed == 1);
        Assert.Equal(["/callback2"], _pushed.Keys);
    }

    // Returns how long it took until all were told.
    private async Task<TimeSpan> PublishAsync(int items)
    {
        _newsroom.Serve("/a", Feed(items));
        await _service.PollAsync("alpha");
        var started = Stopwatch.GetTimestamp();
        await _service.Services.GetRequiredService<FeedHub.Publishing.Search.SearchIndexer>().CatchUpAsync(CancellationToken.None);
        await TestService.UntilAsync(() => Task.FromResult(_pushed.Count(p => p.Value.Count == items - 1)), told => told == Many);
        return Stopwatch.GetElapsedTime(started);
    }

    private async Task CallbackAsync(HttpContext context)
    {
        if (await ConfirmedAsync(context))
            return;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _pushed.GetOrAdd(context.Request.Path.Value!, _ => new()).Enqueue(body.ToArray());
    }

    private static async Task<bool> ConfirmedAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method))
            await context.Response.WriteAsync(context.Request.Query["hub.challenge"].ToString());
        return HttpMethods.IsGet(context.Request.Method);
    }

    private async Task SubscribeAsync(string topic, string callback, int lease = 86400)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["hub.mode"] = "subscribe", ["hub.topic"] = "http://news.example" + topic, ["hub.callback"] = callback, ["hub.lease_seconds"]
                = $"{lease}",
        });
        using var answer = await _service.Client.PostAsync("/websub", form);
        Assert.Equal(System.Net.HttpStatusCode.Accepted, answer.StatusCode);
    }

    private Task UntilSubscribedAsync(int count) =>
        TestService.UntilAsync(() => CountAsync(db => db.HubSubscribers), there => there == count);

    private async Task<int> CountAsync<T>(Func<FeedHubDb, IQueryable<T>> rows)
    {
        await using var db = await _service.DatabaseAsync();
        return await rows(db).CountAsync();
    }

    private string Feed(int items) => Feeds.Rss("Alpha", Enumerable.Range(1, items).Select(n =>
        new Written($"a{n}", $"https://alpha.example/{n}", $"Alpha {n}", _clock.GetUtcNow().AddMinutes(-n))));
}
