using FeedHub.Api.Description;
using FeedHub.Model.Polling;
using FeedHub.Polling;
using FeedHub.Serving;

namespace FeedHub.Api;

/// <summary>The politeness ledger's line of one server.</summary>
/// <param name="Host">With the port unless it is the usual one.</param>
/// <param name="Since">When it was first asked.</param>
/// <param name="LastRequest">Start of the last request.</param>
/// <param name="Requests">Sent, redirects included.</param>
/// <param name="NotModified">Answers that were 304.</param>
/// <param name="NotModifiedShare">Their share, from 0 to 1.</param>
/// <param name="Throttled">Answers that asked to be left alone.</param>
/// <param name="Bytes">Received on the wire, and saved by 304s.</param>
/// <param name="SmallestGap">Least time between the starts of two requests, or null before the second.</param>
/// <param name="RestsUntil">Until when it is left alone, or null.</param>
/// <param name="RestReason">What it said, in words, or null.</param>
public sealed record ApiHost(
    string Host,
    DateTimeOffset Since,
    DateTimeOffset LastRequest,
    long Requests,
    long NotModified,
    double NotModifiedShare,
    long Throttled,
    ApiBytes Bytes,
    string? SmallestGap,
    DateTimeOffset? RestsUntil,
    string? RestReason)
{
    /// <summary>The line as the API shows it.</summary>
    public static ApiHost Of(PolledHost h, DateTimeOffset now) => new(
        h.Name, h.Since, h.LastRequestAt, h.Requests, h.NotModified, Math.Round(h.NotModifiedShare, 4), h.Throttled,
        new(h.BytesReceived, h.BytesSaved), h.SmallestGap?.ToString("c"), h.RestUntil > now ? h.RestUntil : null, h.RestUntil > now
            ? h.RestReason?.ToString()
            : null);
}

/// <summary>The API's call for the politeness ledger.</summary>
internal static class HostEndpoints
{
    /// <summary>Maps <c>GET /api/hosts</c>.</summary>
    public static void MapHostApi(this IEndpointRouteBuilder app) => app.MapMethods("/api/hosts", ApiRoutes.Reading, HostsAsync)
        .Says("listHosts", "The politeness ledger: what FeedHub has asked of each host, the most asked first").Gives(
            200,
            "The hosts, on one page.",
            Examples.Only(Examples.Host));

    private static async Task<ApiList<ApiHost>> HostsAsync(HostQueries hosts, TimeProvider time, CancellationToken cancellation) =>
        new([.. (await hosts.MostAskedAsync(cancellation)).Select(host => ApiHost.Of(host, time.GetUtcNow()))], null);
}
