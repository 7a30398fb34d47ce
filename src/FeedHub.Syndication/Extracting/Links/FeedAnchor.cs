using System.Text.RegularExpressions;
using FeedHub.Syndication.Extracting.Pages;

namespace FeedHub.Syndication.Extracting.Links;

/// <summary>A link in a page's body that may lead to a feed.</summary>
/// <param name="Address">As written; where a reader program's button carries the feed's address, that one.</param>
/// <param name="Rank">0: the address looks like a feed's; 1: its words say so; 2: its words may mean something else too.</param>
internal sealed partial record FeedAnchor(string Address, int Rank)
{
    // Links to feeds are labels; a headline may have the word "feed" in it too.
    private const int LongestLabel = 40;

    /// <summary>The link as one to a feed; null where nothing speaks for that.</summary>
    public static FeedAnchor? Of(PageNode anchor)
    {
        if (anchor["href"]?.Trim() is not { Length: > 1 } href || href[0] == '#' || Foreign().IsMatch(href))
            return null;
        if (Carried(href) is { } carried)
            return new(carried, 0);
        var label = Label(anchor);
        return FeedPath().IsMatch(href) ? new(href, 0)
            : Sure().IsMatch(label) ? new(href, 1)
            : Perhaps().IsMatch(label) ? new FeedAnchor(href, 2)
            : null;
    }

    // "https://reader.example/subscribe?url=https%3A%2F%2Fpaper.example%2Frss".
    private static string? Carried(string href)
    {
        var match = CarriedAddress().Match(href);
        if (!match.Success)
            return null;
        var address = match.Groups[1].Value;
        return address.Contains("://", StringComparison.Ordinal) ? address : Uri.UnescapeDataString(address);
    }

    private static string Label(PageNode anchor)
    {
        var words = anchor.Words();
        var pictures = anchor.All().SelectMany(node => new[] { node["alt"], node["title"], node["aria-label"] });
        var marks = anchor.All().Select(node => node["class"]?.Replace('-', ' ').Replace('_', ' '));
        return string.Join('\n', pictures.Concat(marks).Append(words).Where(text => text is { Length: > 0 and <= LongestLabel }));
    }

    [GeneratedRegex(@"^(?:javascript|mailto|tel|data|whatsapp):", RegexOptions.IgnoreCase)]
    private static partial Regex Foreign();

    [GeneratedRegex(
        @"^(?:feed|itpc|pcast):|(?:^|[/.?&=_-])(?:rss\d?|rdf|atom|feeds?)(?:[/?.]*$|[/?#]|\.(?:xml|rss|rdf|atom|php|json|aspx?))"
            + @"|\.(?:rss|atom|rdf)(?:[?#]|$)|[?&](?:feed|format|alt)=(?:rss|atom)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex FeedPath();

    [GeneratedRegex(
        @"^https?://(?:[\w-]+\.)*(?:feedly|inoreader|netvibes|newsblur|theoldreader|bloglines|feedbin|yahoo|google)\.[\w.]+/[^\s]*?"
            + @"(https?(?::|%3a)(?:/|%2f){2}[^&\s]+)",
        RegexOptions.IgnoreCase)]
    private static partial Regex CarriedAddress();

    [GeneratedRegex(@"\b(?:rss|atom|(?:news|xml|json|web)[ -]?feeds?|feeds?|umpan|sindikasi|syndication)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Sure();

    [GeneratedRegex(
        @"\b(?:(?:ber)?langganan|subscri(?:be|ption)s?|abonn\w*|s'abonner|suscr[ií]\w*|assinar|abonner\w*)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Perhaps();
}
