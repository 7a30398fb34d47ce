using System.Net;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Access;

/// <summary>Signing in and out over plain HTTP, as a browser does it.</summary>
public sealed class SignInTests : IDisposable
{
    private const string Cookie = "feedhub-session";
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ABrowser_IsLedToTheSignInPage_AndBackToWhatItAskedFor()
    {
        await using var service = await StartAsync();
        using var guest = new Guest(service);
        using var first = await guest.GetAsync("/hangfire/sources?q=a%26b");
        Assert.Equal("/sign-in?return=%2Fhangfire%2Fsources%3Fq%3Da%2526b", first.Headers.Location!.OriginalString);
        using var wrong = await guest.PostAsync("/sign-in", "/sign-in", ("password", "wrong"));
        Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        Assert.Contains("The password is wrong", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(Cookie, guest.Cookies.Keys);
        Assert.Equal("/hangfire/sources?q=a%26b", await guest.SignInAsync(page: first.Headers.Location.OriginalString));
        Assert.Contains("httponly", guest.Attributes[Cookie], StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", guest.Attributes[Cookie], StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secure", guest.Attributes[Cookie], StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Alpha", await guest.PageAsync("/hangfire/sources"), StringComparison.Ordinal);

        using var indonesian = new Guest(service, ("Accept-Language", "id"));
        Assert.Contains("Kata sandi", await indonesian.PageAsync("/sign-in"), StringComparison.Ordinal);
        using var foreign = new Guest(service, ("Origin", "https://evil.example"));
        using var refused = await foreign.PostAsync("/sign-in", "/sign-in", ("password", Guest.Password));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var tokenless = await service.Client.PostAsync("/sign-in", new FormUrlEncodedContent([new("password", Guest.Password)]));
        Assert.Equal(HttpStatusCode.BadRequest, tokenless.StatusCode);
        foreach (
            var elsewhere in (string[])["https://evil.example", "//evil.example", "/\\evil.example", "/hangfire/../api", "/hangfireevil",
                "/hangfire/%2e%2e/x", "//evil.rss", "/hangfire\\..\\..", "javascript:alert(1)"])
        {
            using var other = new Guest(service);
            Assert.Equal("/hangfire", await other.SignInAsync(page: $"/sign-in?return={Uri.EscapeDataString(elsewhere)}"));
        }
    }

    [Fact]
    public async Task ASession_EndsWhenItsPersonSignsOut_OrAnybodySignsEverybodyOut_AndItsCookieOpensNothingAgain()
    {
        await using var service = await StartAsync();
        using var one = new Guest(service);
        using var two = new Guest(service);
        await one.SignInAsync();
        await two.SignInAsync();
        using var stolen = one.Copy();
        await stolen.PageAsync("/hangfire/sources");
        using var left = await one.PostAsync("/hangfire/access", "/hangfire/access/sign-out");
        Assert.Equal("/sign-in?out", left.Headers.Location!.OriginalString);
        Assert.DoesNotContain(Cookie, one.Cookies.Keys);
        Assert.Equal(HttpStatusCode.Redirect, (await stolen.GetAsync("/hangfire/sources")).StatusCode);
        await two.PageAsync("/hangfire/sources");

        await one.SignInAsync();
        using var old = two.Copy();
        using var all = await one.PostAsync("/hangfire/access", "/hangfire/access/sign-out-everywhere");
        foreach (var replay in (Guest[])[old, two, one])
            Assert.Equal(HttpStatusCode.Redirect, (await replay.GetAsync("/hangfire/sources")).StatusCode);
        await one.SignInAsync();
        Assert.Contains("signed everybody out", await one.PageAsync("/hangfire/audit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASession_OutlivesARestart_ButNotAnotherPassword_NorTwoWeeksOfSilence()
    {
        var cookies = new List<string>();
        await using (var service = await StartAsync())
        {
            foreach (var _ in Enumerable.Range(0, 2))
            {
                using var guest = new Guest(service);
                await guest.SignInAsync();
                cookies.Add(guest.Cookies[Cookie]);
            }
        }

        await using (var service = await StartAsync("--FeedHub:Admin:Password=quite another one"))
        {
            using var guest = new Guest(service) { Cookies = { [Cookie] = cookies[0] } };
            Assert.Equal(HttpStatusCode.Redirect, (await guest.GetAsync("/hangfire/sources")).StatusCode);
        }

        await using (var service = await StartAsync())
        {
            using var guest = new Guest(service) { Cookies = { [Cookie] = cookies[1] } };
            await guest.PageAsync("/hangfire/sources");
            _time.Advance(TimeSpan.FromDays(15));
            Assert.Equal(HttpStatusCode.Redirect, (await guest.GetAsync("/hangfire/sources")).StatusCode);
        }
    }

    [Fact]
    public async Task WhoGuesses_WaitsLongerEachTime_WhileOthersGetIn()
    {
        await using var service = await StartAsync("--FeedHub:Admin:Proxies=127.0.0.1");
        using var guesser = new Guest(service, ("X-Forwarded-For", "203.0.113.7"));
        for (var i = 0; i < 5; i++)
            Assert.Equal(
                HttpStatusCode.Forbidden,
                (await guesser.PostAsync("/sign-in", "/sign-in", ("password", $"guess {i}"))).StatusCode);
        using var locked = await guesser.PostAsync("/sign-in", "/sign-in", ("password", Guest.Password));
        Assert.Equal(HttpStatusCode.TooManyRequests, locked.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), locked.Headers.RetryAfter!.Delta);
        using var basic = await service.Client.SendAsync(new(HttpMethod.Get, "/hangfire")
        {
            Headers = {
                { "X-Forwarded-For", "203.0.113.7" },
                { "Authorization", "Basic " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("me:" + Guest.Password)) } },
        });
        Assert.Equal(HttpStatusCode.TooManyRequests, basic.StatusCode);
        using var other = new Guest(service, ("X-Forwarded-For", "198.51.100.4"));
        await other.SignInAsync();

        _time.Advance(TimeSpan.FromSeconds(1.1));
        Assert.Equal(HttpStatusCode.Forbidden, (await guesser.PostAsync("/sign-in", "/sign-in", ("password", "guess 6"))).StatusCode);
        _time.Advance(TimeSpan.FromSeconds(1.1));
        Assert.Equal(
            HttpStatusCode.TooManyRequests,
            (await guesser.PostAsync("/sign-in", "/sign-in", ("password", Guest.Password))).StatusCode);
        _time.Advance(TimeSpan.FromSeconds(1));
        await guesser.SignInAsync();
        var audit = await other.PageAsync("/hangfire/audit");
        Assert.Equal(1, audit.Split("failed to sign in").Length - 1);
    }

    [Fact]
    public async Task BehindAProxyThatEndsTls_TheCookieIsSafe_AndFormsOfThePublicAddressAreTaken()
    {
        await using var service = await StartAsync("--FeedHub:PublicUrl=https://news.example.org");
        foreach (var host in (string[])["news.example.org", "127.0.0.1:5080"])
        {
            using var guest = new Guest(
                service,
                ("Host", host),
                ("X-Forwarded-For", "203.0.113.9"),
                ("Origin", "https://news.example.org"));
            Assert.Equal("/hangfire", await guest.SignInAsync());
            if (host == "news.example.org")
            {
                Assert.Contains("secure", guest.Attributes[$"__Host-{Cookie}"], StringComparison.OrdinalIgnoreCase);
                Assert.Contains("path=/", guest.Attributes[$"__Host-{Cookie}"], StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("domain", guest.Attributes[$"__Host-{Cookie}"], StringComparison.OrdinalIgnoreCase);
            }

            using var paused = await guest.PostAsync("/hangfire/sources", "/hangfire/sources/alpha/pause");
            Assert.Equal(HttpStatusCode.SeeOther, paused.StatusCode);
        }
    }

    [Fact]
    public async Task AReader_SeesEveryPage_ChangesNothing_AndStillSignsOut()
    {
        await using var service = await StartAsync($"--FeedHub:Admin:ViewPassword={Guest.ViewPassword}");
        using var reader = new Guest(service);
        await reader.SignInAsync(Guest.ViewPassword);
        Assert.Contains("fh-read-only", await reader.PageAsync("/hangfire/sources"), StringComparison.Ordinal);
        using var refused = await reader.PostAsync("/hangfire/sources", "/hangfire/sources/alpha/pause");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("change nothing", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await reader.PostAsync(
            "/hangfire/categories",
            "/hangfire/categories/try",
            ("title", "Pemilu"),
            ("item", ""),
            ("text", ""))).StatusCode);

        var recurring = await reader.PageAsync("/hangfire/recurring");
        Assert.DoesNotContain("recurring/trigger", recurring, StringComparison.Ordinal);
        using var figures = new HttpRequestMessage(HttpMethod.Post, "/hangfire/stats")
        {
            Content = new FormUrlEncodedContent([new("metrics[]", "servers:count")])
        };
        figures.Headers.Add("RequestVerificationToken", recurring.Split("name=\"csrf-token\" content=\"")[1].Split('"')[0]);
        Assert.Equal(HttpStatusCode.OK, (await reader.SendAsync(figures)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await reader.PostAsync("/hangfire/access", "/hangfire/access/sign-out")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await reader.GetAsync("/hangfire")).StatusCode);
    }

    [Fact]
    public async Task AProviderThatDoesNotAnswer_IsSaidSo_AndThePasswordStillOpens()
    {
        await using var service = await StartAsync(
            "--FeedHub:Admin:Oidc:Authority=http://127.0.0.1:9",
            "--FeedHub:Admin:Oidc:ClientId=feedhub",
            "--FeedHub:Admin:Oidc:AdminRole=admin");
        using var guest = new Guest(service);
        using var answer = await guest.GetAsync("/sign-in/openid");
        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Contains("does not answer", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("/hangfire", await guest.SignInAsync());
    }

    private Task<TestService> StartAsync(params string[] settings) => TestService.StartAsync(
        _folder, Feeds.Json(
            Feeds.Source("http://127.0.0.1:9/a", "Alpha")), _time, settings: [$"--FeedHub:Admin:Password={Guest.Password}", .. settings]);
}
