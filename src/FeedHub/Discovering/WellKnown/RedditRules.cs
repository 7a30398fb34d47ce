namespace FeedHub.Discovering.WellKnown;

/// <summary>Reddit: any of its lists with <c>.rss</c> behind its address.</summary>
internal static class RedditRules
{
    private static readonly string[] Hosts = ["reddit.com", "old.reddit.com", "new.reddit.com", "np.reddit.com"];

    public static IEnumerable<WellKnownFeed> Of(SitePage page)
    {
        if (!Hosts.Contains(page.Host))
            yield break;
        var place = page[0] == "u" ? string.Join('/', page.Path.Skip(1).Prepend("user")) : string.Join('/', page.Path);
        yield return new($"https://www.reddit.com/{(place.Length > 0 ? place + "/" : "")}.rss{page.Address.Query}", What(page));
    }

    private static string What(SitePage page) => page[0] switch
    {
        "r" when page[2] == "comments" => WellKnownText.RedditComments,
        "r" => WellKnownText.Subreddit,
        "u" or "user" => WellKnownText.RedditPerson,
        _ => WellKnownText.RedditPage,
    };
}
