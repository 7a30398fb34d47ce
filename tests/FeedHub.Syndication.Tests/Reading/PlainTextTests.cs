using System.Diagnostics;
using System.Text.Json;
using FeedHub.Syndication.Reading;
using static FeedHub.Syndication.Tests.Reading.Feeds;

namespace FeedHub.Syndication.Tests.Reading;

/// <summary>Texts that are plain by their format keep what their writer saw: paragraphs, lines, addresses, angle brackets.</summary>
public class PlainTextTests
{
    public static TheoryData<string, string> Texts => new()
    {
        { "One line", "One line" },
        { "First.\n\nSecond, of\ntwo lines.\r\n \r\nThird.", "<p>First.</p><p>Second, of<br>two lines.</p><p>Third.</p>" },
        { "a\rb", "a<br>b" },
        { "<b>5</b> < 6 & \"so\"\n\n<script>x()</script>",
            "<p>&lt;b&gt;5&lt;/b&gt; &lt; 6 &amp; &quot;so&quot;</p><p>&lt;script&gt;x()&lt;/script&gt;</p>" },
        { "See https://laut.example/a?b=1&c=2.",
            "See <a href=\"https://laut.example/a?b=1&amp;c=2\">https://laut.example/a?b=1&amp;c=2</a>." },
        { "(https://laut.example/a_(b)), then", "(<a href=\"https://laut.example/a_(b)\">https://laut.example/a_(b)</a>), then" },
        { "详情https://laut.example/甲。完", "详情https://laut.example/甲。完" },
        { "详情： https://laut.example/甲。完", "详情： <a href=\"https://laut.example/甲\">https://laut.example/甲</a>。完" },
        { "javascript:alert(1) http://", "javascript:alert(1) http://" },
        { "https://laut.example/\"onclick=x", "<a href=\"https://laut.example/\">https://laut.example/</a>&quot;onclick=x" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void AJsonFeedsText_IsShownAsItWasWritten(string text, string html) => Assert.Equal(html, Json(text).ContentHtml);

    [Theory]
    [MemberData(nameof(Texts))]
    public void AnAtomText_IsShownAsItWasWritten(string text, string html) =>
        Assert.Equal(html, AtomEntry($"<content type='text'><![CDATA[{text}]]></content>").ContentHtml);

    [Fact]
    public void AFilmsDescription_IsPlainUnlessItSaysOtherwise()
    {
        const string text =
            "<media:group xmlns:media='http://search.yahoo.com/mrss/'><media:description{0}>{1}</media:description></media:group>";
        string Film(string attributes, string said) => AtomEntry(string.Format(null, text, attributes, said)).ContentHtml!;
        Assert.Equal("<p>Captain&apos;s log</p><p>use &lt;head&gt;</p>".Replace("&apos;", "'", StringComparison.Ordinal),
            Film("", "Captain's log\n\nuse &lt;head&gt;"));
        Assert.Equal("<p>a</p>\n\nb", Film(" type='html'", "&lt;p&gt;a&lt;/p&gt;\n\nb"));
        Assert.Equal("<p>a</p>\n\nb", Film("", "&lt;p&gt;a&lt;/p&gt;\n\nb"));
        Assert.Equal("<p>a</p><p>b</p>", RssItem("<media:description>a\n\nb</media:description>").ContentHtml);
        Assert.Equal(
            "<p>We learn &lt;p&gt; and &lt;a&gt;</p><p>0:00 &lt;p&gt;</p>", Film("", "We learn &lt;p&gt; and &lt;a&gt;\n\n0:00 &lt;p&gt;"));
        Assert.Equal("We learn &lt;hr&gt;", Film(" type='plain'", "We learn &lt;hr&gt;"));
        Assert.Equal("one<br>\ntwo", Film(" type='plain'", "one&lt;br&gt;\ntwo"));
    }

    [Theory]
    [InlineData("The &lt;head&gt; of a page", "The &lt;head> of a page")]
    [InlineData("write &lt;ana@laut.example&gt; or List&lt;T&gt;", "write &lt;ana@laut.example> or List&lt;T>")]
    [InlineData("&lt;div&gt;cut off &lt;b&gt;here", "<div>cut off <b>here")]
    [InlineData("&lt;p&gt;5 &amp;lt; 6", "<p>5 &lt; 6")]
    [InlineData("a picture &lt;img src='x'&gt; there", "a picture <img src='x'> there")]
    public void AnRssText_WithoutMarkup_StaysText(string description, string html) =>
        Assert.Equal(html, RssItem($"<description>{description}</description>").ContentHtml);

    [Fact]
    public void AnEndlessText_CostsNoMoreThanItsLength()
    {
        var watch = Stopwatch.StartNew();
        var html = Json(string.Concat(Enumerable.Repeat("https://a.example/(((( <!-- <b> \n", 100_000))).ContentHtml!;
        Assert.True(html.Length > 3_000_000 && watch.Elapsed < TimeSpan.FromSeconds(20), $"{html.Length} in {watch.Elapsed}");
    }

    private static ParsedItem Json(string text) => Read(
        JsonSerializer.Serialize(
            new { version = "https://jsonfeed.org/version/1.1", items = new[] { new { id = "1", content_text = text } } }),
        Options with { MaxTextBytes = 50_000_000 }).Items[0];
}
