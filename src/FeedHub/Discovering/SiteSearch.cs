using FeedHub.Discovering.WellKnown;
using FeedHub.Fetching;
using FeedHub.Model.Sources;
using FeedHub.Model.Words;
using FeedHub.Syndication.Writing;

namespace FeedHub.Discovering;

/// <summary>
/// One search for what can be polled at an address, step by step, until one of them finds something: the address itself, what its page
/// names, rules of well-known services, usual names, sitemaps, and the page as a list.
/// </summary>
internal sealed class SiteSearch(SearchVisits visits, FeedLooks looks, TimeProvider time)
{
    private static string AtRoot => Spoken.Say(
        "at the root of the host, not below the address that was asked for", "di akar host, bukan di bawah alamat yang diminta");

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
        Say(FoundBy.Address, Spoken.Say(
            $"{ShownAddress.Of(url)} is not a feed: {look.Error}", $"{ShownAddress.Of(url)} bukan feed: {look.Error}"));
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
        var why = feed.Kind == FoundKind.Feed
            ? Spoken.Say("the address is a feed", "alamat itu sebuah feed")
            : Spoken.Say("the address is a news sitemap", "alamat itu sitemap berita");
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
            : Spoken.Say(
                "the page names no feed, there is none at the usual places and no news sitemap, and it is not a list of articles",
                "halaman tidak menyebut feed, tidak ada feed di tempat yang biasa maupun sitemap berita, dan bukan daftar artikel"));

    // Returns the page that the first one sends its readers on to, if it does.
    private async Task<FoundPage?> NamedAsync(FoundPage page, CancellationToken cancellation)
    {
        await OfPageAsync(page, cancellation);
        if (_found.Count > 0 || FeedLocations.OnTo(page.Fetched, page.SendsOnTo) is not { } next)
            return null;
        var look = await looks.AtAsync(next, cancellation);
        if (look.Feed is { } itself)
            Add([SentTo(itself)], FoundBy.Link, Spoken.Say("the page sends on to a feed", "halaman meneruskan ke sebuah feed"));
        else if (look.Page is { } further)
            await OfPageAsync(further, cancellation);
        return look.Page;
    }

    private static FoundFeed SentTo(FoundFeed feed) => feed with
    {
        By = FoundBy.Link,
        Why = Spoken.Say("the page sends its readers on to it", "halaman meneruskan pembacanya ke sana"),
    };

    private async Task OfPageAsync(FoundPage page, CancellationToken cancellation)
    {
        var linked = FeedLocations.Named(page.Fetched, page.Links, page.Feeds);
        var why = Spoken.Say("the page names it in its head", "halaman menyebutnya di bagian head");
        Add(
            await looks.AllAsync(linked, FoundBy.Link, why, cancellation),
            FoundBy.Link,
            Spoken.Say(
                Count(linked.Count, "the page names", "for programs"),
                Hitung(linked.Count, "halaman menyebut", "untuk program")));
        if (IsDone)
            return;
        var spoken = FeedLocations.Spoken(page.Fetched, page.Feeds);
        var found = new List<FoundFeed>();
        foreach (var url in spoken)
            found.AddRange(await looks.BehindLinkAsync(url, cancellation));
        Add(FeedLooks.Once(found), FoundBy.Body, Spoken.Say(
            Count(found.Count, "links in the page's body lead to", ""), Hitung(found.Count, "tautan di isi halaman menuju", "")));
    }

    private async Task<bool> AtRulesAsync(IReadOnlyList<WellKnownFeed> rules, CancellationToken cancellation)
    {
        var found = new List<FoundFeed>();
        foreach (var rule in rules)
        {
            var url = rule.IsLookup ? await looks.LookedUpAsync(rule.Url, cancellation) : rule.Url;
            if (url is null)
                continue;
            var why = Spoken.Say($"by a rule of the service it is {rule.What}", $"menurut aturan layanannya: {rule.What}");
            var feed = await looks.FeedAsync(url, FoundBy.Rule, why, cancellation);
            if (!rule.IsGuess || feed.Error is null)
                found.Add(feed);
        }

        var good = found.Count(feed => feed.Error is null);
        Add(found, FoundBy.Rule, rules.Count == 0
            ? Spoken.Say("no rule of a well-known service knows the address", "tidak ada aturan layanan ternama untuk alamat ini")
            : Spoken.Say(Count(good, "rules of the service lead to", ""), Hitung(good, "aturan layanannya menuju", "")));
        return IsDone;
    }

    private async Task ElsewhereAsync(string url, FoundPage? page, CancellationToken cancellation)
    {
        var address = new Uri(page?.Fetched.FinalUrl ?? url);
        var (beside, root) = (FeedLocations.Beside(address), FeedLocations.AtRoot(address));
        await AtPlaceAsync(
            page is null ? [] : beside, FoundBy.Beside, Spoken.Say("below the address", "di bawah alamat itu"), cancellation);
        await AtPlaceAsync(root.Except(page is null ? [] : beside), FoundBy.Root, AtRoot, cancellation);
        if (IsDone)
            return;
        var sitemaps = new SitemapSearch(visits, looks, time);
        Add(await sitemaps.FindAsync(address, cancellation), FoundBy.Robots, sitemaps.Words);
        if (!IsDone && page is not null)
            Add(ListLook.At(url, page, sitemaps.Robots, time.GetUtcNow()), FoundBy.Page, Spoken.Say(
                "the page was looked at as a list of articles", "halaman dilihat sebagai daftar artikel"));
    }

    private async Task AtPlaceAsync(IEnumerable<string> places, FoundBy step, string where, CancellationToken cancellation)
    {
        if (IsDone)
            return;
        var asked = 0;
        foreach (var place in places.TakeWhile(_ => visits.Exhausted is null))
        {
            asked++;
            var name = new Uri(place).AbsolutePath;
            var why = Spoken.Say($"found {where}, under the usual name {name}", $"ditemukan {where}, dengan nama yang biasa {name}");
            if (await looks.AtUsualPlaceAsync(place, step, why, cancellation) is not { Count: > 0 } found)
                continue;
            Add(found, step, Spoken.Say($"a feed stands {where}", $"ada feed {where}"));
            return;
        }

        if (asked > 0)
            Say(step, Spoken.Say(
                $"{asked} usual names {where} were tried, and none is a feed",
                $"{asked} nama yang biasa {where} dicoba, dan tidak ada yang feed"));
    }

    private void Add(IReadOnlyList<FoundFeed> found, FoundBy step, string words)
    {
        _found.AddRange(found.Where(feed => !_found.Exists(other => SourceUrl.Key(other.Url) == SourceUrl.Key(feed.Url))));
        Say(found.Count > 0 ? found[0].By : step, words);
    }

    private void Say(FoundBy step, string words) => _steps.Add(new(step.Name(), words));

    private static string Hitung(int count, string before, string behind) =>
        $"{before} {(count == 0 ? "tidak satu feed pun" : $"{count} feed")} {behind}".TrimEnd();

    private static string Count(int count, string before, string behind) =>
        $"{before} {(count == 0 ? "no feed" : count == 1 ? "1 feed" : $"{count} feeds")} {behind}".TrimEnd();
}
