using System.Net.Sockets;

namespace FeedHub.Tests.Hosting;

/// <summary>HTTP over a socket in a folder, so that a proxy needs no port.</summary>
internal static class UnixSockets
{
    /// <summary>A handler whose requests all go to the socket, of any host name; any certificate will do.</summary>
    public static SocketsHttpHandler Handler(string path) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true },
        ConnectCallback = async (_, cancellation) => new NetworkStream(await ConnectAsync(path, cancellation), ownsSocket: true),
    };

    /// <summary>Whether somebody listens there; where nobody does, only after a moment.</summary>
    public static async Task<bool> ListensAsync(string path, CancellationToken cancellation)
    {
        try
        {
            using var socket = await ConnectAsync(path, cancellation);
            return true;
        }
        catch (SocketException)
        {
            await Task.Delay(20, cancellation);
            return false;
        }
    }

    private static async Task<Socket> ConnectAsync(string path, CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellation);
        return socket;
    }
}
