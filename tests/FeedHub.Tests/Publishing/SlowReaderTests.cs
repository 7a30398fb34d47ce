using System.Net;
using System.Text;
using FeedHub.Serving.Sending;
using FeedHub.Tests.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FeedHub.Tests.Publishing;

/// <summary>Readers that take nothing, or little at a time.</summary>
[Collection(Alone.Name)]
public sealed class SlowReaderTests : IAsyncLifetime
{
    private const string Large = "/feed.rss?limit=60";
    private const int Most = 12;
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve("/a", Feeds.Rss("Alpha", Enumerable.Range(1, 60).Select(n =>
            new Written(
                $"a{n}",
                $"https://alpha.example/{n}",
                $"Alpha {n}",
                new(2026, 11, 20, 1, n % 60, 0, TimeSpan.Zero),
                Words(n, 25_000)))));
    }

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    [Trait("Storage", "sqlite")]
    public async Task HundredsThatNeverRead_CostLittleMemory_AndKeepNobodyWaiting()
    {
        const int Count = 300;
        const double MostMegabytes = 100;
        await File.WriteAllTextAsync(_folder.File("feeds.json"), Feeds.Json(Feeds.Source(_newsroom.Url("/a"), "Alpha")));
        await using var process = FeedHubProcess.Start(
            _folder, "--urls", "http://127.0.0.1:0", "--FeedHub:Network:AllowPrivateAddresses=true",
            "--FeedHub:Limits:RequestsPerMinute=0");
        using var client = await process.ClientAsync();
        await TestService.UntilAsync(() => client.GetStringAsync(Large), feed => feed.Length > 1_400_000);
        var before = process.Megabytes;

        var readers = new List<SlowReader>();
        for (var n = 0; n < Count; n++)
            readers.Add(await SlowReader.AskAsync(client.BaseAddress!, Large));
        // Each answer was begun once a later request on a connection of its own has been answered.
        Assert.True((await client.GetStringAsync(Large)).Length > 1_400_000);
        var during = process.Megabytes;
        readers.ForEach(reader => reader.Dispose());

        Assert.InRange(during - before, double.MinValue, MostMegabytes);
    }

    [Fact]
    [Trait("Storage", "sqlite")]
    public async Task HundredsThatNeverReadWhatIsMadeForEach_CostLittleMemory()
    {
        const int Count = 200;
        const double MostMegabytes = 200;
        const string Made = "/api/items?limit=60";
        await File.WriteAllTextAsync(_folder.File("feeds.json"), Feeds.Json(Feeds.Source(_newsroom.Url("/a"), "Alpha")));
        await using var process = FeedHubProcess.Start(
            _folder, "--urls", "http://127.0.0.1:0", "--FeedHub:Network:AllowPrivateAddresses=true",
            "--FeedHub:Limits:RequestsPerMinute=0");
        using var client = await process.ClientAsync();
        await TestService.UntilAsync(() => client.GetStringAsync(Made), list => list.Length > 1_400_000);
        // What a service in use needs anyway is not the slow readers'.
        for (var n = 0; n < 20; n++)
            await client.GetStringAsync(Made);
        var before = process.Megabytes;

        var readers = new List<SlowReader>();
        for (var n = 0; n < Count; n++)
            readers.Add(await SlowReader.AskAsync(client.BaseAddress!, Made));
        // It waits its turn behind them. What is only not collected yet goes while the service answers others; what readers hold stays.
        var during = double.MaxValue;
        for (var n = 0; n < 10 && during - before > MostMegabytes; n++)
        {
            Assert.True((await client.GetStringAsync(Made)).Length > 1_400_000);
            during = process.Megabytes;
        }

        readers.ForEach(reader => reader.Dispose());

        Assert.InRange(during - before, double.MinValue, MostMegabytes);
    }

    [Fact]
    public async Task WhoReadsLittleAtATime_GetsEveryAddressWhole()
    {
        await using var service = await StartAsync();
        foreach (var path in new[] {
            Large,
            "/feed.atom?limit=60",
            "/feed.json?limit=60",
            "/?limit=60",
            "/api/items?limit=60",
            "/api/stories?limit=60",
            "/sources.opml",
            "/docs",
            "/openapi/v1.json" })
        {
            using var reader = await SlowReader.AskAsync(service.Client.BaseAddress!, path);
            var read = await reader.ReadAsync();
            Assert.Equal((path, await service.Client.GetStringAsync(path)), (path, Encoding.UTF8.GetString(read)));
        }

        // Its forms differ from answer to answer.
        using var admin = await SlowReader.AskAsync(service.Client.BaseAddress!, "/hangfire/sources");
        Assert.EndsWith("</html>", Encoding.UTF8.GetString(await admin.ReadAsync()).TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereAllPlacesAreTaken_WhoHasWaitedLongestMakesRoom_AndNobodyIsRefused()
    {
        await using var service = await StartAsync($"--FeedHub:Limits:Connections={Most}");
        var stranger = await SlowReader.AskAsync(service.Client.BaseAddress!, Large, from: "127.0.0.7");
        var places = service.Services.GetRequiredService<ConnectionSlots>();
        await StalledAsync(places, 1);
        var readers = new List<SlowReader>();
        for (var n = 0; n < 2 * Most; n++)
        {
            readers.Add(await SlowReader.AskAsync(service.Client.BaseAddress!, Large, from: "127.0.0.8"));
            // Connections of honest readers that have just ended may still have a place.
            await StalledAsync(places, Math.Min(n + 2, Most - 3));
            using var honest = new HttpClient { BaseAddress = service.Client.BaseAddress };
            Assert.Equal(HttpStatusCode.OK, (await honest.GetAsync("/feed.rss?limit=1")).StatusCode);
        }

        Assert.True(stranger.IsOpen);
        Assert.InRange(places.Count, 1, Most);
        await TestService.UntilAsync(() => Task.FromResult(readers.Take(Most).Count(reader => reader.IsOpen)), open => open == 0);
        Assert.True(readers[^1].IsOpen);
        readers.Append(stranger).ToList().ForEach(reader => reader.Dispose());
    }

    [Fact]
    [Trait("Storage", "sqlite")]
    public async Task ReadersThatNeverRead_DoNotHoldUpTheEnd()
    {
        await File.WriteAllTextAsync(_folder.File("feeds.json"), Feeds.Json(Feeds.Source(_newsroom.Url("/a"), "Alpha")));
        await using var process = FeedHubProcess.Start(
            _folder, "--urls", "http://127.0.0.1:0", "--FeedHub:Network:AllowPrivateAddresses=true",
            "--FeedHub:Limits:RequestsPerMinute=0");
        using var client = await process.ClientAsync();
        await TestService.UntilAsync(() => client.GetStringAsync(Large), feed => feed.Length > 1_400_000);
        var readers = new List<SlowReader>();
        for (var n = 0; n < Most; n++)
            readers.Add(await SlowReader.AskAsync(client.BaseAddress!, Large));
        Assert.True((await client.GetStringAsync(Large)).Length > 1_400_000);

        Assert.Equal(0, await process.TerminateAsync());
        readers.ForEach(reader => reader.Dispose());
    }

    [Fact]
    public async Task TheLeastRate_IsTheSettings()
    {
        await using var service = await StartAsync("--FeedHub:Limits:MinBytesPerSecond=5000");
        Assert.Equal(
            5000,
            service.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits.MinResponseDataRate!.BytesPerSecond);
    }

    private async Task<TestService> StartAsync(params string[] settings)
    {
        var service = await TestService.StartAsync(_folder, Feeds.Json(Feeds.Source(_newsroom.Url("/a"), "Alpha")), settings: settings);
        await service.PollAsync("alpha");
        return service;
    }

    private static Task StalledAsync(ConnectionSlots places, int least) =>
        TestService.UntilAsync(() => Task.FromResult(places.Stalled), stalled => stalled >= least);

    private static string Words(int seed, int length)
    {
        var random = new Random(seed);
        return string.Concat(Enumerable.Range(0, length / 6).Select(_ => $"{(char)('a' + random.Next(26))}{random.Next(1000, 9999)} "));
    }
}
