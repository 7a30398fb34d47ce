using System.Text.Encodings.Web;
using System.Text.Json;

namespace FeedHub.Syndication.Writing;

/// <summary>Writes the merged feed as JSON Feed 1.1 (jsonfeed.org).</summary>
public sealed class JsonFeedWriter : IFeedWriter
{
    /// <inheritdoc/>
    public static string Path => "/feed.json";

    /// <inheritdoc/>
    public static string MediaType => "application/feed+json";

    /// <inheritdoc/>
    public static string Name => "JSON Feed";

    /// <inheritdoc/>
    public static string ShortName => "JSON";

    /// <inheritdoc/>
    public static string Standard => "JSON Feed 1.1; /docs/jsonfeed explains _feedhub";

    /// <inheritdoc/>
    public static string Operation => "getJsonFeed";

    private JsonFeedWriter()
    {
    }

    // Relaxed: it is served as JSON, never put into a page, and text of any script stays readable.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
    };

    /// <inheritdoc/>
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
