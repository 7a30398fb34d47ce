using System.Net;
using System.Net.Sockets;
using FeedHub.Fetching;

namespace FeedHub.Publishing;

/// <summary>Who sent a request, as far as limits go.</summary>
public static class ClientAddress
{
    /// <summary>
    /// One key for each client, or null for a program on this machine. Behind a proxy of the operator's own (on this machine or in
    /// a private network) the client is the last that X-Forwarded-For names: the proxy wrote that itself, whatever stands before it.
    /// </summary>
    /// <param name="remote">Who is connected; null where that is no network address.</param>
    /// <param name="forwardedFor">X-Forwarded-For, or null.</param>
    public static string? KeyOf(IPAddress? remote, string? forwardedFor)
    {
        if (remote is { IsIPv4MappedToIPv6: true })
            remote = remote.MapToIPv4();
        var isOwn = remote is null || SpecialNetworks.Find(remote) is { Local: true };
        if (isOwn && Last(forwardedFor) is { } client)
            return KeyOf(client);
        return remote is null || IPAddress.IsLoopback(remote) ? null : KeyOf(remote);
    }

    // Whoever has one IPv6 address has the 64 bits behind its network too.
    private static string KeyOf(IPAddress address) => address.AddressFamily == AddressFamily.InterNetworkV6
        ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
        : address.ToString();

    private static IPAddress? Last(string? forwardedFor)
    {
        var last = forwardedFor?.Split(',')[^1].Trim();
        return IPEndPoint.TryParse(last ?? "", out var client) ? client.Address.IsIPv4MappedToIPv6 ? client.Address.MapToIPv4() : client.Address : null;
    }
}
