using System.Text.Json;
using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Writing;

/// <summary>Writes one story as an item of a JSON Feed.</summary>
internal static class JsonFeedItem
{
    /// <summary>Writes the item's members into the object that the writer has open.</summary>
    public static void Write(Utf8JsonWriter json, MergedEntry entry, string baseUrl)
    {
        json.WriteString("id", entry.Id);
        json.WriteString("url", entry.Link());
        json.WriteString("title", entry.Title);
        Texts(json, entry);
        json.Optional("image", entry.Image?.Url);
        json.WriteString("date_published", FeedDates.Rfc3339(entry.Published));
        json.WriteString("date_modified", FeedDates.Rfc3339(entry.Updated));
        Authors(json, entry);
        Tags(json, entry);
        json.Optional("language", entry.Language);
        if (entry.Enclosures.Count > 0)
            json.Objects("attachments", entry.Enclosures, file => Attachment(json, file));
        JsonFeedExtension.Write(json, entry, baseUrl);
    }

    // JSON Feed 1.1, "items": one of content_html and content_text must be present.
    private static void Texts(Utf8JsonWriter json, MergedEntry entry)
    {
        if (entry.Body() is { } body)
            json.WriteString("content_html", body);
        else
            json.WriteString("content_text", entry.Summary ?? entry.Title);
        json.Optional("summary", entry.Summary);
    }

    private static void Authors(Utf8JsonWriter json, MergedEntry entry) => json.Objects("authors", [entry.Byline()], name =>
    {
        json.WriteString("name", name);
        json.Optional("url", entry.Source.Link);
    });

    private static void Tags(Utf8JsonWriter json, MergedEntry entry)
    {
        var tags = entry.Categories.Select(category => category.Label).Concat(entry.PublisherCategories);
        json.Strings("tags", tags.Distinct(StringComparer.OrdinalIgnoreCase));
    }

    private static void Attachment(Utf8JsonWriter json, Enclosure file)
    {
        json.WriteString("url", file.Url);
        json.WriteString("mime_type", file.Type ?? "application/octet-stream");
        json.Optional("title", file.Title);
        if (file.Length is { } length)
            json.WriteNumber("size_in_bytes", length);
        if (file.Seconds is { } seconds)
            json.WriteNumber("duration_in_seconds", seconds);
    }
}
