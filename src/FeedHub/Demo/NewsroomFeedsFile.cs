using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FeedHub.Model.Sources;

namespace FeedHub.Demo;

/// <summary>Writes the newsroom's <c>feeds.json</c>.</summary>
internal static class NewsroomFeedsFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Every outlet as a source, and one rule of the operator's own.</summary>
    public static string Write(NewsroomAddresses addresses) => JsonSerializer.Serialize(
        new
        {
            title = "FeedHub demo",
            description = "The merged news of an invented newsroom on this machine",
            sources = Publishers.All.Select(publisher => Source(publisher, addresses)),
            categories = new[] { Korea },
        },
        Options);

    private static object Korea => new
    {
        slug = "korea",
        title = "Korea",
        any = new[] { "Korea Utara", "Pyongyang", "\"North Korea\"" },
        none = new[] { "drama Korea" },
        @in = new[] { "title", "text" },
    };

    private static object Source(Publisher publisher, NewsroomAddresses addresses) => new
    {
        url = AddressOf(publisher, addresses),
        title = publisher.Title,
        kind = publisher.Kind == SourceKind.Page ? "page" : null,
        category = publisher.Category.Count > 0 ? publisher.Category : null,
        language = publisher.Language,
        timeZone = publisher.Clock.Zone,
        content = publisher.Paged ? "article" : null,
        interval = TimeSpan.FromSeconds(publisher.Interval).ToString("c"),
    };

    // A server that asks to be left alone rests with all that it has: the one that does so has a name of its own.
    private static Uri AddressOf(Publisher publisher, NewsroomAddresses addresses) => publisher.Manner == Manner.Failing
        ? new UriBuilder(addresses.Feed(publisher)) { Host = "localhost" }.Uri
        : addresses.Feed(publisher);
}
