using FeedHub.Syndication.Extracting.Pages;

namespace FeedHub.Syndication.Extracting.Body;

/// <summary>An article's text as its page declares it for machines (schema.org, <c>articleBody</c>): it tells which lines are the
/// article's.</summary>
internal sealed class DeclaredText
{
    // Words that make a shingle: fewer are in any text by chance.
    private const int Run = 4;

    private readonly HashSet<int> _shingles = [];
    private readonly string _key;

    public DeclaredText(string text)
    {
        var words = Words(text);
        for (var at = 0; at + Run <= words.Count; at++)
            _shingles.Add(Shingle(words, at));
        Length = text.Length;
        _key = string.Concat(words);
    }

    /// <summary>Its length in characters.</summary>
    public int Length { get; }

    /// <summary>True if the line stands in it, but for a word or two.</summary>
    public bool Has(PageLine line) => Share(line) >= 0.7;

    /// <summary>How much of the line stands in it, from 0 to 1.</summary>
    public double Share(PageLine line)
    {
        var words = Words(line.Text);
        if (words.Count < Run + 1)
            return words.Count > 0 && _key.Contains(string.Concat(words), StringComparison.Ordinal) ? 1 : 0;
        var found = 0;
        for (var at = 0; at + Run <= words.Count; at++)
            found += _shingles.Contains(Shingle(words, at)) ? 1 : 0;
        return (double)found / (words.Count - Run + 1);
    }

    private static int Shingle(List<string> words, int at) => HashCode.Combine(words[at], words[at + 1], words[at + 2], words[at + 3]);

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var from = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at]))
                at++;
            if (at > from)
                words.Add(text[from..at].ToUpperInvariant());
            else
                at++;
        }

        return words;
    }
}
