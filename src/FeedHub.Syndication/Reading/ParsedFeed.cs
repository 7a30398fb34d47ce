using System.Text.Json.Serialization;
using FeedHub.Syndication.Reading.Cleaning;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Reading;

/// <summary>The family of formats a document was read as.</summary>
public enum FeedFormat
{
    /// <summary>RSS 0.91 to 2.0: <c>rss/channel/item</c>.</summary>
    Rss,

    /// <summary>RSS 0.90 and 1.0: items beside the channel under <c>rdf:RDF</c>.</summary>
    Rdf,

    /// <summary>Atom 0.3 and 1.0 (RFC 4287).</summary>
    Atom,

    /// <summary>JSON Feed 1.0 and 1.1.</summary>
    Json,

    /// <summary>A sitemap (sitemaps.org), with or without Google's extension for news.</summary>
    Sitemap,

    /// <summary>A page that lists articles.</summary>
    Page,
}

/// <summary>What was read from one document of a source. Nothing here is sanitised; nothing is guessed; all is within
/// <see cref="Bounds"/>.</summary>
public sealed record ParsedFeed
{
    /// <summary>The family of formats the document belongs to.</summary>
    public required FeedFormat Format { get; init; }

    /// <summary>The feed's own title as plain text, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The feed's description or subtitle as plain text, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Absolute address of the site's page (Atom <c>alternate</c>), or null.</summary>
    public string? Link { get; init; }

    /// <summary>BCP 47 tag that the feed declares (<see cref="LanguageTags"/>), or null where it declares none that names a
    /// language.</summary>
    public string? Language { get; init; }

    /// <summary>Who may do what with it, as plain text (<c>rights</c>, <c>copyright</c>), or null.</summary>
    public string? Rights { get; init; }

    /// <summary>Absolute address of its small picture, or null.</summary>
    public string? Icon { get; init; }

    /// <summary>When the publisher wants to be asked again; empty if the feed says nothing of it.</summary>
    public PollingHints Hints { get; init; } = new();

    /// <summary>Absolute addresses of the feed's WebSub hubs (Atom <c>rel="hub"</c>, JSON Feed <c>hubs</c>).</summary>
    public IReadOnlyList<string> Hubs { get; init; } = [];

    /// <summary>The feed's own address as it gives it (<c>rel="self"</c>, <c>feed_url</c>): the topic to subscribe to; or null.</summary>
    public string? Self { get; init; }

    /// <summary>What is known of the source's repeated sentences with this document learnt; null unless it was asked for.</summary>
    public RepeatedSentences? Repeated { get; init; }

    /// <summary>Hash of what stands around the items of an XML document and may say something of them; null for JSON Feed.</summary>
    public long? Frame { get; init; }

    /// <summary>Hash of each item's bytes in document order, also of those that were not read again; null where they cannot be
    /// told.</summary>
    public IReadOnlyList<long>? RawHashes { get; init; }

    /// <summary>The items in document order, of a document whose last one is known only those that are new. A bad item is left out and
    /// named in <see cref="Problems"/>.</summary>
    public IReadOnlyList<ParsedItem> Items { get; init; } = [];

    /// <summary>What was repaired before the document could be read, empty for a well-formed feed.</summary>
    public IReadOnlyList<Reason> Repairs { get; init; } = [];

    /// <summary>True if the document ended before its end: the items after that, and any 304 for it, say nothing of the source.</summary>
    public bool IsCut { get; init; }

    /// <summary>Items that could not be read, each with its place in the document, and what was left out of others.</summary>
    public IReadOnlyList<Reason> Problems { get; init; } = [];
}

/// <summary>
/// One item as one source gave it: the single immutable shape for every format. Texts that may carry markup end in
/// <c>Html</c> and are not sanitised; all others are plain text. Addresses are absolute where a base was known.
/// </summary>
public sealed record ParsedItem
{
    /// <summary>
    /// RSS <c>guid</c>, RDF <c>rdf:about</c>, Atom <c>id</c> or JSON <c>id</c> as published, however long (<see cref="Bounds.Id"/>); null
    /// if absent or empty.
    /// </summary>
    public string? Id { get; init; }

    /// <summary>Headline as plain text: markup and entities resolved; null if absent or empty.</summary>
    public string? Title { get; init; }

    /// <summary>Absolute http or https address of the item's page, or null.</summary>
    public string? Url { get; init; }

    /// <summary>
    /// The page behind a counting redirect, absolute, or null where there is none: by <c>feedburner:origLink</c>, or as the link itself
    /// carries it (Google Alerts, Bing News and the like).
    /// </summary>
    public string? OriginalUrl { get; init; }

    /// <summary>Where a reader should go: the original page, else the link.</summary>
    [JsonIgnore]
    public string? Page => OriginalUrl ?? Url;

    /// <summary>Names of people, in order, without repeats; a bare e-mail address where there is no name.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>When it was published, or null where the source does not say or says something impossible.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>True where <see cref="Published"/> is not an exact moment that the source states: calculated from words ("2 hours ago"), a
    /// day alone, or nothing. What was known of the item before is then no worse, and stays.</summary>
    public bool IsDateVague { get; init; }

    /// <summary>When it was last changed (Atom <c>updated</c>, <c>dcterms:modified</c>), or null.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>The publisher's own categories as published, without repeats.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Short text (RSS <c>description</c> beside a content, Atom <c>summary</c>), or null.</summary>
    public string? SummaryHtml { get; init; }

    /// <summary>The fullest text that the source gives, or null.</summary>
    public string? ContentHtml { get; init; }

    /// <summary>The item's picture: Media RSS, an enclosure, the podcast's cover, else the first one in the text; or null.</summary>
    public Picture? Image { get; init; }

    /// <summary>Enclosures and attachments in order, then the files of Media RSS; each address once.</summary>
    public IReadOnlyList<Enclosure> Enclosures { get; init; } = [];

    /// <summary>
    /// Base of relative addresses in <see cref="ContentHtml"/> and <see cref="SummaryHtml"/>: <c>xml:base</c>, else the item's page,
    /// else the document's; or null. Hand it to <see cref="HtmlText.Sanitise"/>.
    /// </summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>What the source says and FeedHub does not take over, or null; for reports, never to be followed or shown as a
    /// link.</summary>
    public Refused? Refused { get; init; }

    /// <summary>Sentences that <see cref="ItemText"/> leaves out, because the source repeats them everywhere.</summary>
    [JsonIgnore]
    public RepeatedSentences Repeated { get; init; } = RepeatedSentences.None;

    /// <summary>The lines of its fullest text where they were read already, or null.</summary>
    internal TextLines? Lines { get; init; }

    /// <summary>Who published it first, where the source took it over from another (RSS and Atom <c>source</c>); or null.</summary>
    public Origin? Origin { get; init; }

    /// <summary>BCP 47 tag declared for this item (<c>xml:lang</c>, <c>dc:language</c>; <see cref="LanguageTags"/>), or null.</summary>
    public string? Language { get; init; }
}

/// <summary>What an item says that cannot be meant.</summary>
/// <param name="Date">A date of publication before there were feeds (a program's empty date), or null.</param>
/// <param name="Link">A link that leads to no page of the web (<c>javascript:</c>, <c>data:</c>, a misspelt scheme), as written, or
/// null.</param>
public sealed record Refused(DateTimeOffset? Date, string? Link);

/// <summary>The publication that an aggregated item comes from; one of both is there.</summary>
/// <param name="Title">Its name as plain text, or null.</param>
/// <param name="Url">Absolute http or https address of its site or its feed, or null.</param>
public sealed record Origin(string? Title, string? Url);

/// <summary>A file attached to an item.</summary>
/// <param name="Url">Absolute http or https address.</param>
/// <param name="Type">Media type as declared; of Media RSS else by the ending of its address, or the range of its medium
/// (<c>image/*</c>); or null.</param>
/// <param name="Length">Size in bytes as declared, or null where absent or not a positive number.</param>
public sealed record Enclosure(string Url, string? Type, long? Length)
{
    /// <summary>How long it plays, in seconds; null where that is not said.</summary>
    public double? Seconds { get; init; }

    /// <summary>What the publisher calls it, as plain text; null where that is not said.</summary>
    public string? Title { get; init; }
}
