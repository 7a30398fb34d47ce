using System.Diagnostics;
using FeedHub.Fetching;
using Microsoft.AspNetCore.Http;

namespace FeedHub.Tests.Fetching;

public sealed class FetcherRedirectTests
{
    [Theory]
    [InlineData(301, true)]
    [InlineData(308, true)]
    [InlineData(302, false)]
    [InlineData(303, false)]
    [InlineData(307, false)]
    public async Task Redirect_IsFollowedAndThePermanentOnesMoveTheSource(int status, bool moves)
    {
        await using var publisher = await FakePublisher.StartAsync(Redirecting(status, ("/feed", "/new#part")));
        using var bench = new FetchBench();
        var result = await bench.FetchAsync(publisher.Url());
        Assert.Equal((FetchOutcome.Fetched, publisher.Url("/new")), (result.Outcome, result.FinalUrl));
        Assert.Equal(moves ? publisher.Url("/new") : null, result.MovedTo);
        Assert.Equal(["/feed", "/new"], publisher.Seen.Select(request => request.Target));
    }

    [Fact]
    public async Task Redirect_ToAFailure_MovesNothing()
    {
        await using var publisher = await FakePublisher.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/feed" ? 301 : 404;
            context.Response.Headers.Location = "/new";
            return Task.CompletedTask;
        });
        using var bench = new FetchBench();
        var result = await bench.FetchAsync(publisher.Url());
        Assert.Equal((FetchOutcome.Failed, 404, null), (result.Outcome, result.Status, result.MovedTo));
        Assert.Equal("HTTP 404 Not Found", result.Error?.ToString());
    }

    [Theory]
    [InlineData(301, false)]
    [InlineData(302, true)]
    public async Task Validators_GoAlongWithTemporaryRedirectsOnly(int status, bool along)
    {
        await using var publisher = await FakePublisher.StartAsync(Redirecting(status, ("/feed", "/new")));
        using var bench = new FetchBench();
        await bench.FetchAsync(publisher.Url(), "\"1\"", "then");
        Assert.True(publisher.Seen[0].Headers.ContainsKey("If-None-Match"));
        Assert.Equal(along, publisher.Seen[1].Headers.ContainsKey("If-None-Match"));
        Assert.Equal(along, publisher.Seen[1].Headers.ContainsKey("If-Modified-Since"));
    }

    [Fact]
    public async Task Redirect_ToAnotherOrigin_KeepsOurHeadersAndNotTheSources()
    {
        await using var other = await FakePublisher.StartAsync(context => context.Response.WriteAsync("<rss/>"));
        await using var publisher = await FakePublisher.StartAsync(Redirecting(302, ("/feed", other.Url("/new"))));
        using var bench = new FetchBench();
        await bench.FetchWithAsync(new() { ["Authorization"] = "secret", ["X-Key"] = "secret" }, publisher.Url());

        Assert.Equal("secret", publisher.Seen[0].Headers["Authorization"]);
        var request = Assert.Single(other.Seen);
        Assert.Equal(["Accept", "Accept-Encoding", "Host", "User-Agent"], request.Headers.Keys.Order());
        Assert.Equal(publisher.Seen[0].Headers["User-Agent"], request.Headers["User-Agent"]);
    }

    [Fact]
    public async Task TwoAddressesThatPointAtEachOther_AreALoopInWords()
    {
        await using var publisher = await FakePublisher.StartAsync(Redirecting(301, ("/feed", "/b"), ("/b", "/feed")));
        using var bench = new FetchBench();
        var result = await bench.FetchAsync(publisher.Url());
        Assert.Equal((FetchOutcome.Failed, null), (result.Outcome, result.MovedTo));
        Assert.StartsWith("redirects in a loop: ", result.Error?.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, publisher.Seen.Count);
    }

    [Fact]
    public async Task Redirect_WithinTheHost_WaitsForItsGap()
    {
        await using var publisher = await FakePublisher.StartAsync(Redirecting(302, ("/feed", "/new")));
        using var bench = new FetchBench(options => options.Polling.HostGap = TimeSpan.FromSeconds(0.4));
        using var turn = await bench.Gate.EnterAsync("127.0.0.1", TimeSpan.Zero, default);
        var watch = Stopwatch.StartNew();
        Assert.Equal(FetchOutcome.Fetched, (await bench.FetchAsync(publisher.Url())).Outcome);
        Assert.True(watch.Elapsed > TimeSpan.FromSeconds(0.3));
    }

    [Fact]
    public async Task Redirect_ToAHostWhoseTurnDoesNotCome_FailsInWordsAndAsksNothing()
    {
        await using var other = await FakePublisher.StartAsync(context => context.Response.WriteAsync("<rss/>"));
        await using var publisher = await FakePublisher.StartAsync(Redirecting(302, ("/feed", $"http://localhost:{other.Port}/new")));
        using var bench = new FetchBench(options => options.Polling.Timeout = TimeSpan.FromSeconds(0.4));
        using (await bench.Gate.EnterAsync("localhost", TimeSpan.Zero, default))
            Assert.Contains("the turn of localhost", (await bench.FetchAsync(publisher.Url())).Error?.ToString(), StringComparison.Ordinal);
        Assert.Empty(other.Seen);

        Assert.Equal(FetchOutcome.Fetched, (await bench.FetchAsync(publisher.Url())).Outcome);
        Assert.NotNull(await bench.Gate.EnterAsync("localhost", TimeSpan.Zero, default));
    }

    private static RequestDelegate Redirecting(int status, params (string From, string To)[] redirects) => context =>
    {
        var redirect = Array.Find(redirects, redirect => redirect.From == context.Request.Path);
        if (redirect.To is null)
            return context.Response.WriteAsync("<rss/>");
        context.Response.StatusCode = status;
        context.Response.Headers.Location = redirect.To;
        return Task.CompletedTask;
    };
}
