using System.Net;
using FeedHub.Access;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Access;

/// <summary>A first start that others can reach: the console's link sets the password, once.</summary>
public sealed class SetupTests : IDisposable
{
    private const string Public = "https://news.example.org";
    private static readonly (string, string)[] Outside = [("Host", "news.example.org"), ("X-Forwarded-For", "203.0.113.7")];

    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task TheLink_SetsThePassword_Once_AndThatIsStoredHashed()
    {
        await using (var service = await StartAsync($"--FeedHub:PublicUrl={Public}"))
        {
            var link = service.Services.GetRequiredService<SetupLink>().Make()!;
            Assert.StartsWith($"{Public}/setup?code=", link, StringComparison.Ordinal);
            var (page, code) = (link[Public.Length..], link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..]);
            using var admin = new Guest(service, Outside);
            using var late = new Guest(service, Outside);
            Assert.Equal(HttpStatusCode.Unauthorized, (await admin.GetAsync("/hangfire")).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await admin.GetAsync("/setup?code=wrong")).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await admin.GetAsync("/setup")).StatusCode);
            Assert.Equal(HttpStatusCode.BadRequest, (await SetAsync(admin, page, code, "short", "short")).StatusCode);
            Assert.Equal(HttpStatusCode.BadRequest, (await SetAsync(admin, page, code, Guest.Password, "another one")).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await SetAsync(admin, page, "wrong", Guest.Password, Guest.Password)).StatusCode);
            await late.PageAsync(page);
            using var set = await SetAsync(admin, page, code, Guest.Password, Guest.Password);
            Assert.Equal("/hangfire", set.Headers.Location!.OriginalString);
            await admin.PageAsync("/hangfire/sources");
            Assert.Equal(HttpStatusCode.Forbidden, (await late.GetAsync(page)).StatusCode);
            Assert.Null(service.Services.GetRequiredService<SetupLink>().Make());
            Assert.Contains("setup link", await admin.PageAsync("/hangfire/audit"), StringComparison.Ordinal);
            await using var db = await service.DatabaseAsync();
            Assert.DoesNotContain(Guest.Password, db.StoredPasswords.Single().Hash, StringComparison.Ordinal);
        }

        await using var again = await StartAsync();
        using var guest = new Guest(again);
        Assert.Equal(HttpStatusCode.Redirect, (await guest.GetAsync("/hangfire")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await guest.PostAsync("/sign-in", "/sign-in", ("password", "wrong"))).StatusCode);
        await guest.SignInAsync();
        using var other = new Guest(again);
        await other.SignInAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await ChangeAsync(guest, "wrong")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await ChangeAsync(guest, Guest.Password)).StatusCode);
        await guest.PageAsync("/hangfire/sources");
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/hangfire/sources")).StatusCode);
        await other.SignInAsync("another password");
    }

    [Fact]
    public async Task TheLink_EndsAfterAnHour_AndThereIsNoneWhereNobodyNeedsIt()
    {
        await using (var service = await StartAsync($"--FeedHub:PublicUrl={Public}"))
        {
            var link = service.Services.GetRequiredService<SetupLink>();
            var code = link.Make()!.Split('=')[1];
            Assert.True(link.Opens(code));
            _time.Advance(TimeSpan.FromMinutes(61));
            Assert.False(link.Opens(code));
        }

        await using (var service = await StartAsync())
            Assert.Null(service.Services.GetRequiredService<SetupLink>().Make());
        await using (var service = await StartAsync($"--FeedHub:PublicUrl={Public}", $"--FeedHub:Admin:Password={Guest.Password}"))
        {
            Assert.Null(service.Services.GetRequiredService<SetupLink>().Make());
            using var guest = new Guest(service, Outside);
            await guest.SignInAsync();
            using var kept = await ChangeAsync(guest, Guest.Password);
            Assert.Equal("/hangfire/access?done=kept", kept.Headers.Location!.OriginalString);
            Assert.Contains("Nobody is signed out", await guest.PageAsync("/hangfire/access?done=kept"), StringComparison.Ordinal);
        }
    }

    [Fact]
    [Trait("Storage", "sqlite")]
    public async Task TheConsole_ShowsTheLink_WhereFeedHubIsPublic()
    {
        await File.WriteAllTextAsync(_folder.File("feeds.json"), Feeds.Json());
        await using var process = FeedHubProcess.Start(
            _folder,
            "--urls",
            "http://127.0.0.1:0",
            "--FeedHub:PublicUrl=http://news.example.org");
        using var client = await process.ClientAsync();
        await TestService.UntilAsync(
            () => Task.FromResult(process.Output),
            output => output.Contains("Set one within an hour at http://news.example.org/setup?code=", StringComparison.Ordinal));
    }

    private static async Task<HttpResponseMessage> SetAsync(Guest guest, string page, string code, string password, string again) =>
        await guest.PostAsync(page, "/setup", ("code", code), ("password", password), ("again", again));

    private static Task<HttpResponseMessage> ChangeAsync(Guest guest, string current) =>
        guest.PostAsync(
            "/hangfire/access",
            "/hangfire/access/password",
            ("current", current),
            ("password", "another password"),
            ("again", "another password"));

    private Task<TestService> StartAsync(params string[] settings) =>
        TestService.StartAsync(_folder, Feeds.Json(), _time, settings: settings);
}
