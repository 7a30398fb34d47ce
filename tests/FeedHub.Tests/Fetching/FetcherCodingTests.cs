using System.IO.Compression;
using System.Text;
using FeedHub.Fetching;

namespace FeedHub.Tests.Fetching;

public sealed class FetcherCodingTests
{
    private static readonly byte[] Feed = Encoding.UTF8.GetBytes("<rss>" + string.Concat(Enumerable.Range(0, 5000)) + "</rss>");

    [Theory]
    [InlineData("gzip")]
    [InlineData("GZip")]
    [InlineData("x-gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("deflate (bare)")]
    [InlineData("identity")]
    [InlineData("identity, gzip")]
    public async Task Coding_IsUndoneAndTheWireIsCounted(string coding)
    {
        var body = Encode(coding, Feed);
        var result = await FetchAsync(coding.Replace(" (bare)", "", StringComparison.Ordinal), body);
        Assert.Equal((FetchOutcome.Fetched, null), (result.Outcome, result.Error?.ToString()));
        Assert.Equal(Feed, result.Body.ToArray());
        Assert.Equal(body.Length, result.BytesReceived);
    }

    [Theory]
    [InlineData("zstd", "HTTP 200, but FeedHub cannot read its Content-Encoding, \"zstd\"")]
    [InlineData("gzip, gzip, gzip, gzip", "HTTP 200, but its body is encoded more than 3 times")]
    [InlineData("gzip", "HTTP 200, but the body is not valid gzip")]
    [InlineData("br", "HTTP 200, but the body is not valid br")]
    [InlineData("deflate", "HTTP 200, but the body is not valid deflate")]
    public async Task Coding_ThatCannotBeUndone_FailsInWords(string coding, string words)
    {
        byte[] magic = coding == "zstd" ? [0x28, 0xB5, 0x2F, 0xFD, 0x04] : [0x1F, 0x8B, 0x08];
        var result = await FetchAsync(coding, [.. magic, .. Enumerable.Repeat((byte)0xFF, 100_000)]);
        Assert.Equal((FetchOutcome.Failed, 200, words), (result.Outcome, result.Status, result.Error?.ToString()));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("none")]
    [InlineData("UTF-8, gzip")]
    [InlineData("binary, 8bit")]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("zstd")]
    [InlineData("text/xml; charset=utf-8")]
    public async Task Coding_ThatTheBytesBelie_IsNone(string coding)
    {
        var result = await FetchAsync(coding, Feed);
        Assert.Equal((FetchOutcome.Fetched, null), (result.Outcome, result.Error?.ToString()));
        Assert.Equal(Feed, result.Body.ToArray());
    }

    [Theory]
    [InlineData(null, "gzip")]
    [InlineData(null, "gzip gzip")]
    [InlineData("gzip", "gzip gzip")]
    [InlineData("gzip, gzip", "gzip gzip")]
    [InlineData("gzip, br", "gzip br")]
    [InlineData("br, gzip", "br gzip")]
    [InlineData("utf-8", "gzip")]
    [InlineData("none", "gzip gzip gzip")]
    [InlineData("br", "gzip")]
    [InlineData("deflate", "gzip")]
    [InlineData("gzip", "deflate")]
    [InlineData(null, "deflate")]
    [InlineData("x-deflate", "deflate")]
    public async Task Gzip_ThatNobodyNamed_OrThatIsThereTwice_IsUndone(string? named, string codings)
    {
        var body = codings.Split(' ').Aggregate(Feed, (plain, coding) => Encode(coding, plain));
        var result = await FetchAsync(named, body);
        Assert.Equal((FetchOutcome.Fetched, null), (result.Outcome, result.Error?.ToString()));
        Assert.Equal(Feed, result.Body.ToArray());
        Assert.Equal(body.Length, result.BytesReceived);
    }

    [Fact]
    public async Task Gzip_FourTimesOver_IsABomb()
    {
        var body = Enumerable.Range(0, 4).Aggregate(Feed, (plain, _) => Encode("gzip", plain));
        Assert.Equal("HTTP 200, but its body is encoded more than 3 times", (await FetchAsync(null, body)).Error?.ToString());
    }

    [Fact]
    public async Task Bomb_InABomb_StopsAtTheLimitOfEachLayer()
    {
        var bomb = Encode("gzip", Encode("gzip", new byte[128 * 1024 * 1024]));
        var result = await FetchAsync(null, bomb);
        Assert.Contains("larger than 10 MiB", result.Error?.ToString(), StringComparison.Ordinal);
        Assert.InRange(bomb.Length, 1, 1_000_000);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Coding_CutOffThoughTheLengthIsRight_GivesWhatCame(string coding)
    {
        var result = await FetchAsync(coding, Encode(coding, Feed)[..^100]);
        Assert.Equal((FetchOutcome.Fetched, true), (result.Outcome, result.Truncated));
        Assert.EndsWith($": its {coding} ends too early", result.Error?.ToString(), StringComparison.Ordinal);
        Assert.InRange(result.Body.Length, 1000, Feed.Length);
        Assert.Equal(Feed[..result.Body.Length], result.Body.ToArray());
    }

    [Fact]
    public async Task Bomb_StopsAtTheLimitAndEarly()
    {
        var bomb = Encode("gzip", new byte[128 * 1024 * 1024]);
        var result = await FetchAsync("gzip", bomb);
        Assert.Equal(FetchOutcome.Failed, result.Outcome);
        Assert.Equal("HTTP 200, but the document is larger than 10 MiB (FeedHub:Polling:MaxBytes)", result.Error?.ToString());
        Assert.InRange(result.BytesReceived, 1, bomb.Length / 4);
    }

    [Fact]
    public async Task Bomb_OfBrotli_StopsAtTheLimit()
    {
        var bomb = Encode("br", new byte[64 * 1024 * 1024]);
        Assert.Contains("larger than 10 MiB", (await FetchAsync("br", bomb)).Error?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_ExactlyAtTheLimit_IsFetchedAndOneMoreByteIsNot()
    {
        Assert.Equal(FetchOutcome.Fetched, (await FetchAsync("gzip", Encode("gzip", new byte[10 * 1024 * 1024]))).Outcome);
        Assert.Equal(FetchOutcome.Failed, (await FetchAsync("gzip", Encode("gzip", new byte[(10 * 1024 * 1024) + 1]))).Outcome);
    }

    private static async Task<FetchResult> FetchAsync(string? coding, byte[] body)
    {
        await using var publisher = await FakePublisher.StartAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = coding;
            await context.Response.Body.WriteAsync(body);
        });
        using var bench = new FetchBench();
        return await bench.FetchAsync(publisher.Url());
    }

    private static byte[] Encode(string coding, byte[] plain)
    {
        var coded = new MemoryStream();
        using (var encoder = Encoder(coding, coded))
            encoder.Write(plain);
        return coded.ToArray();
    }

    private static Stream Encoder(string coding, Stream target) => coding switch
    {
        "br" => new BrotliStream(target, CompressionLevel.Fastest),
        "deflate" => new ZLibStream(target, CompressionLevel.Fastest),
        "deflate (bare)" => new DeflateStream(target, CompressionLevel.Fastest),
        "identity" => new BufferedStream(target),
        _ => new GZipStream(target, CompressionLevel.Fastest),
    };
}
