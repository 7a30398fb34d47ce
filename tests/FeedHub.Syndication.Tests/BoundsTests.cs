using System.Globalization;
using System.Text;
using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Tests;

public class BoundsTests
{
    private const string Family = "👩‍👩‍👧‍👦";

    [Fact]
    public void ATextThatFits_StaysAsItIs() => Assert.Equal(new string('k', 1000), Bounds.Cut(new string('k', 1000)));

    [Fact]
    public void ALongText_IsCutWithAnEllipsisWithinTheBound()
    {
        var cut = Bounds.Cut(new string('k', 1001));
        Assert.Equal(new string('k', 999) + "…", cut);
    }

    [Theory]
    [InlineData("🦆")]
    [InlineData(Family)]
    [InlineData("e\u0301")]
    [InlineData("नि")]
    [InlineData("\r\n.")]
    public void WhatPeopleSeeAsOneCharacter_IsNotSplit(string character)
    {
        for (var before = 0; before < character.Length + 1; before++)
        {
            var text = new string('a', before) + string.Concat(Enumerable.Repeat(character, 900));
            var cut = Bounds.Cut(text);
            Assert.InRange(cut.Length, 1000 - Family.Length - 1, 1000);
            var whole = StringInfo.ParseCombiningCharacters(text).Append(text.Length);
            Assert.Contains(cut.Length - 1, whole);
            Assert.StartsWith(cut[..^1], text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AMountainOfMarksOnOneLetter_IsCutToo_AndNoPairIsSplit()
    {
        var marks = Bounds.Cut("Z" + new string('\u0335', 500_000));
        Assert.Equal(1000, marks.Length);
        var pairs = Bounds.Cut("ZZ" + string.Concat(Enumerable.Repeat("\U0001D165", 500_000)));
        Assert.InRange(pairs.Length, 998, 1000);
        Assert.False(char.IsHighSurrogate(pairs[^2]));
    }

    [Fact]
    public void ALongId_IsItsHash_TheSameForTheSameIdAlone_AndStaysSo()
    {
        var one = Bounds.Id(new string('i', 200_000) + "1")!;
        Assert.Matches("^sha256:[0-9a-f]{64}$", one);
        Assert.Equal(one, Bounds.Id(new string('i', 200_000) + "1"));
        Assert.NotEqual(one, Bounds.Id(new string('i', 200_000) + "2"));
        Assert.Equal(one, Bounds.Id(one));
        Assert.Equal("tag:a.example,2026:7", Bounds.Id("tag:a.example,2026:7"));
        Assert.Null(Bounds.Id(null));
    }

    [Theory]
    [InlineData("<p>one</p><p>two</p>", 15, "<p>one</p><p>tw")]
    [InlineData("<p>one</p><p>two</p>", 12, "<p>one</p>")]
    [InlineData("<p>one &amp; two</p>", 10, "<p>one ")]
    [InlineData("<p>one &amp; two</p>", 12, "<p>one &amp;")]
    [InlineData("a & b; and so on, for longer than a reference can be", 45, "a & b; and so on, for longer than a reference")]
    [InlineData("日本語", 8, "日本")]
    [InlineData("ab🦆cd", 5, "ab")]
    public void Markup_IsCutBeforeTheTagReferenceOrCharacterThatDoesNotFit(string html, int bytes, string expected)
    {
        var cut = Bounds.Markup(html, bytes);
        Assert.Equal(expected, cut);
        Assert.True(Encoding.UTF8.GetByteCount(cut) <= bytes);
    }

    [Fact]
    public void Lists_KeepTheirFirstHundred() =>
        Assert.Equal(
            Enumerable.Range(0, 100).Select(n => $"https://f.example/{n}"),
            Bounds.Files(Enumerable.Range(0, 9000).Select(n => new Enclosure($"https://f.example/{n}", null, null))).Select(f => f.Url));
}
