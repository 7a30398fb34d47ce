using System.Text.Json;
using System.Xml;
using CsCheck;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.Writing;
using static FeedHub.Syndication.Tests.Writing.Samples;

namespace FeedHub.Syndication.Tests.Writing;

/// <summary>No matter what stands in a value, every format parses strictly and all say the same.</summary>
public class HostileTextTests
{
    private static readonly string[] Texts =
    [
        "]]> <![CDATA[ x ]]>", "<script>alert(1)</script> & </title>", "&amp;nbsp; &#0; &bogus;", "a\0b\u0001c\u001F\u007F\u0080\u009F",
        "tab\tcr\rlf\ncrlf\r\nnel\u0085ls\u2028ps\u2029", "half \uD83D", "\uDE00 half", "two \uDE00\uD83D wrong way",
        "\uFFFE\uFFFF\uFFFD\uFEFF",
        "日本語と한국어和中文", "مرحبا \u202Eبالعالم\u202C שלום", "👩‍👩‍👧‍👦 🇮🇩 \U0010FFFD",
        "Z͑ͫa̴l̸g̷o", "'; DROP TABLE items; --", "{{7*7}} ${x} %s %n {0}",
        "", " ", "\u0000", "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;", "--> <!-- \\\" \\u0022",
    ];

    // By number: test cases travel as UTF-8, which would mend the very strings that are broken on purpose.
    public static TheoryData<int> Numbers => new(Enumerable.Range(0, Texts.Length));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void AnyText_InEveryPlace_IsRead(int number) => AssertReadable(Everywhere(Texts[number]));

    [Fact]
    public void RandomText_InEveryPlace_IsRead() =>
        Gen.Char.Array[0, 40].Sample(units => AssertReadable(Everywhere(new string(units))), iter: 300, threads: 1);

    [Fact]
    public void HugeContent_IsWrittenWhole()
    {
        var content = string.Concat(Enumerable.Repeat("<p>panjang sekali 👍 &amp; ]]></p>\n", 100_000));
        var bodies = FormatsAgreeTests.Bodies(Plain() with { ContentHtml = content });
        Assert.All(bodies, body => Assert.Equal(content, body));
    }

    [Theory]
    [InlineData("a\u0000\u0001b\u0092c", "abc")]
    [InlineData("a\r\nb\rc\u0085d", "a\nb\nc d")]
    [InlineData("👍 日本 \u202E", "👍 日本 \u202E")]
    public void Clean_KeepsWhatXmlCanHold(string text, string expected) => Assert.Equal(expected, SafeText.Clean(text));

    [Fact]
    public void Clean_MarksWhatWasLost() => Assert.Equal("lost ? and ?", SafeText.Clean("lost \uFFFD and \uD83D"));

    [Theory]
    [InlineData("audio/mpeg", "audio/mpeg")]
    [InlineData(" application/rss+xml ; charset=utf-8", "application/rss+xml")]
    [InlineData("audio", null)]
    [InlineData("audio/mpeg\" onload=\"", null)]
    public void MediaType_IsOneOrNone(string declared, string? expected) => Assert.Equal(expected, SafeText.MediaType(declared));

    private static MergedFeed Everywhere(string text)
    {
        var source = new EntrySource(text, text, text, text);
        return Feed(Plain() with
        {
            Id = "urn:x:" + text,
            Title = text,
            Url = "https://a.example/" + text,
            Authors = [text],
            Summary = text,
            ContentHtml = text,
            Image = new Picture(text),
            Enclosures = [new("https://a.example/?" + text, text, -1), new(text, text, 1), new("https://a.example/#" + text, text, 0)],
            Language = text,
            Categories = [new(text, text, text, 0.5, Reason.Sentence(text))],
            PublisherCategories = [text],
            Source = source,
            Also = [new(text, "https://b.example/" + text, text, source, Reason.Sentence(text)),
                new(text, text, text, source, Reason.Sentence(text))],
        }) with
        { Title = text, Description = text };
    }

    private static void AssertReadable(MergedFeed feed)
    {
        var rss = Strict(RssWriter.Write(feed)).Descendants("item").Single();
        var atom = Strict(AtomWriter.Write(feed)).Descendants(Atom + "entry").Single();
        var json = JsonDocument.Parse(JsonFeedWriter.Write(feed)).RootElement.GetProperty("items")[0];
        AssertSame(rss.Element("guid")!.Value, atom.Element(Atom + "id")!.Value, json.GetProperty("id").GetString());
        AssertSame(rss.Element("title")!.Value, atom.Element(Atom + "title")!.Value, json.GetProperty("title").GetString());
        AssertSame(
            rss.Element("link")!.Value,
            (string?)atom.Element(Atom + "link")!.Attribute("href"),
            json.GetProperty("url").GetString());
        Strict(OpmlWriter.Write(feed.Title, [new(feed.Title, feed.Entries[0].Url!, feed.Title, [feed.Title], feed.Title)]));
    }

    private static void AssertSame(string rss, string? atom, string? json)
    {
        Assert.NotEmpty(rss);
        Assert.Equal(rss, atom);
        Assert.Equal(rss, json);
        Assert.All(rss, unit => Assert.True(XmlConvert.IsXmlChar(unit) || char.IsSurrogate(unit)));
    }
}
