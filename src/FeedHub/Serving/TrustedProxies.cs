using System.Net;
using FeedHub.Fetching;
using FeedHub.Model.Settings;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace FeedHub.Serving;

/// <summary>The proxies of <c>FeedHub:Admin:Proxies</c>: theirs are the only forwarding headers that are believed.</summary>
internal static class TrustedProxies
{
    /// <summary>What is listed but is neither an address nor a range.</summary>
    public static IEnumerable<string> Unreadable(string? proxies) => Listed(proxies).Where(listed => Read(listed) is null);

    /// <summary>
    /// Takes the client's address, scheme and host from X-Forwarded-For, -Proto and -Host of listed proxies, over any number of hops. Also
    /// where ASPNETCORE_FORWARDEDHEADERS_ENABLED is set, which would believe everybody.
    /// </summary>
    public static IServiceCollection AddTrustedProxies(this IServiceCollection services)
    {
        services.AddOptions<ForwardedHeadersOptions>()
            .PostConfigure<IOptions<FeedHubOptions>>((headers, options) => Configure(headers, options.Value.Admin.Proxies));
        return services;
    }

    /// <summary>Reads the headers, before anything asks for the client, the scheme or the host.</summary>
    public static IApplicationBuilder UseTrustedProxies(this IApplicationBuilder app)
    {
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(TrustedProxies));
        var isSaid = 0;
        app.Use((context, next) =>
        {
            context.Features.Set(new Peer(context.Connection.RemoteIpAddress));
            return next(context);
        });
        app.UseForwardedHeaders();
        return app.Use((context, next) =>
        {
            if (isSaid == 0 && IsUnlisted(context) && Interlocked.Exchange(ref isSaid, 1) == 0)
                log.LogWarning(
                    "Requests come through {Peer}, which names others in X-Forwarded-For and is not listed in FeedHub:Admin:Proxies. If "
                        + "it is your proxy, list it: until then FeedHub cannot tell for sure who is behind it, and all of them share a "
                        + "bound on wrong passwords.",
                    context.Connection.RemoteIpAddress);
            return next(context);
        });
    }

    // From the internet anybody may write such a header: only what may be the operator's own is logged.
    private static bool IsUnlisted(HttpContext context) =>
        context.Request.Headers.ContainsKey("X-Forwarded-For") && context.Connection.RemoteIpAddress is { } peer
            && SpecialNetworks.Find(peer.IsIPv4MappedToIPv6 ? peer.MapToIPv4() : peer) is { Local: true };

    private static void Configure(ForwardedHeadersOptions headers, string? proxies)
    {
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        foreach (var range in Listed(proxies).Select(Read).OfType<IPNetwork>())
            headers.KnownIPNetworks.Add(range);

        // With both lists empty ASP.NET Core believes everybody.
        headers.ForwardedHeaders = headers.KnownIPNetworks.Count == 0
            ? ForwardedHeaders.None
            : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        headers.ForwardLimit = null;
    }

    private static string[] Listed(string? proxies) =>
        (proxies ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    // An address may be written short ("10.1" is 10.0.0.1): that is probably a typing error.
    private static IPNetwork? Read(string listed)
    {
        if (IPAddress.TryParse(listed, out var one) && (listed.Contains(':', StringComparison.Ordinal) || listed.Count(c => c == '.') == 3))
            return new(
                one.IsIPv4MappedToIPv6 ? one.MapToIPv4() : one,
                one.IsIPv4MappedToIPv6 || !listed.Contains(':', StringComparison.Ordinal) ? 32 : 128);
        return IPNetwork.TryParse(listed, out var range) ? range : null;
    }

    /// <summary>Who is connected, before any header was believed.</summary>
    internal sealed record Peer(IPAddress? Address);
}
