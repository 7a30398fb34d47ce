using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FeedHub.Browser.Tests;

/// <summary>A reader who comes every day: what is chosen, opened, saved and hidden stays in the browser, and nothing of it is
/// sent.</summary>
public sealed class DailyJourney(Chromium chromium) : BrowserTest(chromium)
{
    private static readonly HttpClient Http = new();

    protected override string FeedsJson => JsonSerializer.Serialize(new
    {
        title = "Daily news",
        sources = new[] { Source("/kabar-nusantara/rss", "Kabar Nusantara", "id"), Source("/touchline/index.rdf", "Touchline", "en") },
    });

    [BrowserFact]
    public async Task AHeadline_OpensTheArticleOrTheStorysPage_AsTheReaderChose()
    {
        await WaitForStoriesAsync();
        await using var visit = await OpenAsync(390, ColorScheme.Dark);
        var page = visit.Page;
        await page.GotoAsync($"{Address}/");
        var headline = page.Locator("article h3 a").First;
        var article = await headline.GetAttributeAsync("href");
        Assert.DoesNotContain("/stories/", article, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Reading choices" }).ClickAsync();
        await visit.CheckAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "the story’s page here" }).CheckAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "headlines only" }).CheckAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "very large" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await visit.CheckAsync();

        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-size", "larger");
        Assert.Equal(
            "23px", await page.EvaluateAsync<string>("Math.round(parseFloat(getComputedStyle(document.documentElement).fontSize)) + 'px'"));
        await Assertions.Expect(page.Locator("article > p:not(.by)").First).ToBeHiddenAsync();
        var title = await headline.TextContentAsync();
        await headline.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }).Filter(new() { HasText = title })).ToBeVisibleAsync();
        await visit.CheckAsync();
        await page.GotoAsync($"{Address}/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Reading choices" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Forget everything kept here" }).ClickAsync();
        await Assertions.Expect(headline).ToHaveAttributeAsync("href", article!);
        Assert.Equal(1, await page.EvaluateAsync<int>("localStorage.length"));
    }

    [BrowserFact]
    public async Task TheKeyboard_GoesFromStoryToStory_Opens_Searches_AndCanBeTurnedOff()
    {
        await WaitForStoriesAsync();
        await using var visit = await OpenAsync(1280);
        var page = visit.Page;
        await page.GotoAsync($"{Address}/");
        var headlines = page.Locator("article h3 a");
        foreach (var (key, at) in new[] { ("j", 0), ("j", 1), ("j", 2), ("k", 1) })
        {
            await page.Keyboard.PressAsync(key);
            await Assertions.Expect(headlines.Nth(at)).ToBeFocusedAsync();
        }

        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("next story");
        await visit.CheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(headlines.Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("j/k?o");
        await Assertions.Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("j/k?o");

        await page.GetByRole(AriaRole.Button, new() { Name = "Reading choices" }).ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "off", Exact = true }).CheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Reading choices" })).ToBeFocusedAsync();

        await page.EvaluateAsync("feedhub.choose('keys', 'on'); feedhub.choose('open', 'story'); feedhub.pointHeadlines()");
        await headlines.Nth(3).FocusAsync();
        await page.Keyboard.PressAsync("o");
        await Assertions.Expect(page.Locator("main.story")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task WhatCameSinceTheLastVisit_AndWhatWasOpened_IsMarked()
    {
        await WaitForStoriesAsync();
        await using var visit = await OpenAsync(1280);
        var page = visit.Page;
        await page.Clock.InstallAsync();
        await page.GotoAsync($"{Address}/?limit=100");
        await Assertions.Expect(page.Locator("article.new")).ToHaveCountAsync(0);
        var details = page.Locator("article").Nth(1).GetByRole(AriaRole.Link, new() { NameRegex = new("^Details") });
        await details.ClickAsync();
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("article").Nth(1).Locator(".seen-mark")).ToHaveTextAsync("Seen");
        await Assertions.Expect(page.Locator(".seen-mark")).ToHaveCountAsync(1);

        using var added = await Http.PostAsJsonAsync(
            $"{Address}/api/sources", new { url = new Uri(Newsroom.Address, "/meridian-post/atom.xml").ToString() });
        Assert.True(added.IsSuccessStatusCode);
        await WaitForStoriesAsync();
        await page.Clock.FastForwardAsync("20:00");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("article").Filter(new() { HasText = "Meridian" }).First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("article.new")).ToHaveCountAsync(0);

        await page.EvaluateAsync(
            "feedhub.write('visit', { at: Date.now() - 1900000, to: Math.max(...feedhub.stories().map(one => one.id.slice(1))) - 2 })");
        foreach (var _ in (int[])[1, 2])
        {
            await page.ReloadAsync();
            await Assertions.Expect(page.Locator("article.new")).ToHaveCountAsync(2);
            await Assertions.Expect(page.Locator(".new-mark").First).ToHaveTextAsync("New");
        }

        await visit.CheckAsync();
    }

    [BrowserFact]
    public async Task SavedStories_StandOnAPageOfTheirOwn_BoundedAndWithoutMarkup()
    {
        await WaitForStoriesAsync();
        await using var visit = await OpenAsync(390);
        var page = visit.Page;
        await page.GotoAsync($"{Address}/");
        var title = await page.Locator("article h3").Nth(2).TextContentAsync();
        await page.Locator("article").Nth(2).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.Locator("article").Nth(2).GetByRole(AriaRole.Button, new() { Name = "Saved" }))
            .ToHaveAttributeAsync("aria-pressed", "true");
        await page.GetByRole(AriaRole.Link, new() { Name = "Saved stories (1)" }).ClickAsync();
        await Assertions.Expect(page.Locator("article h3")).ToHaveTextAsync(title!);
        await visit.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Saved" }).ClickAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText("Nothing is saved in this browser yet.")).ToBeVisibleAsync();

        await page.EvaluateAsync(
            """
            feedhub.write('saved', [{ id: 9, title: '<img src=x onerror=alert(1)>', url: 'javascript:alert(1)', at: '2026-11-20T08:00:00Z', sources: [{ slug: 'a"b', name: '<b>' }] },
                { id: 'x', title: 'no number' }, null, 7, { id: 8 }])
            """);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("article h3")).ToHaveTextAsync("<img src=x onerror=alert(1)>");
        await Assertions.Expect(page.Locator("article h3 a")).ToHaveAttributeAsync("href", $"{Address}/stories/9");
        await page.EvaluateAsync(
            "feedhub.write('saved', [...Array(200).keys()].map(n => ({ id: n + 1e6, title: `Saved ${n}`, at: '2026-11-20T08:00:00Z' })))");
        await page.GotoAsync($"{Address}/");
        await page.Locator("article").First.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.Locator(".told")).ToContainTextAsync("200 stories are saved");
        Assert.Equal(200, await page.EvaluateAsync<int>("feedhub.countSaved()"));
    }

    [BrowserFact]
    public async Task AHiddenSource_IsHiddenUntilItIsShownAgain_OrAskedFor_AndSharingCopiesTheAddress()
    {
        await WaitForStoriesAsync();
        await using var visit = await OpenAsync(390, new BrowserNewContextOptions { Permissions = ["clipboard-read", "clipboard-write"] });
        var page = visit.Page;
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        await page.GotoAsync($"{Address}/");
        var ofTouchline = page.Locator("article").Filter(new() { Has = page.Locator(".by a[href*='source=touchline']") });
        var first = ofTouchline.First;
        var address = await first.Locator("h3 a").GetAttributeAsync("href");
        await first.GetByRole(AriaRole.Button, new() { NameRegex = new("^More") }).ClickAsync();
        await visit.CheckAsync();
        asked.Clear();
        await page.GetByRole(AriaRole.Button, new() { Name = "Share" }).ClickAsync();
        await Assertions.Expect(page.Locator(".told")).ToHaveTextAsync("Address copied");
        Assert.Equal(address, await page.EvaluateAsync<string>("navigator.clipboard.readText()"));

        await first.GetByRole(AriaRole.Button, new() { NameRegex = new("^More") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Hide “Touchline”" }).ClickAsync();
        await Assertions.Expect(first).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("article:visible").First).ToBeVisibleAsync();
        Assert.DoesNotContain(asked, url => url.StartsWith(Address, StringComparison.Ordinal));
        await page.ReloadAsync();
        await Assertions.Expect(first).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".hidden-note")).ToContainTextAsync("hidden, as you chose");
        await visit.CheckAsync();
        await page.GotoAsync($"{Address}/?source=touchline");
        await Assertions.Expect(ofTouchline.First).ToBeVisibleAsync();
        await page.GotoAsync($"{Address}/?category=sport");
        Assert.Equal(
            "Sport",
            await page.EvaluateAsync<string>(
                "[...new Set(feedhub.stories().flatMap(one => feedhub.storyOf(one).categories).filter(one => one.slug === 'sport').map(one => one.name))].join()"));

        await page.GotoAsync($"{Address}/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show again: Touchline" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Assertions.Expect(first).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task TheFirstPage_BeginsLarge_AndNothingOnItMovesWhenPicturesCome()
    {
        await WaitForStoriesAsync();
        foreach (var (width, colours) in Looks)
        {
            await using var visit = await OpenAsync(width, colours);
            var page = visit.Page;
            var picturesMayCome = new TaskCompletionSource();
            await page.RouteAsync(url => url.StartsWith(Newsroom.Address.ToString(), StringComparison.Ordinal), async route =>
            {
                await picturesMayCome.Task;
                await route.ContinueAsync();
            });
            await page.GotoAsync($"{Address}/", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            await Assertions.Expect(page.Locator("footer")).ToContainTextAsync("Times are in your zone");
            var before = await page.EvaluateAsync<double[]>(Places);
            picturesMayCome.SetResult();
            await page.WaitForFunctionAsync(
                "() => [...document.images].filter(image => image.getBoundingClientRect().top < 900).every(image => image.complete)");
            Assert.Equal(before, await page.EvaluateAsync<double[]>(Places));
            Assert.Equal(
                ["lead", "medium", "medium", "medium", "medium", ""],
                await page.EvaluateAsync<string[]>("feedhub.stories().slice(0, 6).map(one => one.className)"));
            var sizes = await page.EvaluateAsync<double[]>(
                """
                ['.lead h3', '.medium h3', 'article:not([class]) h3']
                  .map(one => parseFloat(getComputedStyle(document.querySelector(one)).fontSize))
                """);
            Assert.True(sizes[0] > 1.2 * sizes[2] && sizes[1] >= sizes[2], string.Join(' ', sizes));
            await visit.CheckAsync();
            await page.GotoAsync($"{Address}/?limit=5");
            await Assertions.Expect(page.Locator(".lead, .medium")).ToHaveCountAsync(0);
        }
    }

    [BrowserFact]
    public async Task ListedAndSavedStories_CanBeOpenedWhileFeedHubIsAway()
    {
        await WaitForStoriesAsync();
        await using var visit = await OpenAsync(390);
        var page = visit.Page;
        await page.GotoAsync($"{Address}/?limit=6");
        await page.Locator("article").Nth(5).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.GotoAsync($"{Address}/?limit=4");
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        await page.ReloadAsync();
        for (var look = 0; look < 300 && await page.EvaluateAsync<int>(KeptStories) < 5; look++)
            await Task.Delay(100);
        Assert.Equal(5, await page.EvaluateAsync<int>(KeptStories));
        await Assertions.Expect(page.Locator(".told")).ToBeHiddenAsync();
        var title = await page.Locator("article h3").Nth(2).TextContentAsync();

        await Services.GetRequiredService<IServer>().StopAsync(CancellationToken.None);
        await page.Locator("article").Nth(2).GetByRole(AriaRole.Link, new() { NameRegex = new("^Details") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title!);
        await Assertions.Expect(page.Locator(".away")).ToContainTextAsync("FeedHub cannot be reached");
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to the list" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{Address}/?limit=4");
        await page.GetByRole(AriaRole.Link, new() { Name = "Saved stories (1)" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Details") }).ClickAsync();
        await Assertions.Expect(page.Locator("main.story")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task TheFirstListOfAll_IsKeptWithItsStories_ThoughItCameBeforeItsWorker()
    {
        await WaitForStoriesAsync();
        await using var visit = await OpenAsync(390);
        var page = visit.Page;
        await page.GotoAsync($"{Address}/?limit=3");
        for (var look = 0; look < 300 && await page.EvaluateAsync<int>(KeptStories) < 3; look++)
            await Task.Delay(100);
        Assert.Equal(3, await page.EvaluateAsync<int>(KeptStories));

        await Services.GetRequiredService<IServer>().StopAsync(CancellationToken.None);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".away")).ToContainTextAsync("FeedHub cannot be reached");
        await Assertions.Expect(page.Locator(".day article")).ToHaveCountAsync(3);
    }

    [BrowserFact]
    public async Task ListedStories_AreNotFetchedAheadWhereEachByteCosts()
    {
        await WaitForStoriesAsync();
        foreach (var way in new[] { "{ saveData: true }", "{ type: 'cellular' }", "{ effectiveType: '2g' }",
            "{ effectiveType: '4g', type: 'wifi' }" })
        {
            await using var visit = await OpenAsync(390);
            var page = visit.Page;
            await page.AddInitScriptAsync(
                $$"""
                Object.defineProperty(navigator, 'connection', { value: {{way}} });
                window.asked = [];
                ServiceWorker.prototype.postMessage = message => asked.push(message.listed.length);
                """);
            await page.GotoAsync($"{Address}/?limit=3");
            await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
            await page.EvaluateAsync("new Promise(done => setTimeout(() => requestIdleCallback(() => setTimeout(done)), 2100))");
            Assert.Equal(way.Contains("4g", StringComparison.Ordinal) ? [3] : [], await page.EvaluateAsync<int[]>("asked"));
        }
    }

    [BrowserFact]
    public async Task AnotherList_EndsWhatTheFirstOneWantedToKeep()
    {
        await WaitForStoriesAsync();
        await using var visit = await OpenAsync(1280);
        var page = visit.Page;
        await page.GotoAsync($"{Address}/?limit=15");
        for (var look = 0; look < 300 && await page.EvaluateAsync<int>(KeptStories) == 0; look++)
            await Task.Delay(100);
        var first = await page.Locator("article").EvaluateAllAsync<string[]>("all => all.map(one => one.id)");
        await page.GetByRole(AriaRole.Link, new() { Name = "Older stories" }).ClickAsync();
        await Assertions.Expect(page.Locator("article").First).Not.ToHaveIdAsync(first[0]);
        var second = await page.Locator("article").First.GetAttributeAsync("id");
        for (var look = 0; look < 300 && !await page.EvaluateAsync<bool>($"caches.match('/stories/{second![1..]}').then(Boolean)"); look++)
            await Task.Delay(100);
        Assert.True(await page.EvaluateAsync<bool>($"caches.match('/stories/{second![1..]}').then(Boolean)"));
        Assert.InRange(await page.EvaluateAsync<int>(KeptStories), 2, 12);
    }

    [BrowserFact]
    public async Task AStoryAndAnError_KeepTheFilterOfTheList_WithoutAScriptToo()
    {
        await WaitForStoriesAsync();
        foreach (var script in new[] { true, false })
        {
            await using var visit = await OpenAsync(390, new BrowserNewContextOptions { JavaScriptEnabled = script });
            var page = visit.Page;
            await page.GotoAsync($"{Address}/?language=id&q=-zzz");
            await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Details") }).First.ClickAsync();
            await Assertions.Expect(page.Locator("main.story")).ToBeVisibleAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("-zzz");
            await Assertions.Expect(page.Locator(".chosen a").First).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("Indonesia"));
            if (script)
                await visit.CheckAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Back to the list" }).ClickAsync();
            await Assertions.Expect(page).ToHaveURLAsync($"{Address}/?language=id&q=-zzz");
        }
    }

    // Story pages that the service worker keeps, each once.
    private const string KeptStories =
        """
        async () => {
          const kept = new Set();
          for (const name of await caches.keys())
            for (const request of await (await caches.open(name)).keys())
              if (/\/stories\/\d+$/.test(request.url))
                kept.add(request.url);
          return kept.size;
        }
        """;

    // Where each story's text stands.
    private const string Places =
        "[...document.querySelectorAll('article h3')].map(one => Math.round(one.getBoundingClientRect().top + scrollY))";

    private object Source(string path, string title, string language) =>
        new { url = new Uri(Newsroom.Address, path).ToString(), title, language, interval = "01:00:00" };

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
