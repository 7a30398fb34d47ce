using System.Net;
using System.Net.Sockets;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Fetching;

/// <summary>Connects to servers through the operator's proxy: by HTTP CONNECT (RFC 9110 9.3.6) or SOCKS5 (RFC 1928). Where it cannot be
/// reached, nothing is asked past it.</summary>
/// <param name="proxy">Its address, with user and password where it asks for them.</param>
internal sealed class ProxyTunnel(Uri proxy)
{
    private const string Socks = "socks5";

    /// <summary>Its host and port.</summary>
    public string Name => $"{proxy.Host}:{proxy.Port}";

    private NetworkCredential? User => proxy.UserInfo.Split(':', 2) is [{ Length: > 0 } user, .. var rest]
        ? new(Uri.UnescapeDataString(user), Uri.UnescapeDataString(rest.FirstOrDefault("")))
        : null;

    /// <summary>The proxy that a setting names; null: none, or it cannot be read.</summary>
    public static ProxyTunnel? TryRead(string? setting) =>
        Uri.TryCreate(setting, UriKind.Absolute, out var url) && url is { Scheme: "http" or Socks, Host.Length: > 0, Port: > 0 }
            ? new(url)
            : null;

    /// <summary>A connection to the server.</summary>
    /// <param name="server">A name, or an address that was checked.</param>
    /// <param name="timeout">Most time for the proxy to answer.</param>
    /// <param name="clock">Times that.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="FetchException">The proxy cannot be reached, or does not connect.</exception>
    public async Task<Stream> ConnectAsync(DnsEndPoint server, TimeSpan timeout, TimeProvider clock, CancellationToken cancellation)
    {
        using var share = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(share.Token, cancellation);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(proxy.Host, proxy.Port, either.Token);
            var stream = new NetworkStream(socket, ownsSocket: true);
            if (await AskAsync(stream, server, either.Token) is { } refusal)
                throw new FetchException(
                    Reason.Of(ReasonCode.ProxyRefused, Name, $"{server.Host}:{server.Port}", refusal), isUnreachable: true);
            return stream;
        }
        catch (Exception error)
        {
            socket.Dispose();
            if (error is FetchException || cancellation.IsCancellationRequested)
                throw;
            throw new FetchException(
                Reason.Of(ReasonCode.ProxyUnreachable, Name, Words(error, share.IsCancellationRequested)), cause: error,
                isUnreachable: true);
        }
    }

    /// <summary>Whether a connection can be made to the proxy itself; it is asked for nothing.</summary>
    public async Task<bool> IsThereAsync(TimeSpan timeout, TimeProvider clock, CancellationToken cancellation)
    {
        using var share = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(share.Token, cancellation);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(proxy.Host, proxy.Port, either.Token);
            return true;
        }
        catch (Exception error) when (error is SocketException || (share.IsCancellationRequested && !cancellation.IsCancellationRequested))
        {
            return false;
        }
    }

    private Task<string?> AskAsync(Stream stream, DnsEndPoint server, CancellationToken cancellation) => proxy.Scheme == Socks
        ? new SocksHandshake(stream, User).AskAsync(server, cancellation)
        : new ConnectHandshake(stream, User).AskAsync(server, cancellation);

    private static string Words(Exception error, bool isLate) =>
        isLate ? "it did not answer in time" : error is EndOfStreamException ? "it closed the connection" : error.Message;
}
