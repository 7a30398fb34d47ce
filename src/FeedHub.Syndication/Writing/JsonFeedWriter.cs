using System.Text.Encodings.Web;
using System.Text.Json;

namespace FeedHub.Syndication.Writing;

/// <summary>Writes the merged feed as JSON Feed 1.1 (jsonfeed.org).</summary>
public static class JsonFeedWriter
{
    /// <summary>Where FeedHub serves it.</summary>
    public const string Path = "/feed.json";

    /// <summary>The format's media type.</summary>
    public const string MediaType = "application/feed+json";

    // Relaxed: it is served as JSON, never put into a page, and text of any script stays readable.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
    };

    /// <summary>UTF-8 bytes of the document, without BOM; nothing in them comes from the clock.</summary>
    /// <exception cref="ArgumentException">An address of FeedHub's own is no http or https address.</exception>
    public static byte[] Write(MergedFeed feed)
    {
        var safe = SafeFeed.Of(feed);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            Head(json, safe, FeedLinks.Of(safe, Path));
            json.Objects("items", safe.Entries, entry => JsonFeedItem.Write(json, entry, safe.BaseUrl));
            json.WriteEndObject();
        }
        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void Head(Utf8JsonWriter json, MergedFeed feed, FeedLinks links)
    {
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        json.WriteString("title", feed.Title);
        json.WriteString("home_page_url", links.Page);
        json.WriteString("feed_url", links.Self);
        json.Optional("next_url", links.Next);
        json.Optional("description", feed.Description.Length > 0 ? feed.Description : null);
        json.Optional("language", feed.SharedLanguage());
        json.Objects("hubs", new[] { links.Hub }.OfType<string>(), hub =>
        {
            json.WriteString("type", "WebSub");
            json.WriteString("url", hub);
        });
    }
}
