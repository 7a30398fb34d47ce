using FeedHub.Syndication.Extracting.Lists;
using FeedHub.Syndication.Reading.Robots;
using FeedHub.Syndication.Writing;

namespace FeedHub.Discovering;

/// <summary>A page looked at as a list of articles.</summary>
internal static class ListLook
{
    // Fewer are no list that one would follow.
    private const int Least = 3;
    private const int Shown = 8;
    private const int MostGroups = 12;
    private const string Forbidden = "the host's robots.txt does not allow FeedHub to ask for this page";

    /// <summary>The page as a source, with FeedHub's proposal; none where it is no list.</summary>
    public static IReadOnlyList<FoundFeed> At(string url, FoundPage page, RobotsFile robots, DateTimeOffset now)
    {
        var options = new ListOptions
        {
            BaseUrl = new(ShownAddress.Of(page.Fetched.FinalUrl)),
            ContentType = page.Fetched.ContentType,
            Now = now,
        };
        var list = ListPage.Parse(page.Fetched.Body, options);
        var proposal = list.Propose();
        if (proposal.Selectors is not { } selectors || list.Read(selectors) is not { Count: >= Least } entries)
            return [];
        return
        [
            new(url)
            {
                Kind = FoundKind.Page,
                By = FoundBy.Page,
                Why = $"the page itself lists {entries.Count} articles",
                Items = entries.Count,
                Newest = Items(entries),
                Selectors = selectors,
                Groups = [.. proposal.Groups.Take(MostGroups).Select(Of)],
                Error = robots.Allows(new(page.Fetched.FinalUrl)) ? null : Forbidden,
            },
        ];
    }

    private static FoundGroup Of(ListGroup group) => new(group.Selector, group.Entries.Count, group.IsChosen, Items(group.Entries));

    private static IReadOnlyList<PreviewItem> Items(IReadOnlyList<ListEntry> entries) =>
        [.. entries.Take(Shown).Select(entry => new PreviewItem(entry.Title, entry.Url, entry.Date?.Instant))];
}
