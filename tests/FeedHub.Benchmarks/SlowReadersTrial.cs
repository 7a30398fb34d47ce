using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FeedHub.Benchmarks;

/// <summary>Connections that ask for a large feed and never read it: what they cost the service and its other readers.</summary>
internal static class SlowReadersTrial
{
    private const string Large = "/feed.rss?limit=500";
    private const string Small = "/feed.rss?limit=10";
    private const double MostMegabytes = 150;

    // So many come from one address: what one client may ask in a minute.
    private const int PerAddress = 600;
    private static readonly TimeSpan MostWait = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Meanwhile = TimeSpan.FromSeconds(20);

    /// <summary>Runs it, prints the figures; 1 if memory or waits go beyond their bounds.</summary>
    public static async Task<int> RunAsync(int count)
    {
        var folder = Directory.CreateTempSubdirectory("feedhub-bench-").FullName;
        try
        {
            await StoryDatabase.WriteAsync(folder, stories: 600, words: 240);
            await StoryDatabase.IndexAsync(folder);
            await using var feedHub = await Served.StartAsync(
                typeof(FeedHub.Program), [.. StoryDatabase.Settings(folder), "--FeedHub:Limits:RequestsPerMinute=0"]);
            return await RunAsync(feedHub, count);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> RunAsync(Served feedHub, int count)
    {
        // Readers that do read, so that "before" is a service at work.
        var fast = await Load.RepeatAsync(feedHub.Address, Large, "", 200, 8, Quiet);
        var alone = await Load.RepeatAsync(feedHub.Address, Small, "", 200, 2, Quiet);
        var before = feedHub.Resident;
        Print($"before: {before:F0} MB; {fast.PerSecond:F0} large feeds/s; another reader's p99 {alone.P99.TotalMilliseconds:F1} ms");

        var others = OthersAsync(feedHub.Address, Meanwhile);
        var slow = await OpenAsync(feedHub.Address, count);
        var asked = feedHub.Resident;
        var waits = await others;
        var during = feedHub.Resident;
        var open = slow.Count(IsOpen);
        slow.ForEach(socket => socket.Dispose());
        await Task.Delay(Quiet);
        var after = feedHub.Resident;
        Print($"{count} never read: {asked - before:F0} MB more when all had asked, {during - before:F0} MB more {Meanwhile.TotalSeconds:F0} s after the first, {open} still open; {after - before:F0} MB more after they left");
        Print($"another reader meanwhile: {waits.PerSecond:F0} requests/s, median {waits.Median.TotalMilliseconds:F1} ms, p99 {waits.P99.TotalMilliseconds:F1} ms");
        var isWell = Math.Max(Math.Max(asked, during), after) - before <= MostMegabytes && waits.P99 <= MostWait;
        Print($"bounds: {MostMegabytes:F0} MB and {MostWait.TotalMilliseconds:F0} ms: {(isWell ? "held" : "BROKEN")}");
        return isWell ? 0 : 1;
    }

    // From the same address as the first of the slow ones: nothing but its reading tells it from them.
    private static Task<LoadResult> OthersAsync(Uri server, TimeSpan time) =>
        Load.VisitAsync(server, Small, new(AddressOf(0), 0), time, pause: TimeSpan.FromMilliseconds(10));

    private static async Task<List<Socket>> OpenAsync(Uri server, int count)
    {
        var request = Encoding.ASCII.GetBytes($"GET {Large} HTTP/1.1\r\nHost: {server.Authority}\r\n\r\n");
        var sockets = new List<Socket>();
        for (var n = 0; n < count; n++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            sockets.Add(socket);
            try
            {
                socket.Bind(new IPEndPoint(AddressOf(n / PerAddress), 0));
                await socket.ConnectAsync(IPAddress.Parse(server.Host), server.Port);
                await socket.SendAsync(request);
            }
            catch (SocketException)
            {
                // Refused: the service may, and the count of those still open tells.
            }
        }

        return sockets;
    }

    // Nothing is read: an end or a reset shows in the state alone.
    private static bool IsOpen(Socket socket) =>
        socket.Connected && !socket.Poll(0, SelectMode.SelectError);

    private static IPAddress AddressOf(int n) => IPAddress.Parse(string.Create(CultureInfo.InvariantCulture, $"127.0.1.{n + 1}"));

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
