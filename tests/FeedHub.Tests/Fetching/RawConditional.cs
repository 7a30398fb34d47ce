using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FeedHub.Tests.Fetching;

/// <summary>
/// Answers 304 if the validators come back byte for byte and 200 otherwise. Raw, since a server framework judges validators
/// itself.
/// </summary>
internal sealed class RawConditional(string? etag, string? lastModified) : IAsyncDisposable
{
    private readonly TcpListener _listener = Started();
    private Task? _served;

    public string Url
    {
        get
        {
            _served ??= ServeAsync();
            return $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/feed";
        }
    }

    private string Headers =>
        (etag is null ? "" : $"ETag: {etag}\r\n") + (lastModified is null ? "" : $"Last-Modified: {lastModified}\r\n");

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _served!;
    }

    private static TcpListener Started()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    private async Task ServeAsync()
    {
        for (var i = 0; i < 2; i++)
        {
            using var socket = await _listener.AcceptSocketAsync();
            var buffer = new byte[4096];
            var head = Encoding.Latin1.GetString(buffer, 0, await socket.ReceiveAsync(buffer));
            var answer = Matches(head) ? "304 Not Modified\r\n" : "200 OK\r\nContent-Length: 6\r\n";
            var body = Matches(head) ? "" : "<rss/>";
            await socket.SendAsync(Encoding.Latin1.GetBytes($"HTTP/1.1 {answer}{Headers}Connection: close\r\n\r\n{body}"));
        }
    }

    private bool Matches(string head) => Value(head, "If-None-Match") == etag && Value(head, "If-Modified-Since") == lastModified;

    private static string? Value(string head, string name) => head.Split("\r\n")
        .FirstOrDefault(line => line.StartsWith(name + ": ", StringComparison.Ordinal))?[(name.Length + 2)..];
}
