using System.Net;
using System.Text.RegularExpressions;
using FeedHub.Configuring;
using FeedHub.Dashboard.Frame;
using FeedHub.Model.Words;
using FeedHub.Tests.Access;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Dashboard;

/// <summary>The page of settings: what a change deletes, values in words, the search, and what those see who may change nothing.</summary>
public sealed class SettingsPageTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Start);
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync() => _newsroom = await FakeNewsroom.StartAsync();

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task AChangeThatDeletesStories_SaysHowMany_AndIsAskedForOnceMore()
    {
        _newsroom.Serve("/a", Feeds.Rss(
            "Alpha", new Written("1", "https://alpha.example/1", "First of alpha"),
            new Written("2", "https://alpha.example/2", "Second one")));
        await using var service = await TestService.StartAsync(_folder, Feeds.Json(Feeds.Source(_newsroom.Url("/a"), "Alpha")), _time);
        await service.PollAsync("alpha");
        _time.Advance(TimeSpan.FromDays(9));
        var live = service.Services.GetRequiredService<LiveSettings>();

        var asked = await AskAsync(service, "/hangfire/settings", ("key", "Retention:Days"), ("value", "5"));
        Assert.Contains("This removes 2 stories older than 5 days", asked, StringComparison.Ordinal);
        Assert.Equal(90, live.Value.Retention.Days);
        Assert.Equal("/hangfire/settings?done=changed", await service.DoAsync(
            "/hangfire/settings", "/hangfire/settings", ("key", "Retention:Days"), ("value", "5"), ("sure", "1")));
        Assert.Equal(5, live.Value.Retention.Days);

        // Longer deletes nothing; neither does a time in which nothing is older.
        foreach (var days in (string[])["30", "10", "0"])
            await service.DoAsync("/hangfire/settings", "/hangfire/settings", ("key", "Retention:Days"), ("value", days));
        _time.Advance(TimeSpan.FromDays(90));
        Assert.Contains(
            "This removes 2 stories older than 90 days",
            await AskAsync(service, "/hangfire/settings/default", ("key", "Retention:Days")), StringComparison.Ordinal);
        Assert.Equal(0, live.Value.Retention.Days);
    }

    [Fact]
    [Trait("Storage", "sqlite")]
    public async Task FewerBackups_AreAskedForOnceMore_AndAWrongValueIsJustRefused()
    {
        await using var service = await StartAsync();
        var backups = service.Services.GetRequiredService<FeedHub.Storage.Files.IBackups>();
        for (var n = 0; n < 3; n++)
        {
            await backups.MakeAsync(CancellationToken.None);
            _time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Contains(
            "removes the 2 oldest backups of the 3", await AskAsync(service, "/hangfire/settings", ("key", "Backup:Keep"), ("value", "1")),
            StringComparison.Ordinal);
        using var refused = await service.SendFormAsync(
            "/hangfire/settings", "/hangfire/settings", ("key", "Backup:Keep"), ("value", "-1"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task Settings_AreFoundByWords_AndSayWhatNeedsARestart()
    {
        await using var service = await StartAsync();
        var found = await service.Client.GetStringAsync("/hangfire/settings?q=min%20interval");
        Assert.Contains("id=\"Polling-MinInterval\"", found, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"Retention-Days\"", found, StringComparison.Ordinal);
        Assert.Contains("value=\"5 min\"", found, StringComparison.Ordinal);
        Assert.DoesNotContain("needs a restart", Row(found, "Polling-MinInterval"), StringComparison.Ordinal);
        Assert.Contains(
            "needs a restart", Row(await service.Client.GetStringAsync("/hangfire/settings"), "Polling-Concurrency"),
            StringComparison.Ordinal);
        Assert.Contains(
            "No setting has these words", await service.Client.GetStringAsync("/hangfire/settings?q=zzz"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00:05:00", "5 min")]
    [InlineData("1.06:00:00", "1 day 6 h")]
    [InlineData("2.00:00:30.5000000", "2 days 30.5 s")]
    [InlineData("00:00:00", "0 s")]
    public void ASpan_IsSaidInWords_ThatCanBeWrittenAgain(string written, string words)
    {
        var span = TimeSpan.ParseExact(written, "c", null);
        Assert.Equal(words, Duration.Words(span));
        Assert.Equal(span, Duration.Read(words));
    }

    [Fact]
    public async Task WhoMayChangeNothing_SeesEveryValue_AndNoButton()
    {
        await using var service = await StartAsync(
            $"--FeedHub:Admin:Password={Guest.Password}", $"--FeedHub:Admin:ViewPassword={Guest.ViewPassword}");
        using var guest = new Guest(service);
        await guest.SignInAsync(Guest.ViewPassword);
        foreach (
            var page in (string[])["", "/sources", "/sources/alpha", "/sources/import", "/stories", "/categories", "/feeds", "/backups",
                "/settings", "/access"])
        {
            var html = await guest.PageAsync("/hangfire" + page);
            foreach (Match form in Regex.Matches(html, "<form method=\"post\"[^>]*>"))
                Assert.Contains(ReadOnlyPage.ForReaders, form.Value, StringComparison.Ordinal);
            Assert.DoesNotContain(" form=\"", html, StringComparison.Ordinal);
        }

        var settings = await guest.PageAsync("/hangfire/settings");
        Assert.Contains("90", Row(settings, "Retention-Days"), StringComparison.Ordinal);
        Assert.Contains("Title", settings, StringComparison.Ordinal);
        Assert.Contains("10485760 (10.5 MB)", Row(settings, "Polling-MaxBytes"), StringComparison.Ordinal);
        var source = await guest.PageAsync("/hangfire/sources/alpha");
        foreach (var declared in (string[])["<dd>3 h</dd>", "<dd>Sport, Politics</dd>", "<dd>all that the feed has</dd>"])
            Assert.Contains(declared, source, StringComparison.Ordinal);
    }

    private static string Row(string html, string id) => html.Split($"id=\"{id}\"")[1].Split("</tr>")[0];

    private static async Task<string> AskAsync(TestService service, string action, params (string, string)[] fields)
    {
        using var answer = await service.SendFormAsync("/hangfire/settings", action, fields);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private Task<TestService> StartAsync(params string[] settings) => TestService.StartAsync(
        _folder,
        Feeds.Json("""{ "url": "http://127.0.0.1:9/a", "title": "Alpha", "interval": "03:00:00", "category": ["sport", "politics"] }"""),
        _time, settings: settings);
}
