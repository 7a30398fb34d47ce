namespace FeedHub.Syndication.Writing;

/// <summary>Writes the merged feed as RSS 2.0 after the RSS Advisory Board's Best Practices Profile.</summary>
public sealed class RssWriter : IFeedWriter
{
    /// <inheritdoc/>
    public static string Path => "/feed.rss";

    /// <inheritdoc/>
    public static string MediaType => "application/rss+xml";

    /// <inheritdoc/>
    public static string Name => "RSS";

    /// <inheritdoc/>
    public static string ShortName => "RSS";

    /// <inheritdoc/>
    public static string Standard => "RSS 2.0";

    /// <inheritdoc/>
    public static string Operation => "getRss";

    private RssWriter()
    {
    }

    /// <inheritdoc/>
    public static byte[] Write(MergedFeed feed)
    {
        var safe = SafeFeed.Of(feed);
        return FeedXml.Document("", xml =>
        {
            xml.Start("rss", ("version", "2.0"));
            xml.Declare("atom", "content", "dc", "dcterms", "itunes", "media");
            xml.Start("channel");
            Channel(xml, safe, FeedLinks.Of(safe, Path));
            var hasLanguage = safe.SharedLanguage() is not null;
            foreach (var entry in safe.Entries)
                RssItemWriter.Write(xml, entry, safe.BaseUrl, hasLanguage);
        });
    }

    private static void Channel(FeedXml xml, MergedFeed feed, FeedLinks links)
    {
        xml.Text("title", feed.Title);
        xml.Value("link", links.Page);
        xml.Text("description", feed.Description.Length > 0 ? feed.Description : feed.Title);
        if (feed.SharedLanguage() is { } language)
            xml.Value("language", language);
        // The epoch stands for "no entry yet"; as a date it would be reported as implausible.
        if (feed.Updated > DateTimeOffset.UnixEpoch)
            xml.Value("lastBuildDate", FeedDates.Rfc822(feed.Updated));
        xml.Value("generator", "FeedHub");
        // By http: the W3C validator knows feeds of this profile by exactly this address.
        xml.Value("docs", "http://www.rssboard.org/rss-specification");
        Links(xml, links);
    }

    private static void Links(FeedXml xml, FeedLinks links)
    {
        xml.Empty("atom:link", ("rel", "self"), ("type", MediaType), ("href", links.Self));
        if (links.Hub is not null)
            xml.Empty("atom:link", ("rel", "hub"), ("href", links.Hub));
        if (links.Next is { } next)
            xml.Empty("atom:link", ("rel", "next"), ("type", MediaType), ("href", next));
    }
}
