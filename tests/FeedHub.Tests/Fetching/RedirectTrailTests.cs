using FeedHub.Fetching;

namespace FeedHub.Tests.Fetching;

public sealed class RedirectTrailTests
{
    private readonly RedirectTrail _trail = new(new Uri("http://a.example/x/feed?q=1#top"));

    [Theory]
    [InlineData("/y", "http://a.example/y")]
    [InlineData("y", "http://a.example/x/y")]
    [InlineData("?q=2", "http://a.example/x/feed?q=2")]
    [InlineData("//b.example/y", "http://b.example/y")]
    [InlineData("https://b.example/y#part", "https://b.example/y")]
    [InlineData("http://b.example/a b/ü", "http://b.example/a%20b/%C3%BC")]
    public void Follow_Location_IsReadAgainstTheCurrentAddress(string location, string next)
    {
        Assert.Null(_trail.Follow(302, location));
        Assert.Equal(next, _trail.Current.AbsoluteUri);
    }

    [Theory]
    [InlineData(null, "HTTP 302 Found without a Location")]
    [InlineData(" ", "HTTP 302 Found without a Location")]
    [InlineData("http://", "HTTP 302 Found with a Location that is not an address")]
    [InlineData("http://a.example:99999/", "HTTP 302 Found with a Location that is not an address")]
    [InlineData("http://b\u2024example.org/", "HTTP 302 Found with a Location whose host name has a character that none may have")]
    [InlineData("/x/feed?q=1#elsewhere", "redirects in a loop: http://a.example/x/feed?q=1 → http://a.example/x/feed?q=1")]
    public void Follow_LocationThatLeadsNowhere_SaysSo(string? location, string words) =>
        Assert.Equal(words, _trail.Follow(302, location)?.ToString());

    [Fact]
    public void Follow_InALoop_NamesTheAddressesWithoutTheirSecrets()
    {
        Assert.Null(_trail.Follow(302, "http://ana:pw@b.example/?token=k a"));
        Assert.Null(_trail.Follow(302, "http://c.example/"));
        Assert.Equal(
            "redirects in a loop: http://a.example/x/feed?q=1 → http://b.example/?token=… → http://c.example/ → http://b.example/?token=…",
            _trail.Follow(302, "http://ana:pw@b.example/?token=k a")?.ToString());
    }

    [Fact]
    public void Follow_SixthRedirect_IsOneTooMany()
    {
        for (var i = 1; i <= 5; i++)
            Assert.Null(_trail.Follow(302, $"/{i}"));
        Assert.Equal("more than 5 redirects, the last to http://a.example/6", _trail.Follow(302, "/6")?.ToString());
    }

    [Theory]
    [InlineData("301", "http://a.example/1")]
    [InlineData("308", "http://a.example/1")]
    [InlineData("302", null)]
    [InlineData("303", null)]
    [InlineData("307", null)]
    [InlineData("301 308 301", "http://a.example/3")]
    [InlineData("301 302 301", "http://a.example/1")]
    [InlineData("302 301", null)]
    public void MovedTo_IsTheEndOfTheLeadingPermanentRedirects(string statuses, string? movedTo)
    {
        foreach (var (index, status) in statuses.Split(' ').Index())
            Assert.Null(_trail.Follow(int.Parse(status, System.Globalization.CultureInfo.InvariantCulture), $"/{index + 1}"));
        Assert.Equal(movedTo, _trail.MovedTo?.AbsoluteUri);
        Assert.Equal(movedTo is null, _trail.SendsValidators);
    }

    [Theory]
    [InlineData("http://a.example/y", true)]
    [InlineData("https://a.example/y", true)]
    [InlineData("https://a.example:8443/y", false)]
    [InlineData("http://a.example:8080/y", false)]
    [InlineData("https://b.example/y", false)]
    [InlineData("https://www.a.example/y", false)]
    public void OwnHeaders_StayAtTheirOrigin(string location, bool taken)
    {
        _trail.Follow(302, location);
        Assert.Equal(taken, _trail.SendsOwnHeaders);
    }

    [Fact]
    public void OwnHeaders_OfATlsSource_DoNotGoInTheClear()
    {
        var secure = new RedirectTrail(new Uri("https://a.example/feed"));
        secure.Follow(302, "http://a.example/feed");
        Assert.False(secure.SendsOwnHeaders);
    }
}
