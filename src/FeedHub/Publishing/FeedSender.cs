using FeedHub.Model.OwnFeeds;
using FeedHub.Publishing.Readers;
using FeedHub.Serving;

namespace FeedHub.Publishing;

/// <summary>Sends feeds in one format, and counts who reads them.</summary>
internal sealed class FeedSender(FeedOutput output, IServiceProvider services)
{
    private const string Vary = $"Accept-Encoding, {FeedEndpoints.FetchDestination}";

    private readonly MergedFeeds _feeds = services.GetRequiredService<MergedFeeds>();
    private readonly PublicAddress _address = services.GetRequiredService<PublicAddress>();
    private readonly FeedCaching _caching = services.GetRequiredService<FeedCaching>();
    private readonly ReaderCounter _readers = services.GetRequiredService<ReaderCounter>();

    /// <summary>The document that was last sent for this very address; null: nothing is known.</summary>
    public IResult? FromMemory(HttpContext context)
    {
        var (request, baseUrl) = (context.Request, _address.Of(context.Request));
        return _feeds.Known(baseUrl, request.Path.Value!, request.QueryString.Value ?? "", out var topic) is { } feed
            ? Send(context, feed, baseUrl, topic)
            : null;
    }

    /// <summary>The merged feed, or one of one's own, with the filters of the request.</summary>
    public async Task<IResult> SendAsync(HttpContext context, FilterRequest filters, OwnFeed? own)
    {
        var (filter, error) = await filters.ReadAsync(context.Request.Query, own, context.RequestAborted);
        if (filter is null)
        {
            CrossOrigin.Allow(context.Response);
            return FilterRequest.Problem(error!);
        }

        var baseUrl = _address.Of(context.Request);
        var feed = await _feeds.GetAsync(filter, output, baseUrl);
        _feeds.Remember(baseUrl, output, filter, context.Request.QueryString.Value ?? "");
        return Send(context, feed, baseUrl, output.PathOf(filter) + filter.Query);
    }

    private IResult Send(HttpContext context, RenderedFeed feed, string baseUrl, string topic)
    {
        _readers.Count(context, topic);
        CrossOrigin.Allow(context.Response);
        context.Response.Headers.Link = LinkHeader.Of(baseUrl, topic);
        return ConditionalGet.Send(context, feed, _caching.Header, Vary);
    }
}
