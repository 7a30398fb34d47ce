using System.Diagnostics;
using CsCheck;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Syndication.Tests.Tagging;

public class PhraseFinderTests
{
    [Theory]
    [InlineData("korea utara luncurkan", "Korea Utara,utara,korea")]
    [InlineData("korea selatan", "korea")]
    [InlineData("koreautara", "")]
    [InlineData("di utara korea", "utara,korea")]
    [InlineData("korea korea utara", "Korea Utara,utara,korea")]
    [InlineData("", "")]
    public void Find_MarksThePhrasesThatStandThere(string text, string expected) =>
        Assert.Equal(expected, string.Join(',', Found(["Korea Utara", "utara", "\"korea\"", "!!!"], text).Select(p => p.Trim('"'))));

    [Fact]
    public void Find_FindsWhatASlowSearchFinds()
    {
        var word = Gen.OneOf("a", "b", "c");
        var sentence = word.Array[0, 12].Select(w => string.Join(' ', w));
        var phrase = word.Array[1, 4].Select(w => string.Join(' ', w));
        Gen.Select(phrase.Array[1, 6], sentence).Sample(
            (phrases, text) => Assert.Equal(
                phrases.Where(p => $" {text} ".Contains($" {p} ", StringComparison.Ordinal)), Found(phrases, text)),
            seed: "2Q9fNp0A67o1", iter: 5_000);
    }

    [Fact]
    public void OverlappingPhrases_DoNotSlowTheWalk()
    {
        var phrases = Enumerable.Range(1, 300).Select(n => string.Concat(Enumerable.Repeat("a ", n)) + "b").ToArray();
        var text = string.Concat(Enumerable.Repeat("a ", 500_000));
        var watch = Stopwatch.StartNew();
        Assert.Empty(Found(phrases, text));
        // Trying each phrase at each word takes 300 × 300 × 500,000 / 2 steps.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), watch.Elapsed.ToString());
    }

    private static IEnumerable<string> Found(string[] phrases, string text)
    {
        var finder = new PhraseFinder(phrases);
        var marks = finder.NoMarks();
        finder.Find(text, marks);
        return phrases.Where((_, n) => finder.Has(n, marks));
    }
}
