using System.Text.RegularExpressions;
using FeedHub.Syndication.Reading.Html;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Reading;

/// <summary>Names what a document is that is not a feed, for an admin.</summary>
internal static partial class NotAFeed
{
    // What is looked for stands at the head of a page.
    private const int Head = 64 * 1024;

    private static readonly string[] Challenges =
    [
        "cf-browser-verification", "challenge-platform", "cf_chl_", "Just a moment...", "Checking your browser", "Attention Required!",
        "DDoS protection by",
        "g-recaptcha", "h-captcha", "Incapsula incident", "_Incapsula_", "sucuri_cloudproxy",
        "Enable JavaScript and cookies to continue", "px-captcha",
    ];

    public static FeedReadException Because(string text)
    {
        var head = text.Length > Head ? text[..Head] : text;
        if (string.IsNullOrWhiteSpace(head))
            return new FeedReadException(Reason.Of(ReasonCode.EmptyBody));
        if (FileFormats.Find(head) is { } format)
            return new FeedReadException(Reason.Of(ReasonCode.BodyIsFile, format));
        if (head.TrimStart()[0] is '{' or '[')
            return new FeedReadException(Reason.Of(ReasonCode.BodyIsJson, Excerpt(head)));
        if (head.TrimStart()[0] == '<' && ByRoot(head) is { } known)
            return new FeedReadException(Reason.Of(known));
        return Html().IsMatch(head) && !IsOtherXml(head) ? Page(head)
            : head.TrimStart()[0] == '<' ? new FeedReadException(Reason.Of(ReasonCode.BodyIsXml, Root().Match(head).Value + ">"))
            : FileFormats.IsText(head) ? new FeedReadException(Reason.Of(ReasonCode.BodyIsText, Excerpt(head)))
            : new FeedReadException(Reason.Of(ReasonCode.BodyIsNoText));
    }

    // Drawings, style sheets and bookmarks have titles too: their root tells them from pages.
    private static bool IsOtherXml(string head)
    {
        var name = RootName(head);
        return head.TrimStart()[0] == '<' && name.Length > 0 && (name == "svg" || !HtmlNames.IsElement(name));
    }

    private static string RootName(string head) => Root().Match(Comment().Replace(head, "")).Value.Split('<', ':')[^1].ToLowerInvariant();

    // Documents that people take for feeds, whose heads look like a page's.
    private static ReasonCode? ByRoot(string head) =>
        RootName(head) switch
        {
            "opml" => ReasonCode.BodyIsOpml,
            "urlset" => ReasonCode.BodyIsSitemap,
            "sitemapindex" => ReasonCode.BodyIsSitemapIndex,
            _ => null,
        };

    private static FeedReadException Page(string head)
    {
        var title = Title().Match(head) is { Success: true } match ? Excerpt(HtmlText.ToPlainText(match.Groups[1].Value)) : null;
        var isChallenge = Challenges.Any(c => head.Contains(c, StringComparison.OrdinalIgnoreCase));
        var onTo = MetaRefresh.Target(Comment().Replace(head, ""));
        return new FeedReadException(PageReason(isChallenge, title))
        {
            FeedLinks = [.. Alternates(head).Concat(LooksLikeFeed(onTo) ? [onTo!] : []).Distinct()],
            SendsOnTo = onTo,
        };
    }

    private static Reason PageReason(bool isChallenge, string? title) => (isChallenge, title) switch
    {
        (true, null) => Reason.Of(ReasonCode.BodyIsChallenge),
        (true, _) => Reason.Of(ReasonCode.BodyIsChallengeTitled, title),
        (false, null) => Reason.Of(ReasonCode.BodyIsPage),
        _ => Reason.Of(ReasonCode.BodyIsPageTitled, title),
    };

    private static IEnumerable<string> Alternates(string head) =>
        AlternateLink().Matches(head).Select(m => Href().Match(m.Value).Groups[1].Value)
        .Where(h => h.Length > 0).Select(System.Net.WebUtility.HtmlDecode).OfType<string>();

    // A page may send its readers anywhere; this is told without asking there.
    private static bool LooksLikeFeed(string? address) => address is not null && FeedAddress().IsMatch(address);

    private static string Excerpt(string text) => HtmlText.Shorten(Html5Spaces(text.Length > 200 ? text[..200] : text), 100);

    private static string Html5Spaces(string text) => Reading.Html.Spaces.Fold(text);

    [GeneratedRegex(
        @"<(?:!doctype\s+html|html|head|body|title|meta|div|script|p|h1|table)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Html();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Comment();

    [GeneratedRegex(@"feed|rss|atom|rdf|\.(?:xml|json)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex FeedAddress();

    [GeneratedRegex(@"<title[^>]*>([^<]*)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Title();

    [GeneratedRegex(@"<[A-Za-z_][\w:.-]*", RegexOptions.NonBacktracking)]
    private static partial Regex Root();

    [GeneratedRegex(
        @"<link\b[^>]*application/(?:rss\+xml|atom\+xml|feed\+json|rdf\+xml)[^>]*>",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex AlternateLink();

    [GeneratedRegex(@"\bhref\s*=\s*[""']?([^""'\s>]+)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Href();
}
