using FeedHub.Fetching;
using FeedHub.Ingesting;
using FeedHub.Syndication.Extracting.Lists;
using FeedHub.Syndication.Reading.Robots;
using FeedHub.Syndication.Writing;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Discovering;

/// <summary>A page looked at as a list of articles.</summary>
internal static class ListLook
{
    // Fewer are not a list that one would follow.
    private const int Least = 3;
    private const int Shown = 8;
    private const int MostGroups = 12;

    private static string Forbidden => Say(
        "the host's robots.txt does not allow FeedHub to ask for this page",
        "robots.txt host itu tidak mengizinkan FeedHub meminta halaman ini");

    /// <summary>The page as a source, with FeedHub's proposal; none where it is not a list.</summary>
    public static IReadOnlyList<FoundFeed> At(string url, FoundPage page, RobotsFile robots, DateTimeOffset now)
    {
        var list = ListPage.Parse(page.Fetched.Body, OptionsFor(page.Fetched, now));
        var proposal = list.Propose();
        if (proposal.Selectors is not { } selectors || list.Read(selectors) is not { Count: >= Least } entries)
            return [];
        return
        [
            new(url)
            {
                Kind = FoundKind.Page,
                By = FoundBy.Page,
                Why = Say($"the page itself lists {entries.Count} articles", $"halaman itu sendiri mendaftar {entries.Count} artikel"),
                Items = entries.Count,
                Newest = Items(entries),
                Selectors = selectors,
                Groups = [.. proposal.Groups.Take(MostGroups).Select(Of)],
                Error = robots.Allows(new(page.Fetched.FinalUrl)) ? null : Forbidden,
            },
        ];
    }

    /// <summary>A page that somebody says to be a list.</summary>
    public static FoundFeed Chosen(string url) =>
        new(url)
        {
            Kind = FoundKind.Page,
            By = FoundBy.Page,
            Why = Say(
                "the selectors that were given say where its articles are",
                "selector yang diberikan menunjukkan letak artikelnya"),
        };

    /// <summary>What other selectors would take of a page that was found; as it was found where it is not there any more.</summary>
    public static FoundFeed By(FoundFeed page, FetchResult? fetched, ListSelectors selectors, DateTimeOffset now)
    {
        if (fetched is not { Outcome: FetchOutcome.Fetched })
            return page;
        var list = ListPage.Parse(fetched.Body, OptionsFor(fetched, now));
        var entries = list.Read(selectors);
        return page with
        {
            Selectors = selectors,
            Items = entries.Count,
            Newest = Items(entries),
            Error = page.Error ?? (entries.Count > 0 ? null : OtherKinds.WhyNothing(list, selectors, isFound: false).Said()),
        };
    }

    private static ListOptions OptionsFor(FetchResult fetched, DateTimeOffset now) => new()
    {
        BaseUrl = new(ShownAddress.Of(fetched.FinalUrl)),
        ContentType = fetched.ContentType,
        Now = now,
    };

    private static FoundGroup Of(ListGroup group) => new(group.Selector, group.Entries.Count, group.IsChosen, Items(group.Entries));

    private static IReadOnlyList<PreviewItem> Items(IReadOnlyList<ListEntry> entries) =>
        [.. entries.Take(Shown).Select(entry => new PreviewItem(entry.Title, entry.Url, entry.Date?.Instant))];
}
