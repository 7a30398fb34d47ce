using FeedHub.Discovering.WellKnown;
using FeedHub.Fetching;
using FeedHub.Model.Sources;
using FeedHub.Syndication.Writing;

namespace FeedHub.Discovering;

/// <summary>
/// One search for what can be polled at an address, step by step, until one of them finds something: the address itself, what its page
/// names, rules of well-known services, usual names, sitemaps, and the page as a list.
/// </summary>
internal sealed class SiteSearch(SearchVisits visits, FeedLooks looks, TimeProvider time)
{
    private const string AtRoot = "at the root of the host, not below the address that was asked for";

    private readonly List<SearchStep> _steps = [];
    private readonly List<FoundFeed> _found = [];

    /// <summary>What is known so far; complete once <see cref="RunAsync"/> has ended.</summary>
    /// <param name="url">The address.</param>
    /// <param name="error">Why nothing was found, in words, where nothing was.</param>
    public Findings Findings(string url, string error) => new(url, _found.Count > 0 ? null : error, _found) { Steps = _steps };

    /// <summary>Searches.</summary>
    public async Task<Findings> RunAsync(string url, CancellationToken cancellation)
    {
        var look = await looks.AtAsync(url, cancellation);
        if (look.Feed is { } feed)
            return Itself(url, feed);
        Say(FoundBy.Address, $"{ShownAddress.Of(url)} is no feed: {look.Error}");
        if (look.Page is null && !look.Visit.IsMissing)
            return await OfFailureAsync(url, look, cancellation);
        var page = look.Page;
        if (page is not null && await NamedAsync(page, cancellation) is { } onward)
            page = onward;
        if (!IsDone && await AtRulesAsync(WellKnownFeeds.Of(new(page?.Fetched.FinalUrl ?? url), page?.Feeds.Html), cancellation))
            return Findings(url, "");
        await ElsewhereAsync(url, page, cancellation);
        return Findings(url, NothingWords(look));
    }

    private bool IsDone => _found.Exists(feed => feed.Error is null);

    private Findings Itself(string url, FoundFeed feed)
    {
        var why = feed.Kind == FoundKind.Feed ? "the address is a feed" : "the address is a news sitemap";
        Add([feed with { By = FoundBy.Address, Why = feed.Why ?? why }], FoundBy.Address, why);
        return Findings(url, "");
    }

    // A server that does not answer is asked for nothing else, unless a service is known to have its feed there.
    private async Task<Findings> OfFailureAsync(string url, FeedLook look, CancellationToken cancellation)
    {
        if (look.Visit.Fetched is { Outcome: not FetchOutcome.Refused } fetched)
            await AtRulesAsync(WellKnownFeeds.Of(new(fetched.FinalUrl), null), cancellation);
        return Findings(url, look.Error!);
    }

    private string NothingWords(FeedLook look) =>
        visits.Exhausted ?? (look.Page is null
            ? look.Error!
            : "the page names no feed, there is none at the usual places and no news sitemap, and it is no list of articles");

    // Returns the page that the first one sends its readers on to, if it does.
    private async Task<FoundPage?> NamedAsync(FoundPage page, CancellationToken cancellation)
    {
        await OfPageAsync(page, cancellation);
        if (_found.Count > 0 || FeedLocations.OnTo(page.Fetched, page.SendsOnTo) is not { } next)
            return null;
        var look = await looks.AtAsync(next, cancellation);
        if (look.Feed is { } itself)
            Add([SentTo(itself)], FoundBy.Link, "the page sends on to a feed");
        else if (look.Page is { } further)
            await OfPageAsync(further, cancellation);
        return look.Page;
    }

    private static FoundFeed SentTo(FoundFeed feed) => feed with { By = FoundBy.Link, Why = "the page sends its readers on to it" };

    private async Task OfPageAsync(FoundPage page, CancellationToken cancellation)
    {
        var linked = FeedLocations.Named(page.Fetched, page.Links, page.Feeds);
        Add(await looks.AllAsync(linked, FoundBy.Link, "the page names it in its head", cancellation), FoundBy.Link,
            Count(linked.Count, "the page names", "for programs"));
        if (IsDone)
            return;
        var spoken = FeedLocations.Spoken(page.Fetched, page.Feeds);
        var found = new List<FoundFeed>();
        foreach (var url in spoken)
            found.AddRange(await looks.BehindLinkAsync(url, cancellation));
        Add(FeedLooks.Once(found), FoundBy.Body, Count(found.Count, "links in the page's body lead to", ""));
    }

    private async Task<bool> AtRulesAsync(IReadOnlyList<WellKnownFeed> rules, CancellationToken cancellation)
    {
        var found = new List<FoundFeed>();
        foreach (var rule in rules)
        {
            var url = rule.IsLookup ? await looks.LookedUpAsync(rule.Url, cancellation) : rule.Url;
            if (url is null)
                continue;
            var feed = await looks.FeedAsync(url, FoundBy.Rule, $"by a rule of the service it is {rule.What}", cancellation);
            if (!rule.IsGuess || feed.Error is null)
                found.Add(feed);
        }

        Add(found, FoundBy.Rule, rules.Count == 0 ? "no rule of a well-known service knows the address"
            : Count(found.Count(feed => feed.Error is null), "rules of the service lead to", ""));
        return IsDone;
    }

    private async Task ElsewhereAsync(string url, FoundPage? page, CancellationToken cancellation)
    {
        var address = new Uri(page?.Fetched.FinalUrl ?? url);
        var (beside, root) = (FeedLocations.Beside(address), FeedLocations.AtRoot(address));
        await AtPlaceAsync(page is null ? [] : beside, FoundBy.Beside, "below the address", cancellation);
        await AtPlaceAsync(root.Except(page is null ? [] : beside), FoundBy.Root, AtRoot, cancellation);
        if (IsDone)
            return;
        var sitemaps = new SitemapSearch(visits, looks, time);
        Add(await sitemaps.FindAsync(address, cancellation), FoundBy.Robots, sitemaps.Words);
        if (!IsDone && page is not null)
            Add(ListLook.At(url, page, sitemaps.Robots, time.GetUtcNow()), FoundBy.Page, "the page was looked at as a list of articles");
    }

    private async Task AtPlaceAsync(IEnumerable<string> places, FoundBy step, string where, CancellationToken cancellation)
    {
        if (IsDone)
            return;
        var asked = 0;
        foreach (var place in places.TakeWhile(_ => visits.Exhausted is null))
        {
            asked++;
            var why = $"found {where}, under the usual name {new Uri(place).AbsolutePath}";
            if (await looks.AtUsualPlaceAsync(place, step, why, cancellation) is not { Count: > 0 } found)
                continue;
            Add(found, step, $"a feed stands {where}");
            return;
        }

        if (asked > 0)
            Say(step, $"{asked} usual names {where} were tried, and none is a feed");
    }

    private void Add(IReadOnlyList<FoundFeed> found, FoundBy step, string words)
    {
        _found.AddRange(found.Where(feed => !_found.Exists(other => SourceUrl.Key(other.Url) == SourceUrl.Key(feed.Url))));
        Say(found.Count > 0 ? found[0].By : step, words);
    }

    private void Say(FoundBy step, string words) => _steps.Add(new(step.Name(), words));

    private static string Count(int count, string before, string behind) =>
        $"{before} {(count == 0 ? "no feed" : count == 1 ? "1 feed" : $"{count} feeds")} {behind}".TrimEnd();
}
