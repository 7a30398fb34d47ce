using FeedHub.Syndication.Reading.Again;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Reading;

/// <summary>What is known about a document besides its bytes.</summary>
public sealed record ReadOptions
{
    /// <summary>Address that the document came from, after redirects: the base of relative links.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>The <c>Content-Type</c> header as received, or null.</summary>
    public string? ContentType { get; init; }

    /// <summary>Zone for dates that carry none. Default UTC.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The present, for two-digit years and impossible dates.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>What is known of the sentences that the source repeats, to be learnt from and taken out of texts; null to leave them
    /// alone.</summary>
    public RepeatedSentences? Repeated { get; init; }

    /// <summary>Most bytes of one text of an item in UTF-8; what is longer is cut. Default 10 MiB.</summary>
    public int MaxTextBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>What else of the source's settings its items are read by: others than before, and none counts as read. Default
    /// empty.</summary>
    public string Settings { get; init; } = "";

    /// <summary>The source's last document: what it had need not be read again; or null.</summary>
    public LastDocument? Last { get; init; }

    /// <summary>Whether a JSON Feed writes its titles as HTML, where that is known of the whole document that this is a part of.</summary>
    internal bool? TitlesAreMarkup { get; init; }

    /// <summary>True if the connection ended before the document did: only a whole document is then accepted without a repair.</summary>
    public bool Truncated { get; init; }
}

/// <summary>The document is not a feed that can be read. <see cref="Reason"/> says what it is instead.</summary>
public sealed class FeedReadException : Exception
{
    /// <summary>Feeds that the page names as its own, as written: relative to the page. Empty if it is not a page.</summary>
    public IReadOnlyList<string> FeedLinks { get; init; } = [];

    /// <summary>Where the page sends its reader on by itself, as written: relative to the page; or null.</summary>
    public string? SendsOnTo { get; init; }

    /// <summary>Why it cannot be read, for an admin.</summary>
    public Reason Reason { get; }

    /// <summary>Creates the error with its reason and what lies behind it.</summary>
    public FeedReadException(Reason reason, Exception? inner = null)
        : base(reason.ToString(), inner) => Reason = reason;
}
