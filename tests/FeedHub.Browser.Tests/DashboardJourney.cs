using Microsoft.Playwright;

namespace FeedHub.Browser.Tests;

/// <summary>An admin's first minutes in a real browser, over the bundled newsroom.</summary>
public sealed class DashboardJourney(Chromium chromium) : BrowserTest(chromium)
{
    [BrowserFact]
    public async Task AnAdminAddsASourceAndPollsIt_AndAReaderSeesItsStories()
    {
        foreach (var (width, path, title) in new[] { (1280, "/kabar-nusantara/rss", "Kabar"), (390, "/touchline/index.rdf", "Touchline") })
            await VisitAsync(width, path, title);
    }

    private async Task VisitAsync(int width, string path, string title)
    {
        await using var visit = await OpenAsync(width);
        var page = visit.Page;
        await page.GotoAsync($"{Address}/hangfire");
        await page.GotoAsync($"{Address}/hangfire/sources");
        if (await page.Locator("details.fh-panel[open]").CountAsync() == 0)
            await page.GetByText("Add a source").ClickAsync();
        await page.GetByText("Or give the feed's address yourself").ClickAsync();
        await page.GetByLabel("Address of the feed").FillAsync(new Uri(Newsroom.Address, path).ToString());
        await page.GetByLabel("Title", new() { Exact = true }).FillAsync(title);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add and poll" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("added");
        await Assertions.Expect(page.Locator("h2:has-text('Newest items') + ul > li").First).ToBeVisibleAsync(new() { Timeout = 30_000 });

        await page.GetByRole(AriaRole.Button, new() { Name = $"Poll now: {title}" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("under way");
        await visit.CheckAsync();

        await page.GotoAsync($"{Address}/");
        await Assertions.Expect(page.Locator("article h3").First).ToBeVisibleAsync();
        await visit.CheckAsync();
    }
}
