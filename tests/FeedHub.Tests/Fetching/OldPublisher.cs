using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FeedHub.Tests.Fetching;

/// <summary>A server that leaves its connections open, and tells which of them was asked, and with what line, byte for byte.</summary>
internal sealed class OldPublisher : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<(int Connection, string Line)> asked = new();
    private readonly Func<string, string> answer;
    private readonly bool isSlow;
    private readonly Task loop;

    public OldPublisher(Func<string, string> answer, bool pieces = false)
    {
        (this.answer, isSlow) = (answer, pieces);
        listener.Start();
        loop = AcceptAsync();
    }

    public IReadOnlyList<(int Connection, string Line)> Asked => [.. asked];

    public string Address => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    /// <summary>An answer with a feed.</summary>
    public static string Feed(string head) => head + "Content-Type: text/xml\r\nContent-Length: 6\r\n\r\n<rss/>";

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await loop;
        listener.Stop();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> served = [];
        try
        {
            while (true)
                served.Add(ServeAsync(await listener.AcceptSocketAsync(stop.Token), served.Count + 1));
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
            while (await reader.ReadLineAsync(stop.Token) is { } line)
            {
                while (await reader.ReadLineAsync(stop.Token) is { Length: > 0 })
                {
                }

                asked.Enqueue((connection, line));
                await SendAsync(stream, Encoding.Latin1.GetBytes(answer(line)));
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The client has hung up, or the test is over.
        }
    }

    private async Task SendAsync(NetworkStream stream, byte[] bytes)
    {
        foreach (var piece in isSlow ? bytes.Chunk(1) : [bytes])
            await stream.WriteAsync(piece, stop.Token);
    }
}
