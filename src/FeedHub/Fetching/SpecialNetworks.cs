using System.Net;
using System.Net.Sockets;

namespace FeedHub.Fetching;

/// <summary>A range of addresses that is not the public internet.</summary>
/// <param name="Range">The addresses.</param>
/// <param name="Words">What they are, fit to stand before "address".</param>
/// <param name="Local">True if <c>Network:AllowPrivateAddresses</c> opens it.</param>
internal sealed record SpecialNetwork(IPNetwork Range, string Words, bool Local);

/// <summary>IANA's special-purpose registries (RFC 6890 and its updates), narrowest first.</summary>
internal static class SpecialNetworks
{
    private static readonly SpecialNetwork[] V4 =
    [
        // Not opened with the private ranges: an operator's own network is one thing, the credentials of its machines another.
        Closed("169.254.169.254/32", "cloud metadata"),
        Closed("100.100.100.200/32", "cloud metadata"),
        Closed("192.0.0.192/32", "cloud metadata"),
        Closed("168.63.129.16/32", "cloud metadata"),
        Local("127.0.0.0/8", "loopback"),
        Local("10.0.0.0/8", "private (10/8)"),
        Local("172.16.0.0/12", "private (172.16/12)"),
        Local("192.168.0.0/16", "private (192.168/16)"),
        Local("100.64.0.0/10", "carrier-grade NAT (100.64/10)"),
        Closed("0.0.0.0/8", "unspecified (0/8)"),
        Closed("169.254.0.0/16", "link-local (169.254/16)"),
        Closed("192.0.0.0/24", "protocol assignment (192.0.0/24)"),
        Closed("192.0.2.0/24", "documentation (192.0.2/24)"),
        Closed("192.88.99.0/24", "6to4 relay (192.88.99/24)"),
        Closed("198.18.0.0/15", "benchmarking (198.18/15)"),
        Closed("198.51.100.0/24", "documentation (198.51.100/24)"),
        Closed("203.0.113.0/24", "documentation (203.0.113/24)"),
        Closed("224.0.0.0/4", "multicast (224/4)"),
        Closed("255.255.255.255/32", "broadcast"),
        Closed("240.0.0.0/4", "reserved (240/4)"),
    ];

    private static readonly SpecialNetwork[] V6 =
    [
        Closed("fd00:ec2::254/128", "cloud metadata"),
        Local("::1/128", "loopback"),
        Closed("::/128", "unspecified (::)"),
        Closed("::ffff:0:0:0/96", "IPv4-translated (::ffff:0:0:0/96)"),
        Closed("::/96", "IPv4-compatible (::/96)"),
        Closed("64:ff9b::/96", "NAT64 (64:ff9b::/96)"),
        Closed("64:ff9b:1::/48", "NAT64 (64:ff9b:1::/48)"),
        Closed("100::/64", "discard-only (100::/64)"),
        Closed("2001::/32", "Teredo (2001::/32)"),
        Closed("2001::/23", "protocol assignment (2001::/23)"),
        Closed("2001:db8::/32", "documentation (2001:db8::/32)"),
        Closed("2002::/16", "6to4 (2002::/16)"),
        Closed("3fff::/20", "documentation (3fff::/20)"),
        Local("fc00::/7", "unique-local (fc00::/7)"),
        Local("fe80::/10", "link-local (fe80::/10)"),
        Local("fec0::/10", "site-local (fec0::/10)"),
        Closed("ff00::/8", "multicast (ff00::/8)"),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    private static readonly SpecialNetwork Mapped = Closed("::ffff:0:0/96", "IPv4-mapped (::ffff:0:0/96)");

    private static readonly SpecialNetwork Unassigned = Closed("::/0", "unassigned (outside 2000::/3)");

    /// <summary>The special network an address is in, or null if it is public.</summary>
    public static SpecialNetwork? Find(IPAddress address) => address switch
    {
        // IPNetwork takes a mapped address for an IPv4 one, so it is in no IPv6 network, not even its own.
        { IsIPv4MappedToIPv6: true } => Mapped,
        { AddressFamily: AddressFamily.InterNetwork } => First(V4, address),
        _ => First(V6, address) ?? (GlobalUnicast.Contains(address) ? null : Unassigned),
    };

    private static SpecialNetwork? First(SpecialNetwork[] networks, IPAddress address) =>
        Array.Find(networks, network => network.Range.Contains(address));

    private static SpecialNetwork Local(string range, string words) => new(IPNetwork.Parse(range), words, true);

    private static SpecialNetwork Closed(string range, string words) => new(IPNetwork.Parse(range), words, false);
}
