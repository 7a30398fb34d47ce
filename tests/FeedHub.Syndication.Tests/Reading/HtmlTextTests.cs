using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Tests.Reading;

public class HtmlTextTests
{
    private static readonly Uri Page = new("https://site.example/a/b");

    [Theory]
    [InlineData("<p onclick='x'>a</p><script>alert(1)</script>", "<p>a</p>")]
    [InlineData("<a href='javascript:x'>a</a>", "<a>a</a>")]
    [InlineData("<form action='/x'><input name=q><b>a</b></form>", "<b>a</b>")]
    [InlineData(
        "<base href='https://evil.example/'><meta http-equiv=refresh><a href='c'>x</a>",
        "<a href=\"https://site.example/a/c\">x</a>")]
    [InlineData("<p style='position:fixed'>a</p><style>p{}</style>", "<p>a</p>")]
    [InlineData("<iframe src='https://evil.example/'></iframe>a", "a")]
    [InlineData("<img src='/p.png' onerror=x alt=y>", "<img src=\"https://site.example/p.png\" alt=\"y\">")]
    [InlineData("<img src='data:image/png;base64,AA'>", "")]
    [InlineData("<iframe src='//www.youtube.com/embed/x?rel=0' width=560 onload=a srcdoc=b></iframe>",
        "<iframe src=\"https://www.youtube.com/embed/x?rel=0\" width=\"560\" sandbox=\"allow-scripts allow-same-origin allow-popups "
            + "allow-presentation\" loading=\"lazy\"></iframe>")]
    [InlineData("<iframe src='https://www.youtube.com.evil.example/embed/x'></iframe>a", "a")]
    [InlineData("<iframe src='https://a@www.youtube.com/embed/x'></iframe>a", "a")]
    [InlineData("<iframe src='https://www.youtube.com/redirect?q=x'></iframe>a", "a")]
    [InlineData("<iframe src='https://www.youtube.com/embed/../redirect?q=x'></iframe>a", "a")]
    [InlineData("<iframe srcdoc='<script>x</script>'></iframe>a", "a")]
    [InlineData("<a href='mailto:a@b.example'>m</a>", "<a href=\"mailto:a@b.example\">m</a>")]
    [InlineData("plain", "plain")]
    [InlineData("1 &lt; 2 &amp; 3", "1 &lt; 2 &amp; 3")]
    [InlineData("<unknown>kept</unknown>", "kept")]
    [InlineData("<math><mi>n</mi></math> bytes", "n bytes")]
    [InlineData(
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
        "<table></table>")]
    public void Sanitise_KeepsTheAllowList(string html, string expected) => Assert.Equal(expected, HtmlText.Sanitise(html, Page));

    [Fact]
    public void Sanitise_KeepsNothingInsideAPlayer() =>
        Assert.DoesNotContain(
            "script>",
            HtmlText.Sanitise("<iframe src='https://player.vimeo.com/video/1'><script>alert(1)</script></iframe>", Page));

    [Theory]
    [InlineData("<p>One</p><p>Two</p>", "One Two")]
    [InlineData("a<b>b</b>c", "abc")]
    [InlineData("x<br/>y", "x y")]
    [InlineData("  a \n\t b&nbsp; ", "a b")]
    [InlineData("&amp;lt;", "&lt;")]
    [InlineData("it&#146;s", "it’s")]
    [InlineData("<!-- no --><style>p{}</style>yes", "yes")]
    [InlineData("a <- b", "a <- b")]
    [InlineData("A<B", "A<B")]
    [InlineData("cut off <a href='x", "cut off")]
    [InlineData("<img alt='a>b'>c", "c")]
    public void ToPlainText_ReadsAsAPersonWould(string html, string expected) => Assert.Equal(expected, HtmlText.ToPlainText(html));

    [Theory]
    [InlineData("One two. Three four five.", 12, "One two.")]
    [InlineData("One two three four", 12, "One two…")]
    [InlineData("short", 12, "short")]
    [InlineData("abcdefghijklmnop", 5, "abcd…")]
    [InlineData("日本語。もう一つの文です", 6, "日本語。")]
    [InlineData("abc😀def", 5, "abc…")]
    public void Shorten_CutsWhereAReaderWould(string text, int length, string expected) =>
        Assert.Equal(expected, HtmlText.Shorten(text, length));
}
