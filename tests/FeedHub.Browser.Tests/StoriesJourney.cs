using Microsoft.Playwright;

namespace FeedHub.Browser.Tests;

/// <summary>An admin corrects what FeedHub found, over all publishers of the bundled newsroom.</summary>
public sealed class StoriesJourney(Chromium chromium) : BrowserTest(chromium)
{
    protected override string FeedsJson => Newsroom.FeedsJson;

    [BrowserFact]
    public async Task AnAdminSplitsAStory_AndMapsAWordToACategory()
    {
        await using var visit = await OpenAsync(390);
        var page = visit.Page;
        var split = page.GetByRole(AriaRole.Button, new() { Name = "Split" });
        await UntilThereAsync(page, $"{Address}/hangfire/stories", split);
        await visit.CheckAsync();
        await split.First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await visit.CheckAsync();

        var map = page.GetByRole(AriaRole.Button, new() { Name = "Map " });
        await UntilThereAsync(page, $"{Address}/hangfire/categories", map);
        await visit.CheckAsync();
        await page.Locator("#words ~ table select").First.SelectOptionAsync("society");
        await map.First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Words that you have mapped" })).ToBeVisibleAsync();
        await visit.CheckAsync();
    }

    private static async Task UntilThereAsync(IPage page, string address, ILocator wanted)
    {
        await page.GotoAsync(address);
        for (var look = 0; look < 100 && await wanted.CountAsync() == 0; look++)
        {
            await Task.Delay(200);
            await page.ReloadAsync();
        }

        await Assertions.Expect(wanted.First).ToBeVisibleAsync();
    }
}
