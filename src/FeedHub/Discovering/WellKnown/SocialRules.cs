namespace FeedHub.Discovering.WellKnown;

/// <summary>Bluesky, and servers of the Fediverse: Mastodon, Pixelfed, Lemmy, on any host.</summary>
internal static class SocialRules
{
    // Their pages are called "@name" too, and have other feeds or none.
    private static readonly string[] Others =
    [
        "youtube.com", "medium.com", "tiktok.com", "threads.net", "threads.com", "substack.com", "x.com", "twitter.com", "instagram.com",
        "music.youtube.com", "t.me", "flipboard.com", "pinterest.com",
    ];

    public static IEnumerable<WellKnownFeed> Of(SitePage page)
    {
        if (page.Host == "bsky.app")
            return Bluesky(page);
        return Others.Contains(page.Host) ? [] : Fediverse(page).Select(feed => feed with { IsGuess = true });
    }

    private static IEnumerable<WellKnownFeed> Bluesky(SitePage page)
    {
        if (page[0] == "profile" && page[1].Length > 0)
            yield return new($"https://bsky.app/profile/{page[1]}/rss", WellKnownText.Bluesky);
    }

    private static IEnumerable<WellKnownFeed> Fediverse(SitePage page)
    {
        var (first, second) = page[0] == "web" ? (page[1], page[2]) : (page[0], page[1]);
        if (first is ['@', _, ..])
            yield return Account(page, first[1..]);
        else if (first == "users" && second.Length > 0)
            yield return new($"{page.Site}/users/{second}.rss", WellKnownText.MastodonAccount);
        else if (first == "tags" && second.Length > 0 && page.Path.Count == 2)
            yield return new($"{page.Site}/tags/{second}.rss", WellKnownText.MastodonTag);
        else if (first == "c" && second.Length > 0 && page.Path.Count == 2)
            yield return new($"{page.Site}/feeds/c/{second}.xml", WellKnownText.Lemmy);
    }

    // "@user@other.host" on this host is an account of the other.
    private static WellKnownFeed Account(SitePage page, string account)
    {
        var at = account.IndexOf('@', StringComparison.Ordinal);
        return new(
            at > 0 && at < account.Length - 1 ? $"https://{account[(at + 1)..]}/@{account[..at]}.rss" : $"{page.Site}/@{account}.rss",
            WellKnownText.MastodonAccount);
    }
}
