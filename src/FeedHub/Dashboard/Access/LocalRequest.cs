using System.Net;

namespace FeedHub.Dashboard.Access;

/// <summary>Tells a request that a person on this machine made from one that came through a proxy or a foreign page.</summary>
public static class LocalRequest
{
    // Beside everything that begins with X-Forwarded.
    private static readonly string[] ForwardingHeaders =
    [
        "Forwarded", "Forwarded-For", "Via", "X-Real-IP", "X-Original-Host", "X-Original-URL", "X-Original-Forwarded-For", "X-Rewrite-URL", "X-Client-IP", "X-Cluster-Client-IP", "X-ProxyUser-Ip",
        "X-Envoy-External-Address", "X-Azure-ClientIP", "CF-Connecting-IP", "CF-Ray", "CDN-Loop", "True-Client-IP", "Fastly-Client-IP", "Fly-Client-IP",
    ];

    /// <summary>Why the request is not a local one, in words; null if it is.</summary>
    public static string? WhyNot(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote))
            return "it does not come from this machine";

        // A name that an attacker points at 127.0.0.1 (DNS rebinding) arrives on loopback, but with the attacker's host.
        if (!IsLocalName(context.Request.Host.Host))
            return "its Host header is not a local one";
        var headers = context.Request.Headers;
        var forwarding = ForwardingHeaders.FirstOrDefault(headers.ContainsKey) ?? headers.Keys.FirstOrDefault(h => h.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase));
        return forwarding is { } header ? $"it came through a proxy ({header})" : null;
    }

    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
