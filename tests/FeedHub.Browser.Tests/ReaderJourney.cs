using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FeedHub.Browser.Tests;

/// <summary>A reader with the page, its stories and its feeds, in a real browser over the bundled newsroom.</summary>
public sealed class ReaderJourney(Chromium chromium) : BrowserTest(chromium)
{
    private static readonly HttpClient Http = new();

    protected override string FeedsJson => JsonSerializer.Serialize(new
    {
        title = "Reader's news",
        sources = new[]
        {
            Source("/kabar-nusantara/rss", "Kabar Nusantara", "id"), Source("/koran-sungai/rss", "Koran Sungai", "id"),
            Source("/touchline/index.rdf", "Touchline", "en"), Source("/circuit-ledger/feed.json", "Circuit Ledger", "en"),
        },
    });

    [BrowserFact]
    public async Task AReader_ReadsSearchesFiltersAndSubscribes()
    {
        await WaitForStoriesAsync();
        foreach (var (width, colours) in Looks)
        {
            await using var visit = await OpenAsync(width, colours);
            await visit.Page.GotoAsync($"{Address}/?limit=10");
            await Assertions.Expect(visit.Page.Locator("article")).ToHaveCountAsync(10);
            await visit.CheckAsync();
            if ((width, colours) is (1280, ColorScheme.Light) or (390, ColorScheme.Dark))
                await FilterAsync(visit);
        }

        await using var chips = await OpenAsync(1280);
        await SwitchAsync(chips.Page);
        await using var other = await OpenAsync(390, ColorScheme.Dark);
        await SearchAsync(other);
        await ErrorsAsync(other.Page);
        await using var lists = await OpenAsync(390);
        await ListsAsync(lists);
        await using var wide = await OpenAsync(1280);
        await ListsAsync(wide);
    }

    // In the smallest text too, where links stand closest.
    private async Task ListsAsync(Visit visit)
    {
        foreach (var list in (string[])["order=top", "group=event", "order=published", "category=sport&language=en"])
        {
            await visit.Page.GotoAsync($"{Address}/?{list}&limit=10");
            await Assertions.Expect(visit.Page.Locator("article").First).ToBeVisibleAsync();
            await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Reading choices" })).ToBeVisibleAsync();
            await visit.CheckAsync();
            await visit.Page.EvaluateAsync("() => { document.documentElement.dataset.size = 'small'; }");
            await visit.CheckAsync();
        }
    }

    [BrowserFact]
    public async Task AReaderByKeyboardAlone_OrWithoutJavaScript_GetsEverywhere()
    {
        await WaitForStoriesAsync();
        await using var visit = await OpenAsync(1280);
        var page = visit.Page;
        await page.GotoAsync($"{Address}/");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to the stories" })).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator(".skip")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("article h3 a").First).ToBeFocusedAsync();
        Assert.NotEqual("none", await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
        await page.GetByRole(AriaRole.Searchbox).FocusAsync();
        await page.Keyboard.TypeAsync("rovers");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync($"{Address}/?q=rovers");
        await visit.CheckAsync();

        await using var plain = await OpenAsync(390, new BrowserNewContextOptions { JavaScriptEnabled = false });
        await plain.Page.GotoAsync($"{Address}/?category=sport");
        await Assertions.Expect(plain.Page.Locator("article time").First)
            .ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[0-9]{2}:[0-9]{2} UTC$"));
        await plain.Page.GetByRole(AriaRole.Searchbox).FillAsync("rovers");
        await plain.Page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Assertions.Expect(plain.Page).ToHaveURLAsync($"{Address}/?category=sport&q=rovers");
        await Assertions.Expect(plain.Page.Locator("article").First).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task AnOpenPage_IsInTheReadersZoneAndLanguage_TellsOfNewStories_AndOutlastsAPause()
    {
        await WaitForStoriesAsync();
        await using var visit = await OpenAsync(390, new BrowserNewContextOptions { Locale = "id-ID", TimezoneId = "Asia/Jakarta" });
        var page = visit.Page;
        await page.Clock.InstallAsync();
        await page.GotoAsync($"{Address}/?limit=20");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "id");
        await Assertions.Expect(page.Locator("footer")).ToContainTextAsync("Waktu Indonesia Barat");
        await Assertions.Expect(page.Locator(".day h2").First).ToContainTextAsync(await DayOfNewestAsync(TimeSpan.FromHours(7)));
        Assert.Empty(await page.EvaluateAsync<string[]>(WrongTimes));
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        await page.ReloadAsync();

        var known = await NewestAsync();
        using var added = await Http.PostAsJsonAsync(
            $"{Address}/api/sources",
            new { url = new Uri(Newsroom.Address, "/meridian-post/atom.xml").ToString() });
        Assert.True(added.IsSuccessStatusCode, await added.Content.ReadAsStringAsync());
        for (var look = 0; look < 200 && (await NewestAsync()).Length == known.Length; look++)
            await Task.Delay(100);
        await page.Clock.FastForwardAsync("01:01");
        await Assertions.Expect(page.GetByRole(AriaRole.Status).GetByRole(AriaRole.Link)).ToContainTextAsync("berita baru – tampilkan");
        await page.GetByRole(AriaRole.Status).GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.Locator(".news a")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("article").Filter(new() { HasText = "Meridian" }).First).ToBeVisibleAsync();
        await visit.CheckAsync();

        await Services.GetRequiredService<IServer>().StopAsync(CancellationToken.None);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".away")).ToContainTextAsync("FeedHub sedang tidak dapat dihubungi");
        await Assertions.Expect(page.Locator("article").First).ToBeVisibleAsync();
        await page.GotoAsync($"{Address}/stories/999999");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("FeedHub tidak dapat dihubungi");
    }

    // Each time as the reader's clock shows it, each story under its day.
    private const string WrongTimes =
        """
        () => {
          const day = at => new Date(at).toLocaleDateString('id-ID', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Asia/Jakarta' });
          const time = at => new Date(at).toLocaleTimeString('id-ID', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Jakarta' });
          const wrong = [];
          for (const article of document.querySelectorAll('article')) {
            const at = article.querySelector('time');
            if (at.textContent !== time(at.dateTime))
                wrong.push(at.outerHTML);
            if (!article.closest('section').querySelector('h2').textContent.endsWith(day(at.dateTime)))
                wrong.push(article.closest('section').querySelector('h2').textContent + at.outerHTML);
          }
          return wrong;
        }
        """;

    private object Source(string path, string title, string language) =>
        new { url = new Uri(Newsroom.Address, path).ToString(), title, language, interval = "01:00:00" };

    private static async Task AxeAsync(IPage page) =>
        Assert.Empty(await Visit.SeriousAsync(page));

    private async Task FilterAsync(Visit visit)
    {
        var page = visit.Page;
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Filters" })
            .GetByRole(AriaRole.Link, new() { Name = "Sport", Exact = true })
            .ClickAsync();
        await page.GetByText("Languages", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "English", Exact = true }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{Address}/?category=sport&language=en");
        await Assertions.Expect(page.Locator("article").First).ToBeVisibleAsync();
        await visit.CheckAsync();
        await StoryAndFeedAsync(visit);
    }

    private async Task SwitchAsync(IPage page)
    {
        ILocator Chip(string name) => page.GetByRole(AriaRole.Navigation, new() { Name = "Filters" })
            .GetByRole(AriaRole.Link, new() { Name = name, Exact = true });
        await page.GotoAsync($"{Address}/?category=sport");
        await Chip("Economy").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{Address}/?category=economy");
        await Chip("Health").ClickAsync(new() { Modifiers = [KeyboardModifier.Control] });
        await Assertions.Expect(page).ToHaveURLAsync($"{Address}/?category=economy&category=health");
        await Chip("Sport too").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{Address}/?category=economy&category=health&category=sport");
        await Chip("Health").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{Address}/?category=economy&category=sport");
        Assert.Single(page.Context.Pages);
    }

    private async Task StoryAndFeedAsync(Visit visit)
    {
        var page = visit.Page;
        var title = await page.Locator("article h3").First.TextContentAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = $"Details {title}" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title!);
        await Assertions.Expect(page.GetByText("Why these categories")).ToBeVisibleAsync();
        await visit.CheckAsync();
        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Subscribe to this view" })
            .GetByRole(AriaRole.Link, new() { Name = "Atom" })
            .ClickAsync();
        await Assertions.Expect(page.GetByLabel("Address of the feed")).ToHaveValueAsync($"{Address}/feed.atom?category=sport&language=en");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Copy" })).ToBeVisibleAsync();
        await visit.CheckAsync();
        await page.GetByText("Read the same stories on a page").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{Address}/?category=sport&language=en");
    }

    private async Task SearchAsync(Visit visit)
    {
        await visit.Page.GotoAsync($"{Address}/?category=sport");
        await visit.Page.GetByRole(AriaRole.Searchbox).FillAsync("\"no such words\"");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("Nothing found")).ToBeVisibleAsync();
        await visit.CheckAsync();
        await visit.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Without “\"no such words\"”" }).ClickAsync();
        await Assertions.Expect(visit.Page).ToHaveURLAsync($"{Address}/?category=sport");
        foreach (var address in new[] { "/docs/jsonfeed", "/offline" })
        {
            await visit.Page.GotoAsync(Address + address);
            await visit.CheckAsync();
        }
    }

    // Chromium writes every 4xx to its console, so these are not for CheckAsync.
    private async Task ErrorsAsync(IPage page)
    {
        foreach (var (address, heading) in new[] {
            ("/nowhere", "There is no such page"),
            ("/?category=nope", "This view cannot be shown"),
            ("/feed.rss?limit=0", "This view cannot be shown") })
        {
            await page.GotoAsync(Address + address);
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(heading);
            await AxeAsync(page);
        }
    }

    // Soon after midnight the newest story is of yesterday.
    private async Task<string> DayOfNewestAsync(TimeSpan offset)
    {
        var newest = (await Http.GetFromJsonAsync<JsonElement>($"{Address}/api/stories?limit=1")).GetProperty("items")[0];
        var published = newest.GetProperty("published").GetDateTimeOffset().ToOffset(offset);
        return published.Date == DateTimeOffset.UtcNow.ToOffset(offset).Date ? "Hari ini" : "Kemarin";
    }

    private async Task<long[]> NewestAsync() =>
        (await Http.GetFromJsonAsync<JsonElement>($"{Address}/stories/newest?limit=500")).GetProperty("stories").EnumerateArray()
            .Select(id => id.GetInt64())
            .ToArray();

    // All four sources have been polled once their stories are there.
    private async Task WaitForStoriesAsync()
    {
        for (var look = 0; look < 300; look++)
        {
            var sources = (await Http.GetFromJsonAsync<JsonElement>($"{Address}/api/sources")).GetProperty("items").EnumerateArray()
                .ToList();
            if (sources.Count > 0 && sources.All(source => source.GetProperty("items").GetInt32() > 0))
                return;
            await Task.Delay(100);
        }

        Assert.Fail("the sources were not polled");
    }
}
