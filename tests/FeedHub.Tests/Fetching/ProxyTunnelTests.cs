using System.Net;
using System.Net.Sockets;
using FeedHub.Configuring;
using FeedHub.Fetching;
using FeedHub.Observability;
using Microsoft.AspNetCore.Http;

namespace FeedHub.Tests.Fetching;

/// <summary>Publishers are asked through the operator's proxy, and in the operator's name.</summary>
public sealed class ProxyTunnelTests : IAsyncLifetime
{
    private readonly LoopbackProxy _proxy = new();
    private FakePublisher _publisher = null!;

    public async Task InitializeAsync() => _publisher = await FakePublisher.StartAsync(context => context.Response.WriteAsync("<rss/>"));

    public async Task DisposeAsync()
    {
        await _publisher.DisposeAsync();
        await _proxy.DisposeAsync();
    }

    [Theory]
    [InlineData("http")]
    [InlineData("socks5")]
    public async Task ANameThatOnlyTheProxyKnows_GoesToItAsAName_WithUserAndPassword(string scheme)
    {
        using var bench = Bench($"{scheme}://me:s%40me@127.0.0.1:{_proxy.Port}", new Names(null));
        var result = await bench.FetchAsync($"http://inner.example:{_publisher.Port}/feed");
        Assert.Equal((FetchOutcome.Fetched, null), (result.Outcome, result.Error?.ToString()));
        Assert.Equal($"inner.example:{_publisher.Port}", Assert.Single(_proxy.Asked));
        Assert.Equal("me:s@me", _proxy.User);
        Assert.Equal($"inner.example:{_publisher.Port}", _publisher.Seen[0].Headers["Host"]);
    }

    [Theory]
    [InlineData("http")]
    [InlineData("socks5")]
    public async Task ANameThatIsKnownHere_GoesToTheProxyAsTheAddressThatWasChecked(string scheme)
    {
        using var bench = Bench($"{scheme}://127.0.0.1:{_proxy.Port}", new Names(IPAddress.Loopback));
        Assert.Equal(FetchOutcome.Fetched, (await bench.FetchAsync($"http://inner.example:{_publisher.Port}/feed")).Outcome);
        Assert.Equal($"127.0.0.1:{_publisher.Port}", Assert.Single(_proxy.Asked));
    }

    [Theory]
    [InlineData("http", "http://inner.example/feed")]
    [InlineData("socks5", "http://10.1.2.3/feed")]
    public async Task WhatMayNotBeConnectedTo_IsRefusedBeforeTheProxyHearsOfIt(string scheme, string url)
    {
        using var bench = new FetchBench(
            settings => (settings.Network.Proxy, settings.Network.AllowPrivateAddresses) = ($"{scheme}://127.0.0.1:{_proxy.Port}", false),
            url.Contains("inner", StringComparison.Ordinal) ? new Names(IPAddress.Parse("192.168.0.7")) : null);
        Assert.Equal(FetchOutcome.Refused, (await bench.FetchAsync(url)).Outcome);
        Assert.Empty(_proxy.Asked);
    }

    [Theory]
    [InlineData("http", "403 Forbidden")]
    [InlineData("socks5", "its rules do not allow it")]
    public async Task WhatTheProxyDoesNotAllow_FailsInWords(string scheme, string words)
    {
        using var bench = Bench($"{scheme}://127.0.0.1:{_proxy.Port}", new Names(null));
        var result = await bench.FetchAsync($"http://forbidden.example:{_publisher.Port}/feed");
        Assert.Contains(words, result.Error!.ToString(), StringComparison.Ordinal);
        Assert.Empty(_publisher.Seen);
    }

    [Theory]
    [InlineData("http")]
    [InlineData("socks5")]
    public async Task WhereTheProxyIsAway_NothingGoesPastIt(string scheme)
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        using var bench = Bench($"{scheme}://127.0.0.1:{port}", new Names(IPAddress.Loopback));
        var result = await bench.FetchAsync($"http://inner.example:{_publisher.Port}/feed");
        Assert.StartsWith($"the proxy 127.0.0.1:{port} cannot be used", result.Error!.ToString(), StringComparison.Ordinal);
        Assert.True(result.IsUnreachable);
        Assert.Empty(_publisher.Seen);
    }

    [Theory]
    [InlineData("https://example.org/about", null, "FeedHub/{0} (+https://example.org/about)")]
    [InlineData("news@example.org", "Example-Library/1.0 (reading room)",
        "FeedHub/{0} (+mailto:news@example.org) Example-Library/1.0 (reading room)")]
    [InlineData(null, null, "FeedHub/{0} (+https://hub.example/)")]
    public async Task TheOperatorsContactAndWords_AreNamed(string? contact, string? suffix, string expected)
    {
        using var bench = new FetchBench(settings =>
        {
            settings.PublicUrl = "https://hub.example/";
            (settings.Polling.Contact, settings.Polling.UserAgentSuffix, settings.Polling.AcceptLanguage) =
                (contact, suffix, "id, en;q=0.5");
        });
        await bench.FetchAsync($"http://127.0.0.1:{_publisher.Port}/feed");
        Assert.Equal(expected.Replace("{0}", Build.Version, StringComparison.Ordinal), _publisher.Seen[0].Headers["User-Agent"]);
        Assert.Equal("id, en;q=0.5", _publisher.Seen[0].Headers["Accept-Language"]);
    }

    [Fact]
    public void WhatCannotBeUsed_IsSaidAtTheStart_WithoutThePassword()
    {
        var problems = SettingsCheck.Problems(new()
        {
            Polling = { Contact = "call me", UserAgentSuffix = "a\r\nX: b", AcceptLanguage = "id\n" },
            Network = { Proxy = "ftp://me:secret@proxy", CertificateAuthorities = "nowhere.pem" },
        }).ToList();
        Assert.Equal(
            ["Contact", "UserAgentSuffix", "AcceptLanguage", "Proxy", "CertificateAuthorities"],
            problems.Select(problem => problem.Split(' ')[0].Split(':')[^1]));
        Assert.DoesNotContain(problems, problem => problem.Contains("secret", StringComparison.Ordinal));
    }

    private static FetchBench Bench(string proxy, NameResolver names) => new(settings => settings.Network.Proxy = proxy, names);

    private sealed class Names(IPAddress? address) : NameResolver
    {
        public override Task<IPAddress[]> LookUpAsync(string host, CancellationToken cancellation) => address is null
            ? throw new SocketException((int)SocketError.HostNotFound)
            : Task.FromResult<IPAddress[]>([IPAddress.TryParse(host, out var literal) ? literal : address]);
    }
}
