using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using FeedHub.Subscribing;
using FeedHub.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Subscribing;

/// <summary>FeedHub as a WebSub subscriber, over the real service with a hub and a publisher on loopback.</summary>
public sealed class SubscribingTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly SteppedClock _clock = new();
    private FakeNewsroom _newsroom = null!;
    private FakeHub _hub = null!;
    private string _feed = "";

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _hub = new(_newsroom);
        Publish("One");
    }

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task AHubThatTheFeedNames_IsAskedOnceItIsPolled_WithAllThatTheStandardWants()
    {
        await using var service = await StartAsync();
        await service.PollAsync("alpha");
        await AskAsync(service);

        Assert.Equal(
            ("subscribe", _newsroom.Url("/a"), "864000"),
            (_hub.Last["hub.mode"], _hub.Last["hub.topic"], _hub.Last["hub.lease_seconds"]));
        Assert.StartsWith(service.Address + "/websub/callbacks/", _hub.Callback, StringComparison.Ordinal);
        Assert.True(_hub.Callback.Length >= service.Address.Length + 64);
        Assert.InRange(_hub.Last["hub.secret"].Length, 32, 199);
        var asked = _newsroom.AskedFor("/hub").Single();
        Assert.StartsWith("FeedHub/", asked.Headers["User-Agent"], StringComparison.Ordinal);
        Assert.Equal("application/x-www-form-urlencoded", asked.Headers["Content-Type"]);
        Assert.Equal("wanted", (await PushOfAsync(service)).GetProperty("state").GetString());
        await AskAsync(service);
        Assert.Single(_hub.Asked);
    }

    [Fact]
    public async Task LinkHeaders_ComeBeforeTheFeed()
    {
        var other = new FakeHub(_newsroom, "/hub2");
        _newsroom.Answer("/a", context =>
        {
            context.Response.Headers.Link = $"<{other.Address}>; rel=\"hub\", </topic>; rel=self";
            return context.Response.WriteAsync(_feed);
        });
        await using var service = await StartAsync();
        await service.PollAsync("alpha");
        await AskAsync(service);

        Assert.Equal(_newsroom.Url("/topic"), other.Last["hub.topic"]);
        Assert.Empty(_hub.Asked);
    }

    [Fact]
    public async Task WithoutPublicUrl_NobodyIsAsked()
    {
        await using var service = await TestService.StartAsync(_folder, FeedsJson());
        await service.PollAsync("alpha");
        Assert.Contains("PublicUrl", await AskAsync(service), StringComparison.Ordinal);
        Assert.Empty(_hub.Asked);
        Assert.Contains("PublicUrl", await service.Client.GetStringAsync("/hangfire/sources/alpha"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Intent_IsConfirmedForWhatWasAskedAlone()
    {
        await using var service = await StartAsync();
        await service.PollAsync("alpha");
        await AskAsync(service);

        Assert.Equal(HttpStatusCode.NotFound, (await _hub.VerifyAsync(topic: _newsroom.Url("/b"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _hub.VerifyAsync("unsubscribe")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _hub.VerifyAsync("publish")).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await _hub.VerifyAsync(callback: service.Address + "/websub/callbacks/" + new string('0', 64))).Status);
        Assert.Equal("wanted", (await PushOfAsync(service)).GetProperty("state").GetString());

        Assert.Equal((HttpStatusCode.OK, "c/h a"), await _hub.VerifyAsync(lease: 3600));
        var active = await PushOfAsync(service);
        Assert.Equal(
            ("active", _clock.GetUtcNow().AddHours(1)),
            (active.GetProperty("state").GetString(), active.GetProperty("lease_until").GetDateTimeOffset()),
            new Near());

        // A second verification that nobody asked for makes the lease no longer.
        await _hub.VerifyAsync(lease: 999_999);
        Assert.Equal(active.GetProperty("lease_until").GetString(), (await PushOfAsync(service)).GetProperty("lease_until").GetString());
    }

    [Fact]
    public async Task APush_IsTakenInAsAPollIs_AndItsSourceIsPolledRarelyFromThenOn()
    {
        await using var service = await SubscribedAsync();
        var usual = await NextPollAsync(service);

        Assert.Equal(HttpStatusCode.Accepted, await _hub.PushAsync(Publish("One", "Two")));
        Assert.Equal(2, (await service.ItemsOf("/api/stories")).Count);
        var push = await PushOfAsync(service);
        Assert.Equal(
            (true, 1, 1),
            (push.GetProperty("pushes_come").GetBoolean(), push.GetProperty("pushes").GetInt32(),
                push.GetProperty("new_items").GetInt32()));
        Assert.True(usual < _clock.GetUtcNow().AddHours(2));
        Assert.InRange(await NextPollAsync(service), _clock.GetUtcNow().AddHours(2.9), _clock.GetUtcNow().AddHours(3.1));

        // A poll that finds what pushes have brought changes nothing of that; the same push again is not news.
        Assert.Equal("200, nothing new", await service.PollAsync("alpha"));
        Assert.InRange(await NextPollAsync(service), _clock.GetUtcNow().AddHours(2.9), _clock.GetUtcNow().AddHours(3.1));
        await _hub.PushAsync(_feed);
        Assert.Equal(2, (await service.ItemsOf("/api/items")).Count);
        Assert.Contains("Pushes come from", await service.Client.GetStringAsync("/hangfire/sources/alpha"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APushOfTheNewestItemAlone_AddsIt_AndLosesNothing()
    {
        await using var service = await SubscribedAsync();
        await _hub.PushAsync(Rss("Two"));
        Assert.Equal(2, (await service.ItemsOf("/api/stories")).Count);

        // Validators stay those of the last poll.
        Assert.Equal("304, nothing new", await service.PollAsync("alpha"));
    }

    [Fact]
    public async Task ACompressedPush_IsSignedAsItWasSent()
    {
        await using var service = await SubscribedAsync();
        using var zipped = new MemoryStream();
        await using (var gzip = new GZipStream(zipped, CompressionLevel.Optimal))
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(Rss("Two")));
        Assert.Equal(HttpStatusCode.Accepted, await _hub.PushAsync(zipped.ToArray(), headers: ("Content-Encoding", "gzip")));
        Assert.Equal(2, (await service.ItemsOf("/api/stories")).Count);
    }

    [Theory]
    [InlineData("sha256=0000000000000000000000000000000000000000000000000000000000000000", "signature is wrong")]
    [InlineData("sha1=0000000000000000000000000000000000000000", "sha1")]
    [InlineData("", "no signature")]
    public async Task APushWithAWrongSignature_ChangesNothing_AndIsCounted(string signature, string words)
    {
        await using var service = await SubscribedAsync();
        var before = (await service.GetJsonAsync("/api/stories")).GetRawText();
        var next = await NextPollAsync(service);

        Assert.Equal(HttpStatusCode.Accepted, await _hub.PushAsync(Encoding.UTF8.GetBytes(Rss("Forged")), signature));
        Assert.Equal(before, (await service.GetJsonAsync("/api/stories")).GetRawText());
        Assert.Equal(next, await NextPollAsync(service));
        var push = await PushOfAsync(service);
        Assert.Equal(
            (0, 1, false),
            (push.GetProperty("pushes").GetInt32(), push.GetProperty("refused").GetInt32(), push.GetProperty("pushes_come").GetBoolean()));
        Assert.Contains(words, push.GetProperty("note").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APushToAnUnknownCallbackOrOfAnotherTopic_ChangesNothing()
    {
        await using var service = await SubscribedAsync();
        var body = Encoding.UTF8.GetBytes(Rss("Forged"));
        Assert.Equal(
            HttpStatusCode.NotFound,
            await _hub.PushAsync(body, callback: service.Address + "/websub/callbacks/" + new string('f', 64)));
        Assert.Equal(
            HttpStatusCode.Accepted,
            await _hub.PushAsync(body, headers: ("Link", $"<{_newsroom.Url("/b")}>; rel=self, <{_hub.Address}>; rel=hub")));
        Assert.Single(await service.ItemsOf("/api/stories"));
        Assert.Equal(1, (await PushOfAsync(service)).GetProperty("refused").GetInt32());
    }

    [Fact]
    public async Task ABomb_AFloodAndAPage_AreRefused()
    {
        await using var service = await SubscribedAsync("--FeedHub:Polling:MaxBytes=100000");
        using var zipped = new MemoryStream();
        await using (var gzip = new GZipStream(zipped, CompressionLevel.Optimal))
            await gzip.WriteAsync(new byte[5_000_000]);
        Assert.Equal(HttpStatusCode.Accepted, await _hub.PushAsync(zipped.ToArray(), headers: ("Content-Encoding", "gzip")));
        Assert.Contains("larger than", (await PushOfAsync(service)).GetProperty("note").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await _hub.PushAsync(new byte[100_001]));
        Assert.Equal(HttpStatusCode.Accepted, await _hub.PushAsync("<html><body>hello</body></html>"));
        Assert.Equal(3, (await PushOfAsync(service)).GetProperty("refused").GetInt32());
        Assert.Equal("active", (await service.GetJsonAsync("/api/sources/alpha")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task WhenAPollFindsWhatNoPushBrought_ItIsPolledAsUsual_UntilTheNextPush()
    {
        await using var service = await SubscribedAsync();
        await _hub.PushAsync(Publish("One", "Two"));
        Publish("One", "Two", "Three");
        Assert.Equal("200, 1 new", await service.PollAsync("alpha"));

        Assert.True(await NextPollAsync(service) < _clock.GetUtcNow().AddHours(2));
        Assert.Contains("no push had brought", (await PushOfAsync(service)).GetProperty("note").GetString(), StringComparison.Ordinal);
        await _hub.PushAsync(Publish("One", "Two", "Three", "Four"));
        Assert.True(await NextPollAsync(service) > _clock.GetUtcNow().AddHours(2.9));
    }

    [Fact]
    public async Task ALease_IsRenewedBeforeItsEnd_AndFallsBackWhenItIsNot()
    {
        await using var service = await SubscribedAsync();
        await _hub.PushAsync(Publish("One", "Two"));
        _clock.Step(TimeSpan.FromDays(7.9));
        await AskAsync(service);
        Assert.Single(_hub.Asked);

        _clock.Step(TimeSpan.FromDays(1.2));
        await AskAsync(service);
        Assert.Equal(("subscribe", _hub.Asked.First()["hub.callback"]), (_hub.Last["hub.mode"], _hub.Callback));
        Assert.Equal("active", (await PushOfAsync(service)).GetProperty("state").GetString());
        await _hub.VerifyAsync();
        Assert.True((await PushOfAsync(service)).GetProperty("lease_until").GetDateTimeOffset() > _clock.GetUtcNow().AddDays(9.9));

        _hub.Status = 500;
        await service.PollAsync("alpha");
        _clock.Step(TimeSpan.FromDays(9.5));
        await AskAsync(service);
        _clock.Step(TimeSpan.FromDays(1));
        await AskAsync(service);
        var over = await PushOfAsync(service);
        Assert.Equal(("wanted", false), (over.GetProperty("state").GetString(), over.GetProperty("pushes_come").GetBoolean()));
        Assert.Contains("HTTP 500", over.GetProperty("note").GetString(), StringComparison.Ordinal);
        Assert.True(await NextPollAsync(service) <= _clock.GetUtcNow().AddHours(1.2));
    }

    [Fact]
    public async Task ADenial_EndsIt_AndSaysWhy()
    {
        await using var service = await SubscribedAsync();
        await _hub.PushAsync(Publish("One", "Two"));
        Assert.Equal((HttpStatusCode.OK, ""), await _hub.VerifyAsync("denied"));
        await AskAsync(service);

        var push = await PushOfAsync(service);
        Assert.Equal(
            ("denied", "over quota", false),
            (push.GetProperty("state").GetString(), push.GetProperty("note").GetString(), push.GetProperty("pushes_come").GetBoolean()));
        Assert.True(await NextPollAsync(service) <= _clock.GetUtcNow().AddHours(1.2));
        Assert.Single(_hub.Asked);
    }

    [Fact]
    public async Task ASubscription_OutlivesARestart()
    {
        var stop = await SubscribedAsync();
        var address = stop.Address;
        await stop.DisposeAsync();
        await using var service = await TestService.StartAsync(
            _folder,
            time: _clock,
            settings: [$"--FeedHub:PublicUrl={address}", "--urls", address]);
        await AskAsync(service);

        Assert.Single(_hub.Asked);
        Assert.Equal(HttpStatusCode.Accepted, await _hub.PushAsync(Rss("Two")));
        Assert.Equal(2, (await service.ItemsOf("/api/stories")).Count);
    }

    [Fact]
    public async Task APausedOrDeletedSource_LeavesItsHub()
    {
        await using var service = await SubscribedAsync();
        using (await service.Client
            .PatchAsync("/api/sources/alpha", new StringContent("""{ "enabled": false }""", null, "application/json")))
            await AskAsync(service);
        Assert.Equal("unsubscribe", _hub.Last["hub.mode"]);
        var callback = _hub.Callback;
        Assert.Equal(HttpStatusCode.Gone, await _hub.PushAsync(Encoding.UTF8.GetBytes(Rss("Two")), "sha256=00"));
        Assert.Equal((HttpStatusCode.OK, "c/h a"), await _hub.VerifyAsync("unsubscribe"));
        Assert.Equal(HttpStatusCode.NotFound, (await _hub.VerifyAsync("unsubscribe")).Status);

        using (await service.Client
            .PatchAsync("/api/sources/alpha", new StringContent("""{ "enabled": true }""", null, "application/json")))
            await AskAsync(service);
        Assert.Equal(("subscribe", callback), (_hub.Last["hub.mode"], _hub.Callback));
        await _hub.VerifyAsync();
        using (await service.Client.DeleteAsync("/api/sources/alpha"))
            await AskAsync(service);
        Assert.Equal("unsubscribe", _hub.Last["hub.mode"]);
        await _hub.VerifyAsync("unsubscribe");
        Assert.Equal(HttpStatusCode.NotFound, await _hub.PushAsync(Encoding.UTF8.GetBytes(Rss("Two")), "sha256=00"));
    }

    [Fact]
    public async Task AFeedThatNamesAnotherHub_IsSubscribedThere_AndTheOldOneIsLeft()
    {
        await using var service = await SubscribedAsync();
        var other = new FakeHub(_newsroom, "/hub2");
        _newsroom.Serve("/a", Rss("One").Replace(_hub.Address, other.Address, StringComparison.Ordinal));
        await service.PollAsync("alpha");
        await AskAsync(service);
        Assert.Equal(("unsubscribe", "subscribe"), (_hub.Last["hub.mode"], other.Last["hub.mode"]));
        Assert.NotEqual(_hub.Callback, other.Callback);
    }

    [Theory]
    [InlineData("http://169.254.169.254/hub", "cloud metadata")]
    [InlineData("http://[::ffff:127.0.0.1]/hub", "IPv4-mapped")]
    [InlineData("http://127.0.0.1:22/hub", "port 22")]
    public async Task AHubBehindTheWall_IsNeverAsked(string hub, string words)
    {
        _newsroom.Serve("/a", Rss("One").Replace(_hub.Address, hub, StringComparison.Ordinal));
        await using var service = await StartAsync();
        await service.PollAsync("alpha");
        await AskAsync(service);
        var note = (await PushOfAsync(service)).GetProperty("note").GetString();
        Assert.StartsWith("refused: ", note, StringComparison.Ordinal);
        Assert.Contains(words, note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AHubThatSendsOnBehindTheWall_IsNotFollowed()
    {
        _newsroom.Answer("/hub", context =>
        {
            context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
            context.Response.Headers.Location = "http://169.254.169.254/latest";
            return Task.CompletedTask;
        });
        await using var service = await StartAsync();
        await service.PollAsync("alpha");
        await AskAsync(service);
        Assert.Contains("cloud metadata", (await PushOfAsync(service)).GetProperty("note").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallbackAndSecret_AreNeverShown()
    {
        await using var service = await SubscribedAsync();
        foreach (var page in (string[])["/api/sources", "/api/sources/alpha", "/hangfire/sources/alpha", "/hangfire/sources"])
        {
            var text = await service.Client.GetStringAsync(page);
            Assert.DoesNotContain(_hub.Last["hub.secret"], text, StringComparison.Ordinal);
            Assert.DoesNotContain(new Uri(_hub.Callback).Segments[^1], text, StringComparison.Ordinal);
        }
    }

    private static Task<string> AskAsync(TestService service) =>
        service.Services.GetRequiredService<SubscriptionJob>().RunAsync(CancellationToken.None);

    private static async Task<JsonElement> PushOfAsync(TestService service) =>
        (await service.GetJsonAsync("/api/sources/alpha")).GetProperty("push");

    private static async Task<DateTimeOffset> NextPollAsync(TestService service) =>
        (await service.GetJsonAsync("/api/sources/alpha")).GetProperty("next_poll").GetDateTimeOffset();

    private string Publish(params string[] titles)
    {
        _newsroom.Serve("/a", _feed = Rss(titles));
        return _feed;
    }

    private string Rss(params string[] titles) => Feeds.Rss("Alpha", titles.Select(t => new Written(t, $"https://alpha.example/{t}", t)))
        .Replace("<rss version=\"2.0\">", "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\">", StringComparison.Ordinal)
        .Replace(
            "<description/>",
            $"<description/><atom:link rel=\"hub\" href=\"{_hub.Address}\"/><atom:link rel=\"self\" href=\"{_newsroom.Url("/a")}\"/>",
            StringComparison.Ordinal);

    private string FeedsJson() => Feeds.Json(Feeds.Source(_newsroom.Url("/a"), "Alpha"));

    private async Task<TestService> StartAsync(params string[] settings)
    {
        // The service's own address is known only once a port was free.
        var port = FreePort();
        return await TestService.StartAsync(
            _folder,
            FeedsJson(),
            _clock,
            settings: ["--urls", $"http://127.0.0.1:{port}", $"--FeedHub:PublicUrl=http://127.0.0.1:{port}", .. settings]);
    }

    private async Task<TestService> SubscribedAsync(params string[] settings)
    {
        var service = await StartAsync(settings);
        await service.PollAsync("alpha");
        await AskAsync(service);
        Assert.Equal(HttpStatusCode.OK, (await _hub.VerifyAsync()).Status);
        return service;
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Near : IEqualityComparer<(string?, DateTimeOffset)>
    {
        public bool Equals((string?, DateTimeOffset) x, (string?, DateTimeOffset) y) =>
            x.Item1 == y.Item1 && (x.Item2 - y.Item2).Duration() < TimeSpan.FromMinutes(1);

        public int GetHashCode((string?, DateTimeOffset) pair) => 0;
    }
}
