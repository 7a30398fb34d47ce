using System.Net;
using System.Text.RegularExpressions;
using FeedHub.Dashboard.Frame;
using FeedHub.Tests.Access;
using FeedHub.Tests.Hosting;

namespace FeedHub.Tests.Dashboard;

/// <summary>What all pages of the dashboard share, Hangfire's own among them: menu, title, purpose, help, sign-out.</summary>
public sealed partial class FrameTests : IDisposable
{
    private static readonly string[] Tabs = ["Overview", "Sources", "Stories", "Categories", "Feeds", "Operations", "Settings"];

    private static readonly string[] Pages =
    [
        "/hangfire", "/hangfire/sources", "/hangfire/sources/import", "/hangfire/sources/export", "/hangfire/stories",
        "/hangfire/categories", "/hangfire/feeds", "/hangfire/hosts", "/hangfire/nodes", "/hangfire/backups", "/hangfire/jobs/enqueued",
        "/hangfire/jobs/scheduled", "/hangfire/jobs/processing", "/hangfire/jobs/succeeded", "/hangfire/jobs/failed",
        "/hangfire/retries", "/hangfire/graph", "/hangfire/recurring", "/hangfire/servers",
        "/hangfire/settings", "/hangfire/access", "/hangfire/audit",
    ];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task EveryPage_HasTheSameMenu_ATitleOfItsOwn_AndSaysWhatItIsFor()
    {
        await using var service = await StartAsync();
        var titles = new List<string>();
        foreach (var page in Pages)
        {
            var html = await service.Client.GetStringAsync(page);
            var menu = Menu().Match(html).Groups[1].Value;
            Assert.Equal(Tabs, Link().Matches(menu).Select(link => link.Groups[2].Value));
            Assert.True(menu.Split("aria-current").Length == 2, $"{page}: one tab is the present one");
            Assert.Single(Lede().Matches(html));
            Assert.Single(Heading().Matches(html));
            Assert.Contains("role=\"main\"", html, StringComparison.Ordinal);
            Assert.Contains(FrameStyle.Path, html, StringComparison.Ordinal);
            Assert.DoesNotContain("Sign out", html, StringComparison.Ordinal);
            titles.Add(Title().Match(html).Groups[1].Value);
        }

        Assert.Equal(titles.Count, titles.Distinct().Count());
        Assert.All(titles, title => Assert.EndsWith(" · FeedHub", title, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await service.Client.GetAsync(FrameStyle.Path)).StatusCode);
    }

    [Fact]
    public async Task EachPageOfTheMenu_Answers_AndWhatTellsMoreIsThere()
    {
        await using var service = await StartAsync();
        var help = new HashSet<string>();
        foreach (var page in Pages)
        {
            var html = await service.Client.GetStringAsync(page);
            foreach (var link in Link().Matches(Within().Match(html).Value).Select(link => link.Groups[1].Value))
                Assert.Equal(HttpStatusCode.OK, (await service.Client.GetAsync(link)).StatusCode);
            help.Add(Help().Match(Lede().Match(html).Value).Groups[1].Value);
        }

        Assert.DoesNotContain("", help);
        foreach (var address in help)
        {
            var docs = await service.Client.GetStringAsync(address.Split('#')[0]);
            if (address.Contains('#', StringComparison.Ordinal))
                Assert.Contains($"id=\"{address.Split('#')[1]}\"", docs, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TheDocs_LeadToEachOther_AndNothingElseIsServed()
    {
        await using var service = await StartAsync();
        var operating = await service.Client.GetStringAsync("/hangfire/help/operating");
        foreach (var link in Help().Matches(operating).Select(link => link.Groups[1].Value).Distinct())
            Assert.Equal(HttpStatusCode.OK, (await service.Client.GetAsync(link)).StatusCode);
        Assert.Contains("/hangfire/help/notes/", operating, StringComparison.Ordinal);
        foreach (var stranger in (string[])["nothing", "../Assets.dashboard", "notes", "notes/../operating/x"])
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await service.Client.GetAsync($"/hangfire/help/{Uri.EscapeDataString(stranger)}")).StatusCode);
    }

    [Fact]
    public async Task SignOut_IsOnEveryPage()
    {
        await using var service = await StartAsync(
            $"--FeedHub:Admin:Password={Guest.Password}", $"--FeedHub:Admin:ViewPassword={Guest.ViewPassword}");
        foreach (var password in (string[])[Guest.Password, Guest.ViewPassword])
        {
            using var guest = new Guest(service);
            await guest.SignInAsync(password);
            foreach (var page in (string[])["/hangfire", "/hangfire/servers", "/hangfire/help"])
            {
                Assert.Contains("action=\"/hangfire/access/sign-out\"", await guest.PageAsync(page), StringComparison.Ordinal);
            }

            using var left = await guest.PostAsync("/hangfire/recurring", "/hangfire/access/sign-out");
            Assert.Equal("/sign-in?out", left.Headers.Location!.OriginalString);
        }
    }

    [Fact]
    public async Task AVisitorWhoMayOnlyLook_FindsNoFormThatChangesAnything_AndNothingThatOpensToNothing()
    {
        await using var newsroom = await FakeNewsroom.StartAsync();
        newsroom.Serve("/seen", Feeds.Rss("Seen", new Written("s-1", "https://seen.example/1", "Pasar ikan", DateTimeOffset.UtcNow, "")));
        await using var service = await TestService.StartAsync(
            _folder, Feeds.Json(Feeds.Source(newsroom.Url("/seen"), "seen")),
            settings: [$"--FeedHub:Admin:Password={Guest.Password}", $"--FeedHub:Admin:ViewPassword={Guest.ViewPassword}"]);
        await service.PollAsync("seen");
        using var guest = new Guest(service);
        await guest.SignInAsync(Guest.ViewPassword);
        foreach (var page in (string[])[.. Pages, "/hangfire/sources/seen", "/hangfire/stories/1", "/hangfire/stories?q=pasar"])
        {
            var html = await guest.PageAsync(page);
            var posts = Post().Matches(html).Select(post => post.Value)
                .Where(post => !post.Contains(ReadOnlyPage.ForReaders, StringComparison.Ordinal));
            Assert.Empty(posts);
            Assert.DoesNotContain(" …</summary>", html, StringComparison.Ordinal);
            Assert.DoesNotMatch("<summary[^>]*>[^<]*</summary>\\s*(<span class=\"fh-no-form\"></span>\\s*)*</details>", html);
        }
    }

    [Fact]
    public async Task UnderAPath_TheMenuLeadsThere()
    {
        await using var service = await StartAsync(
            "--FeedHub:PublicUrl=https://news.example/hub/", $"--FeedHub:Admin:Password={Guest.Password}");
        using var guest = new Guest(service);
        await guest.SignInAsync(page: "/hub/sign-in");
        var html = await guest.PageAsync("/hub/hangfire/servers");
        Assert.Contains("href=\"/hub/hangfire/sources\"", html, StringComparison.Ordinal);
        Assert.Contains($"href=\"/hub{FrameStyle.Path}\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/hub/hangfire/servers\" aria-current=\"page\"", html, StringComparison.Ordinal);
    }

    // A label is in the visitor's language.
    [Fact]
    public async Task TheStyleSheet_KnowsNoCellByItsLabel()
    {
        await using var service = await StartAsync();
        Assert.DoesNotContain("data-label=", await service.Client.GetStringAsync(FrameStyle.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void APageOfAnotherLayout_IsLeftAsItIs() =>
        Assert.Equal("<html><h1>Other</h1></html>", FramedPage.Of("<html><h1>Other</h1></html>", "en", "bar", Places.Tabs[0], ""));

    private Task<TestService> StartAsync(params string[] settings) => TestService.StartAsync(_folder, Feeds.Json(), settings: settings);

    [GeneratedRegex("<nav aria-label=\"Dashboard\"[^>]*>(.*?)</nav>", RegexOptions.Singleline)]
    private static partial Regex Menu();

    [GeneratedRegex("<nav aria-label=\"[^\"]*\" class=\"fh-within\"[^>]*>.*?</nav>", RegexOptions.Singleline)]
    private static partial Regex Within();

    [GeneratedRegex("<form method=\"post\"[^>]*>")]
    private static partial Regex Post();

    [GeneratedRegex("<a href=\"([^\"]*)\"[^>]*>([^<]*)</a>")]
    private static partial Regex Link();

    [GeneratedRegex("<p class=\"fh-lede\"[^>]*>.*?</p>", RegexOptions.Singleline)]
    private static partial Regex Lede();

    [GeneratedRegex("href=\"(/hangfire/help/[^\"]*)\"")]
    private static partial Regex Help();

    [GeneratedRegex("<h1[ >]")]
    private static partial Regex Heading();

    [GeneratedRegex("<title>(.*?)</title>")]
    private static partial Regex Title();
}
