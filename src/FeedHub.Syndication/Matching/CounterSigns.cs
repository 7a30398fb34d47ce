using System.Collections.Frozen;
using System.Text;

namespace FeedHub.Syndication.Matching;

/// <summary>Tells quickly that folded words have no counter and no age: of most texts with numbers that is all there is to say.</summary>
internal static class CounterSigns
{
    /// <summary>What is counted, before its number; parts of an expression.</summary>
    public const string Before =
        "dibaca|dilihat|ditonton|dibagikan|views?|hits|reads?|comments?|komentar|shares?|likes?";

    /// <summary>What is counted, behind its number.</summary>
    public const string Behind =
        "views?|reads?|comments?|shares?|likes?|hits|retweets?|komentar|tayangan|pembaca|penonton|kali dibaca|kali dilihat|x dibaca|x "
            + "dilihat|dilihat|dibagikan";

    /// <summary>What ages are told in.</summary>
    public const string Units =
        "detik|menit|jam|hari|minggu|bulan|seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Befores = FirstWords(Before);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Behinds = FirstWords(Behind + "|" + Units);

    /// <summary>False where <see cref="TextDigest"/>'s expression surely finds nothing: no number has a word before it, or as one of
    /// the two words behind it (one may be a multiple, "5 rb"), that counts.</summary>
    /// <param name="words">As <see cref="Tagging.Words"/> folds them. Beyond ASCII nothing is sure.</param>
    public static bool MayBeIn(ReadOnlySpan<char> words)
    {
        if (!Ascii.IsValid(words))
            return true;
        for (var rest = words; rest.IndexOfAnyInRange('0', '9') is var digit and >= 0;)
        {
            var number = words.Length - rest.Length + digit;
            rest = After(words[number..]);
            if (Befores.Contains(Last(words[..number])) || Behinds.Contains(First(rest)) || Behinds.Contains(First(After(rest))))
                return true;
        }

        return false;
    }

    // The word before the one that goes on here.
    private static ReadOnlySpan<char> Last(ReadOnlySpan<char> words)
    {
        words = words[..(words.LastIndexOf(' ') + 1)].TrimEnd(' ');
        return words[(words.LastIndexOf(' ') + 1)..];
    }

    private static ReadOnlySpan<char> First(ReadOnlySpan<char> words) => words.IndexOf(' ') is var end and >= 0 ? words[..end] : words;

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> words) => words.IndexOf(' ') is var end and >= 0 ? words[(end + 1)..] : [];

    // "views?|kali dibaca" is "views", "view" and "kali".
    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FirstWords(string alternatives) => alternatives.Split('|')
        .Select(words => words.Split(' ')[0])
        .SelectMany(word => word.EndsWith('?') ? [word[..^1], word[..^2]] : (string[])[word])
        .ToFrozenSet(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();
}
