using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FeedHub.Tests.Hosting;

/// <summary>
/// Callbacks at any address of 127/8 that take what is sent and give no whole answer to a POST; to a GET they echo <c>hub.challenge</c>
/// only where the test says so.
/// </summary>
internal sealed class MutePeers : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Any, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly bool _confirms;
    private readonly string _beginning;
    private int _connected;

    /// <param name="confirms">Whether they confirm that they meant to subscribe.</param>
    /// <param name="beginning">What they send of an answer, a byte a second; else nothing.</param>
    public MutePeers(bool confirms, string beginning = "")
    {
        (_confirms, _beginning) = (confirms, beginning);
        _listener.Start(512);
        _ = AcceptAsync();
    }

    /// <summary>Connections so far.</summary>
    public int Connected => Volatile.Read(ref _connected);

    /// <summary>The n-th callback, on a host of its own.</summary>
    public string Callback(int n) => $"http://127.0.{1 + (n / 200)}.{1 + (n % 200)}:{((IPEndPoint)_listener.LocalEndpoint).Port}/callback";

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = HoldAsync(await _listener.AcceptTcpClientAsync(_end.Token));
        }
        catch (OperationCanceledException)
        {
            _listener.Stop();
        }
    }

    private async Task HoldAsync(TcpClient client)
    {
        Interlocked.Increment(ref _connected);
        using var held = client;
        try
        {
            await using var stream = held.GetStream();
            var request = new byte[4096];
            var read = await stream.ReadAsync(request, _end.Token);
            if (_confirms && ChallengeOf(Encoding.Latin1.GetString(request, 0, read)) is { } challenge)
                await stream.WriteAsync(Encoding.Latin1.GetBytes(
                    $"HTTP/1.1 200 OK\r\nContent-Length: {challenge.Length}\r\nConnection: close\r\n\r\n{challenge}"), _end.Token);
            else
                await DribbleAsync(stream);
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException)
        {
            // The hub has hung up, or the test is over: what this peer is for is done.
        }
    }

    private async Task DribbleAsync(NetworkStream stream)
    {
        foreach (var one in Encoding.Latin1.GetBytes(_beginning))
        {
            await stream.WriteAsync(new[] { one }, _end.Token);
            await Task.Delay(TimeSpan.FromSeconds(1), _end.Token);
        }

        await Task.Delay(Timeout.Infinite, _end.Token);
    }

    private static string? ChallengeOf(string request) =>
        request.StartsWith("GET ", StringComparison.Ordinal) && request.Split("hub.challenge=") is [_, var rest]
            ? rest.Split('&', ' ')[0]
            : null;
}
