using System.Text;
using Microsoft.Playwright;

namespace FeedHub.Browser.Tests;

/// <summary>An admin's work with sources in a real browser, wide and narrow, light and dark, and once without a mouse.</summary>
public sealed class SourcesJourney(Chromium chromium) : BrowserTest(chromium)
{
    [BrowserFact]
    public async Task AnAdminAddsASiteAfterItsPreview_EditsImportsPausesAndExports()
    {
        await WalkAsync(1280, ColorScheme.Light, "touchline", "Touchline", "layar-warga/feed");
        await WalkAsync(390, ColorScheme.Dark, "meridian-post", "The Meridian Post", "circuit-ledger/feed.json");
    }

    [BrowserFact]
    public async Task WithoutAMouse_ASiteIsAdded_ASourceEdited_AListImported_AndASourcePaused()
    {
        await using var visit = await OpenAsync(1280);
        var page = visit.Page;
        await page.GotoAsync($"{Address}/hangfire/sources");
        await visit.WriteAsync(page.GetByLabel("Address of a site or feed"), $"{Newsroom.Address}touchline/");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".fh-preview > li").First).ToBeVisibleAsync();
        await visit.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Add Touchline" }));
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("added");
        foreach (var (button, done) in new[] { ("Poll now", "under way"), ("Pause", "is paused"), ("Resume", "is resumed") })
        {
            await visit.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = $"{button}: Touchline" }));
            await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(done);
        }

        await visit.WriteAsync(page.GetByLabel("Title", new() { Exact = true }), "Sidelines");
        await visit.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Save" }));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Sidelines");

        await page.GotoAsync($"{Address}/hangfire/sources/import");
        await visit.WriteAsync(page.GetByLabel("Or its text"), Opml("layar-warga/feed"));
        await visit.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Import" }));
        await FinishedAsync(page);

        await page.GotoAsync($"{Address}/hangfire/sources");
        await Assertions.Expect(page.GetByLabel("do this")).ToBeHiddenAsync();
        await visit.TabToAsync(page.GetByLabel("Choose Imported"));
        await page.Keyboard.PressAsync("Space");
        await visit.TabToAsync(page.GetByLabel("do this"), backwards: true);
        await page.Keyboard.TypeAsync("set language");
        var bulk = page.Locator(".fh-bulk [data-fh-for]").Filter(new() { Visible = true });
        await Assertions.Expect(bulk).ToHaveCountAsync(1);
        await Assertions.Expect(bulk).ToContainTextAsync("Language");
        await page.GetByLabel("do this").SelectOptionAsync("pause");
        await Assertions.Expect(bulk).ToHaveCountAsync(0);
        await visit.TabToAsync(page.GetByLabel("do this"), backwards: true);
        await visit.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Do it" }));
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 source is paused now.");
        await visit.CheckAsync();
        await visit.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Undo" }));
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("It is undone.");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Pause: Imported" })).ToBeVisibleAsync();
        await visit.CheckAsync();
    }

    private async Task WalkAsync(int width, ColorScheme colours, string site, string title, string listed)
    {
        await using var visit = await OpenAsync(width, colours);
        var page = visit.Page;
        await page.GotoAsync($"{Address}/hangfire/sources");
        if (await page.Locator("details.fh-panel[open]").CountAsync() == 0)
            await page.GetByText("Add a source").ClickAsync();
        await page.GetByLabel("Address of a site or feed").FillAsync($"{Newsroom.Address}{site}/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Find feeds" }).ClickAsync();
        await Assertions.Expect(page.Locator(".fh-preview > li").First).ToBeVisibleAsync();
        await visit.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"Add {title}" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("added");
        await Assertions.Expect(page.GetByText("Began its story").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await visit.CheckAsync();

        foreach (var (button, done) in new[] { ("Poll now", "under way"), ("Pause", "is paused"), ("Resume", "is resumed") })
        {
            await page.GetByRole(AriaRole.Button, new() { Name = $"{button}: {title}" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(done);
        }

        await page.GetByLabel("Title", new() { Exact = true }).FillAsync($"{title} renamed");
        await page.GetByLabel("Headers of its polls").FillAsync("X-Reader: env:HOME");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("renamed");
        await Assertions.Expect(page.Locator("#fh-headers")).ToContainTextAsync("X-Reader");

        await ImportAsync(page, listed);
        await visit.CheckAsync();
        await PauseAllAsync(page);
        await visit.CheckAsync();
        await page.GetByText("Export and compare with feeds.json").ClickAsync();
        await Assertions.Expect(page.GetByText("not in the file").First).ToBeVisibleAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByText("Download feeds.json").ClickAsync());
        Assert.Contains($"{title} renamed", await File.ReadAllTextAsync(await download.PathAsync()), StringComparison.Ordinal);
        await visit.CheckAsync();
    }

    private async Task ImportAsync(IPage page, string listed)
    {
        await page.GotoAsync($"{Address}/hangfire/sources");
        await page.GetByText("Import a list (OPML)").ClickAsync();
        await page.GetByLabel("OPML file").SetInputFilesAsync(
            new FilePayload { Name = "list.opml", MimeType = "text/x-opml", Buffer = Encoding.UTF8.GetBytes(Opml(listed)) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Import" }).ClickAsync();
        await FinishedAsync(page);
    }

    private async Task PauseAllAsync(IPage page)
    {
        await page.GotoAsync($"{Address}/hangfire/sources?sort=state");
        await page.Locator("tbody input[type=checkbox]").First.CheckAsync();
        await page.GetByLabel("that match").CheckAsync();
        await page.GetByLabel("do this").SelectOptionAsync("pause");
        await page.GetByRole(AriaRole.Button, new() { Name = "Do it" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("paused now");
    }

    private string Opml(string listed) =>
        $"<opml version=\"2.0\"><body><outline text=\"Sport\"><outline text=\"Imported\" "
            + $"xmlUrl=\"{Newsroom.Address}{listed}\"/></outline></body></opml>";

    // The page renews itself until all lines are done.
    private static async Task FinishedAsync(IPage page)
    {
        await page.WaitForURLAsync(new System.Text.RegularExpressions.Regex("/sources/import/[0-9]+"));
        await Assertions.Expect(page.GetByText("What was added is polled")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(page.Locator(".label-success").First).ToContainTextAsync("added");
    }
}
