using FeedHub.Fetching;
using Microsoft.AspNetCore.Http;

namespace FeedHub.Tests.Fetching;

public sealed class FetcherAnswerTests
{
    [Fact]
    public async Task Status200_GivesBodyHeadersAndFigures()
    {
        await using var publisher = await FakePublisher.StartAsync(context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.Headers.CacheControl = "max-age=3600";
            return context.Response.WriteAsync("<rss/>");
        });
        using var bench = new FetchBench();
        var result = await bench.FetchAsync(publisher.Url());

        Assert.Equal((FetchOutcome.Fetched, 200, null, false), (result.Outcome, result.Status, result.Error?.ToString(), result.Truncated));
        Assert.Equal("<rss/>"u8.ToArray(), result.Body.ToArray());
        Assert.Equal("text/html; charset=utf-8", result.ContentType);
        Assert.Equal(TimeSpan.FromHours(1), result.FreshFor);
        Assert.Equal((publisher.Url(), null, 6), (result.FinalUrl, result.MovedTo, result.BytesReceived));
        Assert.Null(result.ETag ?? result.LastModified);
        Assert.True(result.Duration > TimeSpan.Zero);
    }

    [Fact]
    public async Task Status200_WithoutABody_IsFetchedEmpty()
    {
        await using var publisher = await FakePublisher.StartAsync(_ => Task.CompletedTask);
        using var bench = new FetchBench();
        var result = await bench.FetchAsync(publisher.Url());
        Assert.Equal((FetchOutcome.Fetched, true, false), (result.Outcome, result.Body.IsEmpty, result.Truncated));
    }

    [Theory]
    [InlineData(204, FetchOutcome.Failed, "HTTP 204 No Content instead of 200")]
    [InlineData(206, FetchOutcome.Failed, "HTTP 206 Partial Content instead of 200")]
    [InlineData(226, FetchOutcome.Failed, "HTTP 226 IM Used instead of 200")]
    [InlineData(300, FetchOutcome.Failed, "HTTP 300 Multiple Choices")]
    [InlineData(401, FetchOutcome.Failed, "HTTP 401 Unauthorized")]
    [InlineData(403, FetchOutcome.Failed, "HTTP 403 Forbidden")]
    [InlineData(404, FetchOutcome.Failed, "HTTP 404 Not Found")]
    [InlineData(410, FetchOutcome.Gone, "HTTP 410 Gone")]
    [InlineData(429, FetchOutcome.Throttled, "HTTP 429 Too Many Requests")]
    [InlineData(500, FetchOutcome.Failed, "HTTP 500 Internal Server Error")]
    [InlineData(503, FetchOutcome.Failed, "HTTP 503 Service Unavailable")]
    [InlineData(799, FetchOutcome.Failed, "HTTP 799")]
    public async Task OtherStatuses_EndAsTheyMean(int status, FetchOutcome outcome, string words)
    {
        await using var publisher = await FakePublisher.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        using var bench = new FetchBench();
        var result = await bench.FetchAsync(publisher.Url());
        Assert.Equal((outcome, status, words), (result.Outcome, result.Status, result.Error?.ToString()));
        Assert.True(result.Body.IsEmpty);
    }

    [Theory]
    [InlineData(429, "3600", FetchOutcome.Throttled, 3600)]
    [InlineData(503, "120", FetchOutcome.Throttled, 120)]
    [InlineData(503, "Fri, 31 Dec 9999 23:59:59 GMT", FetchOutcome.Throttled, 365 * 86400)]
    [InlineData(503, "soon", FetchOutcome.Failed, null)]
    [InlineData(500, "60", FetchOutcome.Failed, 60)]
    public async Task RetryAfter_IsReadAndMakes503Throttling(int status, string value, FetchOutcome outcome, int? seconds)
    {
        await using var publisher = await FakePublisher.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = value;
            return Task.CompletedTask;
        });
        using var bench = new FetchBench();
        var result = await bench.FetchAsync(publisher.Url());
        Assert.Equal((outcome, seconds), (result.Outcome, (int?)result.RetryAfter?.TotalSeconds));
    }

    [Fact]
    public async Task ChallengePage_IsNamedAsSuch()
    {
        await using var publisher = await FakePublisher.StartAsync(context =>
        {
            context.Response.StatusCode = 403;
            context.Response.Headers["cf-mitigated"] = "challenge";
            return Task.CompletedTask;
        });
        using var bench = new FetchBench();
        Assert.Contains("Cloudflare", (await bench.FetchAsync(publisher.Url())).Error?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validators_OfA304_AreThatAnswers()
    {
        await using var publisher = await FakePublisher.StartAsync(context =>
        {
            context.Response.StatusCode = 304;
            context.Response.Headers.ETag = "\"new\"";
            return Task.CompletedTask;
        });
        using var bench = new FetchBench();
        Assert.Equal("\"new\"", (await bench.FetchAsync(publisher.Url(), "\"old\"")).ETag);
    }
}
