using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FeedHub.Benchmarks;

/// <summary>What a run of requests came to.</summary>
/// <param name="PerSecond">Requests answered in a second.</param>
/// <param name="Median">Time of the median request.</param>
/// <param name="P99">Time that 99 of 100 requests stayed within.</param>
internal sealed record LoadResult(double PerSecond, TimeSpan Median, TimeSpan P99);

/// <summary>Sends requests over plain sockets: an HTTP client would cost more than what is measured.</summary>
internal static class Load
{
    /// <summary>Asks for the same again and again over some connections for a while.</summary>
    public static async Task<LoadResult> RepeatAsync(Uri server, string path, string headers, int status, int connections, TimeSpan time)
    {
        var request = Request(server, path, headers);
        var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var started = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            using var connection = await ConnectAsync(server);
            var taken = new List<long>();
            while (Stopwatch.GetTimestamp() < until)
                taken.Add(await AskAsync(connection, request, status));
            return taken;
        })));
        return Result([.. times.SelectMany(t => t)], Stopwatch.GetElapsedTime(started));
    }

    /// <summary>Asks for each of these once, one after the other.</summary>
    public static async Task<LoadResult> EachAsync(Uri server, IEnumerable<string> paths)
    {
        using var connection = await ConnectAsync(server);
        var started = Stopwatch.GetTimestamp();
        var times = new List<long>();
        foreach (var path in paths)
            times.Add(await AskAsync(connection, Request(server, path, ""), 200));
        return Result(times, Stopwatch.GetElapsedTime(started));
    }

    /// <summary>Asks for the same over a new connection each time, one after the other, for a while.</summary>
    public static async Task<LoadResult> VisitAsync(Uri server, string path, IPEndPoint from, TimeSpan time, TimeSpan pause)
    {
        var (request, started, times) = (Request(server, path, ""), Stopwatch.GetTimestamp(), new List<long>());
        while (Stopwatch.GetElapsedTime(started) < time)
        {
            var opened = Stopwatch.GetTimestamp();
            using var connection = await ConnectAsync(server, from);
            await AskAsync(connection, request, 200).WaitAsync(TimeSpan.FromSeconds(30));
            times.Add(Stopwatch.GetTimestamp() - opened);
            await Task.Delay(pause);
        }

        return Result(times, Stopwatch.GetElapsedTime(started));
    }

    private static byte[] Request(Uri server, string path, string headers) =>
        Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\n{headers}\r\n");

    private static async Task<Socket> ConnectAsync(Uri server, IPEndPoint? from = null)
    {
        var socket = from is null
            ? new Socket(SocketType.Stream, ProtocolType.Tcp)
            : new Socket(from.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        socket.NoDelay = true;
        if (from is not null)
            socket.Bind(from);
        await socket.ConnectAsync(server.Host, server.Port);
        return socket;
    }

    private static async Task<long> AskAsync(Socket connection, byte[] request, int status)
    {
        var started = Stopwatch.GetTimestamp();
        await connection.SendAsync(request);
        var buffer = new byte[256 * 1024];
        var (read, end) = (0, -1);
        while (end < 0)
        {
            var came = await connection.ReceiveAsync(buffer.AsMemory(read));
            if (came == 0)
                throw new IOException("The server closed the connection.");
            read += came;
            end = buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
        }

        var head = Encoding.ASCII.GetString(buffer, 0, end);
        if (!head.StartsWith($"HTTP/1.1 {status} ", StringComparison.Ordinal))
            throw new InvalidOperationException($"Not a {status}: {head}");
        for (var rest = Length(head) - (read - end - 4); rest > 0;)
        {
            var came = await connection.ReceiveAsync(buffer);
            rest -= came > 0 ? came : throw new IOException("The server closed the connection in the middle of its answer.");
        }

        return Stopwatch.GetTimestamp() - started;
    }

    private static long Length(string head)
    {
        const string Name = "\r\nContent-Length: ";
        var at = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? 0 : long.Parse(head.AsSpan(at + Name.Length).ToString().Split('\r')[0], CultureInfo.InvariantCulture);
    }

    private static LoadResult Result(List<long> times, TimeSpan all)
    {
        times.Sort();
        TimeSpan At(double share) => Stopwatch.GetElapsedTime(0, times[(int)((times.Count - 1) * share)]);
        return new(times.Count / all.TotalSeconds, At(0.5), At(0.99));
    }
}
