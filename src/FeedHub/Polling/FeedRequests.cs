using FeedHub.Fetching;
using FeedHub.Model.Settings;
using FeedHub.Model.Sources;
using FeedHub.Polling.Sitemaps;
using Microsoft.Extensions.Options;

namespace FeedHub.Polling;

/// <summary>Asks a source's server for its feed, sitemap or page, with the validators of the last answer and the source's own
/// headers.</summary>
public sealed class FeedRequests(
    Fetcher fetcher, DoubtedValidators doubts, SitemapRequests sitemaps, RobotsGuard robots, IOptions<FeedHubOptions> options)
{
    private const string PageAccept = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";

    /// <summary>What came; an error in the source's headers is one of its answer.</summary>
    public async Task<FetchResult> FetchAsync(Source source, CancellationToken cancellation)
    {
        var headers = FeedHeaders.Resolve(source.Declared.Headers, Environment.GetEnvironmentVariable);
        if ((headers.Error ?? FeedHeaders.Refusal(headers, options.Value.Polling.AllowClientHeaders)) is { } error)
            return new() { Outcome = FetchOutcome.Failed, FinalUrl = source.Url, Error = error };
        if (await robots.RefusalAsync(source, AskedAddress.Of(source), cancellation) is { } refusal)
            return refusal;
        var isCheck = doubts.AreWorthACheck(source);
        var isInFull = isCheck || source.Polling.HidesNews;
        var fetched = await fetcher.FetchAsync(RequestFor(source, headers.Values, isInFull), cancellation);
        if (source.Declared.Kind == SourceKind.Sitemap)
            fetched = await sitemaps.FollowAsync(source, fetched, headers.Values, isInFull, cancellation);
        return isCheck ? fetched with { IsCheckOfNotModified = true } : fetched;
    }

    private FetchRequest RequestFor(Source source, IReadOnlyDictionary<string, string> headers, bool isInFull)
    {
        var isUnknown = source.Declared.Kind == SourceKind.Sitemap && !sitemaps.MayAskConditionally(source);
        var request = Request(source, headers, isInFull || isUnknown) with { RefusalOfRedirect = robots.OfRedirects(source) };
        return source.Declared.Kind switch
        {
            SourceKind.Sitemap => request with { Accept = SitemapRequests.Accept, MaxBytes = SitemapRequests.MostBytes },
            SourceKind.Page => request with { Accept = PageAccept },
            _ => request,
        };
    }

    // Validators belong to the address that the source has now.
    private static FetchRequest Request(Source source, IReadOnlyDictionary<string, string> headers, bool isInFull)
    {
        var own = source.HeadersFor(AskedAddress.Of(source)) ? headers : new Dictionary<string, string>();
        if (AskedAddress.IsFormer(source))
            return new(source.Polling.FormerUrl!, null, null, own);
        var (etag, lastModified) = isInFull ? (null, null) : (source.Polling.ETag, source.Polling.LastModified);
        return new(source.Url, etag, lastModified, own) { Unmovable = source.Polling.ConflictingUrl };
    }
}
