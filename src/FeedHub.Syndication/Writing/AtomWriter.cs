namespace FeedHub.Syndication.Writing;

/// <summary>Writes the merged feed as Atom 1.0 (RFC 4287).</summary>
public sealed class AtomWriter : IFeedWriter
{
    /// <inheritdoc/>
    public static string Path => "/feed.atom";

    /// <inheritdoc/>
    public static string MediaType => "application/atom+xml";

    /// <inheritdoc/>
    public static string Name => "Atom";

    /// <inheritdoc/>
    public static string ShortName => "Atom";

    /// <inheritdoc/>
    public static string Standard => "Atom 1.0";

    /// <inheritdoc/>
    public static string Operation => "getAtom";

    private AtomWriter()
    {
    }

    /// <inheritdoc/>
    public static byte[] Write(MergedFeed feed)
    {
        var safe = SafeFeed.Of(feed);
        return FeedXml.Document(FeedNamespaces.Atom, xml =>
        {
            xml.Start("feed");
            xml.Declare("dc", "media");
            Head(xml, safe, FeedLinks.Of(safe, Path));
            var dates = new DistinctDates(safe.IsDatedByArrival);
            foreach (var entry in safe.Entries)
                AtomEntryWriter.Write(xml, entry, dates.Of(entry), safe.BaseUrl);
        });
    }

    // Stands for "no entry yet", which Atom has no word for; the epoch would be reported as implausible.
    private static readonly DateTimeOffset Never = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static void Head(FeedXml xml, MergedFeed feed, FeedLinks links)
    {
        xml.Value("id", links.Self);
        xml.Text("title", feed.Title, ("type", "text"));
        if (feed.Description.Length > 0)
            xml.Text("subtitle", feed.Description, ("type", "text"));
        xml.Value("updated", FeedDates.Rfc3339(feed.Updated > DateTimeOffset.UnixEpoch ? feed.Updated : Never));
        Links(xml, links);
        xml.Start("author");
        xml.Text("name", "FeedHub");
        xml.End();
        xml.Value("generator", "FeedHub", ("uri", feed.BaseUrl + "/"));
    }

    // The page comes first: CodeHollow.FeedReader takes the first link for the site and ignores its rel.
    private static void Links(FeedXml xml, FeedLinks links)
    {
        xml.Empty("link", ("rel", "alternate"), ("type", "text/html"), ("href", links.Page));
        xml.Empty("link", ("rel", "self"), ("type", MediaType), ("href", links.Self));
        if (links.Hub is not null)
            xml.Empty("link", ("rel", "hub"), ("href", links.Hub));
        if (links.Next is { } next)
            xml.Empty("link", ("rel", "next"), ("type", MediaType), ("href", next));
    }
}
