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
    private byte[]? _lost;

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

    /// <summary>Ends the next connection whose server says this, in place of passing it on.</summary>
    public void Lose(string said) => _lost = Encoding.ASCII.GetBytes(said);

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

    private bool IsLost(ReadOnlySpan<byte> said) =>
        _lost is { } lost && said.IndexOf(lost) >= 0 && Interlocked.CompareExchange(ref _lost, null, lost) == lost;

    private async Task PassAsync(NetworkStream from, NetworkStream to, bool isServer)
    {
        var bytes = new byte[64 * 1024];
        while (await from.ReadAsync(bytes) is var read and > 0)
        {
            if (isServer && IsLost(bytes.AsSpan(0, read)))
                return;
            await _flowing.Task;
            await to.WriteAsync(bytes.AsMemory(0, read));
        }
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
            var (near, far) = (client.GetStream(), server.GetStream());
            await Task.WhenAny(PassAsync(near, far, isServer: false), PassAsync(far, near, isServer: true));
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
