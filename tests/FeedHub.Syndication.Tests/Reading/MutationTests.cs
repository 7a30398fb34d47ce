using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Tests.Reading;

/// <summary>What is sanitised stays safe when another parser reads it: with scripts or without, and after being written out
/// again.</summary>
public class MutationTests
{
    private static readonly string[] Payloads =
    [
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<noscript><style></noscript><img src=x onerror=alert(1)></style>",
        "<noscript><!--</noscript><img src=x onerror=alert(1)>--></noscript>",
        "<noscript><a href=\"</noscript>&lt;script&gt;alert(1)&lt;/script&gt;\">",
        "<noembed><img title=\"</noembed><script>alert(1)</script>\"></noembed>",
        "<noframes><p title=\"</noframes><svg onload=alert(1)>\"></noframes>",
        "<object data=\"javascript:alert(1)\"><embed src=\"javascript:alert(1)\"></object>",
        "<object type='image/png' data='javascript:alert(1)'></object><object type='image/svg+xml' data='data:image/svg+xml,x'></object>",
        "<object><param name=x value='\"><script>alert(1)</script>'></object>",
        "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
        "<svg><foreignObject><math><mi><xmp></mi><img src onerror=alert(1)></xmp>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<math><annotation-xml encoding='text/html'><style><img src=x onerror=alert(1)></style></annotation-xml></math>",
        "<math><mi>&lt;img src=x onerror=alert(1)&gt;</mi><msup><mi>a</mi><mi>&lt;/sup&gt;&lt;script&gt;x</mi></msup></math>",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<o:p><scr<o:p/>ipt>alert(1)</scr</o:p>ipt>",
        "<<o:p>script>alert(1)<<o:p>/script>",
        "<scr<!-- -->ipt>alert(1)</script>",
        "<<!-- -->script>alert(1)</script>",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<![CDATA[<]]>script>alert(1)</script>",
        "<img src=x data-src='\" onerror=alert(1) x=\"' alt='\"><script>alert(1)</script>'>",
        "<img srcset='javascript:alert(1) 1x, data:text/html,x 2x'>",
        "<img src='https://i.example/a\"onerror=alert(1)//.png'>",
        "<img alt='`onerror=alert(1)' src='https://i.example/`.png'>",
        "<picture><source srcset='https://i.example/p.png\" onload=alert(1) x=\"'></picture>",
        "<image src=x onerror=alert(1)><amp-img src=x on=alert onload=alert(1)></amp-img>",
        "<iframe data-src='javascript:alert(1)'></iframe><iframe src='data:text/html,<script>alert(1)</script>'></iframe>",
        "<iframe src='https://player.vimeo.com/video/1\" srcdoc=\"<script>alert(1)</script>'></iframe>",
        "<iframe src='https://player.vimeo.com/video/1' title='</iframe><script>alert(1)</script>'></iframe>",
        "<a href='java\tscript:alert(1)'>a</a><a href=' javascript:alert(1)'>b</a><a href='&#x6A;avascript:alert(1)'>c</a><a "
            + "href='data:text/html,x'>d</a>",
        "<p title='</p><script>alert(1)</script>' onclick=alert(1)>a</p>",
        "<select><noscript></select><script>alert(1)</script></noscript>",
        "<template><noscript><img src=x onerror=alert(1)></noscript></template>",
        "<textarea></noscript><script>alert(1)</script></textarea><title><noscript></title><img src=x onerror=alert(1)>",
        "<xmp><noscript></xmp><img src=x onerror=alert(1)></noscript>",
        "<plaintext><script>alert(1)</script>",
        "<svg><desc><noscript></desc><script>alert(1)</script></noscript></svg>",
        "<svg><style><p title='</style><script>alert(1)</script>'></svg>",
        "<b/onclick=alert(1)>a</b><a/href='javascript:alert(1)'/>b",
        "<video poster='javascript:alert(1)'><source src='javascript:alert(1)' onerror=alert(1)></video>",
        "<table><noscript><td background='javascript:alert(1)'></noscript><tr><script>alert(1)</script>",
        "<base href='javascript:alert(1)//'><link rel=stylesheet href='https://evil.example/x.css'><meta http-equiv=refresh "
            + "content='0;url=javascript:alert(1)'>",
        "<!--><img src=x onerror=alert(1)>--><!---><script>alert(1)</script>",
        "<!-- --!><img src=x onerror=alert(1)> -->",
        "<?xml version='1.0'?><?<script>alert(1)</script>?>",
        "</noscript><script>alert(1)</script>",
        "<p><noscript><div id=a></p></noscript><script>alert(1)</script>",
    ];

    private static readonly string[] Dangerous = ["script", "style", "object", "embed", "svg", "math", "noscript", "form", "base", "link",
        "meta", "template", "textarea", "title", "xmp"];

    public static TheoryData<string> All => [.. Payloads];

    [Theory]
    [MemberData(nameof(All))]
    public void NothingUnsafePasses_AnyReader(string payload)
    {
        foreach (var html in new[] {
            payload,
            $"<p>a{payload}b</p>",
            $"<noscript>{payload}</noscript>",
            $"<object>{payload}",
            $"<math>{payload}</math>",
            $"<table><tr><td>{payload}",
            payload + payload })
        {
            var safe = HtmlText.Sanitise(html, new Uri("https://site.example/a"));
            AssertSafe(safe, isScripting: true);
            AssertSafe(safe, isScripting: false);
            Assert.Equal(safe, HtmlText.Sanitise(safe, new Uri("https://site.example/a")));
        }
    }

    [Theory]
    [InlineData("<img src='https://i.example/1' onerror=alert(1)>")]
    [InlineData("<p title='</noscript><script>x</script>'><noscript>")]
    [InlineData("<a href='javascript:alert(1)'>a</a>")]
    public void TheCheckItself_SeesWhatIsUnsafe(string html) =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => AssertSafe(html, isScripting: true));

    private static void AssertSafe(string html, bool isScripting)
    {
        foreach (var wrapper in new[] { "{0}", "<div>{0}</div>", "<noscript>{0}</noscript>", "<table><tr><td>{0}" })
        {
            var body = new HtmlParser(new HtmlParserOptions { IsScripting = isScripting }).ParseDocument(
                "<body>" + wrapper.Replace("{0}", html, StringComparison.Ordinal)).Body!;
            foreach (var element in body.QuerySelectorAll("*")
                .Where(e => !(wrapper[1..].StartsWith(e.LocalName, StringComparison.Ordinal))))
                AssertSafe(element, html);
        }
    }

    private static void AssertSafe(IElement element, string html)
    {
        Assert.False(Dangerous.Contains(element.LocalName), html);
        Assert.DoesNotContain(
            element.Attributes,
            a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || a.Name is "srcdoc" or "style");
        foreach (var name in new[] { "href", "src", "poster", "cite" })
        {
            if (element.GetAttribute(name) is { } url)
                Assert.Matches("^(https?:|mailto:)", url);
        }
    }
}
