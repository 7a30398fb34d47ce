namespace FeedHub.Syndication.Writing;

/// <summary>A source as a subscription list shows it.</summary>
/// <param name="Title">Plain text.</param>
/// <param name="XmlUrl">Absolute address of the feed.</param>
/// <param name="HtmlUrl">Absolute address of the site, or null.</param>
/// <param name="Categories">Slugs; may be empty.</param>
/// <param name="Language">BCP 47, or null.</param>
public sealed record OpmlSource(string Title, string XmlUrl, string? HtmlUrl, IReadOnlyList<string> Categories, string? Language)
{
    /// <summary>Names of the folders around it, the outermost first.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>What only FeedHub knows of it, by name: attributes of FeedHub's own namespace.</summary>
    public IReadOnlyDictionary<string, string> Own { get; init; } = new Dictionary<string, string>();
}

/// <summary>Writes sources as OPML 2.0 (opml.org), a subscription list.</summary>
public static class OpmlWriter
{
    /// <summary>UTF-8 bytes of the document, in the order given, folders after the sources beside them; a source whose feed has no
    /// http address is left out.</summary>
    public static byte[] Write(string title, IReadOnlyList<OpmlSource> sources) => FeedXml.Document("", xml =>
    {
        xml.Start("opml", ("version", "2.0"));
        if (sources.Any(source => source.Own.Count > 0))
            xml.Declare("feedhub");
        xml.Start("head");
        xml.Text("title", Bounds.Cut(SafeText.Line(title)));
        xml.End();
        xml.Start("body");
        Outlines(xml, [.. sources.Where(source => WebAddress.Http(source.XmlUrl) is not null)], 0);
    });

    // An outline without an address that has others inside is a folder (OPML 2.0, "Subscription lists").
    private static void Outlines(FeedXml xml, IReadOnlyList<OpmlSource> sources, int depth)
    {
        foreach (var source in sources.Where(source => source.Folders.Count <= depth))
            Outline(xml, source);
        foreach (var folder in sources.Where(source => source.Folders.Count > depth).GroupBy(source => source.Folders[depth])
            .OrderBy(folder => folder.Key, StringComparer.Ordinal))
        {
            var name = SafeText.Line(folder.Key);
            xml.Start("outline", ("text", name), ("title", name));
            Outlines(xml, [.. folder], depth + 1);
            xml.End();
        }
    }

    private static void Outline(FeedXml xml, OpmlSource source)
    {
        // As it is stored: in another spelling it would come back as another source.
        var feed = SafeText.Clean(source.XmlUrl).Trim();
        var name = Bounds.CutOrNull(SafeText.LineOrNull(source.Title)) ?? feed;
        xml.Empty(
            "outline",
            [
                ("type", "rss"),
                ("text", name),
                ("title", name),
                ("xmlUrl", feed),
                ("htmlUrl", WebAddress.Http(Bounds.WholeOrNull(source.HtmlUrl, Bounds.Address))),
                ("category", Categories(source)),
                ("language", SafeText.Language(source.Language)),
                .. source.Own.Select(own => ($"feedhub:{own.Key}", (string?)SafeText.Clean(own.Value))),
            ]);
    }

    // A comma separates categories and a slash their levels (OPML 2.0, "category"): neither can be part of one.
    private static string? Categories(OpmlSource source) => SafeText.LineOrNull(
        string.Join(',', source.Categories.Select(slug => SafeText.LineOrNull(slug.Replace(',', ' ').Replace('/', ' '))).OfType<string>()));
}
