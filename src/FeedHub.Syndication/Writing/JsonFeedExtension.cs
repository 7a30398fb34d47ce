using System.Text.Json;
using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Writing;

/// <summary>Writes what JSON Feed has no word for: where a story came from, its categories with reasons, its other items.</summary>
internal static class JsonFeedExtension
{
    /// <summary>Writes the member <c>_feedhub</c> into the item that the writer has open.</summary>
    public static void Write(Utf8JsonWriter json, MergedEntry entry, string baseUrl)
    {
        json.WriteStartObject("_feedhub");
        json.WriteString("about", baseUrl + "/docs/jsonfeed");
        json.WriteStartObject("source");
        Source(json, entry.Source);
        json.WriteString("feed_url", entry.Source.FeedUrl);
        json.WriteEndObject();
        json.Strings("authors", entry.Authors);
        json.WriteString("first_seen", FeedDates.Rfc3339(entry.FirstSeen));
        json.Objects("categories", entry.Categories, category => Category(json, category));
        json.Strings("publisher_categories", entry.PublisherCategories);
        if (entry.Origin is { } origin)
            Origin(json, origin);
        if (entry.Coverage is { } coverage)
            Coverage(json, coverage);
        json.Objects("also", entry.Also, also => Also(json, also));
        json.WriteEndObject();
    }

    private static void Source(Utf8JsonWriter json, EntrySource source)
    {
        json.WriteString("id", source.Id);
        json.WriteString("title", source.Title);
    }

    private static void Origin(Utf8JsonWriter json, Origin origin)
    {
        json.WriteStartObject("origin");
        json.Optional("title", origin.Title);
        json.Optional("url", origin.Url);
        json.WriteEndObject();
    }

    private static void Coverage(Utf8JsonWriter json, EntryCoverage coverage)
    {
        json.WriteStartObject("coverage");
        json.WriteString("id", coverage.Id);
        json.WriteNumber("stories", coverage.Stories);
        json.WriteNumber("sources", coverage.Sources);
        json.WriteEndObject();
    }

    private static void Category(Utf8JsonWriter json, EntryCategory category)
    {
        json.WriteString("slug", category.Slug);
        json.WriteNumber("confidence", category.Confidence);
        json.WriteString("why", SafeFeed.Words(category.Why));
    }

    private static void Also(Utf8JsonWriter json, AlsoIn also)
    {
        json.Optional("id", also.Id);
        json.Optional("url", also.Url);
        json.WriteString("title", also.Title);
        json.WriteStartObject("source");
        Source(json, also.Source);
        json.WriteEndObject();
        json.WriteString("why", SafeFeed.Words(also.Why));
    }
}
