using System.Text.RegularExpressions;

namespace FeedHub.Discovering.WellKnown;

/// <summary>Medium, Substack, Tumblr, Blogger, WordPress.com.</summary>
internal static partial class BlogRules
{
    private static readonly string[] Nobody = ["www", "api", "assets", "open", "support", "help"];

    public static IEnumerable<WellKnownFeed> Of(SitePage page)
    {
        if (page.Host == "medium.com")
            return Medium(page);
        if (page.Host == "tumblr.com")
            return Tumblr(page);
        if (Blogger().IsMatch(page.Host))
            return OfBlogger(page);
        return Named(page, "medium.com", "feed", WellKnownText.MediumPage)
            ?? Named(page, "substack.com", "feed", WellKnownText.Substack)
            ?? Named(page, "wordpress.com", "feed/", WellKnownText.WordPress)
            ?? OfTumblr(page)
            ?? [];
    }

    private static IEnumerable<WellKnownFeed>? Named(SitePage page, string domain, string feed, string what) =>
        page.NameAt(domain) is { } name && !Nobody.Contains(name) ? [new($"{page.Site}/{feed}", what)] : null;

    // A person, a publication, one of its topics, or a tag; "/p/…" is a story.
    private static IEnumerable<WellKnownFeed> Medium(SitePage page) => page.Path.Count switch
    {
        0 => [],
        _ when page[0] is "m" or "me" or "p" or "search" or "membership" => [],
        _ when page[0] == "tag" => [new($"https://medium.com/feed/tag/{page[1]}", WellKnownText.MediumTag)],
        _ when page[1] == "tagged" => [new($"https://medium.com/feed/{page.Up(3)}", WellKnownText.MediumTopic)],
        _ => [new($"https://medium.com/feed/{page[0]}", WellKnownText.MediumPage)],
    };

    // "www.tumblr.com/name", and as its own pages write it "/blog/name" and "/blog/view/name".
    private static IEnumerable<WellKnownFeed> Tumblr(SitePage page)
    {
        var name = page[0] != "blog" ? page[0] : page[1] == "view" ? page[2] : page[1];
        if (TumblrName().IsMatch(name) && name is not ("dashboard" or "explore" or "search" or "login" or "tagged" or "register"))
            yield return new($"https://{name}.tumblr.com/rss", WellKnownText.Tumblr);
    }

    private static IEnumerable<WellKnownFeed>? OfTumblr(SitePage page) =>
        page.NameAt("tumblr.com") is null ? null
        : page[0] == "tagged" && page[1].Length > 0
            ? [new($"{page.Site}/tagged/{page[1]}/rss", WellKnownText.TumblrTag)]
            : [new($"{page.Site}/rss", WellKnownText.Tumblr)];

    private static IEnumerable<WellKnownFeed> OfBlogger(SitePage page) =>
        (page[0], page[1]) == ("search", "label") && page[2].Length > 0
            ? [new($"{page.Site}/feeds/posts/default/-/{page[2]}", WellKnownText.BloggerLabel)]
            : [new($"{page.Site}/feeds/posts/default", WellKnownText.Blogger)];

    [GeneratedRegex(@"^[\w-]+\.blogspot\.(?:[a-z]{2,3})(?:\.[a-z]{2})?$")]
    private static partial Regex Blogger();

    [GeneratedRegex(@"^[a-zA-Z0-9][a-zA-Z0-9-]{0,62}$")]
    private static partial Regex TumblrName();
}
