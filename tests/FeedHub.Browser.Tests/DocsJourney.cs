using Microsoft.Playwright;

namespace FeedHub.Browser.Tests;

/// <summary>The page of the API in a real browser.</summary>
public sealed class DocsJourney(Chromium chromium) : BrowserTest(chromium)
{
    [BrowserFact]
    public async Task TheApiIsReadable_WideAndNarrow_InTheLightAndInTheDark()
    {
        foreach (var (width, colours) in Looks)
        {
            await using var visit = await OpenAsync(width, colours);
            await visit.Page.GotoAsync($"{Address}/docs");
            await visit.Page.GetByRole(AriaRole.Navigation).GetByText("PATCH /api/sources/{id}").ClickAsync();
            await Assertions.Expect(visit.Page.Locator("#editSource h3")).ToBeInViewportAsync();
            await visit.CheckAsync();
        }
    }
}
