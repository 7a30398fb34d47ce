using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FeedHub.Tests.Publishing;

/// <summary>A client that asks and reads when a test says so.</summary>
internal sealed class SlowReader : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    private SlowReader()
    {
    }

    /// <summary>Still connected: nothing needs to be read for that.</summary>
    public bool IsOpen => _socket.Connected && !_socket.Poll(0, SelectMode.SelectError);

    /// <summary>Connects from an address of this machine and asks.</summary>
    public static async Task<SlowReader> AskAsync(Uri server, string path, string from = "127.0.0.1", string method = "GET")
    {
        var reader = new SlowReader();
        reader._socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
        await reader._socket.ConnectAsync(IPAddress.Parse(server.Host), server.Port);
        await reader._socket.SendAsync(Encoding.ASCII.GetBytes($"{method} {path} HTTP/1.0\r\nHost: {server.Authority}\r\n\r\n"));
        return reader;
    }

    /// <summary>Reads the answer to its end, a little at a time; returns its body.</summary>
    public async Task<byte[]> ReadAsync()
    {
        using var answer = new MemoryStream();
        var buffer = new byte[7_001];
        for (int read; (read = await _socket.ReceiveAsync(buffer)) > 0;)
            answer.Write(buffer, 0, read);
        var bytes = answer.ToArray();
        return bytes[(bytes.AsSpan().IndexOf("\r\n\r\n"u8) + 4)..];
    }

    public void Dispose() => _socket.Dispose();
}
