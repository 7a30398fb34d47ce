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
    public void TenThousandHostilePhrases_AreFoundInTimeLinearInTheText()
    {
        // Each begins like the text and only then differs, and each is the end of a longer one: trying phrase by phrase, or going
        // back in the text, would take time by the square.
        var phrases = Enumerable.Range(0, 10_000).Select(n => string.Concat(Enumerable.Repeat("a ", 1 + (n % 100))) + "b" + (n / 100))
            .ToArray();
        var finder = new PhraseFinder(phrases);
        var texts = new[] { 250_000, 1_000_000 }.Select(length => string.Concat(Enumerable.Repeat("a ", length / 2))).ToArray();

        // Four times the text: 4 if linear, 16 by the square. Other work of the machine may disturb some looks, hardly the quickest.
        var least = (Short: TimeSpan.MaxValue, Long: TimeSpan.MaxValue);
        for (var look = 0; look < 5 || (look < 50 && least.Long >= least.Short * 10); look++)
            least = (Shorter(least.Short, TimeOf(finder, texts[0])), Shorter(least.Long, TimeOf(finder, texts[1])));
        Assert.True(least.Long < least.Short * 10, $"{least.Short} for 250 kB, {least.Long} for 1 MB");
    }

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static TimeSpan TimeOf(PhraseFinder finder, string text)
    {
        var marks = finder.NoMarks();
        var started = Stopwatch.GetTimestamp();
        finder.Find(text, marks);
        Assert.DoesNotContain(true, marks);
        return Stopwatch.GetElapsedTime(started);
    }

    private static IEnumerable<string> Found(string[] phrases, string text)
    {
        var finder = new PhraseFinder(phrases);
        var marks = finder.NoMarks();
        finder.Find(text, marks);
        return phrases.Where((_, n) => finder.Has(n, marks));
    }
}
