using System.Diagnostics;
using System.Text;
using FeedHub.Syndication.Extracting.Lists;

namespace FeedHub.Syndication.Tests.Extracting.Lists;

/// <summary>Pages that are too large, too deep or malicious: read as far as they go, soon.</summary>
public sealed class HostileListTests
{
    [Theory]
    [InlineData("<li><a href='/read/12345{0}/satu-dua-tiga-empat-{0}'>Satu dua tiga empat lima {0}</a></li>")]
    [InlineData("<div><a href='/read/12345{0}/satu-dua-tiga-empat'>Satu dua tiga empat lima")]
    [InlineData("<a href='/{0}'>")]
    [InlineData("<script>")]
    [InlineData("<!--")]
    [InlineData("<b><i><p>")]
    [InlineData("<table><tr><td><a href='/x-y-z-{0}'>satu dua tiga empat")]
    [InlineData("<li class='a b c d e f'>2 jam lalu</li>")]
    public void AMillionOfOneThing_EndSoon(string piece)
    {
        var page = new StringBuilder();
        for (var n = 0; page.Length < 20_000_000 && n < 1_000_000; n++)
            page.Append(piece.Replace("{0}", n.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var body = Encoding.UTF8.GetBytes(page.ToString());
        var time = Stopwatch.StartNew();
        var list = ListPage.Parse(body, Pages.Options);
        list.Propose();
        list.Read(new("li, div") { Date = "span", Title = "a" });
        Assert.True(time.Elapsed < TimeSpan.FromSeconds(30), time.Elapsed.ToString());
    }

    [Fact]
    public void WhatCannotBeParsed_HasNoEntries()
    {
        var page = ListPage.Parse(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<div>", 20_000))), Pages.Options);
        Assert.Empty(page.Propose().Groups);
        Assert.Empty(page.Read(new("div")));
    }

    [Fact]
    public void ALongText_IsCut()
    {
        var entry = Assert.Single(Pages.Parse($"<p><a href='/a'>{new string('x', 50_000)}</a></p>").Read(new("p") { Title = "a" }));
        Assert.Equal(Bounds.Line, entry.Title.Length);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("mailto:a@b.example")]
    [InlineData("#atas")]
    [InlineData("https://harian.example/")]
    [InlineData("")]
    public void ALinkThatLeadsToNoArticle_IsNone(string href) =>
        Assert.Empty(Pages.Parse($"<p><a href='{href}'>Satu dua tiga empat lima</a></p>").Read(new("p")));
}
