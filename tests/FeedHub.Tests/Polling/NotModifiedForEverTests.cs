using System.Net;
using FeedHub.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Polling;

/// <summary>Servers that answer 304 for ever, even when their feed changes.</summary>
public sealed class NotModifiedForEverTests : IAsyncLifetime
{
    private const int Hourly = 24 * 14;
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 29, 14, 2, 0, TimeSpan.Zero));
    private FakeNewsroom _newsroom = null!;
    private int _newest = Hourly;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Answer("/a", context =>
        {
            (context.Response.Headers.ETag, context.Response.Headers.LastModified) = ("\"template\"", "Mon, 02 Mar 2026 08:00:00 GMT");
            if (!context.Request.Headers.IfNoneMatch.Equals("\"template\""))
                return context.Response.WriteAsync(Feeds.Rss("Alpha", Items()));
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        });
    }

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task PollNow_IsConditional_AndInFull_AsksWithoutValidators()
    {
        await using var service = await StartAsync();
        await service.PollAsync("alpha");
        _newest++;
        await PostAsync(service, "/api/sources/alpha/poll", asked: 2);
        Assert.True(_newsroom.AskedFor("/a")[1].IsConditional);
        await PostAsync(service, "/api/sources/alpha/poll?full=true", asked: 3);
        Assert.False(_newsroom.AskedFor("/a")[2].IsConditional);
        await TestService.UntilAsync(() => ItemsAsync(service), items => items == Hourly + 1);
        using var bad = await service.Client.PostAsync("/api/sources/alpha/poll?full=perhaps", null);
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
        await PostAsync(service, "/hangfire/sources/alpha/poll-in-full", asked: 4);
        Assert.False(_newsroom.AskedFor("/a")[3].IsConditional);
    }

    [Fact]
    public async Task WhereOnly304sBreakTheRhythm_AndHideNews_ItIsAskedWithoutValidatorsFromThenOn()
    {
        await using var service = await StartAsync();
        await service.PollAsync("alpha");
        await PassAsync(service, days: 2, isPublishing: true);
        Assert.Equal(_newest, await ItemsAsync(service));
        var check = _newsroom.AskedFor("/a").Skip(1).ToList().FindIndex(asked => !asked.IsConditional);
        Assert.True(check > 0, "it was conditional while the silence could be chance");
        Assert.All(_newsroom.AskedFor("/a").Skip(1 + check), asked => Assert.False(asked.IsConditional));
        var page = await service.Client.GetStringAsync("/hangfire/sources/alpha");
        Assert.Contains("though there was news", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereThe304sAreTrue_ItIsAskedOnceWithoutValidators_AndConditionallyAgain_AlsoAfterARestart()
    {
        await using (var service = await StartAsync())
        {
            await service.PollAsync("alpha");
            await PassAsync(service, days: 2, isPublishing: false);
        }

        await using var again = await StartAsync();
        await PassAsync(again, days: 2, isPublishing: false);
        Assert.Equal(1, _newsroom.AskedFor("/a").Skip(1).Count(asked => !asked.IsConditional));
        await using var db = await again.DatabaseAsync();
        Assert.NotNull((await db.Sources.AsNoTracking().SingleAsync()).Polling.InFullAt);
    }

    [Fact]
    public async Task AnotherAddress_IsAskedConditionallyAgain()
    {
        await using var service = await StartAsync();
        await service.PollAsync("alpha");
        await PassAsync(service, days: 2, isPublishing: true);
        _newsroom.Serve("/b", Feeds.Rss("Alpha", Items()));
        using var edit = new StringContent($$"""{ "url": "{{_newsroom.Url("/b")}}" }""", null, "application/json");
        using var answer = await service.Client.PatchAsync("/api/sources/alpha", edit);
        answer.EnsureSuccessStatusCode();
        await TestService.UntilAsync(
            async () => (await service.PollAsync("alpha"), Asked: _newsroom.AskedFor("/b").Count), polled => polled.Asked >= 2);
        Assert.True(_newsroom.AskedFor("/b")[1].IsConditional);
    }

    private Task<TestService> StartAsync() => TestService.StartAsync(
        _folder, Feeds.Json(Feeds.Source(_newsroom.Url("/a"), "Alpha")), _time, settings: "--FeedHub:Publishing:WindowDays=60");

    private async Task PassAsync(TestService service, int days, bool isPublishing)
    {
        for (var hour = 0; hour < 24 * days; hour++)
        {
            _time.Advance(TimeSpan.FromHours(1));
            if (isPublishing)
                _newest++;
            await service.PollAsync("alpha");
        }
    }

    private async Task PostAsync(TestService service, string address, int asked)
    {
        if (address.StartsWith("/hangfire", StringComparison.Ordinal))
        {
            await service.DoAsync("/hangfire/sources/alpha", address);
        }
        else
        {
            using var answer = await service.Client.PostAsync(address, null);
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        }

        await TestService.UntilAsync(() => Task.FromResult(_newsroom.AskedFor("/a").Count), count => count == asked);
    }

    private static async Task<int> ItemsAsync(TestService service) =>
        (await service.GetJsonAsync("/api/sources/alpha")).GetProperty("items").GetInt32();

    private Written[] Items() =>
    [
        .. Enumerable.Range(1, _newest).Select(n => new Written(
            $"{n}", $"https://alpha.example/{n}", $"Story {n}", new DateTimeOffset(2026, 11, 15, 14, 0, 0, TimeSpan.Zero).AddHours(n))),
    ];
}
