using System.Net;
using System.Net.Sockets;
using FeedHub.Model.Settings;
using FeedHub.Syndication.Identity;
using Microsoft.Extensions.Options;

namespace FeedHub.Fetching;

/// <summary>The wall: which addresses FeedHub may connect to. For polls, hubs and callbacks alike.</summary>
public sealed class AddressGuard(IOptions<FeedHubOptions> options, NameResolver names)
{
    private const string Rule = "FeedHub connects to public addresses only (FeedHub:Network:AllowPrivateAddresses)";

    private readonly AllowedPorts _ports = AllowedPorts.TryRead(options.Value.Network.AllowedPorts) ?? AllowedPorts.Default;

    /// <summary>Why an address is not public ("loopback", "private (10/8)", …), or null if it is.</summary>
    public static string? WhyRefused(IPAddress address) => SpecialNetworks.Find(address)?.Words;

    /// <summary>
    /// Why FeedHub may not ask for a URL, in words that begin with "refused:", or null if it may as far as can be told
    /// before its name is resolved.
    /// </summary>
    public string? Refusal(Uri url)
    {
        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
            return "refused: only http and https addresses are fetched";
        if (HostName.Ascii(url) is not { } host)
            return "refused: its host name has a character that no host name may have";
        if (HostName.IsTooLong(host))
            return "refused: its host name is longer than a host name may be (253 characters, and 63 between two dots)";
        if (url.UserInfo.Length > 0)
            return "refused: the address carries a user name or password; an Authorization header of the source may carry them";
        if (!_ports.Contains(url.Port))
            return $"refused: port {url.Port} is not one of {_ports} (FeedHub:Network:AllowedPorts)";

        // A name's last dot is no part of it, and a literal may hide behind one.
        return IPAddress.TryParse(host.TrimEnd('.'), out var literal) ? Refusal(host, literal) : null;
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
            if (Refusal(host, address) is { } words)
                throw new FetchException(words, FetchOutcome.Refused);
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
            throw new FetchException($"DNS gave no address for {host}: {e.Message}", cause: e);
        }
    }

    private string? Refusal(string host, IPAddress address)
    {
        if (SpecialNetworks.Find(address) is not { } network || (network.Local && options.Value.Network.AllowPrivateAddresses))
            return null;

        var subject = host == address.ToString() ? host : $"{host} is {address}, which";
        return $"refused: {subject} is {Article(network.Words)} {network.Words} address; {Rule}";
    }

    private static string Article(string words) => "aeiouAEIOU".Contains(words[0]) ? "an" : "a";
}
