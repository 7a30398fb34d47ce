using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FeedHub.Tests.Hosting;

/// <summary>Stands between a program and its server, and can take the server away from it and give it back.</summary>
internal sealed class Relay : IDisposable
{
    private readonly string _host;
    private readonly int _port;
    private readonly List<TcpClient> _open = [];
    private TcpListener _listener;
    private (byte[] Asked, byte[] Said)? _lost;

    public Relay(string host, int port)
    {
        (_host, _port) = (host, port);
        _listener = new(IPAddress.Loopback, 0);
        Port = Listen();
    }

    public int Port { get; }

    /// <summary>Completed while bytes go through; else they wait, and nothing is closed.</summary>
    private TaskCompletionSource _flowing = Flowing();

    /// <summary>Lets nothing through any more, and closes nothing, as a network that stalls.</summary>
    public void Stall() => _flowing = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets through what waits.</summary>
    public void Flow() => _flowing.TrySetResult();

    /// <summary>Once a program has written the one, ends its connection when the server says the other, in place of passing that
    /// on.</summary>
    public void Lose(string asked, string said) => _lost = (Encoding.ASCII.GetBytes(asked), Encoding.ASCII.GetBytes(said));

    /// <summary>Ends all connections, and takes no new ones.</summary>
    public void Cut()
    {
        _listener.Stop();
        lock (_open)
        {
            _open.ForEach(client => client.Dispose());
            _open.Clear();
        }
    }

    /// <summary>Takes connections again, at the same port.</summary>
    public void Mend()
    {
        _listener = new(IPAddress.Loopback, Port);
        Listen();
    }

    public void Dispose()
    {
        Cut();
        Flow();
    }

    private static TaskCompletionSource Flowing()
    {
        var flowing = new TaskCompletionSource();
        flowing.SetResult();
        return flowing;
    }

    private async Task PassAsync(NetworkStream from, NetworkStream to, Func<ReadOnlyMemory<byte>, bool> isLost)
    {
        var bytes = new byte[64 * 1024];
        while (await from.ReadAsync(bytes) is var read and > 0)
        {
            if (isLost(bytes.AsMemory(0, read)))
                return;
            await _flowing.Task;
            await to.WriteAsync(bytes.AsMemory(0, read));
        }
    }

    private Task PassBothWaysAsync(NetworkStream near, NetworkStream far)
    {
        var hasAsked = false;
        return Task.WhenAny(
            PassAsync(near, far, asked =>
            {
                hasAsked |= _lost is { } lost && asked.Span.IndexOf(lost.Asked) >= 0;
                return false;
            }),
            PassAsync(far, near, said =>
            {
                if (!hasAsked || _lost is not { } lost || said.Span.IndexOf(lost.Said) < 0)
                    return false;
                _lost = null;
                return true;
            }));
    }

    private int Listen()
    {
        _listener.Start();
        _ = AcceptAsync(_listener);
        return ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
                _ = JoinAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // It was cut.
        }
    }

    private async Task JoinAsync(TcpClient client)
    {
        var server = new TcpClient();
        lock (_open)
            _open.AddRange([client, server]);
        try
        {
            await server.ConnectAsync(_host, _port);
            await PassBothWaysAsync(client.GetStream(), server.GetStream());
        }
        catch (Exception ended) when (ended is SocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // It was cut.
        }
        finally
        {
            client.Dispose();
            server.Dispose();
        }
    }
}
