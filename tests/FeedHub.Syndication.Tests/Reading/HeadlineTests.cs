using System.Diagnostics;
using System.Text.Json;
using static FeedHub.Syndication.Tests.Reading.Feeds;

namespace FeedHub.Syndication.Tests.Reading;

/// <summary>The words of a headline never vanish, whether it has markup or speaks of it.</summary>
public class HeadlineTests
{
    public static TheoryData<string, string> Headlines => new()
    {
        { "What belongs in <title> and <meta>", "What belongs in <title> and <meta>" },
        { "Between <head> and </head> of a page", "Between <head> and </head> of a page" },
        { "The <dialog></dialog> element is here", "The <dialog></dialog> element is here" },
        { "When to load a <script> late", "When to load a <script> late" },
        { "How <script> and </script> work", "How <script> and </script> work" },
        { "Bold with <b>, not with <strong>", "Bold with <b>, not with <strong>" },
        { "<em>Rain</em> in <b>Ternate</b>", "Rain in Ternate" },
        { "Rain<br>and sun", "Rain and sun" },
        { "Rain <span class='x'>falls", "Rain falls" },
        { "<script>track('x');</script>Rain", "Rain" },
        { "<a href='https://x.example'>Rain</a> &amp; sun", "Rain & sun" },
        { "Why <!DOCTYPE html> matters, and <!-- comments", "Why <!DOCTYPE html> matters, and <!-- comments" },
        { "A <?php tag left open", "A <?php tag left open" },
        { "Rain <!-- ad -->again", "Rain again" },
        { "Vec<T> or List<String>", "Vec<T> or List<String>" },
        { "The <table of contents> joke", "The <table of contents> joke" },
        { "I <3 maps, 5 < 6 > 4", "I <3 maps, 5 < 6 > 4" },
        { "<p>Rain</p>", "Rain" },
        { "Rain</p>", "Rain" },
        { "Why <!-- TODO --> stays in code", "Why <!-- TODO --> stays in code" },
        { "<!-- end -->", "<!-- end -->" },
        { "<svg>Circle</svg> beside <select><option>pear</option></select>", "<svg>Circle</svg> beside pear" },
        { "<select name='fruit'><option>Plum</option></select> and rain", "Plum and rain" },
        { "<svg class='x'><text>Wave</text></svg>", "Wave" },
        { "<script>confirm('sure?')</script>", "<script>confirm('sure?')</script>" },
        { "<style>p{top:0}</style>", "<style>p{top:0}</style>" },
        { "<img src='https://x.example/1.png'>", "" },
        { "<hr> or <section> between chapters", "<hr> or <section> between chapters" },
        { "When a <p> is not a paragraph", "When a <p> is not a paragraph" },
        { "What does a <br/> do?", "What does a <br/> do?" },
        { "How does <br> work in a letter?", "How does <br> work in a letter?" },
        { "Why does <br> the harbour need a dam?", "Why does the harbour need a dam?" },
        { "Rain will <br> do good", "Rain will do good" },
        { "Never again the <br> element", "Never again the <br> element" },
        { "Is it <br>?", "Is it <br>?" },
        { "<wbr> for long words", "<wbr> for long words" },
        { "Everything between <p> and </p>", "Everything between <p> and </p>" },
        { "From <em> to </em> on one page", "From <em> to </em> on one page" },
        { "Old <br> versus new <p> in HTML", "Old <br> versus new <p> in HTML" },
        { "Rain <br> and sun", "Rain and sun" },
        { "Rain <br /> sun", "Rain sun" },
        { "Ternate <br> vs <br> Tidore", "Ternate vs Tidore" },
        { "Rain<br clear='all'>sun", "Rain sun" },
        { "<p> Rain </p>", "Rain" },
        { "<p>Rain</p> <p>Sun</p>", "Rain Sun" },
        { "Rain <br>", "Rain" },
        { "<meta charset=\"utf-8\"> comes first", "<meta charset=\"utf-8\"> comes first" },
        { "Say <button type=submit>, not <input type='submit'>", "Say <button type=submit>, not <input type='submit'>" },
        { "Lazy: <iframe loading='lazy'></iframe> at last", "Lazy: <iframe loading='lazy'></iframe> at last" },
        { "Live: <iframe src='https://x.example/live' width='9'></iframe> rain", "Live: rain" },
        { "Does <img alt=''> help?", "Does <img alt=''> help?" },
        { "Rain <img alt='' src='1.png'> again", "Rain again" },
        { "Open <a target=_blank> with care", "Open <a target=_blank> with care" },
        { "Rain <span class='x'> falls", "Rain falls" },
        { "In HTML <span class='x'> is nothing", "In HTML <span class='x'> is nothing" },
        { "The <tab-bar kind='x'> component", "The <tab-bar kind='x'> component" },
        { "<font color='red'>Rain</font> now", "Rain now" },
        { "Rain<meta name='x' content='y'>", "Rain" },
    };

    [Theory]
    [MemberData(nameof(Headlines))]
    public void InRss(string written, string expected) =>
        Assert.Equal(expected, RssItem($"<title>{Escaped(written)}</title>").Title ?? "");

    [Theory]
    [MemberData(nameof(Headlines))]
    public void InAtomsHtml(string written, string expected) =>
        Assert.Equal(expected, AtomEntry($"<title type='html'>{Escaped(written)}</title>").Title ?? "");

    [Theory]
    [MemberData(nameof(Headlines))]
    public void InJson_TitlesArePlain_UnlessTheyHaveReferencesThatProgramsWrite(string written, string inHtml) =>
        Assert.Equal(written.Contains("&amp;", StringComparison.Ordinal) ? inHtml : written, JsonTitles(written)[0]);

    [Theory]
    [InlineData("&lt;nav&gt; or &#66;")]
    [InlineData("Write &eacute; as &#233; in HTML")]
    [InlineData("AT&amp;T, not AT&T")]
    [InlineData("Rock &amp; roll & jazz, it&#8217;s")]
    public void InJson_ATitleMaySpeakOfReferences(string written) => Assert.Equal([written, "Rain"], JsonTitles(written, "Rain"));

    [Theory]
    [InlineData("It&#8217;s raining", "It’s raining")]
    [InlineData("K&ouml;ln <em>again</em>", "Köln again")]
    [InlineData("Sun &#038; rain", "Sun & rain")]
    public void InJson_AFeedThatWritesItsTitlesAsHtml_IsReadSo(string written, string expected) =>
        Assert.Equal([expected, "Fish & <meta> chips"], JsonTitles(written, "Fish &amp; <meta> chips"));

    // A link of which nothing is seen cannot be clicked.
    [Theory]
    [InlineData("\u202E")]
    [InlineData("\u200B\uFEFF \u2060")]
    [InlineData("\u3164\u2800")]
    [InlineData("&#x200B;&nbsp;")]
    public void AHeadlineOfWhichNothingIsSeen_IsNone(string written)
    {
        Assert.Null(RssItem($"<title>{Escaped(written)}</title>").Title);
        Assert.Null(AtomEntry($"<title type='html'>{Escaped(written)}</title>").Title);
        if (!written.StartsWith('&'))
            Assert.Null(JsonTitles(written)[0]);
    }

    [Fact]
    public void WhatIsJoinedByMarksThatNobodySees_StaysWhole() =>
        Assert.Equal("\U0001F468\u200D\U0001F469 \u202Bab", RssItem("<title>\U0001F468\u200D\U0001F469 \u202Bab</title>").Title);

    private static List<string?> JsonTitles(params string[] titles) =>
    [
        .. Read(JsonSerializer.Serialize(new
        {
            version = "https://jsonfeed.org/version/1.1",
            items = titles.Select((title, n) => new { id = $"{n}", title }),
        })).Items.Select(item => item.Title),
    ];

    [Theory]
    [InlineData("<b>")]
    [InlineData("<!--")]
    [InlineData(" <!-- -->")]
    [InlineData("<svg a=''>")]
    [InlineData("<script></")]
    [InlineData("<head></head>")]
    [InlineData(" <p>")]
    [InlineData(" <br> </p>")]
    [InlineData(" <link a=b>")]
    [InlineData(" <b> </b>")]
    [InlineData("<dialog a=b></dialog> ")]
    [InlineData("                <a b=c>")]
    public void AnEndlessHeadline_CostsNoMoreThanItsLength(string piece)
    {
        var title = string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length));
        var watch = Stopwatch.StartNew();
        Assert.InRange((RssItem($"<title>{Escaped(title)}</title>").Title ?? "").Length, 0, 1000);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
    }

    private static string Escaped(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
