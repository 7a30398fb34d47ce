using System.Collections.Concurrent;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace FeedHub.Browser.Tests;

/// <summary>One window and what went wrong in it: messages on the console, errors of scripts, requests to a host that is not ours.</summary>
public sealed class Visit : IAsyncDisposable
{
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
    /// Checks the page as it stands now: axe finds nothing serious or critical, it is no wider than the window, and nothing went wrong
    /// in this window since it was opened.
    /// </summary>
    public async Task CheckAsync()
    {
        foreach (var violation in (await Page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical"))
            _troubles.Enqueue($"{Page.Url}: axe, {violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}");
        var over = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Note(over > 0, $"{Page.Url} is {over} pixels wider than its window of {Page.ViewportSize?.Width}");
        Assert.True(_troubles.IsEmpty, string.Join(Environment.NewLine, _troubles));
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private void Note(bool isTrouble, string trouble)
    {
        if (isTrouble)
            _troubles.Enqueue(trouble);
    }
}
