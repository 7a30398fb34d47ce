using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace FeedHub.Browser.Tests;

/// <summary>The narrowest windows, with what publishers write into them: long words, wide tables and code, names from right to
/// left.</summary>
public sealed class PhoneJourney(Chromium chromium) : BrowserTest(chromium)
{
    private const string Arabic = "صحيفة النيل اليومية";
    private static readonly string LongWord = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsurkunde"
        + new string('x', 300);
    private static readonly HttpClient Http = new();
    private static readonly int[] Widths = [320, 390];

    private static readonly string[] Pages =
    [
        "/", "/?q=nothing-of-this-kind-anywhere-at-all-and-one-word", "/?source=127-0-0-1&language=ar&category=sport", "/docs",
        "/docs/jsonfeed", "/offline", "/saved", "/hangfire", "/hangfire/sources",
        "/hangfire/sources/127-0-0-1", "/hangfire/categories", "/hangfire/stories", "/hangfire/hosts", "/hangfire/access",
        "/hangfire/audit", "/hangfire/backups", "/hangfire/settings",
        "/hangfire/sources?sort=folder&folder=Isles",
        "/hangfire/sources/export", "/hangfire/sources/import", "/hangfire/help/configuration", "/hangfire/feeds",
        "/hangfire/recurring", "/hangfire/jobs/succeeded", "/hangfire/servers",
        "/hangfire/retries", "/hangfire/jobs/enqueued",
    ];

    [BrowserFact]
    public async Task NoPage_IsWiderThanAPhone_AndNoWordBreaksLetterByLetter()
    {
        await using var publisher = await PublishAsync();
        var story = await StoryAsync();
        foreach (var width in Widths)
        {
            await using var visit = await OpenAsync(width);
            foreach (var address in (string[])[.. Pages, story])
            {
                await visit.Page.GotoAsync(Address + address);
                await visit.CheckAsync();
                Assert.Empty(await visit.Page.EvaluateAsync<string[]>(BrokenWords));
            }
        }
    }

    [BrowserFact]
    public async Task TheTableOfSources_IsLaidOutAlikeInBothLanguages()
    {
        await using var publisher = await PublishAsync();
        await StoryAsync();
        var layouts = new List<string>();
        foreach (var language in (string[])["en", "id-ID"])
        {
            await using var visit = await OpenAsync(390, new BrowserNewContextOptions { Locale = language });
            foreach (var address in (string[])["/hangfire/sources", "/hangfire/sources/127-0-0-1", "/hangfire/feeds", "/hangfire/hosts"])
            {
                await visit.Page.GotoAsync(Address + address);
                await visit.CheckAsync();
                layouts.Add(await visit.Page.EvaluateAsync<string>(Layout));
            }
        }

        Assert.Equal(layouts[..4], layouts[4..]);
    }

    [BrowserFact]
    public async Task AStorysPage_HasOneMainPart_AndWhatIsWideInItScrollsWithTheKeyboard()
    {
        await using var publisher = await PublishAsync();
        await using var visit = await OpenAsync(320);
        await visit.Page.GotoAsync(Address + await StoryAsync());
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Main)).ToHaveCountAsync(1);
        await Assertions.Expect(visit.Page.Locator(".content table")).ToBeVisibleAsync();
        foreach (var wide in (string[])["pre", "table"])
        {
            var frame = visit.Page.Locator(".content .wide").Filter(new() { Has = visit.Page.Locator(wide) });
            await visit.TabToAsync(frame);
            await visit.Page.Keyboard.PressAsync("ArrowRight");
            await visit.Page.WaitForFunctionAsync("element => element.scrollLeft > 0", await frame.ElementHandleAsync());
        }
    }

    [BrowserFact]
    public async Task NamesFromRightToLeft_StandInADirectionOfTheirOwn()
    {
        await using var publisher = await PublishAsync();
        await StoryAsync();
        await using var visit = await OpenAsync(390);
        foreach (var address in (string[])["/", await StoryAsync(), "/hangfire/sources", "/hangfire/sources/127-0-0-1"])
        {
            await visit.Page.GotoAsync(Address + address);
            Assert.Empty(await visit.Page.EvaluateAsync<string[]>(Undirected));
        }
    }

    // Where each cell of the page stands in its row, and whether a label stands before it.
    private const string Layout =
        """
        () => [...document.querySelectorAll('.fh-table td')].map(cell => {
          const { display, gridColumn, gridRow } = getComputedStyle(cell);
          return `${display} ${gridColumn} ${gridRow} ${getComputedStyle(cell, '::before').content !== 'none'}`;
        }).join('\n')
        """;

    // Short words of Latin letters in tables that take more than one line.
    private const string BrokenWords =
        """
        () => [...document.querySelectorAll('td, th')].flatMap(cell => {
          const broken = [], walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), range = document.createRange();
          while (walker.nextNode())
            for (const word of walker.currentNode.data.matchAll(/[A-Za-z]{2,14}/g)) {
              range.setStart(walker.currentNode, word.index);
              range.setEnd(walker.currentNode, word.index + word[0].length);
              if (/[\p{L}\p{N}_%…]/u.test(walker.currentNode.data[word.index - 1] ?? ' ') || /[\p{L}\p{N}_%…]/u.test(walker.currentNode.data[word.index + word[0].length] ?? ' '))
                  continue;
              if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1)
                  broken.push(`${location}: ${word[0]} in ${cell.textContent.trim().slice(0, 60)}`);
            }
          return broken;
        })
        """;

    private const string Undirected =
        """
        () => {
          const lost = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const text = walker.currentNode.data.trim(), parent = walker.currentNode.parentElement;
            if (/^[\u0590-\u08ff\s]+$/.test(text) && text && !parent.closest('bdi, [dir=auto], [dir=rtl], option, script, textarea'))
                lost.push(`${location}: ${parent.outerHTML}`);
          }
          return lost;
        }
        """;

    private async Task<WebApplication> PublishAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var publisher = builder.Build();
        publisher.Run(context =>
        {
            context.Response.ContentType = "application/feed+json";
            return context.Response.WriteAsync(Feed());
        });
        await publisher.StartAsync();
        using var added = await Http.PostAsJsonAsync(
            $"{Address}/api/sources",
            new { url = publisher.Urls.First() + "/" + LongWord[..120], title = Arabic });
        Assert.True(added.IsSuccessStatusCode, await added.Content.ReadAsStringAsync());
        return publisher;
    }

    private static string Feed() => JsonSerializer.Serialize(new
    {
        version = "https://jsonfeed.org/version/1.1",
        title = Arabic,
        language = "ar",
        items = new object[]
        {
            new
            {
                id = "1", url = "https://nile.example/1", title = $"خبر طويل {LongWord}", authors = new[] {
                    new { name = "أحمد" },
                    new { name = LongWord } }, tags = new[] { "رياضة", LongWord },
                content_html =
                    $"<main><p>نص الخبر {LongWord}</p><pre>{string.Concat(Enumerable.Repeat("let value = compute(value); ", 20))}</pre>"
                    + $"<table><tr>{string.Concat(Enumerable.Range(0, 9).Select(n => $"<th>Column{n}</th>"))}</tr><tr>{string.Concat(Enumerable.Range(0, 9).Select(_ => "<td>information technology</td>"))}</tr></table></main>",
            },
            new { id = "2", url = "https://nile.example/2", title = "An English story", language = "en", content_text = "Text of it." },
        },
    });

    private async Task<string> StoryAsync()
    {
        for (var look = 0; look < 300; look++)
        {
            var items = (await Http.GetFromJsonAsync<JsonElement>($"{Address}/api/items")).GetProperty("items").EnumerateArray()
                .Where(item => item.GetProperty("id").GetString() == "1")
                .ToList();
            if (items is [var item])
                return $"/stories/{item.GetProperty("story").GetInt64()}";
            await Task.Delay(100);
        }

        Assert.Fail("the source was not polled");
        return "";
    }
}
