using System.Net;
using FeedHub.Tests.Hosting;

namespace FeedHub.Tests.Access;

/// <summary>Signing in at an OpenID provider.</summary>
public sealed class OpenIdTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private FakeOpenIdProvider _provider = null!;
    private TestService _service = null!;

    public async Task InitializeAsync()
    {
        _provider = await FakeOpenIdProvider.StartAsync();
        _service = await StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _provider.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task ThoseWhomTheSettingsName_GetIn_AsTheSettingsSay()
    {
        using var admin = new Guest(_service);
        Assert.Equal("/sign-in?return=%2Fhangfire%2Fsources", (await admin.GetAsync("/hangfire/sources")).Headers.Location!.OriginalString);
        Assert.DoesNotContain("type=\"password\"", await admin.PageAsync("/sign-in?return=/hangfire/sources"), StringComparison.Ordinal);
        using var back = await SignInAsync(admin, new() { ["sub"] = "1", ["email"] = "siti@example.org", ["email_verified"] = true });
        Assert.Equal("/hangfire/sources", back.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.SeeOther, (await admin.PostAsync("/hangfire/sources", "/hangfire/sources/alpha/pause")).StatusCode);
        Assert.Contains("siti@example.org", await admin.PageAsync("/hangfire/audit"), StringComparison.Ordinal);

        using var reader = new Guest(_service);
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(
            reader,
            new() { ["sub"] = "2", ["name"] = "Budi", ["roles"] = new[] { "staff", "feed-readers" } })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsync("/hangfire/sources", "/hangfire/sources/alpha/pause")).StatusCode);
        Assert.Equal(
            HttpStatusCode.SeeOther,
            (await admin.PostAsync("/hangfire/access", "/hangfire/access/sign-out-everywhere")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await reader.GetAsync("/hangfire/sources")).StatusCode);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData(null, false)]
    [InlineData(false, false)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData("no", false)]
    [InlineData("yes", false)]
    [InlineData("", false)]
    public async Task AnAddress_OpensOnly_WhereTheProviderSaysThatItIsVerified(object? verified, bool isIn)
    {
        var person = new Dictionary<string, object> { ["sub"] = "7", ["email"] = "siti@example.org" };
        if (verified is not null)
            person["email_verified"] = verified;
        using var guest = new Guest(_service);
        using var answer = await SignInAsync(guest, person);
        Assert.Equal(isIn ? HttpStatusCode.Redirect : HttpStatusCode.Forbidden, answer.StatusCode);
        if (!isIn)
            Assert.Contains("siti@example.org is verified", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(isIn ? HttpStatusCode.OK : HttpStatusCode.Redirect, (await guest.GetAsync("/hangfire/sources")).StatusCode);
    }

    [Fact]
    public async Task AnAddressThatNobodyVerified_OpensWhereTheSettingSaysSo_AndNoLongerOnceItDoesNot()
    {
        await _service.DisposeAsync();
        _service = await StartAsync("--FeedHub:Admin:Oidc:AllowUnverifiedEmail=true");
        using var guest = new Guest(_service);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await SignInAsync(guest, new() { ["sub"] = "7", ["email"] = "siti@example.org" })).StatusCode);
        await guest.PageAsync("/hangfire/sources");
        await _service.DisposeAsync();
        _service = await StartAsync();
        using var later = guest.At(_service);
        Assert.Equal(HttpStatusCode.Redirect, (await later.GetAsync("/hangfire/sources")).StatusCode);
    }

    [Theory]
    [InlineData("http://login.example.org/token")]
    [InlineData("http://127.0.0.1.example.org/token")]
    [InlineData("ftp://127.0.0.1/token")]
    public async Task AProviderThatTakesCodesWithoutTls_IsNotUsed(string address)
    {
        _provider.TokenAddress = address;
        using var guest = new Guest(_service);
        using var answer = await guest.GetAsync("/sign-in/openid");
        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
    }

    [Fact]
    public async Task AllOthers_AndAnswersThatCannotBeTrusted_AreRefusedInWords()
    {
        var siti = new Dictionary<string, object> { ["sub"] = "1", ["email"] = "siti@example.org" };
        using var guest = new Guest(_service);
        await RefusedAsync(
            guest,
            await SignInAsync(guest, new() { ["sub"] = "3", ["email"] = "eve@example.org", ["email_verified"] = true }),
            "knows you as eve@example.org");
        await RefusedAsync(guest, await SignInAsync(guest, new(siti) { ["email_verified"] = false }), "does not let you in");
        await RefusedAsync(guest, await SignInAsync(guest, siti, nonce: "another"), "could not be trusted");
        await RefusedAsync(guest, await SignInAsync(guest, siti, isForged: true), "could not be trusted");

        var (authorize, _) = await BeginAsync(guest);
        using var otherBrowser = new Guest(_service);
        await RefusedAsync(otherBrowser, await otherBrowser.GetAsync(_provider.Approve(authorize, siti)), "could not be trusted");
        await RefusedAsync(guest, await guest.GetAsync("/sign-in/openid/callback?error=access_denied&state=x"), "could not be trusted");
    }

    private static async Task RefusedAsync(Guest guest, HttpResponseMessage answer, string words)
    {
        using (answer)
        {
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await guest.GetAsync("/hangfire/sources")).StatusCode);
    }

    private async Task<HttpResponseMessage> SignInAsync(
        Guest guest,
        Dictionary<string, object> claims,
        string? nonce = null,
        bool isForged = false)
    {
        var (authorize, _) = await BeginAsync(guest);
        return await guest.GetAsync(_provider.Approve(authorize, claims, nonce, isForged));
    }

    private async Task<(Uri Authorize, HttpStatusCode Status)> BeginAsync(Guest guest)
    {
        using var answer = await guest.GetAsync("/sign-in/openid?return=/hangfire/sources");
        Assert.StartsWith($"{_provider.Address}/authorize", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains(
            Uri.EscapeDataString($"{_service.Address}/sign-in/openid/callback"),
            answer.Headers.Location.Query,
            StringComparison.OrdinalIgnoreCase);
        return (answer.Headers.Location, answer.StatusCode);
    }

    private Task<TestService> StartAsync(params string[] settings) => TestService.StartAsync(
        _folder,
        Feeds.Json(Feeds.Source("http://127.0.0.1:9/a", "Alpha")),
        settings:
        [
            $"--FeedHub:Admin:Oidc:Authority={_provider.Address}", $"--FeedHub:Admin:Oidc:ClientId={FakeOpenIdProvider.ClientId}",
            "--FeedHub:Admin:Oidc:ClientSecret=s",
            "--FeedHub:Admin:Oidc:AdminEmails=Siti@example.org", "--FeedHub:Admin:Oidc:ViewRole=feed-readers", .. settings,
        ]);
}
