using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.Writing;
using static FeedHub.Syndication.Tests.Writing.Samples;

namespace FeedHub.Syndication.Tests.Writing;

/// <summary>What is secret in an address stays in the house; "S3CRET" stands for it.</summary>
public class ShownAddressTests
{
    [Theory]
    [InlineData("https://a.example/f?APIKEY=S3CRET", "https://a.example/f?APIKEY=…")]
    [InlineData("https://a.example/f?x=1&X-Amz-Signature=S3CRET&y=2", "https://a.example/f?x=1&X-Amz-Signature=…&y=2")]
    [InlineData("https://a.example/f?user_token=S3CRET;S3CRET#S3CRET", "https://a.example/f?user_token=…")]
    [InlineData("https://a.example/f?%74oken=S3CRET", "https://a.example/f?%74oken=…")]
    [InlineData("https://a.example/f?auth[token]=S3CRET&pass[]=S3CRET", "https://a.example/f?auth[token]=…&pass[]=…")]
    [InlineData("https://a.example/f?x=1&amp;secret=S3CRET", "https://a.example/f?x=1&amp;secret=…")]
    [InlineData("https://a.example/f#access_token=S3CRET", "https://a.example/f#access_token=…")]
    [InlineData("https://ana:S3CRET@a.example/f", "https://a.example/f")]
    [InlineData("https://ana:S3@CRET@a.example:8443/f", "https://a.example:8443/f")]
    [InlineData("http://ana:S3/CRET@a.example/f", "http://a.example/f")]
    [InlineData("http:\\\\ana:S3CRET@a.example", "a.example")]
    [InlineData("ana:S3CRET@a.example/f", "a.example/f")]
    [InlineData("//S3CRET@a.example/f", "//a.example/f")]
    [InlineData("http:\\\\ana:S3CRET@]a.example/?next=https://b.example/", "]a.example/?next=https://b.example/")]
    [InlineData("https:ana:S3CRET@a.example/go/https://b.example/", "a.example/go/https://b.example/")]
    [InlineData("https://a.example/f?%3Dkey=S3CRET&x%3Dtoken=S3CRET", "https://a.example/f?%3Dkey=…&x%3Dtoken=…")]
    [InlineData("https://proxy.example/?url=https://ana:S3CRET@a.example/f", "https://proxy.example/?url=https://a.example/f")]
    [InlineData(
        "https://proxy.example/?url=https%3A%2F%2Fana%3AS3CRET%40a.example%2Ff%3Fkey%3DS3CRET%26x%3D1",
        "https://proxy.example/?url=https%3A%2F%2Fa.example%2Ff%3Fkey%3D…%26x%3D1")]
    [InlineData("https://proxy.example/https://ana:S3CRET@a.example/f?sig=S3CRET", "https://proxy.example/https://a.example/f?sig=…")]
    [InlineData("https://a․b.example/f?password=S3CRET", "https://a․b.example/f?password=…")]
    public void Secrets_AreTakenOut(string address, string shown)
    {
        Assert.Equal(shown, ShownAddress.Of(address));
        Assert.Equal(shown, ShownAddress.Of(shown));
    }

    [Theory]
    [InlineData("https://a.example/@ana/feed?author=ana&keyword=laut&tokens=3&page=2#top")]
    [InlineData("https://a.example/f?key=&x=1")]
    [InlineData("https://a.example/f?tag[]=a&q=x@y.example")]
    [InlineData("ana@a.example")]
    public void WhatIsNoSecret_Stays(string address) => Assert.Equal(address, ShownAddress.Of(address));

    [Fact]
    public void AddressesInWords_LoseTheirs_AndTheSentenceStays()
    {
        const string Words = "refused (after redirects to https://ana:S3CRET@a.example/x?sig=S3CRET), not "
            + "\"http://b.example/?key=S3CRET\". See http://c.example/?q=1.";
        const string Shown
            = "refused (after redirects to https://a.example/x?sig=…), not \"http://b.example/?key=…\". See http://c.example/?q=1.";
        Assert.Equal(Shown, ShownAddress.InText(Words));
        Assert.Null(ShownAddress.InText((string?)null));
    }

    [Fact]
    public void AddressesInAReason_LoseTheirs_WhereverTheyStandInIt()
    {
        var reason = Reason.Of(
            ReasonCode.AfterRedirects,
            Reason.Of(ReasonCode.NoAnswer, "ask http://ana:S3CRET@a.example/?x={1}&key=S3|CRET}"),
            "https://b.example/?token=S3^CRET{");
        Assert.Equal(
            "~AfterRedirects|{NoAnswer|ask http://a.example/?x=^{1^}&key=…}|https://b.example/?token=…",
            ShownAddress.InText(reason).Stored);
        Assert.Equal("to http://b.example/?key=…", ShownAddress.InText(Reason.Sentence("to http://b.example/?key=S3CRET")).ToString());
        Assert.Null(ShownAddress.InText((Reason?)null));
    }

    [Theory]
    [InlineData("https://a.example/f?token=…", true)]
    [InlineData("https://a.example/f?token=%E2%80%A6&x=1", true)]
    [InlineData("https://a.example/f?token=T&q=…", false)]
    public void AnAddressThatLostItsSecret_IsKnown(string address, bool isCut) => Assert.Equal(isCut, ShownAddress.IsCut(address));

    [Fact]
    public void EveryFormat_ShowsSourcesWithoutSecrets_AndItemsAsPublished()
    {
        var source = Antara with
        {
            FeedUrl = "https://antara.example/rss?apikey=S3CRET",
            Link
            = "https://ana:S3CRET@antara.example/?token=S3CRET"
        };
        var entry = Plain() with
        {
            Source = source,
            Url = "https://antara.example/1?key=published",
            Also = [new(
            "g",
            "https://tempo.example/1?sig=published",
            "T",
            Tempo with { FeedUrl = "https://tempo.example/rss?user_key=S3CRET" },
            Reason.Sentence("same text"))]
        };
        foreach (var bytes in new[] { AtomWriter.Write(Feed(entry)), RssWriter.Write(Feed(entry)), JsonFeedWriter.Write(Feed(entry)) })
        {
            var text = Encoding.UTF8.GetString(bytes);
            Assert.DoesNotContain("S3CRET", text, StringComparison.Ordinal);
            Assert.Contains("1?key=published", text, StringComparison.Ordinal);
            Assert.Contains("1?sig=published", text, StringComparison.Ordinal);
        }

        Assert.Equal(
            "https://antara.example/rss?apikey=…",
            (string?)Strict(AtomWriter.Write(Feed(entry))).Descendants(Atom + "source").Elements(Atom + "link").Last().Attribute("href"));
        Assert.Equal(
            "https://antara.example/rss?apikey=…",
            (string?)Strict(RssWriter.Write(Feed(entry))).Descendants("source").Single().Attribute("url"));
        var json = JsonDocument.Parse(JsonFeedWriter.Write(Feed(entry))).RootElement.GetProperty("items")[0].GetProperty("_feedhub");
        Assert.Equal("https://antara.example/rss?apikey=…", json.GetProperty("source").GetProperty("feed_url").GetString());
    }

    [Fact]
    public void SourcesThatDifferInASecretAlone_HaveDifferentIdsInAtom()
    {
        MergedEntry Of(int number, string id) =>
            Plain(number) with { Source = new(id, id, $"https://a.example/rss?key=S3CRET{number}", null) };
        var ids = Strict(AtomWriter.Write(Feed(Of(1, "one"), Of(2, "two")))).Descendants(Atom + "source")
            .Select(s => (string?)s.Element(Atom + "id"))
            .ToList();
        Assert.Equal(2, ids.Distinct().Count());
    }

    [Fact]
    public void AnItemWhoseHostIdnaForbids_StillHasItsEntry()
    {
        var entry = Plain() with
        {
            Url = "https://a\u2024b.example/ü",
            ContentHtml
            = "<p><a href=\"https://x\uFFFDy.example/ü\">x</a></p>"
        };
        Assert.Equal(entry.StoryUrl, (string?)Strict(RssWriter.Write(Feed(entry))).Descendants("item").Single().Element("link"));
    }
}
