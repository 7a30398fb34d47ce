using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FeedHub.Tests.Fetching;

/// <summary>A server that writes what no HTTP server would: lies, drips and resets.</summary>
internal sealed class RawPublisher : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<Socket, CancellationToken, Task> _answer;
    private readonly Task _loop;
    private int _connections;

    public RawPublisher(Func<Socket, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _loop = AcceptAsync();
    }

    public int Connections => _connections;

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/feed";

    /// <summary>Answers each connection with the same bytes, then closes.</summary>
    public static RawPublisher Saying(string bytes) => new((socket, stop) => SendAsync(socket, bytes, stop));

    public static async Task SendAsync(Socket socket, string bytes, CancellationToken stop) =>
        await socket.SendAsync(Encoding.Latin1.GetBytes(bytes), stop);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> served = [];
        try
        {
            while (true)
                served.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(served);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        Interlocked.Increment(ref _connections);
        using (socket)
        {
            try
            {
                await ReadHeadAsync(socket);
                await _answer(socket, _stop.Token);
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException)
            {
                // The client has hung up, or the test is over.
            }
        }
    }

    private async Task ReadHeadAsync(Socket socket)
    {
        var head = new StringBuilder();
        var buffer = new byte[4096];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal)
            && await socket.ReceiveAsync(buffer, _stop.Token) is > 0 and var read)
            head.Append(Encoding.Latin1.GetString(buffer, 0, read));
    }
}
