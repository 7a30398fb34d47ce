using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reading.Sitemaps;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Fetching;

/// <summary>One conditional GET to make.</summary>
/// <param name="Url">Absolute http or https address; a fragment is not sent.</param>
/// <param name="ETag">Validator exactly as received, or null.</param>
/// <param name="LastModified">Validator exactly as received, or null.</param>
/// <param name="Headers">The source's own headers, values already resolved; sent to the source's own host only.</param>
public sealed record FetchRequest(string Url, string? ETag, string? LastModified, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>
    /// Where a permanent redirect leads that the source cannot follow for good, because another source is there; null: nowhere.
    /// Validators go along to it, or it would be asked without them for ever.
    /// </summary>
    public string? Unmovable { get; init; }

    /// <summary>The media types that are wanted; null: those of feeds.</summary>
    public string? Accept { get; init; }

    /// <summary>Most bytes of the body; null: <c>Polling:MaxBytes</c>.</summary>
    public int? MaxBytes { get; init; }

    /// <summary>True if the beginning is enough where the body has more bytes than that: the rest is not read.</summary>
    public bool IsCut { get; init; }

    /// <summary>Asked before a redirect is followed, in the turn of the host that it leads to: what the fetch ends with instead, or null.
    /// Null: every redirect is followed.</summary>
    public Func<Uri, CancellationToken, Task<FetchResult?>>? RefusalOfRedirect { get; init; }
}

/// <summary>One request of a fetch, redirects included.</summary>
/// <param name="Server">Host, with the port unless it is the usual one
/// (<see cref="FeedHub.Model.Sources.SourceUrl.ServerOf(Uri)"/>).</param>
/// <param name="At">When it was sent.</param>
/// <param name="Status">HTTP status of the answer, or null if none came.</param>
public sealed record SourceRequest(string Server, DateTimeOffset At, int? Status);

/// <summary>How a fetch ended.</summary>
public enum FetchOutcome
{
    /// <summary>A 200 with a body.</summary>
    Fetched,

    /// <summary>A 304.</summary>
    NotModified,

    /// <summary>429, or 503 with Retry-After.</summary>
    Throttled,

    /// <summary>410.</summary>
    Gone,

    /// <summary>FeedHub did not connect: the address is not one that it may connect to.</summary>
    Refused,

    /// <summary>Everything else; <see cref="FetchResult.Error"/> says what.</summary>
    Failed,
}

/// <summary>A sitemap as it was read, those that an index names together.</summary>
/// <param name="Sitemap">Its entries.</param>
/// <param name="Hash">Tells whether anything of it is another.</param>
/// <param name="Problems">What could not be read of it.</param>
/// <param name="Children">Of an index, how many it names; else null.</param>
public sealed record FetchedSitemap(ParsedSitemap Sitemap, string Hash, IReadOnlyList<Reason> Problems, int? Children = null);

/// <summary>What came of one fetch. Never an exception: what goes wrong is a value, with words.</summary>
public sealed record FetchResult
{
    /// <summary>How it ended.</summary>
    public required FetchOutcome Outcome { get; init; }

    /// <summary>HTTP status of the last answer, or null if there was none.</summary>
    public int? Status { get; init; }

    /// <summary>What happened, for an admin, naming the status; null if all is well.</summary>
    public Reason? Error { get; init; }

    /// <summary>True if the server's name could not be resolved, or no connection to it made: the server, or this machine's own
    /// network.</summary>
    public bool IsUnreachable { get; init; }

    /// <summary>Address that answered, after redirects.</summary>
    public required string FinalUrl { get; init; }

    /// <summary>True if validators were kept back to see whether there is news that its server's "not modified" hides.</summary>
    public bool IsCheckOfNotModified { get; init; }

    /// <summary>Where the source has moved: set if every redirect up to it was a 301 or 308, else null.</summary>
    public string? MovedTo { get; init; }

    /// <summary>The body after decompression; empty unless <see cref="FetchOutcome.Fetched"/>.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>What <see cref="Body"/> lies in, for the one who has done with it: it is not to be read after this is disposed of. Null
    /// if there is no body.</summary>
    public IDisposable? BodyMemory { get; init; }

    /// <summary>The sitemap in it, where it was read already, with what its index names; else null.</summary>
    public FetchedSitemap? Sitemap { get; init; }

    /// <summary>True if the connection ended before the body did; <see cref="Body"/> has what came.</summary>
    public bool Truncated { get; init; }

    /// <summary>The <c>Content-Type</c> header as received.</summary>
    public string? ContentType { get; init; }

    /// <summary>Validator of this answer, verbatim (also of a 304).</summary>
    public string? ETag { get; init; }

    /// <summary>Validator of this answer, verbatim (also of a 304).</summary>
    public string? LastModified { get; init; }

    /// <summary>How long the answer stays fresh by Cache-Control max-age or Expires (RFC 9111), or null.</summary>
    public TimeSpan? FreshFor { get; init; }

    /// <summary>How long the server asks to be left alone (RFC 9110 10.2.3), at most a year, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Requests that were sent, in order; the last of them is the one that answered.</summary>
    public IReadOnlyList<SourceRequest> Sent { get; init; } = [];

    /// <summary>The links of the answer's <c>Link</c> headers, absolute; none for most.</summary>
    public IReadOnlyList<WebLink> Links { get; init; } = [];

    /// <summary>Bytes of bodies received on the wire, before decompression.</summary>
    public long BytesReceived { get; init; }

    /// <summary>From the request to the end of the body.</summary>
    public TimeSpan Duration { get; init; }
}
