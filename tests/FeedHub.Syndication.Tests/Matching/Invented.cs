namespace FeedHub.Syndication.Tests.Matching;

/// <summary>As many different articles as wanted, of invented words; the same ones at every run.</summary>
internal static class Invented
{
    private static readonly string[] Syllables = "ba ca da fa ga ha ja ka la ma na pa ra sa ta wa ya ber kan lan men per tan ung".Split(
        ' ');

    public static List<Article> Stories(int count)
    {
        var random = new Random(5);
        return [.. Enumerable.Range(0, count).Select(_ => new Article(Words(random, 8), Words(random, 140)))];
    }

    // A quarter are the same few words everywhere, as in any language.
    private static string Words(Random random, int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(_ => Word(random.Next(4) == 0 ? random.Next(40) : random.Next(20_000))));

    private static string Word(int number)
    {
        var word = "";
        for (var rest = number + 1; rest > 0; rest /= Syllables.Length)
            word += Syllables[rest % Syllables.Length];
        return word;
    }
}
