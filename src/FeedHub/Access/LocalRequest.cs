using System.Net;
using FeedHub.Serving;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Access;

/// <summary>Tells a request that a person on this machine made from one that came through a proxy or a foreign page.</summary>
public static class LocalRequest
{
    /// <summary>Why the request is not a local one, in words; null if it is.</summary>
    public static string? WhyNot(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote))
            return Say("it does not come from this machine", "tidak datang dari mesin ini");

        // A name that an attacker points at 127.0.0.1 (DNS rebinding) arrives on loopback, but with the attacker's host.
        if (!IsLocalName(context.Request.Host.Host))
            return Say("its Host header is not a local one", "header Host-nya bukan nama lokal");
        return Forwarding.HeaderOf(context.Request) is { } header ? Say(
            $"it came through a proxy ({header})", $"datang lewat proxy ({header})") : null;
    }

    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
