using FeedHub.Syndication.Extracting.Pages;

namespace FeedHub.Syndication.Extracting.Links;

/// <summary>The feeds that a page speaks of, as written: relative to <see cref="Base"/>.</summary>
/// <param name="Linked">By <c>link rel="alternate"</c> with a feed's media type, wherever on the page; in its order.</param>
/// <param name="Spoken">By links in its body and by its data, those first that are most likely feeds; see <see cref="FeedAnchor"/>.</param>
/// <param name="Base">As <c>base href</c> has it, or null.</param>
/// <param name="Html">The page as text.</param>
public sealed record PageFeeds(IReadOnlyList<string> Linked, IReadOnlyList<string> Spoken, string? Base, string Html)
{
    private const int Most = 50;

    private static readonly string[] Types =
        ["application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"];

    /// <summary>Reads a page; none of its programs runs, and nothing is followed.</summary>
    /// <param name="body">Its bytes.</param>
    /// <param name="contentType">The <c>Content-Type</c> that came with them, or null.</param>
    public static PageFeeds Of(ReadOnlyMemory<byte> body, string? contentType)
    {
        var html = PageDecoder.Decode(body, contentType);
        var nodes = PageTree.Of(html).All().Where(node => node.Name is "a" or "link" or "base").ToList();
        var spoken = nodes.Where(node => node.Name == "a").Select(FeedAnchor.Of).OfType<FeedAnchor>().OrderBy(anchor => anchor.Rank)
            .Select(anchor => anchor.Address);
        return new(
            [.. nodes.Where(IsFeedLink).Select(node => node["href"]!.Trim()).Distinct().Take(Most)],
            [.. PageData.Feeds(html).Concat(spoken).Distinct().Take(Most)],
            nodes.FirstOrDefault(node => node.Name == "base")?["href"],
            html);
    }

    private static bool IsFeedLink(PageNode node) =>
        node.Name == "link" && !string.IsNullOrWhiteSpace(node["href"])
        && node["rel"]?.Contains("alternate", StringComparison.OrdinalIgnoreCase) == true
        && node["type"]?.Split(';')[0].Trim() is { } type && Types.Contains(type, StringComparer.OrdinalIgnoreCase);
}
