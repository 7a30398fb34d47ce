namespace FeedHub.Syndication.Writing;

/// <summary>Writes one story as an Atom entry.</summary>
internal static class AtomEntryWriter
{
    /// <summary>Writes the entry at the writer's place in the feed.</summary>
    /// <param name="xml">Where to.</param>
    /// <param name="entry">The story.</param>
    /// <param name="updated">When it was updated, as the document has it.</param>
    /// <param name="baseUrl">Base of FeedHub's addresses.</param>
    public static void Write(FeedXml xml, MergedEntry entry, string updated, string baseUrl)
    {
        xml.Start("entry", ("xml:lang", entry.Language));
        xml.Value("id", entry.Id);
        xml.Text("title", entry.Title, ("type", "text"));
        Links(xml, entry);
        xml.Value("published", FeedDates.Rfc3339(entry.Published));
        xml.Value("updated", updated);
        Authors(xml, entry);
        Categories(xml, entry, baseUrl);
        Texts(xml, entry);
        if (entry.Image is { } image)
            xml.Empty(
                "media:thumbnail",
                ("url", image.Url),
                ("width", FeedXml.Number(image.Width)),
                ("height", FeedXml.Number(image.Height)));
        Source(xml, entry);
        xml.Origin(entry);
        xml.End();
    }

    private static void Links(FeedXml xml, MergedEntry entry)
    {
        xml.Empty("link", ("rel", "alternate"), ("href", entry.Link()));
        foreach (var also in entry.Also.Where(also => also.Url is not null).DistinctBy(also => also.Url))
            xml.Empty("link", ("rel", "related"), ("title", $"{also.Source.Title}: {also.Title}"), ("href", also.Url));
        foreach (var file in entry.Enclosures)
        {
            xml.Empty("link", ("rel", "enclosure"), ("type", file.Type), ("length", FeedXml.Number(file.Length)), ("title", file.Title),
                ("href", file.Url));
        }
    }

    // Without an author of its own an entry would take the feed's (RFC 4287, section 4.2.1), and FeedHub wrote none of them.
    private static void Authors(FeedXml xml, MergedEntry entry)
    {
        xml.Start("author");
        xml.Text("name", entry.Byline());
        xml.End();
        xml.Credits(entry);
    }

    private static void Categories(FeedXml xml, MergedEntry entry, string baseUrl)
    {
        foreach (var category in entry.Categories)
            xml.Empty("category", ("term", category.Slug), ("scheme", category.Scheme(baseUrl)), ("label", category.Label));
        foreach (var word in entry.PublisherCategories)
            xml.Empty("category", ("term", word));
    }

    // An entry with neither text is reported by the W3C validator: the title stands in. Where the summary stands in for the title, a
    // content says so: who reads it back would take it for a title without a text.
    private static void Texts(FeedXml xml, MergedEntry entry)
    {
        var body = entry.Body();
        if (entry.Summary is not null || body is null)
            xml.Text("summary", entry.Summary ?? entry.Title, ("type", "text"));
        if (body is not null)
            xml.Value("content", body, ("type", "html"));
        else if (entry.Summary == entry.Title)
            xml.Text("content", entry.Title, ("type", "text"));
    }

    // RFC 4287, section 4.2.11. Its date is the entry's: the source as it was then; its latest would change this entry's bytes
    // with every other story of the source.
    private static void Source(FeedXml xml, MergedEntry entry)
    {
        xml.Start("source");
        xml.Value("id", SourceId(entry.Source));
        xml.Text("title", entry.Source.Title, ("type", "text"));
        xml.Value("updated", FeedDates.Rfc3339(entry.Updated));
        if (entry.Source.Link is { } site)
            xml.Empty("link", ("rel", "alternate"), ("href", site));
        xml.Empty("link", ("rel", "self"), ("href", entry.Source.FeedUrl));
        if (entry.Source.Icon is { } icon)
            xml.Value("icon", icon);
        if (entry.Source.Rights is { } rights)
            xml.Text("rights", rights, ("type", "text"));
        xml.End();
    }

    // Sources whose addresses differ in a secret alone are different sources all the same.
    private static string SourceId(EntrySource source) =>
        WebAddress.Canonical(source.FeedUrl) + (ShownAddress.IsCut(source.FeedUrl) ? "#" + Uri.EscapeDataString(source.Id) : "");
}
