using System.IO.Compression;
using System.Text;
using FeedHub.Model.Sources;
using FeedHub.Tests.Fetching;
using FeedHub.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Tests.Polling;

/// <summary>A feed that was cut on its way says nothing of what was missing, neither by its validators nor by its bytes.</summary>
public sealed class CutFeedTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Whole = Encoding.UTF8.GetBytes(Feeds.Rss("Alpha", Enumerable.Range(1, 50).Select(n =>
        new Written($"{n}", $"https://alpha.example/{n}", $"Headline number {n * 7919} of the day", Noon))));

    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync() => _newsroom = await FakeNewsroom.StartAsync();

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("", "the document ends in the middle of an item")]
    [InlineData("gzip", "the connection ended early")]
    [InlineData("br", "the connection ended early")]
    public async Task ACutFeed_IsAskedForAgainWithoutValidators_UntilItCameWhole(string how, string note)
    {
        await using var service = await StartAsync();
        Serve(how, cut: true);
        await service.PollAsync("alpha");
        var source = await SourceAsync(service);
        Assert.Equal(
            (null, null, null, null), (source.Polling.ETag, source.Polling.LastModified, source.Polling.BodyHash, source.Polling.Error));
        Assert.Contains("cut off: " + note, source.Feed.ReadingNote?.ToString(), StringComparison.Ordinal);
        Assert.InRange(source.ItemCount, 1, 49);

        // The same part again, and then the whole with the same validators.
        await service.PollAsync("alpha");
        Serve(how, cut: false);
        await service.PollAsync("alpha");
        source = await SourceAsync(service);
        Assert.Equal(("\"v1\"", null, 50L), (source.Polling.ETag, source.Feed.ReadingNote?.ToString(), (long)source.ItemCount));
        Assert.Equal([false, false, false], _newsroom.AskedFor("/a").Select(r => r.IsConditional));
        Assert.Equal("304, nothing new", await service.PollAsync("alpha"));
    }

    [Fact]
    public async Task ValidatorsOfAWholeFeed_AreForgotten_WhenItThenComesCut()
    {
        await using var service = await StartAsync();
        Serve("", cut: false);
        await service.PollAsync("alpha");
        _newsroom.Answer("/a", context => GiveAsync(context, Whole[..^300], "\"v2\""));
        await service.PollAsync("alpha");
        Assert.Null((await SourceAsync(service)).Polling.ETag);
    }

    [Fact]
    public async Task AWholeFeed_WhoseServerPromisedMore_IsAskedForConditionally()
    {
        await using var publisher = RawPublisher.Saying(
            $"HTTP/1.1 200 OK\r\nETag: \"v1\"\r\nContent-Length: {Whole.Length + 100}\r\n\r\n{Encoding.UTF8.GetString(Whole)}");
        await using var service = await TestService.StartAsync(_folder, Feeds.Json(Feeds.Source(publisher.Url, "Alpha")));
        await service.PollAsync("alpha");
        Assert.Equal(("\"v1\"", 50L), ((await SourceAsync(service)).Polling.ETag, (long)(await SourceAsync(service)).ItemCount));
    }

    [Fact]
    public async Task ASource_WhoseServerHasOnlyAnotherSpellingForIt_TakesThat_AndIsAskedConditionally()
    {
        _newsroom.Answer("/~a", context =>
        {
            if (context.Features.Get<IHttpRequestFeature>()!.RawTarget == "/~a")
                return context.Request.Headers.IfNoneMatch.Count > 0 ? Status(context, 304) : GiveAsync(context, Whole, "\"v1\"");
            context.Response.Headers.Location = "/~a";
            return Status(context, 301);
        });
        await using var service = await TestService.StartAsync(_folder, Feeds.Json(Feeds.Source(_newsroom.Url("/%7Ea"), "Alpha")));
        Assert.Equal("200, 50 new", await service.PollAsync("alpha"));
        Assert.Equal((_newsroom.Url("/~a"), null), ((await SourceAsync(service)).Url, (await SourceAsync(service)).Polling.FormerUrl));
        Assert.Equal("304, nothing new", await service.PollAsync("alpha"));
        Assert.Equal(3, _newsroom.Requests.Count);
    }

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static async Task GiveAsync(HttpContext context, byte[] body, string etag)
    {
        context.Response.ContentType = "application/rss+xml";
        context.Response.Headers.ETag = etag;
        await context.Response.Body.WriteAsync(body);
    }

    private static byte[] Encoded(byte[] body, string how)
    {
        var coded = new MemoryStream();
        using (Stream encoder = how == "gzip"
            ? new GZipStream(coded, CompressionLevel.Fastest)
            : new BrotliStream(coded, CompressionLevel.Fastest))
            encoder.Write(body);
        return coded.ToArray();
    }

    private static async Task<Source> SourceAsync(TestService service)
    {
        await using var db = await service.DatabaseAsync();
        return await db.Sources.AsNoTracking().SingleAsync();
    }

    private void Serve(string how, bool cut) => _newsroom.Answer("/a", async context =>
    {
        if (context.Request.Headers.IfNoneMatch.Count > 0)
        {
            await Status(context, 304);
            return;
        }

        var body = how is "gzip" or "br" ? Encoded(Whole, how) : Whole;
        if (how is "gzip" or "br")
            context.Response.Headers.ContentEncoding = how;
        await GiveAsync(context, cut ? body[..^(body.Length / 4)] : body, "\"v1\"");
    });

    private Task<TestService> StartAsync() => TestService.StartAsync(_folder, Feeds.Json(Feeds.Source(_newsroom.Url("/a"), "Alpha")));
}
