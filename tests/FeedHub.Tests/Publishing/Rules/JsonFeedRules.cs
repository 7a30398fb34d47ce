using System.Text.Json;
using static FeedHub.Tests.Publishing.Rules.FeedRules;

namespace FeedHub.Tests.Publishing.Rules;

/// <summary>JSON Feed 1.1: what it requires, its types, and members that it does not define.</summary>
internal static class JsonFeedRules
{
    private static readonly string[] FeedMembers
        = ["version", "title", "home_page_url", "feed_url", "next_url", "description", "language", "hubs", "items"];

    private static readonly string[] ItemMembers =
        ["id", "url", "title", "content_html", "content_text", "summary", "image", "date_published", "date_modified", "authors", "tags",
            "language", "attachments", "_feedhub"];

    /// <summary>Every rule that the document breaks.</summary>
    public static IReadOnlyList<string> Broken(byte[] document, string location)
    {
        var feed = JsonDocument.Parse(document).RootElement;
        var items = feed.GetProperty("items").EnumerateArray().ToList();
        return
        [
            .. Only(feed, FeedMembers),
            .. Text(feed, "version") == "https://jsonfeed.org/version/1.1" ? (string[])[] : ["version"],
            .. Plain("title", Text(feed, "title")), .. Web("home_page_url", Text(feed, "home_page_url")),
            .. Text(feed, "feed_url") == location ? (string[])[] : [$"feed_url is {Text(feed, "feed_url")}"],
            .. items.SelectMany(Item),
            .. Unique("duplicate id", items.Select(item => Text(item, "id"))),
        ];
    }

    private static IEnumerable<string> Item(JsonElement item) =>
    [
        .. Only(item, ItemMembers),
        .. Plain("id", Text(item, "id")), .. Web("url", Text(item, "url")),
        .. item.TryGetProperty("content_html", out _) || item.TryGetProperty("content_text", out _)
            ? (string[])[]
            : ["neither content_html nor content_text"],
        .. Html(Text(item, "content_html")),
        .. Rfc3339("date_published", Text(item, "date_published")), .. Rfc3339("date_modified", Text(item, "date_modified")),
        .. item.TryGetProperty("image", out var image) ? Web("image", image.GetString()) : [],
        .. item.TryGetProperty("language", out var language) ? Language("language", language.GetString()) : [],
        .. item.GetProperty("authors").EnumerateArray().SelectMany(author => Plain("author", Text(author, "name"))),
        .. item.GetProperty("tags").EnumerateArray().SelectMany(tag => Plain("tag", tag.GetString())),
        .. item.TryGetProperty("attachments", out var files) ? files.EnumerateArray().SelectMany(Attachment) : [],
        .. Web("_feedhub.about", Text(item.GetProperty("_feedhub"), "about")),
    ];

    private static IEnumerable<string> Attachment(JsonElement file) =>
    [
        .. Only(file, ["url", "mime_type", "size_in_bytes", "duration_in_seconds"]),
        .. Web("attachment", Text(file, "url")), .. MediaType("attachment", Text(file, "mime_type")),
        .. file.TryGetProperty("size_in_bytes", out var size) && size.GetInt64() < 1 ? ["size_in_bytes"] : (string[])[],
    ];

    private static IEnumerable<string> Only(JsonElement of, string[] members) =>
        of.EnumerateObject().Select(member => member.Name).Except(members).Select(name => $"unknown member {name}");

    private static string? Text(JsonElement of, string member) => of.TryGetProperty(member, out var value) ? value.GetString() : null;
}
