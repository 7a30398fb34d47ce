using System.Net;
using System.Net.Sockets;

namespace FeedHub.Serving;

/// <summary>Who sent a request, as far as limits go.</summary>
/// <param name="Key">One for each client; null: a program on this machine.</param>
/// <param name="Crowd">
/// Those whom the client cannot be told from with certainty, as one; null: there are none. A peer that forwards and is not listed in
/// <c>FeedHub:Admin:Proxies</c> may be a proxy, or make up whom it forwards for; a network of IPv6 may be one person's.
/// </param>
/// <param name="Asker">Whose number of requests is counted; null: nobody's, it is a program on this machine.</param>
public readonly record struct ClientAddress(string? Key, string? Crowd, string? Asker)
{
    /// <summary>The key of programs on this machine where they need one.</summary>
    public const string ThisMachine = "this machine";

    private const int ClientBytes = 8;
    private const int SiteBytes = 6;
    private const int LongestClaim = 64;

    /// <summary>The client of a request, after the headers of listed proxies were read.</summary>
    public static ClientAddress Of(HttpContext context) => Of(context.Connection.RemoteIpAddress, ClaimOf(context));

    /// <summary>The client who is connected.</summary>
    /// <param name="remote">Who is connected, or whom listed proxies forward for; null where that is not a network address.</param>
    /// <param name="forwardedFor">Whom it says that it forwards for, itself not being listed: the last counts, which a proxy wrote itself.
    /// Null: it does not forward.</param>
    public static ClientAddress Of(IPAddress? remote, string? forwardedFor)
    {
        if (remote is { IsIPv4MappedToIPv6: true })
            remote = remote.MapToIPv4();
        var isHere = remote is null || IPAddress.IsLoopback(remote);
        var peer = remote is null ? ThisMachine : KeyOf(remote, ClientBytes);

        // What is not believed may part those who really are behind a proxy, and can win nothing for one who makes it up: a peer of this
        // machine could leave it out and not be limited at all, and guesses count for the crowd too.
        if (forwardedFor is not null && $"{peer} for {Claim(forwardedFor)}" is var claimed)
            return new(claimed, peer, isHere ? claimed : peer);
        return isHere ? default : new(peer, remote!.AddressFamily == AddressFamily.InterNetworkV6 ? KeyOf(remote, SiteBytes) : null, peer);
    }

    // Behind a listed proxy only what it did not vouch for is left in X-Forwarded-For.
    private static string? ClaimOf(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (headers["X-Forwarded-For"].ToString() is { Length: > 0 } chain)
            return chain;
        var isVouchedFor = context.Features.Get<TrustedProxies.Peer>() is { } peer
            && !Equals(peer.Address, context.Connection.RemoteIpAddress);
        return isVouchedFor || Forwarding.HeaderOf(context.Request) is null ? null : headers["X-Real-IP"].ToString();
    }

    // A client that has one IPv6 address has the 64 bits behind its network too, and many a site 48.
    private static string KeyOf(IPAddress address, int bytes) => address.AddressFamily == AddressFamily.InterNetworkV6
        ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, bytes))
        : address.ToString();

    private static string Claim(string forwardedFor)
    {
        var last = forwardedFor.Split(',')[^1].Trim();
        if (IPEndPoint.TryParse(last, out var client))
            return KeyOf(client.Address.IsIPv4MappedToIPv6 ? client.Address.MapToIPv4() : client.Address, ClientBytes);
        return last.Length > LongestClaim ? last[..LongestClaim] : last;
    }
}
