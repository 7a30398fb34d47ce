using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Writing;

/// <summary>Writes one story as an RSS item.</summary>
internal static class RssItemWriter
{
    /// <summary>Writes the item at the writer's place in the channel.</summary>
    /// <param name="xml">Where to.</param>
    /// <param name="entry">The story.</param>
    /// <param name="baseUrl">Base of FeedHub's addresses.</param>
    /// <param name="hasLanguage">The channel names the language of all its items.</param>
    public static void Write(FeedXml xml, MergedEntry entry, string baseUrl, bool hasLanguage)
    {
        xml.Start("item");
        xml.Text("title", entry.Title);
        xml.Value("link", entry.Link());
        xml.Value("guid", entry.Id, ("isPermaLink", "false"));
        xml.Value("pubDate", FeedDates.Rfc822(entry.Published));
        xml.Text("dc:creator", entry.Byline());
        xml.Credits(entry);
        Categories(xml, entry, baseUrl);
        Texts(xml, entry);
        Files(xml, entry);
        xml.Text("source", entry.Source.Title, ("url", entry.Source.FeedUrl));
        xml.Origin(entry);
        if (entry.Language is { } language && !hasLanguage)
            xml.Value("dc:language", language);
        if (FeedDates.IsEdited(entry))
            xml.Value("dcterms:modified", FeedDates.Rfc3339(entry.Updated));
        xml.End();
    }

    private static void Categories(FeedXml xml, MergedEntry entry, string baseUrl)
    {
        foreach (var category in entry.Categories)
            xml.Text("category", category.Slug, ("domain", category.Scheme(baseUrl)));
        foreach (var word in entry.PublisherCategories)
            xml.Text("category", word);
    }

    // The description is markup by the profile, so plain text is escaped a second time. It goes before content:encoded, which
    // is not to stand without it; there it is empty where the source gives no summary.
    private static void Texts(FeedXml xml, MergedEntry entry)
    {
        var body = entry.Body();
        if (entry.Summary is not null || body is not null)
            xml.Value("description", SafeText.Escape(entry.Summary ?? ""));
        if (body is not null)
            xml.Value("content:encoded", body);
    }

    private static void Media(FeedXml xml, Enclosure file)
    {
        var medium = file.Type?.Split('/')[0] is "image" or "audio" or "video" ? file.Type.Split('/')[0] : null;
        var type = file.Type?.EndsWith('*') == true ? null : file.Type;
        xml.Start("media:content", ("url", file.Url), ("fileSize", FeedXml.Number(file.Length)), ("type", type), ("medium", medium),
            ("duration", FeedXml.Number(file.Seconds)));
        if (file.Title is { } title)
            xml.Text("media:title", title);
        xml.End();
    }

    // Readers disagree on a second enclosure, so the profile allows one; Media RSS takes the rest, and the first again where it has a
    // title, for which RSS has no place.
    private static void Files(FeedXml xml, MergedEntry entry)
    {
        if (entry.Enclosures is [var first, ..])
        {
            var type = first.Type ?? "application/octet-stream";
            xml.Empty("enclosure", ("url", first.Url), ("length", FeedXml.Number(first.Length) ?? "0"), ("type", type));
        }
        if (entry.Enclosures is [{ Seconds: { } seconds }, ..])
            xml.Value("itunes:duration", FeedXml.Number(seconds)!);
        foreach (var file in entry.Enclosures.Where((file, n) => n > 0 || file.Title is not null))
            Media(xml, file);
        if (entry.Image is { } image)
            xml.Empty(
                "media:thumbnail",
                ("url", image.Url),
                ("width", FeedXml.Number(image.Width)),
                ("height", FeedXml.Number(image.Height)));
    }
}
