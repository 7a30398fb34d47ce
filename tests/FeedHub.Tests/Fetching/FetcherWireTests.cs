using FeedHub.Fetching;

namespace FeedHub.Tests.Fetching;

/// <summary>What goes over the wire byte by byte: the request's first line, and which connection it goes over.</summary>
public sealed class FetcherWireTests
{
    private const string Today = "HTTP/1.1 200 OK\r\n";

    [Theory]
    [InlineData("/%7Euser/news.rss", "/%7Euser/news.rss")]
    [InlineData("/~user/news.rss", "/~user/news.rss")]
    [InlineData("/a%2Fb/%41%2e%2E/c;v=1", "/a%2Fb/%41%2e%2E/c;v=1")]
    [InlineData("/feed?a[b]=c|d&e='f'&g={h}^`", "/feed?a[b]=c|d&e='f'&g={h}^`")]
    [InlineData("/feed?sig=%2b%2B+%c3%a9&x=%zz%", "/feed?sig=%2b%2B+%c3%a9&x=%zz%")]
    [InlineData("/a//b/./c/../d", "/a//b/./c/../d")]
    [InlineData("/berita/é/한국?q=ü", "/berita/%C3%A9/%ED%95%9C%EA%B5%AD?q=%C3%BC")]
    [InlineData("/feed#top", "/feed")]
    [InlineData("?feed=rss2", "/?feed=rss2")]
    [InlineData("", "/")]
    public async Task Address_GoesOutAsItIsStored(string stored, string asked)
    {
        await using var publisher = new OldPublisher(_ => OldPublisher.Feed(Today));
        using var bench = new FetchBench();
        Assert.Equal(FetchOutcome.Fetched, (await bench.FetchAsync(publisher.Address + stored)).Outcome);
        Assert.Equal([$"GET {asked} HTTP/1.1"], publisher.Asked.Select(a => a.Line));
    }

    [Theory]
    [InlineData("/%7Eb?x=%41", "/%7Eb?x=%41")]
    [InlineData("%7Eb", "/x/%7Eb")]
    [InlineData("../%7Eb", "/~b")]
    [InlineData("?y=%7E", "/x/%7Ea?y=%7E")]
    [InlineData("HOST/%7Eb#part", "/%7Eb")]
    public async Task Redirect_GoesOutAsTheServerSpellsIt(string location, string asked)
    {
        OldPublisher publisher = null!;
        await using var disposed = publisher = new OldPublisher(line => line.StartsWith("GET /x/%7Ea HTTP", StringComparison.Ordinal)
            ? $"HTTP/1.1 301 Moved Permanently\r\nLocation: "
                + $"{location.Replace("HOST", publisher.Address, StringComparison.Ordinal)}\r\nContent-Length: 0\r\n\r\n"
            : OldPublisher.Feed(Today));
        using var bench = new FetchBench();
        var result = await bench.FetchAsync(publisher.Address + "/x/%7Ea");
        Assert.Equal($"GET {asked} HTTP/1.1", publisher.Asked[^1].Line);
        Assert.Equal((publisher.Address + asked, publisher.Address + asked), (result.FinalUrl, result.MovedTo));
    }

    [Fact]
    public async Task Redirect_FromOneSpellingToTheOther_IsNoLoop()
    {
        await using var publisher = new OldPublisher(line => line.Contains("%7E", StringComparison.Ordinal)
            ? "HTTP/1.1 302 Found\r\nLocation: /~a\r\nContent-Length: 0\r\n\r\n"
            : OldPublisher.Feed(Today));
        using var bench = new FetchBench();
        Assert.Equal(FetchOutcome.Fetched, (await bench.FetchAsync(publisher.Address + "/%7Ea")).Outcome);
    }

    [Fact]
    public async Task UserName_InTheAddressOrInARedirect_IsStillRefused()
    {
        await using var publisher = new OldPublisher(
            _ => "HTTP/1.1 302 Found\r\nLocation: http://u:p@127.0.0.1/\r\nContent-Length: 0\r\n\r\n");
        using var bench = new FetchBench();
        Assert.Equal(FetchOutcome.Refused, (await bench.FetchAsync(publisher.Address)).Outcome);
        Assert.Equal(FetchOutcome.Refused, (await bench.FetchAsync("http://u:p@127.0.0.1/%7E")).Outcome);
        Assert.Single(publisher.Asked);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnswerOfHttp10_IsTheLastOnItsConnection(bool pieces)
    {
        await using var publisher = new OldPublisher(_ => OldPublisher.Feed("HTTP/1.0 200 OK\r\n"), pieces);
        using var bench = new FetchBench();
        for (var i = 0; i < 3; i++)
            Assert.Equal("<rss/>"u8.ToArray(), (await bench.FetchAsync(publisher.Address)).Body.ToArray());
        Assert.Equal([1, 2, 3], publisher.Asked.Select(a => a.Connection));
    }

    [Fact]
    public async Task AnswerOfHttp11_IsFollowedByOthersOnItsConnection()
    {
        await using var publisher = new OldPublisher(_ => OldPublisher.Feed(Today), pieces: true);
        using var bench = new FetchBench();
        for (var i = 0; i < 3; i++)
            Assert.Equal(FetchOutcome.Fetched, (await bench.FetchAsync(publisher.Address)).Outcome);
        Assert.Equal([1, 1, 1], publisher.Asked.Select(a => a.Connection));
    }

    [Fact]
    public async Task SixteenAtOnce_FromAServerOfHttp10ThatClosesAfterEach_AllSucceed()
    {
        await using var publisher = RawPublisher.Saying(OldPublisher.Feed("HTTP/1.0 200 OK\r\n"));
        using var bench = new FetchBench();
        for (var round = 0; round < 20; round++)
        {
            var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => bench.FetchAsync(publisher.Url)));
            Assert.All(results, result => Assert.Equal((FetchOutcome.Fetched, null), (result.Outcome, result.Error?.ToString())));
        }

        Assert.Equal(320, publisher.Connections);
    }
}
