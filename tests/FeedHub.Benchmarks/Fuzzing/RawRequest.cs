using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace FeedHub.Benchmarks.Fuzzing;

/// <summary>An answer as it came over the wire.</summary>
/// <param name="Status">Null where the connection closed without one.</param>
/// <param name="Headers">Names in lower case.</param>
/// <param name="Body">Without chunking.</param>
internal sealed record RawAnswer(int? Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public string MediaType => Headers.GetValueOrDefault("content-type", "").Split(';')[0];
}

/// <summary>Sends bytes that no HTTP library would send.</summary>
internal static class RawRequest
{
    private const int MostBytes = 40_000_000;

    /// <summary>The answer; null if there is none in time.</summary>
    public static async Task<RawAnswer?> SendAsync(Uri server, byte[] request, TimeSpan limit)
    {
        using var deadline = new CancellationTokenSource(limit);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        var bytes = new MemoryStream();
        try
        {
            await socket.ConnectAsync(server.Host, server.Port, deadline.Token);
            await socket.SendAsync(request, deadline.Token);
            var buffer = new byte[64 * 1024];
            while (await socket.ReceiveAsync(buffer, deadline.Token) is > 0 and var count && bytes.Length < MostBytes)
                bytes.Write(buffer, 0, count);
        }
        catch (SocketException)
        {
            // Refused in the middle: what came before that is the answer.
        }
        catch (OperationCanceledException)
        {
            return bytes.Length > 0 ? Read(bytes.ToArray()) : null;
        }

        return Read(bytes.ToArray());
    }

    private static RawAnswer Read(byte[] bytes)
    {
        var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        var lines = Encoding.Latin1.GetString(bytes, 0, Math.Max(end, 0)).Split("\r\n");
        if (end < 0 || lines[0].Split(' ') is not [_, var status, ..])
            return new(null, new Dictionary<string, string>(), []);
        var headers = lines.Skip(1).Select(line => line.Split(':', 2)).Where(parts => parts.Length == 2)
            .GroupBy(parts => parts[0].ToLowerInvariant()).ToDictionary(group => group.Key, group => group.First()[1].Trim());
        var body = bytes[(end + 4)..];
        return new(
            int.Parse(status, CultureInfo.InvariantCulture),
            headers,
            headers.GetValueOrDefault("transfer-encoding") == "chunked" ? Whole(body) : body);
    }

    private static byte[] Whole(byte[] chunked)
    {
        var whole = new MemoryStream();
        for (var at = 0; at < chunked.Length;)
        {
            var line = chunked.AsSpan(at).IndexOf("\r\n"u8);
            if (line < 0 || !int.TryParse(
                Encoding.ASCII.GetString(chunked, at, line),
                NumberStyles.HexNumber,
                CultureInfo.InvariantCulture,
                out var size) || size == 0)
                break;
            size = Math.Min(size, chunked.Length - at - line - 2);
            whole.Write(chunked, at + line + 2, size);
            at += line + size + 4;
        }

        return whole.ToArray();
    }
}
