using System.Net;
using System.Net.Sockets;

namespace FeedHub.Tests.Hosting;

/// <summary>Stands between a program and its server, and can take the server away from it and give it back.</summary>
internal sealed class Relay : IDisposable
{
    private readonly string _host;
    private readonly int _port;
    private readonly List<TcpClient> _open = [];
    private TcpListener _listener;

    public Relay(string host, int port)
    {
        (_host, _port) = (host, port);
        _listener = new(IPAddress.Loopback, 0);
        Port = Listen();
    }

    public int Port { get; }

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

    public void Dispose() => Cut();

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
            await Task.WhenAny(near.CopyToAsync(far), far.CopyToAsync(near));
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
