using static FeedHub.Syndication.Tests.Reading.Feeds;

namespace FeedHub.Syndication.Tests.Reading;

public class TextAsWrittenTests
{
    private static string JsonTitle(string title) =>
        Read($$"""{"version":"https://jsonfeed.org/version/1.1","title":"t","items":[{"id":"1","title":"{{title}}","content_html":"<p>{{title}}</p>"}]}""").Items[0].Title!;

    [Theory]
    [InlineData(@"Rain \ud83d and sun", "Rain \uFFFD and sun")]
    [InlineData(@"Rain \uDE00", "Rain \uFFFD")]
    [InlineData(@"\ud83d\ud83d\ude00", "\uFFFD😀")]
    [InlineData(@"Rain \uD83D\uDE00", "Rain 😀")]
    [InlineData(@"C:\\ud83d", @"C:\ud83d")]
    [InlineData(@"It\'s \x41 \uZZ11 \\\\'", @"It's \x41 \uZZ11 \\'")]
    [InlineData("When to use <b> and when <i>", "When to use <b> and when <i>")]
    [InlineData("<b>Rain</b> &amp; sun", "Rain & sun")]
    [InlineData("Q&#38;A", "Q&A")]
    public void JsonTitles_KeepTheirWords(string title, string expected) => Assert.Equal(expected, JsonTitle(title));

    [Fact]
    public void ALoneSurrogateInUtf16_CostsNothingElse()
    {
        var json =
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"title\":\"a\uD83Db\"},{\"id\":\"2\",\"title\":\"c\"}]}";
        byte[] bytes = [0xFF, 0xFE, .. json.SelectMany(c => new[] { (byte)c, (byte)(c >> 8) })];
        Assert.Equal(["a\uFFFDb", "c"], Read(bytes).Items.Select(i => i.Title));
    }

    [Theory]
    [InlineData("Rain &#xD83D;&#xDE00; sun", "Rain 😀 sun")]
    [InlineData("Rain &#55357; sun", "Rain \uFFFD sun")]
    [InlineData("Rain &amp;#55357;&amp;#56832; sun", "Rain 😀 sun")]
    [InlineData("Rain &amp;#xD83D; sun", "Rain \uFFFD sun")]
    [InlineData("What ]]&gt; and &lt;![CDATA[ x ]]&gt; do", "What ]]> and <![CDATA[ x ]]> do")]
    [InlineData("&lt;![CDATA[Rain]]&gt;", "<![CDATA[Rain]]>")]
    [InlineData("<![CDATA[Close with ]]]]><![CDATA[> always]]>", "Close with ]]> always")]
    [InlineData("Close with ]]> always", "Close with ]]> always")]
    public void RssTitles_AreAsWritten(string title, string expected) => Assert.Equal(expected, RssItem($"<title>{title}</title>").Title);

    [Theory]
    [InlineData("type='text'", "When to use &lt;b&gt; and when", "When to use <b> and when")]
    [InlineData("", "When to use &lt;b&gt; and when", "When to use <b> and when")]
    [InlineData("type='text'", "&lt;b&gt;Rain&lt;/b&gt; &amp;amp; sun", "<b>Rain</b> &amp; sun")]
    [InlineData("", "&lt;b&gt;Rain&lt;/b&gt;", "Rain")]
    [InlineData("type='html'", "&lt;b&gt;Rain&lt;/b&gt; &amp;amp; sun", "Rain & sun")]
    public void AtomTitles_AreReadByTheirType(string type, string title, string expected) =>
        Assert.Equal(expected, AtomEntry($"<title {type}>{title}</title>").Title);

    [Theory]
    [InlineData("type='text'", "&lt;p&gt;a&lt;/p&gt;", "&lt;p&gt;a&lt;/p&gt;")]
    [InlineData("type='text/plain'", "a &lt;br&gt; b", "a &lt;br&gt; b")]
    [InlineData("", "&lt;p&gt;a&lt;/p&gt;", "<p>a</p>")]
    [InlineData("", "use &lt;b&gt; sparingly", "use &lt;b&gt; sparingly")]
    [InlineData("type='html'", "&lt;![CDATA[&lt;p&gt;a&lt;/p&gt;]]&gt;", "<p>a</p>")]
    [InlineData("type='xhtml'", "&lt;p&gt;a&lt;/p&gt;", "<p>a</p>")]
    public void AtomContents_AreReadByTheirType(string type, string content, string expected) =>
        Assert.Equal(expected, AtomEntry($"<content {type}>{content}</content>").ContentHtml);
}
