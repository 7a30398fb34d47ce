using FeedHub.Model.Sources.Properties;
using FeedHub.Sources;
using FeedHub.Sources.Adding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FeedHub.Browser.Tests;

/// <summary>What all pages of the dashboard share, looked at wide and narrow, light and dark, in a zone that is not UTC.</summary>
public sealed class FrameJourney(Chromium chromium) : BrowserTest(chromium)
{
    private static readonly string[] Pages =
    [
        "", "/sources", "/sources/gone-paper-of-the-islands", "/sources/kabar", "/stories", "/stories/1", "/categories", "/hosts",
        "/backups", "/settings", "/audit",
        "/jobs/failed", "/recurring",
    ];

    [BrowserFact]
    public async Task Badges_NeitherTouchTheirText_NorAreCut_AndTheMenuIsWholeAtEveryWidth()
    {
        await AddAsync("/no-such-feed", "Gone paper of the islands");
        await AddAsync("/kabar-nusantara/rss", "Kabar");
        await using (var first = await OpenAsync(1280))
        {
            await first.Page.GotoAsync($"{Address}/hangfire/sources/kabar");
            await Assertions.Expect(first.Page.Locator("li .label").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        }

        foreach (var (width, colours) in Looks)
        {
            await using var visit = await OpenAsync(width, colours);
            foreach (var path in Pages)
            {
                await visit.Page.GotoAsync($"{Address}/hangfire{path}");
                Assert.Empty(await visit.Page.EvaluateAsync<string[]>(CutOrTouching));
                await Assertions.Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Operations", Exact = true }))
                    .ToBeVisibleAsync();
            }
        }
    }

    [BrowserFact]
    public async Task TheMenu_IsWalkedWithoutAMouse_AndTimesAreTheVisitors()
    {
        await AddAsync("/kabar-nusantara/rss", "Kabar");
        await using var visit = await OpenAsync(1280, new BrowserNewContextOptions { TimezoneId = "Asia/Makassar" });
        var page = visit.Page;
        await page.GotoAsync($"{Address}/hangfire");
        await visit.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = "Operations", Exact = true }));
        await visit.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = "Recurring jobs", Exact = true }));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Recurring");
        await visit.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = "More about it" }));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Run it for years");
        await visit.CheckAsync();

        await page.GotoAsync($"{Address}/hangfire/sources/kabar");
        await Assertions.Expect(page.Locator("time").First).ToHaveAttributeAsync(
            "title", new System.Text.RegularExpressions.Regex(@"\(Asia/Makassar\)$"), new() { Timeout = 30_000 });
        await Assertions.Expect(page.GetByText("Times are in your zone (Asia/Makassar).")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#source-words time").First).ToHaveAttributeAsync(
            "title", new System.Text.RegularExpressions.Regex(@"\(Asia/Makassar\)$"), new() { Timeout = 30_000 });
        await Assertions.Expect(page.Locator("#source-words")).Not.ToContainTextAsync("UTC");
    }

    // A badge beyond the window's edge or wider than what is around it; one whose text begins at the end of other text.
    private const string CutOrTouching =
        """
        () => [...document.querySelectorAll('.label, .metric')].filter(badge => badge.offsetParent && badge.textContent.trim())
          .flatMap(badge => {
          const box = badge.getBoundingClientRect(), found = [];
          if (box.right > document.documentElement.clientWidth || box.left < 0 || badge.scrollWidth > badge.clientWidth + 1)
            found.push(`${location}: cut: ${badge.textContent}`);
          let before = badge.previousSibling;
          if (before?.nodeType === 3 && !before.data.trim())
            before = before.previousSibling;
          if (before) {
            const range = document.createRange();
            range.selectNodeContents(before);
            const last = [...range.getClientRects()].at(-1);
            if (last && last.width && Math.abs(last.top - box.top) < 12 && box.left - last.right < 2 && box.left >= last.left)
              found.push(`${location}: touches: ${before.textContent.trim()} ${badge.textContent}`);
          }
          return found;
        })
        """;

    private async Task AddAsync(string path, string title) =>
        await Services.GetRequiredService<SourceAdding>().AddAsync(
            new SourceEdit { Url = new Uri(Newsroom.Address, path).ToString() }.Say(SourceProperties.Title, title), CancellationToken.None);
}
