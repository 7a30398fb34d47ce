using FeedHub.Model.Sources;
using FeedHub.Syndication.Reading;

namespace FeedHub.Demo;

/// <summary>A publisher's feed, or the page in its place, at one instant.</summary>
/// <param name="Publisher">Whose feed it is.</param>
/// <param name="Self">Its address.</param>
/// <param name="Front">Address of the front page.</param>
/// <param name="Items">Newest first.</param>
internal sealed record PublisherEdition(Publisher Publisher, Uri Self, Uri Front, IReadOnlyList<NewsItem> Items)
{
    /// <summary>When the edition last changed.</summary>
    public DateTimeOffset Changed => Items.Max(item => item.Updated);

    /// <summary>Media type of its format.</summary>
    public string MediaType => Publisher.Format switch
    {
        _ when Publisher.Kind == SourceKind.Page => "text/html",
        FeedFormat.Rdf => "application/rdf+xml",
        FeedFormat.Atom => "application/atom+xml",
        FeedFormat.Json => "application/feed+json",
        _ => "application/rss+xml",
    };

    /// <summary>The document, the same bytes as long as the edition does not change.</summary>
    public byte[] ToBytes() => Publisher.Format switch
    {
        _ when Publisher.Kind == SourceKind.Page => PageEdition.Write(this),
        FeedFormat.Rdf => RdfEdition.Write(this),
        FeedFormat.Atom => AtomEdition.Write(this),
        FeedFormat.Json => JsonEdition.Write(this),
        _ => RssEdition.Write(this),
    };
}
