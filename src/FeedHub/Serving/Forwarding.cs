namespace FeedHub.Serving;

/// <summary>Tells a request that somebody passed on for somebody else.</summary>
internal static class Forwarding
{
    // X-Original-… is also what remains of the headers of a proxy that is believed.
    private static readonly string[] Beginnings = ["X-Forwarded", "X-Original-"];

    private static readonly string[] Names =
    [
        "Forwarded", "Forwarded-For", "Via", "X-Real-IP", "X-Rewrite-URL", "X-Client-IP", "X-Cluster-Client-IP", "X-ProxyUser-Ip",
        "X-Envoy-External-Address", "X-Azure-ClientIP", "CF-Connecting-IP", "CF-Ray", "CDN-Loop", "True-Client-IP",
        "Fastly-Client-IP", "Fly-Client-IP",
    ];

    /// <summary>The header that says so, or null.</summary>
    public static string? HeaderOf(HttpRequest request) =>
        Names.FirstOrDefault(request.Headers.ContainsKey)
        ?? request.Headers.Keys
            .FirstOrDefault(header => Beginnings.Any(begin => header.StartsWith(begin, StringComparison.OrdinalIgnoreCase)));
}
