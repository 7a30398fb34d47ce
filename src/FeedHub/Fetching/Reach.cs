using System.Net;
using FeedHub.Syndication.Identity;

namespace FeedHub.Fetching;

/// <summary>Tries whether servers can be connected to, without asking them for anything.</summary>
public sealed class Reach(AddressGuard guard, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Host and port of the operator's proxy where it cannot be connected to; null: it can, or there is none.</summary>
    public async Task<string?> DeadProxyAsync(CancellationToken cancellation) =>
        guard.Proxy is { } proxy && !await proxy.IsThereAsync(Patience, clock, cancellation) ? proxy.Name : null;

    /// <summary>Whether a connection can be made; null: none may be, which tells nothing.</summary>
    /// <param name="url">Names the server.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<bool?> TryAsync(Uri url, CancellationToken cancellation)
    {
        if (guard.Refusal(url) is not null || HostName.Ascii(url) is not { } host)
            return null;
        try
        {
            await using var connection = await GuardedHandler.ConnectAsync(
                guard, clock, Patience, new DnsEndPoint(host, url.Port), cancellation);
            return true;
        }
        catch (FetchException refused)
        {
            return refused.IsUnreachable ? false : null;
        }
    }
}
