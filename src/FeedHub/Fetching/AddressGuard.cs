using System.Net;
using System.Net.Sockets;
using FeedHub.Model.Settings;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Reasons;
using Microsoft.Extensions.Options;

namespace FeedHub.Fetching;

/// <summary>The wall: which addresses FeedHub may connect to. For polls, hubs and callbacks alike.</summary>
public sealed class AddressGuard(IOptions<FeedHubOptions> options, NameResolver names)
{
    private readonly AllowedPorts _ports = AllowedPorts.TryRead(options.Value.Network.AllowedPorts) ?? AllowedPorts.Default;

    /// <summary>The proxy that connections go through, or null.</summary>
    internal ProxyTunnel? Proxy { get; } = ProxyTunnel.TryRead(options.Value.Network.Proxy);

    /// <summary>Whom TLS trusts beside the system's authorities.</summary>
    internal TrustedAuthorities Trusted { get; } = TrustedAuthorities.Of(options.Value.Network.CertificateAuthorities);

    /// <summary>Why an address is not public ("loopback", "private (10/8)", …), or null if it is.</summary>
    public static string? WhyRefused(IPAddress address) => SpecialNetworks.Find(address)?.Words;

    /// <summary>
    /// Why FeedHub may not ask for a URL, in words that begin with "refused:", or null if it may as far as can be told
    /// before its name is resolved.
    /// </summary>
    public Reason? Refusal(Uri url)
    {
        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
            return Reason.Of(ReasonCode.RefusedScheme);
        if (HostName.Ascii(url) is not { } host)
            return Reason.Of(ReasonCode.RefusedHostCharacter);
        if (HostName.IsTooLong(host))
            return Reason.Of(ReasonCode.RefusedHostLength);
        if (url.UserInfo.Length > 0)
            return Reason.Of(ReasonCode.RefusedUserInfo);
        if (!_ports.Contains(url.Port))
            return Reason.Of(ReasonCode.RefusedPort, url.Port, _ports.ToString());

        // A name's last dot is not part of it, and a literal may hide behind one.
        return IPAddress.TryParse(host.TrimEnd('.'), out var literal) ? Refusal(host, literal) : null;
    }

    /// <summary>Why FeedHub may not ask for a URL, its name resolved; null if it may, or if the name cannot be resolved now.</summary>
    public async Task<Reason?> RefusalAsync(Uri url, CancellationToken cancellation)
    {
        if (Refusal(url) is { } refusal)
            return refusal;
        try
        {
            await ResolveAsync(HostName.Ascii(url)!, cancellation);
            return null;
        }
        catch (FetchException error)
        {
            return error.Outcome == FetchOutcome.Refused ? error.Reason : null;
        }
    }

    /// <summary>
    /// All addresses of a host, each of them one that FeedHub may connect to. The caller connects to exactly these: a name
    /// that is resolved again may have changed its mind (DNS rebinding).
    /// </summary>
    internal async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellation)
    {
        var addresses = await LookUpAsync(host, cancellation);
        foreach (var address in addresses)
        {
            if (Refusal(host, address) is { } reason)
                throw new FetchException(reason, FetchOutcome.Refused);
        }

        return addresses;
    }

    private async Task<IPAddress[]> LookUpAsync(string host, CancellationToken cancellation)
    {
        try
        {
            return await names.LookUpAsync(host, cancellation);
        }
        catch (SocketException e)
        {
            throw new FetchException(Reason.Of(ReasonCode.DnsFailed, host, e.Message), cause: e, isUnreachable: true);
        }
    }

    private Reason? Refusal(string host, IPAddress address)
    {
        if (SpecialNetworks.Find(address) is not { } network || (network.Local && options.Value.Network.AllowPrivateAddresses))
            return null;

        var kind = Reason.Of("aeiouAEIOU".Contains(network.Words[0]) ? ReasonCode.An : ReasonCode.A, network.Words);
        var code = network.Local ? ReasonCode.RefusedNetwork : ReasonCode.RefusedAlways;
        return host == address.ToString()
            ? Reason.Of(code, host, kind)
            : Reason.Of(code, Reason.Of(ReasonCode.NameOfAddress, host, address.ToString()), kind);
    }
}
