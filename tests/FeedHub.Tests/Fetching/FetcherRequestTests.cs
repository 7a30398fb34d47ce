using FeedHub.Fetching;
using FeedHub.Observability;
using Microsoft.AspNetCore.Http;

namespace FeedHub.Tests.Fetching;

public sealed class FetcherRequestTests
{
    [Fact]
    public async Task Request_WithNothingStored_SaysWhoItIsAndNothingElse()
    {
        await using var publisher = await FakePublisher.StartAsync(context => context.Response.WriteAsync("<rss/>"));
        using var bench = new FetchBench(options => options.PublicUrl = "https://news.example/hub");
        await bench.FetchAsync(publisher.Url("/feed?a=%2F&b#top"));

        var request = Assert.Single(publisher.Seen);
        Assert.Equal("/feed?a=%2F&b", request.Target);
        Assert.Equal(["Accept", "Accept-Encoding", "Host", "User-Agent"], request.Headers.Keys.Order());
        Assert.Equal($"FeedHub/{Build.Version} (+https://news.example/hub)", request.Headers["User-Agent"]);
        Assert.Equal("gzip, br", request.Headers["Accept-Encoding"]);
        foreach (var type in (string[])["application/rss+xml", "application/atom+xml", "application/feed+json", "application/xml"])
            Assert.Contains(type, request.Headers["Accept"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_InsideAnActivity_CarriesNoTraceContext()
    {
        await using var publisher = await FakePublisher.StartAsync(context => context.Response.WriteAsync("<rss/>"));
        using var bench = new FetchBench();
        using var activity = new System.Diagnostics.Activity("poll").Start();
        await bench.FetchAsync(publisher.Url());
        Assert.Equal(["Accept", "Accept-Encoding", "Host", "User-Agent"], publisher.Seen[0].Headers.Keys.Order());
    }

    [Fact]
    public async Task Request_AfterACookieWasSet_CarriesNone()
    {
        await using var publisher = await FakePublisher.StartAsync(context =>
        {
            context.Response.Cookies.Append("id", "1");
            return context.Response.WriteAsync("<rss/>");
        });
        using var bench = new FetchBench();
        await bench.FetchAsync(publisher.Url());
        await bench.FetchAsync(publisher.Url());
        Assert.DoesNotContain("Cookie", publisher.Seen[1].Headers.Keys);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no address")]
    [InlineData("ftp://news.example/")]
    [InlineData("https://news.example/a)b")]
    public void UserAgent_WithoutAUsablePublicUrl_NamesTheProject(string? publicUrl) =>
        Assert.Equal($"FeedHub/{Build.Version} (+{UserAgent.ProjectUrl})", UserAgent.For(new() { PublicUrl = publicUrl }));

    [Fact]
    public void TheVersionInTheUserAgent_IsNumbersOnly() => Assert.Matches(@"^\d+\.\d+\.\d+$", Build.Version);

    [Theory]
    [InlineData("\"strong\"", null)]
    [InlineData("W/\"weak\"", null)]
    [InlineData("no quotes at all", null)]
    [InlineData("\"é\"", null)]
    [InlineData(null, "Sun, 22 Nov 2026 10:00:00 GMT")]
    [InlineData(null, "22/11/2026 10:00")]
    [InlineData("\"both\"", "Sun, 22 Nov 2026 10:00:00 GMT")]
    public async Task Validators_ComeBackExactlyAsTheyWereGiven(string? etag, string? lastModified)
    {
        await using var publisher = new RawConditional(etag, lastModified);
        using var bench = new FetchBench();
        var first = await bench.FetchAsync(publisher.Url);
        Assert.Equal((etag, lastModified), (first.ETag, first.LastModified));

        var second = await bench.FetchAsync(publisher.Url, first.ETag, first.LastModified);
        Assert.Equal(FetchOutcome.NotModified, second.Outcome);
        Assert.Equal((304, etag, lastModified, null), (second.Status, second.ETag, second.LastModified, second.Error?.ToString()));
        Assert.True(second.Body.IsEmpty);
    }

    [Fact]
    public async Task Status304_ThoughNothingWasAsked_IsAFailureInWords()
    {
        await using var publisher = await FakePublisher.StartAsync(Status(304));
        using var bench = new FetchBench();
        var result = await bench.FetchAsync(publisher.Url());
        Assert.Equal(FetchOutcome.Failed, result.Outcome);
        Assert.Contains("HTTP 304", result.Error?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnHeaders_AreSentAndMayReplaceOurs()
    {
        await using var publisher = await FakePublisher.StartAsync(Status(200));
        using var bench = new FetchBench();
        await bench.FetchWithAsync(new() { ["Authorization"] = "Bearer abc", ["user-agent"] = "Mine/1" }, publisher.Url());
        Assert.Equal("Bearer abc", publisher.Seen[0].Headers["Authorization"]);
        Assert.Equal("Mine/1", publisher.Seen[0].Headers["User-Agent"]);
    }

    [Theory]
    [InlineData("Host", "a.example")]
    [InlineData("range", "bytes=0-1")]
    [InlineData("X-Split", "a\r\nCookie: b")]
    [InlineData("X Space", "a")]
    [InlineData("X-Far", "…")]
    [InlineData("Content-Type", "text/xml")]
    public async Task OwnHeaders_ThatCannotBeSent_FailBeforeAnythingIs(string name, string value)
    {
        await using var publisher = await FakePublisher.StartAsync(Status(200));
        using var bench = new FetchBench();
        var result = await bench.FetchWithAsync(new() { [name] = value }, publisher.Url());
        Assert.Equal(FetchOutcome.Failed, result.Outcome);
        Assert.StartsWith($"the source's header \"{name}\"", result.Error?.ToString(), StringComparison.Ordinal);
        Assert.Empty(publisher.Seen);
    }

    private static RequestDelegate Status(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };
}
