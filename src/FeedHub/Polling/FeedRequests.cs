using FeedHub.Fetching;
using FeedHub.Model.Sources;

namespace FeedHub.Polling;

/// <summary>Asks a source's server for its feed, with the validators of the last answer and the source's own headers.</summary>
public sealed class FeedRequests(Fetcher fetcher, DoubtedValidators doubts)
{
    /// <summary>What came; an error in the source's headers is one of its answer.</summary>
    public async Task<FetchResult> FetchAsync(Source source, CancellationToken cancellation)
    {
        var headers = FeedHeaders.Resolve(source.Declared.Headers, Environment.GetEnvironmentVariable);
        if (headers.Error is { } error)
            return new() { Outcome = FetchOutcome.Failed, FinalUrl = source.Url, Error = error };
        var isCheck = doubts.AreWorthACheck(source);
        var fetched = await fetcher.FetchAsync(RequestFor(source, headers.Values, isCheck || source.Polling.HidesNews), cancellation);
        return isCheck ? fetched with { IsCheckOfNotModified = true } : fetched;
    }

    // Validators belong to the address that the source has now.
    private static FetchRequest RequestFor(Source source, IReadOnlyDictionary<string, string> headers, bool inFull)
    {
        var own = source.HeadersFor(AskedAddress.Of(source)) ? headers : new Dictionary<string, string>();
        if (AskedAddress.IsFormer(source))
            return new(source.Polling.FormerUrl!, null, null, own);
        var (etag, lastModified) = inFull ? (null, null) : (source.Polling.ETag, source.Polling.LastModified);
        return new(source.Url, etag, lastModified, own) { Unmovable = source.Polling.ConflictingUrl };
    }
}
