using FeedHub.Syndication.Reading;
using static FeedHub.Syndication.Tests.Reading.Feeds;

namespace FeedHub.Syndication.Tests.Reading;

public class TidyHtmlTests
{
    private static readonly Uri Page = new("https://site.example/a/b");

    private static string Many(string what, int times = 300) => string.Concat(Enumerable.Repeat(what, times));

    [Theory]
    [InlineData("<!--[if gte mso 9]><xml>", "<w:LsdException Locked=\"false\" Name=\"x\"/><w:b>", "</xml><![endif]-->")]
    [InlineData("<xml>", "<w:LsdException Locked=\"false\"/>", "</xml>")]
    [InlineData("<svg viewBox='0 0 9 9'><g>", "<path d='M0 0L9 9'/>", "</g></svg>")]
    [InlineData("<svg>", "<path d='M0 0L9 9'><title>x</title></path>", "</svg>")]
    [InlineData("", "<a name='x'/>", "")]
    [InlineData("", "<span class='icon'/>", "")]
    [InlineData("", "<img alt='a <div> b'>", "")]
    [InlineData("", "<font color='red'>", "")]
    [InlineData("<script>", "document.write('<div>');", "</script>")]
    [InlineData("", "<![if !vml]><o:p>", "")]
    public void WhatOnlyLooksDeep_CostsNoMarkup(string before, string often, string after) =>
        Assert.EndsWith(
            "<p>The <b>ferry</b> sails.</p>",
            HtmlText.Sanitise(before + Many(often) + after + "<p>The <b>ferry</b> sails.</p>", Page),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("<div>")]
    [InlineData("<div></b>")]
    [InlineData("<b title='{0}'><blockquote></b>")]
    [InlineData("<b title='{0}'><table><tr><td></b>")]
    [InlineData("<i title='{0}'>")]
    [InlineData("<svg><p><b title='{0}'/></svg>")]
    [InlineData("<path><g></path>")]
    public void WhatIsDeep_KeepsItsWords(string fragment)
    {
        var html = string.Concat(Enumerable.Range(0, 9_000).Select(i => fragment.Replace("{0}", $"{i}", StringComparison.Ordinal)))
            + "words"
            + Many("<p>", 20_000);
        Assert.Contains("words", HtmlText.Sanitise(html, Page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script src='https://gist.example/1.js'></script><noscript><pre>let x = 1;</pre></noscript>", "<pre>let x = 1;</pre>")]
    [InlineData("<noscript><p>The <a href='/poll'>poll</a></p></noscript>", "<p>The <a href=\"https://site.example/poll\">poll</a></p>")]
    [InlineData(
        "<object data='m.swf'><param name='a' value='b'><embed src='m.swf'><p>Map of the port</p></object>",
        "<p>Map of the port</p>")]
    [InlineData(
        "<applet code='x'><p>Tides</p></applet><noembed><i>a</i></noembed><noframes><b>b</b></noframes>",
        "<p>Tides</p><i>a</i><b>b</b>")]
    [InlineData("<object type='image/png' data='/map.png'>Map</object>", "<img src=\"https://site.example/map.png\">Map")]
    [InlineData(
        "<object type='image/svg+xml' data='/map.svg'><img src='/map.png'></object><object type='image/png' data='/b.png'></object>",
        "<img src=\"https://site.example/map.png\"><img src=\"https://site.example/b.png\">")]
    [InlineData("<svg><p>left behind</p></svg>", "<p>left behind</p>")]
    [InlineData("<svg><text>x</text></svg>a", "a")]
    [InlineData("<iframe src='about:blank' data-src='https://player.vimeo.com/video/7' width='640'></iframe>",
        "<iframe src=\"https://player.vimeo.com/video/7\" width=\"640\" sandbox=\"allow-scripts allow-same-origin allow-popups "
            + "allow-presentation\" loading=\"lazy\"></iframe>")]
    [InlineData("<iframe src='https://other.example/x'/>after", "after")]
    [InlineData("<a href=/x/>link</a> <p/>one<p/>two", "<a href=\"https://site.example/x/\">link</a> <p>one</p><p>two</p>")]
    [InlineData(
        "<div class='table'><tr><td>Noon</td><td>4 m</td></tr><tr><td>Night</td><td>1 m</td></tr></div>",
        "<div><br> Noon 4 m<br> Night 1 m</div>")]
    [InlineData("</table><table><tr><td>a</td><td>b</td></tr></table>", "<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>")]
    [InlineData("<![CDATA[<p>Inside</p>]]> x]]>", "<p>Inside</p> x]]&gt;")]
    [InlineData("a <o:p>b</o:p> <st1:City w:st='on'>Bonn</st1:City> <my-widget>c</my-widget>", "a b Bonn c")]
    public void WhatStandsBesideScriptsAndObjects_IsLaidOpen(string html, string expected) =>
        Assert.Equal(expected, HtmlText.Sanitise(html, Page));

    [Theory]
    [InlineData("<noscript>Read on</noscript> here", "Read on here")]
    [InlineData("<object><p>Map</p></object>", "Map")]
    [InlineData("Rain <o:p></o:p>in <st1:City w:st=\"on\">Bonn</st1:City>", "Rain in Bonn")]
    [InlineData("<my-widget>Tide</my-widget> <x-y a='b'>tables", "Tide tables")]
    [InlineData("List<T> and Map<K, V> and a<b", "List<T> and Map<K, V> and a<b")]
    [InlineData("see <https://a.example/b> or <ana@b.example>", "see <https://a.example/b> or <ana@b.example>")]
    [InlineData("well done </irony>", "well done </irony>")]
    public void Summaries_ShowNoTags_AndKeepWhatIsNone(string html, string expected) => Assert.Equal(expected, HtmlText.ToPlainText(html));

    [Theory]
    [InlineData("<msup><mi>e</mi><mrow><mi>k</mi><mi>t</mi></mrow></msup>", "e<sup>kt</sup>", "e^{kt}")]
    [InlineData(
        "</math><mml:math><mml:msup><mml:mi>e</mml:mi><mml:mn>2</mml:mn></mml:msup><mml:annotation>e^2</mml:annotation></mml:math><math>",
        "e<sup>2</sup>",
        "e^{2}")]
    [InlineData(
        "<msub><mi>x</mi><mn>1</mn></msub><mo>=</mo><msubsup><mi>a</mi><mi>i</mi><mn>2</mn></msubsup>",
        "x<sub>1</sub>=a<sub>i</sub><sup>2</sup>",
        "x_{1}=a_{i}^{2}")]
    [InlineData("<mfrac><mrow><mn>1</mn><mo>+</mo><mi>x</mi></mrow><mi>y</mi></mfrac>", "(1+x)/y", "(1+x)/y")]
    [InlineData("<msqrt><mi>x</mi></msqrt><mroot><mi>y</mi><mn>3</mn></mroot>", "√(x)(y)<sup>1/3</sup>", "√(x)(y)^{1/3}")]
    [InlineData(
        "<mo>[</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr><mtr><mtd><mn>0</mn></mtd><mtd><mn>1</mn></mtd></mtr></mtable><mo>]</mo>", "[1 0; 0 1]", "[1 0; 0 1]")]
    [InlineData(
        "<semantics><mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow><annotation encoding='application/x-tex'>a<b</annotation></semantics>",
        "a&lt;b",
        "a<b")]
    public void Formulas_KeepTheirExponents(string math, string html, string text)
    {
        Assert.Equal(
            $"<p>{html} grows</p>",
            HtmlText.Sanitise($"<p><math xmlns='http://www.w3.org/1998/Math/MathML'>\n {math}\n</math> grows</p>", Page));
        Assert.Equal(text + " grows", HtmlText.ToPlainText($"<p><math>{math}</math> grows</p>"));
        Assert.Equal(text, RssItem($"<title><![CDATA[<math>{math}</math>]]></title>").Title);
    }

    [Theory]
    [InlineData("&lt;p&gt;The ferry&lt;/p&gt;<br/>&lt;p&gt;sails&lt;/p&gt;", "<p>The ferry</p><br><p>sails</p>")]
    [InlineData("<img src='/f.png'/>&lt;p&gt;The ferry&lt;/p&gt;", "<img src=\"https://site.example/f.png\"><p>The ferry</p>")]
    [InlineData("<div>&lt;p&gt;The ferry&lt;/p&gt;</div>", "<div><p>The ferry</p></div>")]
    [InlineData("<![CDATA[<p>The ferry</p>]]><b>sails</b>", "<p>The ferry</p><b>sails</b>")]
    [InlineData("Write &lt;b&gt; for <b>bold</b>", "Write &lt;b&gt; for <b>bold</b>")]
    [InlineData("<p>Write</p><pre>&lt;p&gt;a&lt;/p&gt;</pre>", "<p>Write</p><pre>&lt;p&gt;a&lt;/p&gt;</pre>")]
    public void EscapedMarkupBesideOpenMarkup_IsMarkup(string description, string expected)
    {
        var item = RssItem($"<link>/a</link><description>{description}</description>");
        Assert.Equal(expected, HtmlText.Sanitise(item.ContentHtml!, item.BaseUrl));
    }

    [Fact]
    public void EscapedMarkupBesideOpenMarkup_IsReadByAtomsType()
    {
        const string mixed = "Say &lt;i&gt;so&lt;/i&gt; <b xmlns='http://www.w3.org/1999/xhtml'>b</b>";
        Assert.Equal("Say <i>so</i> <b>b</b>", AtomEntry($"<content type='html'>{mixed}</content>").ContentHtml);
        Assert.Equal("Say &lt;i&gt;so&lt;/i&gt; <b>b</b>", AtomEntry($"<content type='xhtml'>{mixed}</content>").ContentHtml);
    }
}
