using System.Text.RegularExpressions;
using FeedHub.Model.Sources.Properties;
using FeedHub.Sources;
using FeedHub.Sources.Adding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FeedHub.Browser.Tests;

/// <summary>An admin who looks whether all is well: overview, settings, backups, and Hangfire's own pages in the same look.</summary>
public sealed class OverviewJourney(Chromium chromium) : BrowserTest(chromium)
{
    private static readonly LocatorAssertionsToContainTextOptions Patiently = new() { Timeout = 30_000 };

    [BrowserFact]
    public async Task TheOverviewIsRenewedByItself_ASettingChanges_AndABackupIsMadeAndDownloaded()
    {
        await using var visit = await OpenAsync(1280);
        var page = visit.Page;
        await page.GotoAsync($"{Address}/hangfire");
        await Assertions.Expect(page.Locator("#verdict")).ToContainTextAsync("There are no sources yet");
        await page.EvaluateAsync("window.isTheSamePage = true");
        await AddAsync("/kabar-nusantara/rss", "Kabar");
        await Assertions.Expect(page.Locator("#states")).ToContainTextAsync(new Regex(@"1\s+active"), Patiently);
        await Assertions.Expect(page.Locator("#verdict")).ToContainTextAsync("Everything is well", Patiently);
        Assert.True(await page.EvaluateAsync<bool>("window.isTheSamePage"));
        await visit.CheckAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Settings", Exact = true }).ClickAsync();
        await page.GetByLabel("Retention:Days", new() { Exact = true }).FillAsync("30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save Retention:Days" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("holds now");
        await Assertions.Expect(page.Locator("#Retention-Days")).ToContainTextAsync("the dashboard");
        await visit.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Back to default: Retention:Days" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Retention:Days", new() { Exact = true })).ToHaveValueAsync("90");

        await page.GetByRole(AriaRole.Link, new() { Name = "Operations", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Backups", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make one now" }).ClickAsync();
        var download = page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Download feedhub-") });
        for (var look = 0; look < 100 && await download.CountAsync() == 0; look++)
        {
            await Task.Delay(100);
            await page.ReloadAsync();
        }

        await visit.CheckAsync();
        var file = await page.RunAndWaitForDownloadAsync(() => download.First.ClickAsync());
        await using var bytes = await file.CreateReadStreamAsync();
        var head = new byte[15];
        await bytes.ReadExactlyAsync(head);
        Assert.Equal("SQLite format 3", System.Text.Encoding.ASCII.GetString(head));
    }

    [BrowserFact]
    public async Task HangfiresOwnPages_AreInTheSameLook_AndAFailedPollIsRequeued()
    {
        await AddAsync("/no-such-feed", "Broken paper");
        foreach (var (width, colours) in new[] { (1280, ColorScheme.Light), (390, ColorScheme.Dark) })
        {
            await using var visit = await OpenAsync(width, colours);
            await LookAtAsync(
                visit,
                ["/graph", "/jobs/succeeded", "/jobs/enqueued", "/jobs/enqueued/polls", "/jobs/scheduled", "/retries", "/servers"]);
            await LookAtNumbersAsync(visit);
            await LookAtFailuresAsync(visit);
        }
    }

    // The looks that the journeys do not have.
    [BrowserFact]
    public async Task EveryPage_IsReadableInTheDarkAndWide_AndInTheLightAndNarrow()
    {
        await AddAsync("/no-such-feed", "Broken paper");
        await AddAsync("/kabar-nusantara/rss", "Kabar");
        foreach (var (width, colours) in new[] { (1280, ColorScheme.Dark), (390, ColorScheme.Light) })
        {
            await using var visit = await OpenAsync(width, colours);
            await LookAtAsync(visit,
            [
                "", "/sources", "/sources/kabar", "/sources/broken-paper", "/sources/import", "/sources/export", "/stories", "/categories",
                "/hosts", "/settings", "/backups", "/access", "/audit", "/feeds", "/help", "/help/operating",
                "/recurring", "/jobs/failed",
            ]);
        }
    }

    private async Task AddAsync(string path, string title) =>
        await Services.GetRequiredService<SourceAdding>().AddAsync(
            new SourceEdit { Url = new Uri(Newsroom.Address, path).ToString() }.Say(SourceProperties.Title, title), CancellationToken.None);

    private async Task LookAtAsync(Visit visit, IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            await visit.Page.GotoAsync($"{Address}/hangfire{path}");
            if (path == "/recurring")
                await Assertions.Expect(visit.Page.Locator("table")).ToContainTextAsync("Backup: keep a copy of each day");
            await visit.CheckAsync();
        }
    }

    // Hangfire gives a number the colour of its state, and lets it stand out while it changes: which of them a look meets is chance.
    private async Task LookAtNumbersAsync(Visit visit)
    {
        foreach (var state in (string[])["default", "info", "warning", "success", "danger"])
        {
            foreach (var change in (string[])["", "highlighted"])
            {
                await visit.Page.GotoAsync($"{Address}/hangfire/jobs/succeeded");
                var shown = await visit.Page.EvaluateAsync<int>(
                    "name => { const all = [...document.querySelectorAll('span.metric')]; all.forEach(n => n.className = name); return "
                        + "all.length; }",
                    $"metric metric-{state} {change}");
                Assert.True(shown > 0);
                await visit.CheckAsync();
            }
        }
    }

    private async Task LookAtFailuresAsync(Visit visit)
    {
        var page = visit.Page;
        await page.GotoAsync($"{Address}/hangfire/sources/broken-paper");
        var polls = await page.Locator(".fh-cards > tbody > tr").CountAsync();

        await page.GotoAsync($"{Address}/hangfire/jobs/failed");
        await Assertions.Expect(page.GetByText("A failed job goes by itself after a day.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Poll Broken paper" }).First.ClickAsync();
        await Assertions.Expect(page.GetByText("HTTP 404").First).ToBeVisibleAsync();
        await page.Locator("td code").First.HoverAsync();
        await visit.CheckAsync();
        await page.GoBackAsync();
        await page.GetByLabel("Select ", new() { Exact = false }).Nth(1).CheckAsync();

        // Hangfire's script posts, and loads the page again when that is answered: this one is then another.
        await page.EvaluateAsync("() => { window.isBefore = true; }");
        await page.GetByRole(AriaRole.Button, new() { Name = "Requeue jobs" }).ClickAsync();
        await page.WaitForFunctionAsync("() => !window.isBefore && document.readyState === 'complete'");

        await page.GotoAsync($"{Address}/hangfire/sources/broken-paper");
        await Assertions.Expect(page.Locator(".fh-cards > tbody > tr")).ToHaveCountAsync(polls + 1, new() { Timeout = 30_000 });
    }
}
