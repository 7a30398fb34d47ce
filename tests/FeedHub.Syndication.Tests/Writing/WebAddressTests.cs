using CsCheck;
using FeedHub.Syndication.Writing;

namespace FeedHub.Syndication.Tests.Writing;

public class WebAddressTests
{
    [Theory]
    [InlineData("https://a.example", "https://a.example")]
    [InlineData("HTTPS://A.example/%7Ex/../y?a=1&b=(2)#z", "HTTPS://A.example/%7Ex/../y?a=1&b=(2)#z")]
    [InlineData(" https://a.example/a b.jpg ", "https://a.example/a%20b.jpg")]
    [InlineData("https://a.example/\n x", "https://a.example/%20x")]
    [InlineData("https://a.example/berita/日本?q=é", "https://a.example/berita/%E6%97%A5%E6%9C%AC?q=%C3%A9")]
    [InlineData("http://münchen.example/", "http://xn--mnchen-3ya.example/")]
    [InlineData("https://a.example/?x[]=1|2", "https://a.example/?x%5B%5D=1%7C2")]
    [InlineData("https://a.example/100%", "https://a.example/100%25")]
    [InlineData("https://a.example/#a#b", "https://a.example/#a%23b")]
    [InlineData("https://user:secret@a.example/x", "https://a.example/x")]
    [InlineData("http://[2001:db8::1]:8080/x y", "http://[2001:db8::1]:8080/x%20y")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("/relative", null)]
    [InlineData("http://", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Http_IsLegalOrNone(string? address, string? expected) => Assert.Equal(expected, WebAddress.Http(address));

    [Theory]
    [InlineData("tag:tempo.co,2026:1", "tag:tempo.co,2026:1")]
    [InlineData("urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a", "urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a")]
    [InlineData("https://a.example/?p=1&x=日本", "https://a.example/?p=1&x=日本")]
    [InlineData("https://a.example/a b|c\"<100%>#x#y", "https://a.example/a%20b%7Cc%22%3C100%25%3E#x%23y")]
    [InlineData("https://a.example/\u202Ex", "https://a.example/%E2%80%AEx")]
    [InlineData("12345", null)]
    [InlineData("urn:", null)]
    public void Id_IsAnIriOrNone(string id, string? expected) => Assert.Equal(expected, WebAddress.Id(id));

    [Fact]
    public void Entry_WhoseIdIsNoUri_IsNamedByItsPage()
    {
        var json = Samples.Text(JsonFeedWriter.Write(Samples.Feed(Samples.Plain() with { Id = "12345" })));
        Assert.Contains("\"id\": \"https://hub.example/stories/1\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Http_OfAnything_IsAsciiAndTheSameWhenDoneAgain() => Gen.Char.Array[0, 30].Sample(
        units =>
        {
            var once = WebAddress.Http("https://a.example/" + new string(units));
            Assert.All(once!, unit => Assert.InRange(unit, '!', '~'));
            Assert.Equal(once, WebAddress.Http(once));
            _ = WebAddress.Http("https://" + new string(units));
        },
        iter: 2000,
        threads: 1);
}
