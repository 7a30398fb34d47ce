using Microsoft.Playwright;

namespace FeedHub.Browser.Tests;

/// <summary>Signing in and out in a real browser, by the keyboard alone.</summary>
public sealed class AccessJourney(Chromium chromium) : BrowserTest(chromium)
{
    private const string Password = "correct horse battery";
    private const string ViewPassword = "only looking around";

    protected override string[] Settings =>
        [$"--FeedHub:Admin:Password={Password}", $"--FeedHub:Admin:ViewPassword={ViewPassword}",
            "--FeedHub:Admin:Oidc:Authority=https://login.example.org",
            "--FeedHub:Admin:Oidc:ClientId=feedhub", "--FeedHub:Admin:Oidc:AdminRole=admin"];

    [BrowserFact]
    public async Task AnAdminSignsInMakesAKeyLooksAtTheLogAndSignsOut_ByTheKeyboard()
    {
        foreach (var (width, colours) in Looks)
            await TryWronglyAsync(width, colours);
        await VisitAsync(1280, ColorScheme.Light);
        await VisitAsync(390, ColorScheme.Dark);
    }

    [BrowserFact]
    public async Task WhoOnlyLooks_SeesNoButtons()
    {
        await using var visit = await OpenAsync(390);
        await SignInAsync(visit.Page, ViewPassword);
        await visit.Page.GotoAsync($"{Address}/hangfire/sources");
        await Assertions.Expect(visit.Page.GetByText("You see everything here and can change nothing")).ToBeVisibleAsync();
        foreach (var path in (string[])["sources", "stories", "categories", "access"])
        {
            await visit.Page.GotoAsync($"{Address}/hangfire/{path}");
            Assert.Equal(0, await visit.Page.Locator("form[method=post]:not(.fh-for-readers) button:visible").CountAsync());
            await visit.CheckAsync();
        }

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" })).ToBeVisibleAsync();
    }

    private async Task VisitAsync(int width, ColorScheme colours)
    {
        await using var visit = await OpenAsync(width, colours);
        var page = visit.Page;
        await page.GotoAsync($"{Address}/hangfire/access");
        await Assertions.Expect(page.GetByLabel("Password")).ToBeFocusedAsync();
        await visit.CheckAsync();
        await TypeAsync(page, Password);
        await Assertions.Expect(page).ToHaveURLAsync($"{Address}/hangfire/access");

        await page.GetByLabel("What the key is for").FocusAsync();
        await TypeAsync(page, $"Importer {width} {colours}");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Copy it now");
        await visit.CheckAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "audit log" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText($"Importer {width} {colours}")).ToBeVisibleAsync();
        await visit.CheckAsync();

        await page.GotoAsync($"{Address}/hangfire/access");
        await visit.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("signed out");
        await LookAsync(page);
        await page.GotoAsync($"{Address}/hangfire/access");
        await Assertions.Expect(page.GetByLabel("Password")).ToBeFocusedAsync();
    }

    // In a window of its own: Chromium notes on the console every answer that is not a success.
    private async Task TryWronglyAsync(int width, ColorScheme colours)
    {
        await using var visit = await OpenAsync(width, colours);
        await visit.Page.GotoAsync($"{Address}/sign-in");
        await TypePasswordAsync(visit.Page, "wrong");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("wrong");
        await LookAsync(visit.Page);
    }

    // Where the console is not empty for a good reason: a wrong password, or figures that Hangfire's page asked for while it was signed
    // out.
    private static async Task LookAsync(IPage page) =>
        Assert.Empty(await Visit.SeriousAsync(page));

    private async Task SignInAsync(IPage page, string password)
    {
        await page.GotoAsync($"{Address}/sign-in");
        await TypePasswordAsync(page, password);
        await Assertions.Expect(page).ToHaveURLAsync($"{Address}/hangfire");
    }

    // A browser gives the field its focus only once the page is drawn; what is typed before goes nowhere.
    private static async Task TypePasswordAsync(IPage page, string password)
    {
        await Assertions.Expect(page.GetByLabel("Password")).ToBeFocusedAsync();
        await TypeAsync(page, password);
    }

    private static async Task TypeAsync(IPage page, string text)
    {
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }
}
