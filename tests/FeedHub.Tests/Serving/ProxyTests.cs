using System.Net;
using FeedHub.Tests.Access;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Serving;

/// <summary>Forwarding headers: believed of listed proxies, and of nobody else.</summary>
public sealed class ProxyTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    public void Dispose() => _folder.Dispose();

    // Behind the listed proxy 10.0.0.9 is a peer that nobody listed, which makes up whom it forwards for.
    [Theory]
    [InlineData("X-Forwarded-For", "198.51.100.{0}, 10.0.0.9")]
    [InlineData("X-Forwarded-For", "10.0.0.9", "X-Real-IP", "198.51.100.{0}")]
    [InlineData("X-Forwarded-For", "10.0.0.9", "Forwarded", "for=198.51.100.{0}")]
    [InlineData("X-Forwarded-For", "2001:db8:5:{0}::1")]
    public async Task APeerThatMakesUpManyClients_IsHeldUpAsOne_AndNobodyElseIs(
        string name,
        string value,
        string other = "X-Nothing",
        string otherValue = "-")
    {
        await using var service = await StartAsync("--FeedHub:Admin:Proxies=127.0.0.1");
        using var first = new Guest(service, ("X-Forwarded-For", "10.0.0.9"));
        await first.SignInAsync();
        var statuses = new List<HttpStatusCode>();
        for (var guess = 1; guess <= 140; guess++)
        {
            using var made = await AskAsync(
                service,
                $"guess {guess}",
                (name, string.Format(null, value, guess)),
                (other, string.Format(null, otherValue, guess)));
            statuses.Add(made.StatusCode);
        }

        Assert.Equal(5, statuses.Count(s => s == HttpStatusCode.Unauthorized));
        Assert.Equal(135, statuses.Count(s => s == HttpStatusCode.TooManyRequests));
        using var honest = await AskAsync(service, Guest.Password, ("X-Forwarded-For", "10.0.0.10"));
        using var here = await AskAsync(service, Guest.Password);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (honest.StatusCode, here.StatusCode));
    }

    [Fact]
    public async Task BehindAProxyThatNobodyListed_OneWhoGuesses_DoesNotKeepTheOthersOut()
    {
        await using var service = await StartAsync();
        for (var guess = 0; guess < 40; guess++)
        {
            using var made = await AskAsync(service, "wrong", ("X-Forwarded-For", $"made up {guess}, 203.0.113.7"));
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        using var guesser = await AskAsync(service, Guest.Password, ("X-Forwarded-For", "203.0.113.7"));
        Assert.Equal(HttpStatusCode.TooManyRequests, guesser.StatusCode);
        _time.Advance(TimeSpan.FromSeconds(30));
        using var honest = await AskAsync(service, Guest.Password, ("X-Forwarded-For", "198.51.100.4"));
        Assert.Equal(HttpStatusCode.OK, honest.StatusCode);
    }

    [Fact]
    public async Task ListedProxies_AreBelieved_OverSeveralHops_AndOnlyAsFarAsTheyAreListed()
    {
        await using var service = await StartAsync("--FeedHub:Admin:Proxies=127.0.0.1, 10.1.0.0/16, 2001:db8:f::/48");
        using var admin = new Guest(service, ("X-Forwarded-For", "6.6.6.6, 203.0.113.50, ::ffff:10.1.2.3, 2001:db8:f::1"));
        await admin.SignInAsync();
        var page = await admin.PageAsync("/hangfire/access");
        Assert.Contains("203.0.113.50", page, StringComparison.Ordinal);
        Assert.DoesNotContain("6.6.6.6", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1", "https://news.example.org/feed.json")]
    [InlineData("10.0.0.0/8", "http://127.0.0.1")]
    [InlineData("", "http://127.0.0.1")]
    public async Task SchemeAndHost_AreTakenFromListedProxies(string proxies, string expected)
    {
        await using var service = await StartAsync($"--FeedHub:Admin:Proxies={proxies}");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/feed.json")
        {
            Headers = {
                { "X-Forwarded-For", "203.0.113.7" },
                { "X-Forwarded-Proto", "https" },
                { "X-Forwarded-Host", "news.example.org" } },
        };
        using var answer = await service.Client.SendAsync(request);
        Assert.Contains(
            $"\"feed_url\":\"{expected}",
            (await answer.Content.ReadAsStringAsync()).Replace(" ", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-For", "::1")]
    [InlineData("X-Forwarded-Host", "localhost")]
    [InlineData("X-Forwarded-Proto", "http")]
    [InlineData("X-Original-For", "127.0.0.1:80")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    public async Task WithoutAPassword_NothingThatWasForwarded_IsLocal_AlsoFromAListedProxy(string name, string value)
    {
        await using var service = await TestService.StartAsync(_folder, Feeds.Json(), settings: ["--FeedHub:Admin:Proxies=127.0.0.1,::1"]);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/hangfire/sources") { Headers = { { name, value } } };
        using var answer = await service.Client.SendAsync(request);
        using var direct = await service.Client.GetAsync("/hangfire/sources");
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (answer.StatusCode, direct.StatusCode));
    }

    [Fact]
    public async Task RequestsAreCounted_ForTheClientOfAListedProxy_AndForAPeerThatIsNotListedAsAWhole()
    {
        await using var service = await StartAsync("--FeedHub:Admin:Proxies=127.0.0.1", "--FeedHub:Limits:RequestsPerMinute=3");
        async Task<int> RefusedAsync(Func<int, string> forwardedFor)
        {
            var refused = 0;
            for (var n = 0; n < 6; n++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz/live")
                {
                    Headers = { { "X-Forwarded-For", forwardedFor(n) } }
                };
                using var answer = await service.Client.SendAsync(request);
                refused += answer.StatusCode == HttpStatusCode.TooManyRequests ? 1 : 0;
            }

            return refused;
        }

        Assert.Equal(0, await RefusedAsync(n => $"203.0.113.{n}"));
        Assert.True(await RefusedAsync(n => $"203.0.113.{n}, 10.0.0.9") > 0);
        Assert.True(await RefusedAsync(n => $"2001:db8:7:7::{n}") > 0);
    }

    private static Task<HttpResponseMessage> AskAsync(TestService service, string password, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/hangfire/sources");
        request.Headers.Add("Authorization", "Basic " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"me:{password}")));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return service.Client.SendAsync(request);
    }

    private Task<TestService> StartAsync(params string[] settings) => TestService.StartAsync(
        _folder, Feeds.Json(
            Feeds.Source("http://127.0.0.1:9/a", "Alpha")), _time, settings: [$"--FeedHub:Admin:Password={Guest.Password}", .. settings]);
}
