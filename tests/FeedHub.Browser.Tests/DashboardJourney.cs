using System.Collections.Concurrent;
using FeedHub.Demo;
using FeedHub.Starting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace FeedHub.Browser.Tests;

/// <summary>An admin's first minutes in a real browser, over the bundled newsroom.</summary>
public sealed class DashboardJourney : IAsyncLifetime
{
    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("feedhub-browser-");
    private Newsroom _newsroom = null!;
    private WebApplication _app = null!;

    private string Address => _app.Urls.First();

    public async Task InitializeAsync()
    {
        _newsroom = await Newsroom.StartAsync(TimeProvider.System, CancellationToken.None);
        var file = Path.Combine(_folder.FullName, "feeds.json");
        await File.WriteAllTextAsync(file, """{ "title": "Browser news", "sources": [] }""");
        var builder = Program.CreateBuilder(
        [
            "--urls", "http://127.0.0.1:0", $"--FeedHub:FeedsFile={file}", $"--FeedHub:DataDirectory={Path.Combine(_folder.FullName, "data")}",
            "--FeedHub:Network:AllowPrivateAddresses=true", "--FeedHub:Polling:HostGap=00:00:00",
        ]);
        builder.Logging.ClearProviders();
        _app = builder.BuildApp();
        await _app.PrepareAsync();
        await _app.StartAsync();
        _app.BeginPolling();
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _newsroom.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [BrowserFact]
    public async Task AnAdminAddsASourceAndPollsIt_AndAReaderSeesItsStories()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = BrowserFactAttribute.Chromium, Args = Flags });
        foreach (var (width, path, title) in new[] { (1280, "/kabar-nusantara/rss", "Kabar"), (390, "/touchline/index.rdf", "Touchline") })
            await VisitAsync(browser, width, path, title);
    }

    private async Task VisitAsync(IBrowser browser, int width, string path, string title)
    {
        await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
        var page = await context.NewPageAsync();
        var troubles = new ConcurrentQueue<string>();
        page.Console += (_, message) => { if (message.Type is "error" or "warning") troubles.Enqueue(message.Text); };
        page.PageError += (_, error) => troubles.Enqueue(error);
        page.Request += (_, request) => { if (!IsOurs(request.Url)) troubles.Enqueue($"asked {request.Url}"); };

        await page.GotoAsync($"{Address}/hangfire");
        await page.GotoAsync($"{Address}/hangfire/sources");
        if (await page.Locator("details.fh-panel[open]").CountAsync() == 0)
            await page.GetByText("Add a source").ClickAsync();
        await page.GetByText("Or give the feed's address yourself").ClickAsync();
        await page.GetByLabel("Address of the feed").FillAsync(new Uri(_newsroom.Address, path).ToString());
        await page.GetByLabel("Title").FillAsync(title);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add and poll" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("added");
        await WaitForItemsAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = $"Poll now: {title}" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("under way");
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"), $"the dashboard is wider than {width} pixels");

        await page.GotoAsync($"{Address}/");
        await Assertions.Expect(page.Locator("article h3").First).ToBeVisibleAsync();
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"), $"the page is wider than {width} pixels");
        Assert.Empty(troubles);
    }

    private static async Task WaitForItemsAsync(IPage page)
    {
        for (var look = 0; look < 100 && await page.Locator("h2:has-text('Newest items') + ul > li").CountAsync() == 0; look++)
        {
            await Task.Delay(100);
            await page.ReloadAsync();
        }

        await Assertions.Expect(page.Locator("h2:has-text('Newest items') + ul > li").First).ToBeVisibleAsync();
    }

    // The newsroom's pictures are on a page of stories by right.
    private bool IsOurs(string url) =>
        url.StartsWith(Address, StringComparison.Ordinal) || url.StartsWith(_newsroom.Address.ToString(), StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal);
}
