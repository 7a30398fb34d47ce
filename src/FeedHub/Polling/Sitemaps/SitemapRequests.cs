using System.IO.Hashing;
using FeedHub.Fetching;
using FeedHub.Model.Sources;

namespace FeedHub.Polling.Sitemaps;

/// <summary>Asks for a source's sitemap, and where it is an index for those of its sitemaps that can hold news.</summary>
public sealed class SitemapRequests(Fetcher fetcher, HostGate gate, SitemapMemory memory, RobotsGuard robots, TimeProvider time)
{
    /// <summary>Media types that are wanted.</summary>
    public const string Accept = "application/xml, text/xml;q=0.9, */*;q=0.1";

    /// <summary>Most bytes of one sitemap, as sitemaps.org allows.</summary>
    public const int MostBytes = 50 * 1024 * 1024;

    // Behind the hash of an index: what a 304 for it means is in memory alone.
    private const string IndexMark = "-index";

    /// <summary>Whether its validators may be sent: not for an index that is not in memory, whose 304 would say nothing of its
    /// sitemaps.</summary>
    public bool MayAskConditionally(Source source) =>
        source.Polling.BodyHash?.EndsWith(IndexMark, StringComparison.Ordinal) != true || memory.Of(source.Id, source.Url) is not null;

    /// <summary>The answer with the sitemap read, an index followed.</summary>
    /// <param name="source">Whose it is.</param>
    /// <param name="fetched">The answer to the source's own request.</param>
    /// <param name="headers">The source's own headers, for its own server.</param>
    /// <param name="isInFull">True if validators are not to be sent.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<FetchResult> FollowAsync(
        Source source, FetchResult fetched, IReadOnlyDictionary<string, string> headers, bool isInFull, CancellationToken cancellation)
    {
        if (Known(source, fetched) is not { } index)
            return fetched;
        if (index.Sitemap.Kind != Syndication.Reading.Sitemaps.SitemapKind.Index)
            return Unchanged(fetched) ? fetched : fetched with { Sitemap = new(index.Sitemap, index.Hash, []) };
        memory.Keep(source.Id, source.Url, index);
        var walk = new IndexWalk(new(source, headers, isInFull, fetcher, gate, memory, robots, time), fetched);
        return await walk.RunAsync(index, IndexMark, cancellation);
    }

    /// <summary>A body as a sitemap that is remembered.</summary>
    internal static KnownSitemap Read(Source source, FetchResult fetched, DateTimeOffset now) => new(
        fetched.ETag,
        fetched.LastModified,
        Convert.ToHexStringLower(XxHash128.Hash(fetched.Body.Span)),
        SitemapReading.Of(source, fetched, now));

    // A plain sitemap's 304, and what is not a body, say all by themselves.
    private KnownSitemap? Known(Source source, FetchResult fetched) => fetched.Outcome switch
    {
        FetchOutcome.Fetched => Read(source, fetched, time.GetUtcNow()),
        FetchOutcome.NotModified => memory.Of(source.Id, source.Url),
        _ => null,
    };

    private static bool Unchanged(FetchResult fetched) => fetched.Outcome == FetchOutcome.NotModified;
}
