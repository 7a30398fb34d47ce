using System.Net;
using System.Text;

namespace FeedHub.Fetching;

/// <summary>Asks an HTTP proxy for a tunnel (RFC 9110 9.3.6).</summary>
/// <param name="stream">The connection to the proxy.</param>
/// <param name="user">Who asks (RFC 7617), or null.</param>
internal sealed class ConnectHandshake(Stream stream, NetworkCredential? user)
{
    private const int MaxHead = 16 * 1024;

    private static readonly byte[] End = "\r\n\r\n"u8.ToArray();

    /// <summary>Null once the tunnel is there; else what the proxy said.</summary>
    public async Task<string?> AskAsync(DnsEndPoint server, CancellationToken cancellation)
    {
        var host = server.Host.Contains(':', StringComparison.Ordinal) ? $"[{server.Host}]" : server.Host;
        var request = $"CONNECT {host}:{server.Port} HTTP/1.1\r\nHost: {host}:{server.Port}\r\n{Authorization()}\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), cancellation);
        var status = await ReadStatusAsync(cancellation);
        return status.Split(' ', 3) is [_, ['2', _, _], ..] ? null : status;
    }

    private string Authorization() => user is null
        ? ""
        : $"Proxy-Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user.UserName}:{user.Password}"))}\r\n";

    // Byte by byte: what follows the head is the server's.
    private async Task<string> ReadStatusAsync(CancellationToken cancellation)
    {
        var head = new List<byte>();
        var next = new byte[1];
        while (head.Count < MaxHead && !EndsHead(head))
        {
            await stream.ReadExactlyAsync(next, cancellation);
            head.Add(next[0]);
        }

        var line = Encoding.Latin1.GetString([.. head]).Split("\r\n")[0];
        return string.Concat(line.Where(c => !char.IsControl(c)).Take(100));
    }

    private static bool EndsHead(List<byte> head) => head.Count >= End.Length && head[^1] == '\n' && head[^End.Length..].SequenceEqual(End);
}
