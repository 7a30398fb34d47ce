using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FeedHub.Fetching;

/// <summary>Asks a SOCKS5 proxy for a connection (RFC 1928), with user and password (RFC 1929) where it wants them.</summary>
/// <param name="stream">The connection to the proxy.</param>
/// <param name="user">Who asks, or null.</param>
internal sealed class SocksHandshake(Stream stream, NetworkCredential? user)
{
    private const byte Version = 5;
    private const byte NoAuthentication = 0;
    private const byte UserAndPassword = 2;
    private const byte ByIPv4 = 1;
    private const byte ByName = 3;
    private const byte ByIPv6 = 4;

    private static readonly string[] Replies =
    [
        "", "it failed", "its rules do not allow it", "it cannot reach the network", "it cannot reach the host",
        "the connection was refused",
        "the connection took too long", "it does not know the command", "it does not know the kind of address",
    ];

    /// <summary>Null once the connection is there; else what the proxy said.</summary>
    public async Task<string?> AskAsync(DnsEndPoint server, CancellationToken cancellation)
    {
        byte[] methods = user is null ? [NoAuthentication] : [NoAuthentication, UserAndPassword];
        await stream.WriteAsync((byte[])[Version, (byte)methods.Length, .. methods], cancellation);
        var chosen = await ReadAsync(2, cancellation);
        if (chosen[0] != Version)
            return "it does not speak SOCKS5";
        if (chosen[1] == UserAndPassword && user is not null && !await SignInAsync(user, cancellation))
            return "it does not accept user and password";
        if (chosen[1] is not (NoAuthentication or UserAndPassword))
            return "it asks for a sign-in that is not known";
        await stream.WriteAsync((byte[])[Version, 1, 0, .. Address(server)], cancellation);
        return await AnswerAsync(cancellation);
    }

    private async Task<bool> SignInAsync(NetworkCredential who, CancellationToken cancellation)
    {
        byte[] name = [.. Encoding.UTF8.GetBytes(who.UserName).Take(255)], password = [.. Encoding.UTF8.GetBytes(who.Password).Take(255)];
        await stream.WriteAsync((byte[])[1, (byte)name.Length, .. name, (byte)password.Length, .. password], cancellation);
        return (await ReadAsync(2, cancellation))[1] == 0;
    }

    private async Task<string?> AnswerAsync(CancellationToken cancellation)
    {
        var answer = await ReadAsync(4, cancellation);
        if (answer[1] != 0)
            return answer[1] < Replies.Length ? Replies[answer[1]] : "it failed";

        // The address that it connected from, and its port: of no use here.
        var length = answer[3] switch
        {
            ByIPv4 => 4,
            ByIPv6 => 16,
            _ => (await ReadAsync(1, cancellation))[0],
        };
        await ReadAsync(length + 2, cancellation);
        return null;
    }

    private static byte[] Address(DnsEndPoint server)
    {
        var port = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(port, (ushort)server.Port);
        if (!IPAddress.TryParse(server.Host, out var address))
            return [ByName, (byte)server.Host.Length, .. Encoding.ASCII.GetBytes(server.Host), .. port];
        return [address.AddressFamily == AddressFamily.InterNetworkV6 ? ByIPv6 : ByIPv4, .. address.GetAddressBytes(), .. port];
    }

    private async Task<byte[]> ReadAsync(int count, CancellationToken cancellation)
    {
        var bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }
}
