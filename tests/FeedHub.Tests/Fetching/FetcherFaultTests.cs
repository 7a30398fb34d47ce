using System.Diagnostics;
using System.Net.Sockets;
using FeedHub.Fetching;

namespace FeedHub.Tests.Fetching;

public sealed class FetcherFaultTests
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nETag: \"1\"\r\n";

    [Theory]
    [InlineData(Head + "Content-Length: 100\r\n\r\n<rss>whole</rss>")]
    [InlineData(Head + "Transfer-Encoding: chunked\r\n\r\n10\r\n<rss>whole</rss>\r\n")]
    [InlineData(Head + "Transfer-Encoding: chunked\r\n\r\n20\r\n<rss>whole</rss>")]
    public async Task Body_ShorterThanPromised_IsTruncatedWithWhatCame(string answer)
    {
        await using var publisher = RawPublisher.Saying(answer);
        using var bench = new FetchBench();
        var result = await bench.FetchAsync(publisher.Url);
        Assert.Equal((FetchOutcome.Fetched, true), (result.Outcome, result.Truncated));
        Assert.Equal("<rss>whole</rss>"u8.ToArray(), result.Body.ToArray());
        Assert.StartsWith("HTTP 200, but the body broke off after 16 bytes: ", result.Error?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_ResetInTheMiddle_IsTruncatedWithWhatCame()
    {
        await using var publisher = new RawPublisher(async (socket, stop) =>
        {
            await RawPublisher.SendAsync(socket, Head + "Content-Length: 100\r\n\r\n<rss>", stop);
            await Task.Delay(100, stop);
            socket.Close(0);
        });
        using var bench = new FetchBench();
        var result = await bench.FetchAsync(publisher.Url);
        Assert.Equal((FetchOutcome.Fetched, true, 5), (result.Outcome, result.Truncated, result.Body.Length));
    }

    [Theory]
    [InlineData(Head + "Content-Length: 100\r\n\r\n", "broke off before the body came")]
    [InlineData("", "the connection was closed before an answer came")]
    [InlineData("HTTP/1.1 200", "the connection was closed before an answer came")]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n\r\n", "the answer is not HTTP")]
    public async Task Answer_OfWhichNothingCame_FailsInWords(string answer, string words)
    {
        await using var publisher = RawPublisher.Saying(answer);
        using var bench = new FetchBench();
        var result = await bench.FetchAsync(publisher.Url);
        Assert.Equal(FetchOutcome.Failed, result.Outcome);
        Assert.Contains(words, result.Error?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_WithHeadersWithoutEnd_FailsInWords()
    {
        await using var publisher = RawPublisher.Saying("HTTP/1.1 200 OK\r\nX-Long: " + new string('x', 100_000));
        using var bench = new FetchBench();
        Assert.Equal("the headers of the answer are larger than 32 KiB", (await bench.FetchAsync(publisher.Url)).Error?.ToString());
    }

    [Fact]
    public async Task Port_WhereNobodyListens_FailsInWords()
    {
        var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var bench = new FetchBench();
        var result = await bench.FetchAsync($"http://127.0.0.1:{port}/feed");
        Assert.Equal((FetchOutcome.Failed, null), (result.Outcome, result.Status));
        Assert.Equal($"127.0.0.1 refused the connection at port {port}", result.Error?.ToString());
    }

    [Fact]
    public async Task Name_ThatDoesNotResolve_FailsInWords()
    {
        using var bench = new FetchBench();
        var result = await bench.FetchAsync("http://feeds.invalid/feed");
        Assert.Equal(FetchOutcome.Failed, result.Outcome);
        Assert.StartsWith("DNS gave no address for feeds.invalid", result.Error?.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "no answer within 0.3 s (FeedHub:Polling:Timeout)")]
    [InlineData(Head + "Content-Length: 100000\r\n\r\n", "HTTP 200, but the body did not end within 0.3 s (FeedHub:Polling:Timeout)")]
    public async Task Drip_EndsAtTheDeadline(string head, string words)
    {
        await using var publisher = new RawPublisher(async (socket, stop) =>
        {
            await RawPublisher.SendAsync(socket, head, stop);
            while (head.Length > 0)
            {
                await RawPublisher.SendAsync(socket, "x", stop);
                await Task.Delay(20, stop);
            }

            await Task.Delay(Timeout.Infinite, stop);
        });
        using var bench = new FetchBench(options => options.Polling.Timeout = TimeSpan.FromSeconds(0.3));
        var watch = Stopwatch.StartNew();
        var result = await bench.FetchAsync(publisher.Url);
        Assert.Equal((FetchOutcome.Failed, false), (result.Outcome, result.Truncated));
        Assert.StartsWith(words, result.Error?.ToString(), StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0.25, 5);
    }

    [Fact]
    public async Task ContentLength_AboveTheLimit_IsRefusedUnread()
    {
        await using var publisher = RawPublisher.Saying(Head + "Content-Length: 10485761\r\n\r\n<rss>");
        using var bench = new FetchBench();
        var result = await bench.FetchAsync(publisher.Url);
        Assert.Equal((FetchOutcome.Failed, 0), (result.Outcome, result.BytesReceived));
        Assert.Contains("larger than 10 MiB", result.Error?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_WithoutLengthAndEnd_StopsAtTheLimit()
    {
        var flood = new string('x', 64 * 1024);
        await using var publisher = new RawPublisher(async (socket, stop) =>
        {
            await RawPublisher.SendAsync(socket, Head + "Connection: close\r\n\r\n", stop);
            while (true)
                await RawPublisher.SendAsync(socket, flood, stop);
        });
        using var bench = new FetchBench(options => options.Polling.MaxBytes = 1_000_000);
        var result = await bench.FetchAsync(publisher.Url);
        Assert.Equal("HTTP 200, but the document is larger than 1000000 bytes (FeedHub:Polling:MaxBytes)", result.Error?.ToString());
        Assert.InRange(result.BytesReceived, 1_000_001, 1_100_000);
    }

    [Fact]
    public async Task Caller_WhoCancels_GetsACancellation()
    {
        using var cancelled = new CancellationTokenSource();
        await using var publisher = new RawPublisher((_, stop) =>
        {
            cancelled.Cancel();
            return Task.Delay(Timeout.Infinite, stop);
        });
        using var bench = new FetchBench();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => bench.Fetcher.FetchAsync(new(publisher.Url, null, null, new Dictionary<string, string>()), cancelled.Token));
    }

    [Fact]
    public async Task SlowAnswer_InsideTheDeadline_IsFetched()
    {
        await using var publisher = new RawPublisher(async (socket, stop) =>
        {
            await Task.Delay(300, stop);
            await RawPublisher.SendAsync(socket, Head + "Content-Length: 6\r\n\r\n<rss/>", stop);
        });
        using var bench = new FetchBench();
        var result = await bench.FetchAsync(publisher.Url);
        Assert.Equal(FetchOutcome.Fetched, result.Outcome);
        Assert.True(result.Duration >= TimeSpan.FromMilliseconds(290));
    }
}
