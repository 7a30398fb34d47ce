using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FeedHub.Tests.Fetching;

/// <summary>A server that leaves its connections open, and tells which of them was asked, and with what line, byte for byte.</summary>
internal sealed class OldPublisher : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<(int Connection, string Line)> _asked = new();
    private readonly Func<string, string> _answer;
    private readonly bool _isSlow;
    private readonly Task _loop;

    public OldPublisher(Func<string, string> answer, bool pieces = false)
    {
        (_answer, _isSlow) = (answer, pieces);
        _listener.Start();
        _loop = AcceptAsync();
    }

    public IReadOnlyList<(int Connection, string Line)> Asked => [.. _asked];

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>An answer with a feed.</summary>
    public static string Feed(string head) => head + "Content-Type: text/xml\r\nContent-Length: 6\r\n\r\n<rss/>";

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
                served.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token), served.Count + 1));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(served);
        }
    }

    private async Task ServeAsync(Socket socket, int connection)
    {
        using var stream = new NetworkStream(socket, ownsSocket: true);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        try
        {
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 })
                {
                }

                _asked.Enqueue((connection, line));
                await SendAsync(stream, Encoding.Latin1.GetBytes(_answer(line)));
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The client has hung up, or the test is over.
        }
    }

    private async Task SendAsync(NetworkStream stream, byte[] bytes)
    {
        foreach (var piece in _isSlow ? bytes.Chunk(1) : [bytes])
            await stream.WriteAsync(piece, _stop.Token);
    }
}
