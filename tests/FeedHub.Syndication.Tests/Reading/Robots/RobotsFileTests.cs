using System.Diagnostics;
using System.Text;
using FeedHub.Syndication.Reading.Robots;

namespace FeedHub.Syndication.Tests.Reading.Robots;

/// <summary>Files that say what programs may ask a host for (RFC 9309).</summary>
public sealed class RobotsFileTests
{
    private static RobotsFile Parse(string text) => RobotsFile.Parse(Encoding.UTF8.GetBytes(text), "FeedHub");

    private static bool Allows(string text, string path) => Parse(text).Allows(new("https://harian.example" + path));

    [Theory]
    [InlineData("/berita", "/berita/1", false)]
    [InlineData("/berita", "/beritaku", false)]
    [InlineData("/berita$", "/berita/1", true)]
    [InlineData("/berita$", "/berita", false)]
    [InlineData("/*.php", "/a/b.php?x=1", false)]
    [InlineData("/*.php$", "/a/b.php?x=1", true)]
    [InlineData("*/cetak/", "/nasional/cetak/1", false)]
    [InlineData("/a*b*c", "/a1b2c3", false)]
    [InlineData("/a*b*c", "/a1b2", true)]
    [InlineData("/%7Ebudi", "/~budi/x", false)]
    [InlineData("/caf%C3%A9", "/café", false)]
    [InlineData("/kopi", "/Kopi", true)]
    [InlineData("", "/x", true)]
    [InlineData("/", "/robots.txt", true)]
    public void ARule_ForbidsWhatBeginsLikeIt(string rule, string path, bool allowed) =>
        Assert.Equal(allowed, Allows($"User-agent: *\nDisallow: {rule}", path));

    [Theory]
    [InlineData("/berita/arsip/1", false)]
    [InlineData("/berita/1", true)]
    [InlineData("/berita", true)]
    [InlineData("/foto", false)]
    public void TheLongestRule_Decides_AndOfEqualOnesThatWhichAllows(string path, bool allowed) =>
        Assert.Equal(allowed, Allows("user-agent: *\ndisallow: /\nallow: /berita\ndisallow: /berita\ndisallow: /berita/arsip", path));

    [Fact]
    public void TheGroupThatNamesTheProgram_CountsAlone_AndOfSeveralAll()
    {
        const string text = "User-agent: *\nDisallow: /\n\nUser-agent: OtherBot\nUser-agent: feedhub/2.0\nDisallow: /a\n\nUser-agent: FEEDHUB\nDisallow: /b # dan lain\n";
        Assert.Equal([false, false, true], new[] { "/a", "/b", "/c" }.Select(path => Allows(text, path)));
    }

    [Fact]
    public void AGroupOfAnotherProgram_SaysNothing() => Assert.True(Allows("User-agent: OtherBot\nDisallow: /\n", "/a"));

    [Fact]
    public void SitemapsThatItNames_AreKnown_WhereverTheyStand() => Assert.Equal(
        ["https://harian.example/news.xml", "https://harian.example/b.xml"],
        Parse("\uFEFFSitemap: https://harian.example/news.xml\r\nUser-agent: x\r\nDisallow: /\r\nSITEMAP:https://harian.example/b.xml")
            .Sitemaps);

    [Theory]
    [InlineData("")]
    [InlineData("<!DOCTYPE html><html><body>Tidak ditemukan: halaman</body></html>")]
    [InlineData("Disallow: /")]
    [InlineData("User-agent *\nDisallow /")]
    public void WhatHasNoRules_AllowsAll(string text) => Assert.True(Allows(text, "/a"));

    [Fact]
    public void AHostWithoutTheFile_AllowsAll_AndOneThatCannotBeAsked_Nothing()
    {
        Assert.True(RobotsFile.AllowsAll.Allows(new("https://a.example/b")));
        Assert.False(RobotsFile.AllowsNothing.Allows(new("https://a.example/b")));
    }

    [Theory]
    [InlineData("Disallow: /a*b*c*d*e*f*g*h$\n")]
    [InlineData("Disallow: /********************x\n")]
    [InlineData("User-agent: *\n")]
    public void FiftyMegabytes_TakeNoTime(string line)
    {
        var body = Encoding.UTF8.GetBytes("User-agent: *\n" + string.Concat(Enumerable.Repeat(line, 50_000_000 / line.Length)));
        var time = Stopwatch.StartNew();
        RobotsFile.Parse(body, "FeedHub").Allows(new("https://a.example/" + new string('a', 2000)));
        Assert.True(time.Elapsed < TimeSpan.FromSeconds(20), time.Elapsed.ToString());
    }
}
