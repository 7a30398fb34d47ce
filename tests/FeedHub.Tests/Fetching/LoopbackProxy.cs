using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FeedHub.Tests.Fetching;

/// <summary>A proxy on loopback that speaks HTTP CONNECT and SOCKS5, and knows names that nobody else does.</summary>
internal sealed class LoopbackProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;

    public LoopbackProxy()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>What it was asked to connect to.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>The user and password that came, or empty.</summary>
    public string User { get; private set; } = "";

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task ServeAsync()
    {
        while (true)
            _ = ServeAsync(await _listener.AcceptTcpClientAsync());
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            var stream = client.GetStream();
            var first = await ReadAsync(stream, 1);
            if (first[0] == 5)
                await SocksAsync(stream);
            else
                await ConnectAsync(stream);
        }
    }

    private async Task ConnectAsync(NetworkStream stream)
    {
        var head = "C";
        while (!head.EndsWith("\r\n\r\n", StringComparison.Ordinal))
            head += Encoding.ASCII.GetString(await ReadAsync(stream, 1));
        if (head.Split("Basic ") is [_, var user])
            User = Encoding.UTF8.GetString(Convert.FromBase64String(user.Split('\r')[0]));
        var target = head.Split(' ')[1];
        Asked.Enqueue(target);
        if (target.StartsWith("forbidden.", StringComparison.Ordinal))
            await stream.WriteAsync("HTTP/1.1 403 Forbidden\r\n\r\n"u8.ToArray());
        else
            await CopyAsync(stream, target, "HTTP/1.1 200 OK\r\nVia: 1.1 here\r\n\r\n"u8.ToArray());
    }

    private async Task SocksAsync(NetworkStream stream)
    {
        var methods = await ReadAsync(stream, (await ReadAsync(stream, 1))[0]);
        var asks = methods.Contains((byte)2);
        await stream.WriteAsync((byte[])[5, (byte)(asks ? 2 : 0)]);
        if (asks)
        {
            await ReadAsync(stream, 1);
            User = Encoding.UTF8.GetString(await ReadAsync(stream, (await ReadAsync(stream, 1))[0]));
            User += ":" + Encoding.UTF8.GetString(await ReadAsync(stream, (await ReadAsync(stream, 1))[0]));
            await stream.WriteAsync((byte[])[1, 0]);
        }

        var kind = (await ReadAsync(stream, 4))[3];
        var host = kind == 3
            ? Encoding.ASCII.GetString(await ReadAsync(stream, (await ReadAsync(stream, 1))[0]))
            : new IPAddress(await ReadAsync(stream, 4)).ToString();
        var port = await ReadAsync(stream, 2);
        Asked.Enqueue($"{host}:{(port[0] << 8) | port[1]}");
        if (host.StartsWith("forbidden.", StringComparison.Ordinal))
            await stream.WriteAsync((byte[])[5, 2, 0, 1, 0, 0, 0, 0, 0, 0]);
        else
            await CopyAsync(stream, Asked.Last(), [5, 0, 0, 1, 127, 0, 0, 1, 0, 0]);
    }

    // For every name, the server is on this machine.
    private static async Task CopyAsync(NetworkStream client, string target, byte[] welcome)
    {
        using var server = new TcpClient();
        await server.ConnectAsync(IPAddress.Loopback, int.Parse(target.Split(':')[^1], System.Globalization.CultureInfo.InvariantCulture));
        await client.WriteAsync(welcome);
        await Task.WhenAny(client.CopyToAsync(server.GetStream()), server.GetStream().CopyToAsync(client));
    }

    private static async Task<byte[]> ReadAsync(NetworkStream stream, int count)
    {
        var bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes);
        return bytes;
    }
}
