using System.Globalization;
using System.Text;
using System.Text.Json;
using static FeedHub.Syndication.Tests.Reading.Feeds;

namespace FeedHub.Syndication.Tests.Reading;

/// <summary>However much a publisher writes into one field, what is read of it is bounded, in every format.</summary>
public class BoundedFeedTests
{
    private static readonly string Endless = string.Concat(Enumerable.Repeat("tak habis-habis ", 60_000));
    private static readonly string FarAway = "https://site.example/" + new string('j', 50_000);

    public static TheoryData<string> Documents => [RssDocument(), AtomDocument(), JsonDocument()];

    [Theory]
    [MemberData(nameof(Documents))]
    public void EveryField_IsWithinItsBound_AndTheItemsAreKept(string document)
    {
        var feed = Read(document);
        Assert.Equal(1000, feed.Title!.Length);
        Assert.InRange((feed.Description?.Length ?? 0) + (feed.Rights?.Length ?? 0), 0, 2000);
        Assert.Null(feed.Icon);
        Assert.Null(feed.Language);
        Assert.Equal(["fat", "thin"], feed.Items.Select(item => item.Id![..^1].TrimEnd('x')).Select(id => id.Split('-')[0]));
        var fat = feed.Items[0];
        Assert.Equal((1000, '…'), (fat.Title!.Length, fat.Title[^1]));
        Assert.Null(fat.Url);
        Assert.Null(fat.Language);
        Assert.Equal(100, fat.Authors.Count);
        Assert.Equal(100, fat.Categories.Count);
        Assert.Equal(1000, fat.Authors[0].Length);
        Assert.Equal(1000, fat.Categories[0].Length);
        Assert.Equal(100, fat.Enclosures.Count);
        Assert.DoesNotContain(fat.Enclosures, file => file.Url.Length > 4096 || file.Type?.Length > 255);
        Assert.Equal("Thin", feed.Items[1].Title);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void WhatDidNotFit_IsSaid_OnceForEachKind(string document)
    {
        var problems = Read(document).Problems.Select(problem => problem.ToString()).ToList();
        Assert.Contains("titles, names or words of more than 1,000 characters were cut", problems);
        Assert.Contains("addresses of more than 4,096 characters were left out", problems);
        foreach (var list in (string[])["authors", "categories", "attachments"])
            Assert.Contains($"of more than 100 {list} of an item the first 100 were taken", problems);
        Assert.All(problems, words => Assert.InRange(words.Length, 1, 1000));
        Assert.Equal(problems.Distinct(), problems);
    }

    [Fact]
    public void AFeedWithinItsBounds_IsReadWithoutAWord() =>
        Assert.Empty(Read(
            Rss($"<item><title>{new string('t', 1000)}</title><link>https://site.example/{new string('l', 4000)}</link></item>")).Problems);

    [Fact]
    public void TextsLongerThanAllowed_AreCutWhereMarkupCanBeCut()
    {
        var item = Assert.Single(Read(
            Rss($"<item><title>T</title><content:encoded><![CDATA[{string.Concat(Enumerable.Repeat("<p>kalimat panjang &amp; jelas</p>", 400))}]]></content:encoded></item>"),
            Options with { MaxTextBytes = 1000 }).Items);
        Assert.InRange(Encoding.UTF8.GetByteCount(item.ContentHtml!), 900, 1000);
        Assert.DoesNotMatch("<[^>]*$|&[a-z]*$", item.ContentHtml);
    }

    [Fact]
    public void AnIdOfAnyLength_StaysWhole_SoThatTheItemIsRecognised() =>
        Assert.Equal(80_000, RssItem($"<title>T</title><guid>{new string('9', 80_000)}</guid>").Id!.Length);

    private static string RssDocument()
    {
        var lists = Repeated(
            300,
            n => $"<dc:creator>{Name(n)}</dc:creator><category>{Name(n)}</category><enclosure url='{File(n)}' type='{Type(n)}' "
                + $"length='1'/>");
        return Rss($"""
            <title>{Endless}</title><copyright>{Endless}</copyright><description>{Endless}</description><language>{Tag}</language><image><url>{FarAway}</url></image>
            <item><guid isPermaLink='false'>fat-1</guid><title>{Endless}</title><link>{FarAway}</link><dc:language>{Tag}</dc:language>{lists}</item><item><guid isPermaLink='false'>thin-2</guid><title>Thin</title></item>
            """).Replace("<title>News</title>", "", StringComparison.Ordinal);
    }

    private static string AtomDocument()
    {
        var lists = Repeated(300, n => $"<author><name>{Name(n)}</name></author><category term='{Name(n)}'/><link rel='enclosure' "
            + $"href='{File(n)}' type='{Type(n)}'/>");
        return $"""
            <feed xmlns='http://www.w3.org/2005/Atom' xml:lang='{Tag}'><title>{Endless}</title><subtitle>{Endless}</subtitle><rights>{Endless}</rights><icon>{FarAway}</icon>
            <entry xml:lang='{Tag}'><id>fat-1</id><title>{Endless}</title><link href='{FarAway}'/>{lists}</entry><entry><id>thin-2</id><title>Thin</title></entry></feed>
            """;
    }

    private static string JsonDocument() => JsonSerializer.Serialize(new
    {
        version = "https://jsonfeed.org/version/1.1",
        title = Endless,
        description = Endless,
        language = Tag,
        favicon = FarAway,
        items = new object[]
        {
            new
            {
                id = "fat-1", title = Endless, url = FarAway, language = Tag, content_text = "Text",
                authors = Enumerable.Range(0, 300).Select(n => new { name = Name(n) }), tags = Enumerable.Range(0, 300).Select(Name),
                attachments = Enumerable.Range(0, 300).Select(n => new { url = File(n), mime_type = Type(n) }),
            },
            new { id = "thin-2", title = "Thin", content_text = "Text" },
        },
    });

    private static string Tag => "id-" + string.Join('-', Enumerable.Repeat("abcdefgh", 200));

    private static string Name(int n) => string.Create(CultureInfo.InvariantCulture, $"{n} {(n == 0 ? Endless : "Nama")}");

    private static string File(int n) =>
        string.Create(CultureInfo.InvariantCulture, $"{(n == 0 ? FarAway : "https://site.example/")}{n}.mp3");

    private static string Type(int n) => n == 1 ? "audio/" + new string('y', 9000) : "audio/mpeg";

    private static string Repeated(int count, Func<int, string> part) => string.Concat(Enumerable.Range(0, count).Select(part));
}
