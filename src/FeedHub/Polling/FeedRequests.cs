using FeedHub.Fetching;
using FeedHub.Model.Sources;

namespace FeedHub.Polling;

/// <summary>Asks a source's server for its feed, with the validators of the last answer and the source's own headers.</summary>
public sealed class FeedRequests(Fetcher fetcher)
{
    /// <summary>What came; an error in the source's headers is one of its answer.</summary>
    public async Task<FetchResult> FetchAsync(Source source, CancellationToken cancellation)
    {
        var headers = FeedHeaders.Resolve(source.Declared.Headers, Environment.GetEnvironmentVariable);
        if (headers.Error is { } error)
            return new() { Outcome = FetchOutcome.Failed, FinalUrl = source.Url, Error = error };

        // Validators belong to the address that the source has now.
        var own = source.HeadersFor(AskedAddress.Of(source)) ? headers.Values : new Dictionary<string, string>();
        var request = AskedAddress.IsFormer(source)
            ? new FetchRequest(source.Polling.FormerUrl!, null, null, own)
            : new FetchRequest(source.Url, source.Polling.ETag, source.Polling.LastModified, own)
            {
                Unmovable = source.Polling.ConflictingUrl
            };
        return await fetcher.FetchAsync(request, cancellation);
    }
}
