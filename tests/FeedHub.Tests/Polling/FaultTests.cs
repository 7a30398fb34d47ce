using System.Globalization;
using System.Net;
using FeedHub.Fetching;
using FeedHub.Hosting;
using FeedHub.Polling;
using FeedHub.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FeedHub.Tests.Polling;

/// <summary>What goes wrong around FeedHub, over the whole service: names, clocks, and sources that take more than their share.</summary>
[Collection(Alone.Name)]
public sealed class FaultTests : IAsyncLifetime
{
    private const int Hosts = 20;
    private readonly TempFolder _folder = new();
    private readonly SteppedClock _clock = new();
    private readonly FakeNames _names = new();
    private FakeNewsroom _newsroom = null!;

    private static IEnumerable<int> All => Enumerable.Range(0, Hosts);

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        foreach (var n in All)
            _newsroom.Serve($"/s{n}", Feeds.Rss($"S{n}", new Written($"{n}", $"https://paper.example/{n}", $"Story {n}")));
    }

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task AClockSetForwardByDays_PollsEachSourceOnce_AndPurgesNothing()
    {
        await using var service = await StartAsync(polling: true);
        await StatesAsync(service, "active");
        _clock.Step(TimeSpan.FromDays(400));
        await service.Services.GetRequiredService<Dispatcher>().RunAsync(CancellationToken.None);
        await TestService.UntilAsync(() => Task.FromResult(_newsroom.Requests.Count), count => count >= 2 * Hosts);
        await TestService.UntilAsync(
            () => service.Services.GetRequiredService<Dispatcher>().RunAsync(CancellationToken.None),
            line => line == "nothing due");

        Assert.All(All, n => Assert.Equal(2, _newsroom.AskedFor($"/s{n}").Count));
        Assert.Contains(
            "set forward",
            await service.Services.GetRequiredService<Retention>().RunAsync(CancellationToken.None),
            StringComparison.Ordinal);
        Assert.Equal(Hosts, (await service.ItemsOf("/api/stories")).Count);
    }

    [Fact]
    public async Task AClockSetBackByDays_KeepsTheSchedule_InsteadOfWaitingForDays()
    {
        await using var service = await StartAsync(polling: true);
        await StatesAsync(service, "active");
        await service.Services.GetRequiredService<Dispatcher>().RunAsync(CancellationToken.None);
        _clock.Step(TimeSpan.FromDays(-5));
        await TestService.UntilAsync(() => NextPollsAsync(service), due => due.All(at => at < _clock.GetUtcNow().AddHours(2)));

        Assert.All(await NextPollsAsync(service), at => Assert.True(at > _clock.GetUtcNow().AddMinutes(30)));
        Assert.Equal(Hosts, _newsroom.Requests.Count);
    }

    [Fact]
    public async Task AClockSetBackWhileFeedHubWasDown_IsFollowedToo()
    {
        await using (var before = await StartAsync(polling: true))
            await StatesAsync(before, "active");
        _clock.Step(TimeSpan.FromDays(-5));
        await using var service = await StartAsync();
        Assert.Equal("nothing due", await service.Services.GetRequiredService<Dispatcher>().RunAsync(CancellationToken.None));
        Assert.All(
            await NextPollsAsync(service),
            at => Assert.InRange(at, _clock.GetUtcNow().AddMinutes(30), _clock.GetUtcNow().AddHours(2)));
    }

    [Fact]
    public async Task SourcesThatDripOrFlood_DelayNobody()
    {
        var stop = new CancellationTokenSource();
        _newsroom.Answer("/drip", async context =>
        {
            await context.Response.WriteAsync("<rss>");
            while (!context.RequestAborted.IsCancellationRequested && !stop.IsCancellationRequested)
            {
                await context.Response.WriteAsync(" ");
                await Task.Delay(100, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        });
        _newsroom.Serve(
            "/flood",
            Feeds.Rss("Flood", Enumerable.Range(0, 20_000).Select(n => new Written($"f{n}", $"https://flood.example/{n}", $"Flood {n}"))));
        var loud = Enumerable.Range(0, 4).Select(n => Entry($"drip{n}", "/drip", n)).Append(Entry("flood", "/flood", 0));
        await using var service = await TestService.StartAsync(
            _folder, Feeds.Json(loud.Concat(All.Select(n => Entry($"s{n}", $"/s{n}", 0)))), _clock, polling: true, services: _names.Use,
            "--FeedHub:Polling:Concurrency=6");

        await TestService.UntilAsync(
            async () => (await service.ItemsOf("/api/sources")).Where(s => s.GetProperty("id").GetString()![0] == 's').ToList(),
            sources => sources.TrueForAll(s => s.GetProperty("items").GetInt32() == 1));

        // The dripping ones were under way all the while; the flood comes in whole.
        Assert.All(
            await service.ItemsOf("/api/sources"),
            s => Assert.True(s.GetProperty("id").GetString()![0] != 'd' || s.GetProperty("last_poll").GetString() is null));
        await TestService.UntilAsync(
            async () => (await service.GetJsonAsync("/api/sources/flood")).GetProperty("items").GetInt32(),
            items => items == 20_000);
        await stop.CancelAsync();
    }

    private string Entry(string name, string path, int n) =>
        Feeds.Source(
            string.Create(CultureInfo.InvariantCulture, $"http://{name}.example:{new Uri(_newsroom.Address).Port}{path}?{n}"),
            name);

    private Task<TestService> StartAsync(bool polling = false) =>
        TestService.StartAsync(_folder, Feeds.Json(All.Select(n => Entry($"s{n}", $"/s{n}", 0))), _clock, polling, _names.Use);

    private static Task StatesAsync(TestService service, string state) => TestService.UntilAsync(
        async () => string.Join(' ', (await service.ItemsOf("/api/sources")).Where(s => s.GetProperty("last_poll").GetString() is not null)
            .Select(s => s.GetProperty("state").GetString())),
        states => states == string.Join(' ', Enumerable.Repeat(state, Hosts)));

    private static async Task<List<DateTimeOffset>> NextPollsAsync(TestService service) =>
        [.. (await service.ItemsOf("/api/sources")).Select(s => s.GetProperty("next_poll").GetDateTimeOffset())];

    /// <summary>Every name is this machine's, or nobody knows any.</summary>
    private sealed class FakeNames : NameResolver
    {
        public void Use(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton<NameResolver>(this));

        public override Task<IPAddress[]> LookUpAsync(string host, CancellationToken cancellation) =>
            Task.FromResult<IPAddress[]>([IPAddress.Loopback]);
    }
}
