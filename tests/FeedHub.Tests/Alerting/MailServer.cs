using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FeedHub.Tests.Alerting;

/// <summary>A mail server on loopback that takes what comes (RFC 5321), with a sign-in.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;

    public MailServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Commands and messages as they came, a text each.</summary>
    public ConcurrentQueue<string> Came { get; } = new();

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
        using var ended = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 here");
        while (await reader.ReadLineAsync() is { } line)
        {
            Came.Enqueue(line);
            await writer.WriteLineAsync(line.Split(' ')[0].ToUpperInvariant() switch
            {
                "EHLO" => "250-here\r\n250-SMTPUTF8\r\n250 AUTH PLAIN",
                "AUTH" => "235 come in",
                "DATA" => "354 go on",
                "QUIT" => "221 bye",
                _ => "250 fine",
            });
            if (line == "DATA")
            {
                var message = new StringBuilder();
                while (await reader.ReadLineAsync() is { } next and not ".")
                    message.AppendLine(next);
                Came.Enqueue(message.ToString());
                await writer.WriteLineAsync("250 taken");
            }
        }
    }
}
