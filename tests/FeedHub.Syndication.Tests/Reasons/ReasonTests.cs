using System.Text.Json;
using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Syndication.Tests.Reasons;

/// <summary>A reason is stored as a code with its arguments, and worded where it is shown.</summary>
public class ReasonTests
{
    private const string Hostile = "a|b {c} ^d ~e \\ \" %7C 'f' {0} {1*, }";

    [Fact]
    public void OneReason_IsWordedInTheLanguageOfWhoReadsIt()
    {
        var why =
            Reason.Of(ReasonCode.RuleMatched, "gempa", Reason.Of(ReasonCode.InTitle, "Gempa"), Reason.Of(ReasonCode.InText, "Sulawesi"));
        Assert.Equal("rule 'gempa' matched \"Gempa\" in the title and \"Sulawesi\" in the text", why.ToString());
        Assert.Equal(
            "aturan 'gempa' cocok dengan \"Gempa\" di judul dan \"Sulawesi\" di teks",
            Reason.FromStored(why.Stored).In(ReasonLanguage.Indonesian));
    }

    [Fact]
    public void ANumber_IsWrittenAsTheLanguageWritesIt_AndATextStaysAsItIs()
    {
        var why = Reason.Of(
            ReasonCode.Compared, ReasonCode.SameText, "0.97", "1,250.5", ReasonCode.HeadlinesAlike, "0.80", ReasonCode.NumbersAgree,
            ReasonCode.SameSource);
        Assert.Equal(
            "same text (0.97): 1,250.5 % of the shorter text is in both, headlines alike (0.80), numbers agree, from the same source",
            why.ToString());
        Assert.Equal(
            "teks sama (0,97): 1.250,5% dari teks yang lebih pendek ada di keduanya, judul mirip (0,80), angka cocok, dari sumber yang sama",
            why.In(ReasonLanguage.Indonesian));
        Assert.Equal("kategori penerbit 'v0.97'", Reason.Of(ReasonCode.PublishersCategory, "v0.97").In(ReasonLanguage.Indonesian));
    }

    [Theory]
    [InlineData("")]
    [InlineData("|")]
    [InlineData("^")]
    [InlineData("}{")]
    [InlineData("~SetByEditor")]
    [InlineData("{SetByEditor}")]
    [InlineData("first line\nsecond\u0000line\ud83d")]
    [InlineData(Hostile)]
    public void WhatAStrangerWrote_ComesBackAsItWasWritten_AndIsNeverReadAsACode(string written)
    {
        var one = Reason.FromStored(Reason.Of(ReasonCode.PublishersCategory, written).Stored);
        Assert.Equal($"publisher category '{written}'", one.ToString());
        var nested =
            Reason.FromStored(Reason.Of(ReasonCode.InLeaningSource, Reason.Of(ReasonCode.SomeWords, written, "b", written)).Stored);
        Assert.Equal($"the words '{written}', 'b', '{written}', in a source that often writes of it", nested.ToString());
        Assert.Equal(nested, nested.Select(text => text));
        Assert.Equal(written, Reason.FromStored(Reason.Sentence(written).Stored).ToString());
    }

    [Theory]
    [InlineData("the old sentence of a row, with {braces} | and ^")]
    [InlineData("~NoSuchCode|a")]
    [InlineData("~")]
    [InlineData("~3")]
    [InlineData("~SetByEditor,SameAddress")]
    [InlineData("~SomeWords|a}")]
    [InlineData("~InLeaningSource|{SomeWords|a")]
    [InlineData("~InLeaningSource|{NoSuchCode}")]
    [InlineData("~InLeaningSource|{SetByEditor}more")]
    public void WhatIsNotWrittenAsACode_IsShownAsItIsStored(string stored)
    {
        foreach (var language in (ReasonLanguage[])[ReasonLanguage.English, ReasonLanguage.Indonesian])
            Assert.Equal(stored, Reason.FromStored(stored).In(language));
        Assert.Null(Reason.FromStored(stored).Code);
        Assert.Equal(stored, Reason.FromStored(stored).Select(text => text).ToString());
    }

    [Fact]
    public void ReasonsInReasons_AreReadToABoundedDepth()
    {
        var stored = "~InLeaningSource" + string.Concat(Enumerable.Repeat("|{InLeaningSource", 100_000)) + new string('}', 100_000);
        Assert.Equal(stored, Reason.FromStored(stored).ToString());
    }

    [Theory]
    [InlineData(400)]
    [InlineData(90)]
    [InlineData(40)]
    public void ALongReason_LosesTextAndNotItsCode(int max)
    {
        var why = Reason.Of(
            ReasonCode.RuleMatched, "x", Reason.Of(ReasonCode.InTitle, new string('|', 5000)), Reason.Of(ReasonCode.InText, "kurz"));
        var cut = Reason.FromStored(why.Within(max).Stored);
        Assert.InRange(cut.ToString().Length, 1, max);
        Assert.InRange(cut.Stored.Length, 1, (2 * max) + 60);
        Assert.Equal(max >= 90 ? ReasonCode.RuleMatched : null, cut.Code);
        if (max >= 90)
            Assert.EndsWith("…\" in the title and \"kurz\" in the text", cut.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AShortReason_IsNotCut()
    {
        var why = Reason.Of(ReasonCode.SetByEditor);
        Assert.Same(why, why.Within(16));
        Assert.Equal("set by an edit…", why.Within(15).ToString());
    }

    [Fact]
    public void AnArgumentThatIsMissing_IsEmpty() => Assert.Equal("rule '' matched ", Reason.FromStored("~RuleMatched").ToString());

    [Fact]
    public void AnAnswerToAProgram_HasTheEnglishWords() => Assert.Equal(
        """{"Slug":"a","Confidence":1,"Why":"set by an editor"}""",
        JsonSerializer.Serialize(new Tag("a", 1, Reason.Of(ReasonCode.SetByEditor))));
}
