using System.Globalization;
using System.Text;
using FeedHub.Syndication.Reading;

namespace FeedHub.Benchmarks;

/// <summary>
/// Invented news without end: the same numbers give the same item on every machine. Words follow Zipf's law over a vocabulary of
/// 60,000; one item in ten is a copy of an earlier one with another headline, a dateline and links in between.
/// </summary>
internal static class NewsText
{
    private const int Vocabulary = 60_000;
    private const int Paragraphs = 6;
    private const int WordsOfParagraph = 40;
    private const int OneCopyIn = 10;

    // Not a multiple of ten: no copy is copied.
    private const int Behind = 1003;

    private static readonly string[] Syllables = "ba ca da fa ga ha ja ka la ma na pa ra sa ta wa ya ber kan lan men per tan ung".Split(
        ' ');
    private static readonly string[] Words = [.. Enumerable.Range(0, Vocabulary).Select(Word)];
    private static readonly double[] Sums = Accumulate();

    /// <summary>True if the item of this number is a copy of the one <see cref="Behind"/> it.</summary>
    public static bool IsCopy(int number) => number > Behind && number % OneCopyIn == OneCopyIn - 1;

    /// <summary>The item of this number, as a feed would bring it; a paragraph has some 300 bytes.</summary>
    public static ParsedItem Item(int number, int paragraphs = Paragraphs)
    {
        var copy = IsCopy(number);
        var text = new Random(copy ? number - Behind : number);
        var own = new Random(number + 7);
        var html = new StringBuilder();
        for (var i = 0; i < paragraphs; i++)
        {
            html.Append("<p>").Append(copy && i == 0 ? "JAKARTA, KORAN.com - " : "").Append(Sentences(text)).Append("</p>");
            if (copy && i == 2)
                html.Append("<p>BACA JUGA: ").Append(Title(own)).Append("</p>");
        }

        return new ParsedItem { Title = Title(copy ? own : text), ContentHtml = html.ToString() };
    }

    private static string Title(Random random) => string.Join(' ', Enumerable.Range(0, 9).Select(_ => Next(random)));

    private static string Sentences(Random random)
    {
        var words = Enumerable.Range(0, WordsOfParagraph)
            .Select(i => i % 13 == 12 ? random.Next(1, 5000).ToString(CultureInfo.InvariantCulture) : Next(random))
            .ToArray();
        words[19] += '.';
        return string.Join(' ', words) + '.';
    }

    private static string Next(Random random)
    {
        var at = Array.BinarySearch(Sums, random.NextDouble() * Sums[^1]);
        return Words[Math.Min(at < 0 ? ~at : at, Vocabulary - 1)];
    }

    private static string Word(int number)
    {
        var word = new StringBuilder();
        for (var rest = number + 1; rest > 0; rest /= Syllables.Length)
            word.Append(Syllables[rest % Syllables.Length]);
        return word.ToString();
    }

    private static double[] Accumulate()
    {
        var sums = new double[Vocabulary];
        var sum = 0.0;
        for (var i = 0; i < Vocabulary; i++)
            sums[i] = sum += 1 / (i + 2.7);
        return sums;
    }
}
