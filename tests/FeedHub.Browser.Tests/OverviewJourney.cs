using System.Text.RegularExpressions;
using FeedHub.Sources;
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
        await Services.GetRequiredService<SourceCatalogue>().AddAsync(new() { Url = new Uri(Newsroom.Address, "/kabar-nusantara/rss").ToString(), Title = "Kabar" }, CancellationToken.None);
        await Assertions.Expect(page.Locator("#states")).ToContainTextAsync(new Regex(@"1\s+active"), Patiently);
        await Assertions.Expect(page.Locator("#verdict")).ToContainTextAsync("Everything is well", Patiently);
        Assert.True(await page.EvaluateAsync<bool>("window.isTheSamePage"));
        await visit.CheckAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Settings" }).ClickAsync();
        await page.GetByLabel("Retention:Days", new() { Exact = true }).FillAsync("30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save Retention:Days" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("holds now");
        await Assertions.Expect(page.Locator("#Retention-Days")).ToContainTextAsync("the dashboard");
        await visit.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Back to default: Retention:Days" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Retention:Days", new() { Exact = true })).ToHaveValueAsync("90");

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
    public async Task HangfiresOwnPages_AreInTheSameLook()
    {
        await Services.GetRequiredService<SourceCatalogue>().AddAsync(new() { Url = new Uri(Newsroom.Address, "/no-such-feed").ToString(), Title = "Broken paper" }, CancellationToken.None);
        foreach (var (width, colours) in Looks)
        {
            await using var visit = await OpenAsync(width, colours);
            await LookAtAsync(visit, ["", "/recurring", "/settings", "/backups"]);
            if (width == 1280 == (colours == ColorScheme.Light))
                await LookAtAsync(visit, ["/graph", "/jobs/succeeded", "/jobs/enqueued", "/servers", "/jobs/failed"]);
        }
    }

    private async Task LookAtAsync(Visit visit, IEnumerable<string> paths)
    {
        var page = visit.Page;
        foreach (var path in paths)
        {
            await page.GotoAsync($"{Address}/hangfire{path}");
            if (path == "/recurring")
                await Assertions.Expect(page.Locator("table")).ToContainTextAsync("Backup: keep a copy of each day");
            if (path == "/jobs/failed")
            {
                await Assertions.Expect(page.Locator("table")).ToContainTextAsync("Poll Broken paper");
                await visit.CheckAsync();
                await page.GetByRole(AriaRole.Link, new() { Name = "Poll Broken paper" }).First.ClickAsync();
            }

            await visit.CheckAsync();
        }
    }
}
