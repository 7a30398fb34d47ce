using System.Net;
using System.Net.Sockets;
using FeedHub.Articles;
using FeedHub.Fetching;
using FeedHub.Polling;
using FeedHub.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Fetching;

/// <summary>This machine's own network is away for hours and comes back: one event, and no fault of any source.</summary>
public sealed class OwnNetworkTests : IAsyncLifetime
{
    private const int Hosts = 12;
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 29, 14, 2, 0, TimeSpan.Zero));
    private readonly NamesThatFail _names = new();
    private FakeNewsroom _newsroom = null!;

    private static IEnumerable<int> All => Enumerable.Range(0, Hosts);

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        foreach (var n in All)
            Serve($"/s{n}", Feeds.Rss($"S{n}", new Written($"{n}", $"https://paper.example/{n}", $"Story {n}")));
    }

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task AnOutageOfHours_IsOneEvent_AndAfterwardsAllIsPolledWithinTwoMinutes()
    {
        await using var service = await StartAsync();
        foreach (var n in All)
            await service.PollAsync($"s{n}");
        var before = await SourcesAsync(service, "state", "error", "interval");
        var states = await SourcesAsync(service, "state", "error");
        _names.Broken = true;
        await PassAsync(service, TimeSpan.FromHours(8));

        Assert.Equal(before, await SourcesAsync(service, "state", "error", "interval"));
        Assert.Equal(Hosts, _newsroom.Requests.Count);
        Assert.Contains("This machine has no network since ", await TextAsync(service, "/healthz/ready"), StringComparison.Ordinal);
        foreach (var page in (string[])["/hangfire", "/hangfire/sources", "/hangfire/recurring", "/hangfire/jobs/failed"])
            Assert.Contains("This machine has no network since ", await TextAsync(service, page), StringComparison.Ordinal);
        Assert.Equal(1, Count(await TextAsync(service, "/health.atom"), "<entry>"));

        _names.Broken = false;
        await PassAsync(service, TimeSpan.FromMinutes(3));
        Assert.Equal(2 * Hosts, _newsroom.Requests.Count);
        Assert.Equal("Healthy", await TextAsync(service, "/healthz/ready"));
        Assert.DoesNotContain("no network since ", await TextAsync(service, "/hangfire"), StringComparison.Ordinal);
        Assert.Equal(2, Count(await TextAsync(service, "/health.atom"), "<entry>"));
        Assert.Equal(states, await SourcesAsync(service, "state", "error"));
    }

    [Fact]
    public async Task AStartBeforeTheNetworkIsUp_IsTheSameEvent_AndARestartMeanwhileTellsItNoSecondTime()
    {
        _names.Broken = true;
        for (var start = 0; start < 2; start++)
        {
            await using var offline = await StartAsync();
            await PassAsync(offline, TimeSpan.FromMinutes(5));
            Assert.All(await SourcesAsync(offline, "state"), source => Assert.Equal("\"active\"", source));
            Assert.Contains("This machine has no network since 14:0", await TextAsync(offline, "/healthz/ready"), StringComparison.Ordinal);
            var page = await TextAsync(offline, "/");
            Assert.Contains("FeedHub has no network now", page, StringComparison.Ordinal);
            Assert.DoesNotContain("is asking its", page, StringComparison.Ordinal);
        }

        _names.Broken = false;
        await using var service = await StartAsync();
        await PassAsync(service, TimeSpan.FromMinutes(3));
        Assert.All(All, n => Assert.Single(_newsroom.AskedFor($"/s{n}")));
        Assert.Equal(1, Count(await TextAsync(service, "/health.atom"), "This machine has no network<"));
    }

    [Fact]
    public async Task OnePublisherThatIsAway_IsItsOwnFault_WhileOthersAnswer()
    {
        await using var service = await StartAsync();
        foreach (var n in All)
            await service.PollAsync($"s{n}");
        _names.Away = "s3.example";
        Assert.Contains("DNS gave no address for s3.example", await service.PollAsync("s3"), StringComparison.Ordinal);
        Assert.Equal("Healthy", await TextAsync(service, "/healthz/ready"));
    }

    [Fact]
    public async Task WhereTwoOfThreePortsAreClosed_AndTheThirdAnswers_TheNetworkIsWell()
    {
        var sources = new[] { Closed(), Closed(), _newsroom.Address }.Select((address, n) => Feeds.Source(address + $"/s{n}", $"S{n}"));
        await using var service = await TestService.StartAsync(_folder, Feeds.Json([.. sources]), _time);
        Assert.Contains("refused", await service.PollAsync("s0"), StringComparison.Ordinal);
        Assert.Contains("refused", await service.PollAsync("s1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereAllPortsRefuseAtOnce_ThatIsTheNetwork_AndAPersonsPollSaysSo()
    {
        var sources = All.Select(n => Feeds.Source(Closed() + $"/s{n}", $"S{n}"));
        await using var service = await TestService.StartAsync(_folder, Feeds.Json([.. sources]), _time);
        Assert.Equal("this machine has no network: polled once it has one", await service.PollAsync("s0"));
        Assert.Equal("this machine has no network: polled once it has one", await service.PollAsync("s1"));
        Assert.Contains(
            "not dispatched: This machine has no network since 14:02 UTC",
            await service.Services.GetRequiredService<Dispatcher>().RunAsync(CancellationToken.None),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task PagesOfArticles_WaitForTheNetwork_AndNoRobotsTxtIsTakenForUnread()
    {
        await using var service = await StartAsync("\"content\": \"article\"");
        foreach (var n in All)
            await service.PollAsync($"s{n}");
        _names.Broken = true;
        var turns = service.Services.GetRequiredService<PageTurns>();
        for (var n = 0; n < 5; n++)
        {
            Assert.Equal(PageOutcome.Later, (await turns.NextAsync("paper.example", CancellationToken.None))?.Answer?.Outcome);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Contains(
            "not dispatched: This machine has no network since ",
            await service.Services.GetRequiredService<PageDispatcher>().RunAsync(CancellationToken.None),
            StringComparison.Ordinal);
        await using var db = await service.DatabaseAsync();
        Assert.Equal((Hosts, 0), (db.QueuedPages.Count(page => page.DueAt != null), db.KeptRobots.Count()));
    }

    [Fact]
    public async Task WhereTheProxyIsAway_TheEventNamesIt_UntilItIsBack()
    {
        await using var proxy = new LoopbackProxy();
        var dead = Closed()["http://".Length..];
        await using (var offline = await TestService.StartAsync(
            _folder, File(), _time, services: Replaced, settings: $"--FeedHub:Network:Proxy=http://{dead}"))
        {
            await PassAsync(offline, TimeSpan.FromMinutes(2));
            Assert.Contains(
                $"The proxy {dead} cannot be reached since 14:0", await TextAsync(offline, "/healthz/ready"), StringComparison.Ordinal);
            var feed = await TextAsync(offline, "/health.atom");
            Assert.Contains(">The proxy cannot be reached<", feed, StringComparison.Ordinal);
            Assert.Contains($"the proxy {dead}, which all requests go through", feed, StringComparison.Ordinal);
        }

        await using var service = await TestService.StartAsync(
            _folder, File(), _time, services: Replaced, settings: $"--FeedHub:Network:Proxy=http://127.0.0.1:{proxy.Port}");
        await PassAsync(service, TimeSpan.FromMinutes(3));
        Assert.All(All, n => Assert.Single(_newsroom.AskedFor($"/s{n}")));
    }

    [Theory]
    [InlineData(0, 2, false)]
    [InlineData(0, 3, true)]
    [InlineData(1, 5, false)]
    [InlineData(1, 6, true)]
    public void AFewDeadAddressesBesideALivingOne_AreNotTheNetwork(int reached, int unreachable, bool isDown) =>
        Assert.Equal(isDown, new NetworkSample(reached, unreachable).IsDown);

    // Each poll has a connection of its own, and so asks for the name.
    private void Serve(string path, string feed) => _newsroom.Answer(path, async context =>
    {
        context.Response.Headers.Connection = "close";
        await context.Response.WriteAsync(feed);
    });

    private Task<TestService> StartAsync(string more = "") => TestService.StartAsync(_folder, File(more), _time, services: Replaced);

    private string File(string more = "") =>
        Feeds.Json([.. All.Select(n => Feeds.Source($"http://s{n}.example:{new Uri(_newsroom.Address).Port}/s{n}", $"S{n}", more))]);

    private void Replaced(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton<NameResolver>(_names));

    // What the dispatcher and the keeper do by the clock, done by it.
    private async Task PassAsync(TestService service, TimeSpan span)
    {
        var (dispatcher, network) = (service.Services.GetRequiredService<Dispatcher>(), service.Services.GetRequiredService<OwnNetwork>());
        var step = span > TimeSpan.FromHours(1) ? TimeSpan.FromMinutes(5) : TimeSpan.FromSeconds(20);
        for (var passed = TimeSpan.Zero; passed < span; passed += step)
        {
            _time.Advance(step);
            await network.FollowAsync(CancellationToken.None);
            var line = await dispatcher.RunAsync(CancellationToken.None);
            if (line.EndsWith("queued", StringComparison.Ordinal))
                await IdleAsync(service);
        }
    }

    private static Task IdleAsync(TestService service) => TestService.UntilAsync(
        () =>
        {
            var figures = service.Services.GetRequiredService<Hangfire.JobStorage>().GetMonitoringApi().GetStatistics();
            return Task.FromResult(figures.Enqueued + figures.Processing + figures.Scheduled);
        },
        waiting => waiting == 0);

    private static async Task<IReadOnlyList<string>> SourcesAsync(TestService service, params string[] properties) =>
    [
        .. (await service.ItemsOf("/api/sources"))
            .Select(source => string.Join(' ', properties.Select(property => source.GetProperty(property).GetRawText()))),
    ];

    private static async Task<string> TextAsync(TestService service, string path) =>
        await (await service.Client.GetAsync(path)).Content.ReadAsStringAsync();

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    // A port that nobody listens at: it was free a moment ago.
    private static string Closed()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }

    private sealed class NamesThatFail : NameResolver
    {
        public bool Broken { get; set; }

        public string? Away { get; set; }

        public override Task<IPAddress[]> LookUpAsync(string host, CancellationToken cancellation) => Broken || host == Away
            ? throw new SocketException((int)SocketError.TryAgain)
            : Task.FromResult<IPAddress[]>([IPAddress.Loopback]);
    }
}
