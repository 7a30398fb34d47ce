using FeedHub.Fetching;
using FeedHub.Model.Settings;
using Microsoft.AspNetCore.Http;

namespace FeedHub.Tests.Fetching;

public sealed class FetcherWallTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    [InlineData("0.0.0.0")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    public async Task Loopback_InAnySpellingAndThroughNames_IsRefusedUnasked(string host)
    {
        await using var publisher = RawPublisher.Saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        using var bench = new FetchBench(options => options.Network.AllowPrivateAddresses = false);
        var result = await bench.FetchAsync($"http://{host}:{new Uri(publisher.Url).Port}/feed");
        Assert.Equal((FetchOutcome.Refused, null), (result.Outcome, result.Status));
        Assert.StartsWith("refused: ", result.Error?.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, publisher.Connections);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/feed")]
    [InlineData("feed")]
    [InlineData("http://")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://example.org:25/")]
    [InlineData("http://user:secret@127.0.0.1/")]
    public async Task Address_ThatIsNoneToFetch_IsRefusedInWords(string url)
    {
        using var bench = new FetchBench();
        var result = await bench.FetchAsync(url);
        Assert.Equal((FetchOutcome.Refused, url), (result.Outcome, result.FinalUrl));
        Assert.StartsWith("refused: ", result.Error?.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", result.Error?.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/again", "127.0.0.1 is a loopback address")]
    [InlineData("http://localhost:{port}/", "localhost is 127.0.0.1, which is a loopback address")]
    [InlineData("http://10.0.0.1/feed", "10.0.0.1 is a private (10/8) address")]
    [InlineData("http://169.254.169.254/latest/meta-data/", "169.254.169.254 is a cloud metadata address")]
    [InlineData("http://[::ffff:10.0.0.1]/", "an IPv4-mapped")]
    [InlineData("file:///etc/passwd", "only http and https")]
    [InlineData("http://127.0.0.1:22/", "port 22")]
    public async Task Redirect_BehindTheWall_IsRefused(string target, string words)
    {
        using var bench = new FetchBench();
        FakePublisher? publisher = null;
        publisher = await FakePublisher.StartAsync(context =>
        {
            // The only public address a test has is a loopback one, until its server has answered once.
            bench.Settings.Network.AllowPrivateAddresses = false;
            context.Response.StatusCode = StatusCodes.Status301MovedPermanently;
            context.Response.Headers.Location = target.Replace("{port}", $"{publisher!.Port}", StringComparison.Ordinal);
            return Task.CompletedTask;
        });
        await using var _ = publisher;
        var result = await bench.FetchAsync(publisher.Url());
        Assert.Equal((FetchOutcome.Refused, null, null), (result.Outcome, result.Status, result.MovedTo));
        Assert.StartsWith("refused: ", result.Error?.ToString(), StringComparison.Ordinal);
        Assert.Contains(words, result.Error?.ToString(), StringComparison.Ordinal);
        Assert.Single(publisher.Seen);
    }

    [Fact]
    public void Handler_PassesByNoProxy()
    {
        // Read off the handler: the system's proxy is one for the whole process, and other tests run in it.
        using var handler = GuardedHandler.Create(
            new(Microsoft.Extensions.Options.Options.Create(new FeedHubOptions()), new()), TimeProvider.System, TimeSpan.FromSeconds(1));
        Assert.False(handler.UseProxy);
    }
}
