using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace FeedHub.Storage.Statements.Search;

/// <summary>
/// Cuts a text into the words that SQLite's tokeniser <c>unicode61 remove_diacritics 2</c> cuts it into, for an engine that takes finished
/// words: so every engine finds the same stories by the same query.
/// </summary>
internal static class Lexemes
{
    /// <summary>Most bytes of one word; the rest of a longer one is left out, in the index as in a query. PostgreSQL takes 2,046.</summary>
    private const int LongestWord = 2000;

    /// <summary>Most bytes of what is stored of one story: PostgreSQL takes a megabyte of words and places.</summary>
    private const int LongestStory = 900_000;

    /// <summary>Places that PostgreSQL tells from each other: what is behind the last one is found, but not as part of a phrase.</summary>
    private const int MostPlaces = 16_383;

    /// <summary>Most places of one word in one story.</summary>
    private const int MostPlacesOfAWord = 255;

    /// <summary>The one Latin letter whose accents the tokeniser leaves.</summary>
    private const int SmallAWithDotAndMacron = 0x1E1;

    // Case folding takes these for other letters (C and S of Unicode's CaseFolding.txt), which making them small does not.
    private static readonly FrozenDictionary<int, char> OtherForms = new Dictionary<int, char>
    {
        ['µ'] = 'μ', ['ſ'] = 's', ['ẛ'] = 's', ['İ'] = 'i', ['ς'] = 'σ', ['ϐ'] = 'β', ['ϑ'] = 'θ', ['ϕ'] = 'φ', ['ϖ'] = 'π', ['ϰ'] = 'κ',
        ['ϱ'] = 'ρ', ['ϵ'] = 'ε', [0x1FBE] = 'ι',
    }.ToFrozenDictionary();

    /// <summary>The words with their places, as PostgreSQL reads a <c>tsvector</c>: <c>'word':1,7 'other':2</c>.</summary>
    public static string Of(string text)
    {
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var (place, length) = (0, 0);
        foreach (var word in Words(text))
        {
            place = Math.Min(place + 1, MostPlaces);
            if (!places.TryGetValue(word, out var known))
            {
                length += Encoding.UTF8.GetByteCount(word) + 8;
                places.Add(word, known = []);
            }

            if ((length += 2) > LongestStory)
                break;

            if (known.Count < MostPlacesOfAWord && (known.Count == 0 || known[^1] != place))
                known.Add(place);
        }

        return string.Join(' ', places.Select(word => $"'{word.Key}':{string.Join(',', word.Value)}"));
    }

    /// <summary>Words that stand one behind the other, as PostgreSQL reads a <c>tsquery</c>: <c>'two' &lt;-&gt; 'words':*</c>.</summary>
    public static string Phrase(string text, bool isPrefix) =>
        $"({string.Join(" <-> ", Words(text).Select(word => $"'{word}'"))}{(isPrefix ? ":*" : "")})";

    /// <summary>The words, folded, in their order.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsOfWord(rune))
                word.Append(Folded(rune));
            else if (word.Length > 0 && !IsAccent(rune))
                yield return Ended(word);
        }

        if (word.Length > 0)
            yield return Ended(word);
    }

    private static string Ended(StringBuilder word)
    {
        var ended = word.ToString();
        word.Clear();
        if (Encoding.UTF8.GetByteCount(ended) <= LongestWord)
            return ended;
        var bytes = 0;
        return string.Concat(ended.EnumerateRunes().TakeWhile(rune => (bytes += rune.Utf8SequenceLength) <= LongestWord));
    }

    private static bool IsOfWord(Rune rune) =>
        Rune.IsLetter(rune) || Rune.IsNumber(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.PrivateUse;

    // The accents that the tokeniser passes over inside a word, a bit each from U+0300 (sqlite3Fts5UnicodeIsdiacritic in fts5_unicode2.c).
    private static bool IsAccent(Rune rune) => rune.Value - 0x300 is >= 0 and <= 49 and var bit && (0x000361F8_08029FDFL >> bit & 1) == 1;

    // Accents are taken from Latin letters alone.
    private static Rune Folded(Rune rune)
    {
        var lower = OtherForms.TryGetValue(rune.Value, out var usual) ? new Rune(usual) : Rune.ToLowerInvariant(rune);
        if (lower.Value is < 0xC0 or > 0x1EFF or SmallAWithDotAndMacron)
            return lower;
        var letter = lower.ToString().Normalize(NormalizationForm.FormD)[0];
        return char.IsAsciiLetter(letter) ? new(letter) : lower;
    }
}
