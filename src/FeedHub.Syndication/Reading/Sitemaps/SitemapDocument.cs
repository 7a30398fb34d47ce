namespace FeedHub.Syndication.Reading.Sitemaps;

/// <summary>
/// Reads sitemaps and their indexes (sitemaps.org, Google's extensions for news, images and videos) as a stream: memory depends on what is
/// kept of the entries, not on the document's length. What is broken is read as far as it goes; nothing that it declares is ever resolved.
/// </summary>
public static class SitemapDocument
{
    /// <summary>Reads a whole document.</summary>
    /// <param name="body">As received; gzip is told by its first bytes.</param>
    /// <param name="options">What else is known, and the bounds.</param>
    public static ParsedSitemap Read(ReadOnlyMemory<byte> body, SitemapOptions options) =>
        Read(MemoryStreams.Over(body), options);

    /// <inheritdoc cref="Read(ReadOnlyMemory{byte}, SitemapOptions)"/>
    public static ParsedSitemap Read(Stream body, SitemapOptions options)
    {
        using var unpacked = new UnpackedStream(body, options.MaxBytes);
        using var text = SitemapText.Open(unpacked, options.ContentType);
        var window = new TextWindow(text);
        var sitemap = window.FirstVisible() == '<' ? Markup(window, options) : Lines(window, options);
        return sitemap with { IsCut = sitemap.IsCut || unpacked.IsCut };
    }

    private static ParsedSitemap Markup(TextWindow window, SitemapOptions options)
    {
        var (scanner, entries) = (new SitemapScanner(window), new NewestEntries(options.MaxEntries));
        var builder = new SitemapBuilder(new EntryReader(options), entries.Add);
        while (scanner.Next(builder.Leaf) is { } piece)
            builder.Add(piece);
        builder.End();
        var (kept, shift) = LocalClock.Mend(entries.Kept(), options);
        return new(builder.Kind, [.. kept.Select(entry => entry.Entry)])
        {
            Publication = builder.Publication,
            IsCut = builder.IsCut,
            LeftOut = entries.LeftOut,
            Shift = shift,
        };
    }

    // sitemaps.org also allows a text file, an address a line.
    private static ParsedSitemap Lines(TextWindow window, SitemapOptions options)
    {
        var (reader, entries) = (new EntryReader(options), new NewestEntries(options.MaxEntries));
        while (window.Line() is { } line)
        {
            if (line.TrimStart().StartsWith("http", StringComparison.OrdinalIgnoreCase) && !line.Trim().Contains(' '))
                entries.Add(reader.Read(new RawEntry { Address = line }));
        }

        var kept = entries.Kept();
        return new(kept.Count > 0 ? SitemapKind.Pages : SitemapKind.None, [.. kept.Select(e => e.Entry)]) { LeftOut = entries.LeftOut };
    }
}
