using FeedHub.Syndication.Reading;

namespace FeedHub.Demo;

/// <summary>A publisher's feed at one instant.</summary>
/// <param name="Publisher">Whose feed it is.</param>
/// <param name="Self">Address of the feed.</param>
/// <param name="Front">Address of the front page.</param>
/// <param name="Items">Newest first.</param>
internal sealed record Edition(Publisher Publisher, Uri Self, Uri Front, IReadOnlyList<NewsItem> Items)
{
    /// <summary>When the edition last changed.</summary>
    public DateTimeOffset Changed => Items.Max(item => item.Updated);

    /// <summary>Media type of the feed's format.</summary>
    public string MediaType => Publisher.Format switch
    {
        FeedFormat.Rdf => "application/rdf+xml",
        FeedFormat.Atom => "application/atom+xml",
        FeedFormat.Json => "application/feed+json",
        _ => "application/rss+xml",
    };

    /// <summary>The document, the same bytes as long as the edition does not change.</summary>
    public byte[] ToBytes() => Publisher.Format switch
    {
        FeedFormat.Rdf => RdfEdition.Write(this),
        FeedFormat.Atom => AtomEdition.Write(this),
        FeedFormat.Json => JsonEdition.Write(this),
        _ => RssEdition.Write(this),
    };
}
