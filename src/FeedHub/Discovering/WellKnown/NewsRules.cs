namespace FeedHub.Discovering.WellKnown;

/// <summary>Google News: a search, a topic, a publication, the front page.</summary>
internal static class NewsRules
{
    public static IEnumerable<WellKnownFeed> Of(SitePage page)
    {
        if (page.Host != "news.google.com")
            return [];
        var query = page.Address.Query;
        return (page[0], page[1]) switch
        {
            ("search", _) when page.Query("q") is not null =>
                [new($"https://news.google.com/rss/search{query}", WellKnownText.GoogleSearch)],
            ("topics" or "publications", { Length: > 0 }) =>
                [new($"https://news.google.com/rss/{page.Up(page[2] == "sections" ? 4 : 2)}{query}", WellKnownText.GoogleTopic)],
            ("" or "home" or "topstories", _) => [new($"https://news.google.com/rss{query}", WellKnownText.GoogleHeadlines)],
            _ => [],
        };
    }
}
