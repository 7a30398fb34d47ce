using Microsoft.Playwright;

namespace FeedHub.Browser.Tests;

/// <summary>An admin corrects what FeedHub found, over all publishers of the bundled newsroom.</summary>
public sealed class StoriesJourney(Chromium chromium) : BrowserTest(chromium)
{
    protected override string FeedsJson => Newsroom.FeedsJson;

    [BrowserFact]
    public async Task AnAdminSplitsAStory_AndMapsAWordToACategory_AlsoWithoutAMouse()
    {
        await using var narrow = await OpenAsync(390, ColorScheme.Dark);
        await SplitAsync(narrow, split => split.ClickAsync());
        await MapAsync(narrow, async (choice, map) =>
        {
            await choice.SelectOptionAsync("society");
            await map.ClickAsync();
        });

        await using var wide = await OpenAsync(1280);
        await SplitAsync(wide, wide.PressAsync);
        await MapAsync(wide, async (choice, map) =>
        {
            await wide.TabToAsync(choice);
            await wide.Page.Keyboard.TypeAsync("soc");
            await wide.PressAsync(map);
        });
    }

    private async Task SplitAsync(Visit visit, Func<ILocator, Task> press)
    {
        var split = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Split" });
        await UntilThereAsync(visit.Page, $"{Address}/hangfire/stories", split);
        await visit.CheckAsync();
        await press(split.First);
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("a story of its own now");
        await visit.CheckAsync();
    }

    private async Task MapAsync(Visit visit, Func<ILocator, ILocator, Task> choose)
    {
        var page = visit.Page;
        var map = page.GetByRole(AriaRole.Button, new() { Name = "Map " });
        await UntilThereAsync(page, $"{Address}/hangfire/categories", map);
        await visit.CheckAsync();
        var word = (await map.First.GetAttributeAsync("aria-label"))!["Map ".Length..];
        await choose(page.Locator("#words ~ table select").First, map.First);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = $"Forget {word}", Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = word }).Filter(new() { HasText = "society" }).First)
            .ToBeVisibleAsync();
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
