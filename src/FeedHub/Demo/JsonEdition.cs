using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FeedHub.Demo;

/// <summary>Writes JSON Feed 1.1.</summary>
internal static class JsonEdition
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The edition's document.</summary>
    public static byte[] Write(PublisherEdition edition) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            version = "https://jsonfeed.org/version/1.1",
            title = edition.Publisher.Title,
            description = edition.Publisher.Tagline,
            home_page_url = edition.Front,
            feed_url = edition.Self,
            language = edition.Publisher.Language,
            items = edition.Items.Select(item => Item(edition.Publisher, item)),
        },
        Options);

    private static object Item(Publisher publisher, NewsItem item) => new
    {
        id = item.Id,
        url = item.Url,
        title = item.Title,
        summary = item.Summary,
        content_html = item.Html,
        date_published = EditionDates.Rfc3339(publisher, item.Published),
        date_modified = EditionDates.Rfc3339(publisher, item.Updated),
        authors = item.Author.Length > 0 ? new[] { new { name = item.Author } } : null,
        tags = item.Categories,
        image = item.Picture?.Url,
    };
}
