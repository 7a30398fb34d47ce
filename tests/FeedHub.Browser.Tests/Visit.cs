using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace FeedHub.Browser.Tests;

/// <summary>One window and what went wrong in it: messages on the console, errors of scripts, requests to a host that is not
/// ours.</summary>
public sealed class Visit : IAsyncDisposable
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _troubles = [];

    internal Visit(IBrowserContext context, IPage page, string[] ours)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => Note(message.Type is "error" or "warning", $"{page.Url}: {message.Text}");
        page.PageError += (_, error) => Note(true, $"{page.Url}: {error}");
        page.Request += (_, request) => Note(!ours.Any(request.Url.StartsWith), $"{page.Url} asked {request.Url}");
    }

    public IPage Page { get; }

    /// <summary>
    /// What axe finds on the page that is serious or critical, a line each. Run in the page itself: our pages have no frames, for which
    /// Deque's own call opens a second page each time, and tells all that is well besides.
    /// </summary>
    public static async Task<string[]> SeriousAsync(IPage page)
    {
        await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>("""
            async () => (await axe.run({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })).violations.filter(violation => ['serious', 'critical'].includes(violation.impact))
              .map(violation => `${location}: axe, ${violation.id}: ${violation.help}: ${violation.nodes.slice(0, 3).map(node => `${node.html} ${node.any.map(check => check.message)}`).join(' | ')}`)
            """);
    }

    // The innermost of the elements that reach farthest to the right.
    private const string Widest = """
        [...document.querySelectorAll('body *')].map(element => [element.getBoundingClientRect().right, element])
          .reduce((a, b) => b[0] >= a[0] ? b : a)[1].outerHTML.slice(0, 300)
        """;

    /// <summary>
    /// Checks the page as it stands now: axe finds nothing serious or critical, it is no wider than the window, and nothing went wrong
    /// in this window since it was opened.
    /// </summary>
    public async Task CheckAsync()
    {
        foreach (var violation in await SeriousAsync(Page))
            _troubles.Enqueue(violation);
        var over = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (over > 0)
        {
            var widest = await Page.EvaluateAsync<string>(Widest);
            Note(true, $"{Page.Url} is {over} pixels wider than its window of {Page.ViewportSize?.Width}: {widest}");
        }

        Assert.True(_troubles.IsEmpty, string.Join(Environment.NewLine, _troubles));
    }

    /// <summary>Moves on with the Tab key alone (backwards with Shift) until the focus, which can be seen, is on what is wanted.</summary>
    public async Task TabToAsync(ILocator wanted, bool backwards = false)
    {
        for (var press = 0; press < 120; press++)
        {
            await Page.Keyboard.PressAsync(backwards ? "Shift+Tab" : "Tab");
            if (!await wanted.EvaluateAsync<bool>("element => element === document.activeElement"))
                continue;
            var look = await Page.EvaluateAsync<string>(
                "(({ outlineStyle, boxShadow }) => `${outlineStyle} ${boxShadow}`)(getComputedStyle(document.activeElement))");
            Assert.False(look == "none none", $"{wanted} has the focus, and nothing shows it.");
            return;
        }

        Assert.Fail($"{wanted} cannot be reached with the keyboard.");
    }

    /// <summary>Goes to a button or link with the keyboard and presses Enter.</summary>
    public async Task PressAsync(ILocator wanted)
    {
        await TabToAsync(wanted);
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Goes to a field with the keyboard and writes over what is in it.</summary>
    public async Task WriteAsync(ILocator field, string text)
    {
        await TabToAsync(field);
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.InsertTextAsync(text);
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private void Note(bool isTrouble, string trouble)
    {
        if (isTrouble)
            _troubles.Enqueue(trouble);
    }
}
