using System.Collections.Frozen;
using System.Text;

namespace FeedHub.Syndication.Matching;

/// <summary>Tells quickly that folded words have no counter and no age: of most texts with numbers that is all there is to say.</summary>
internal static class CounterSigns
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Befores =
        Set("dibaca dilihat ditonton dibagikan view views hits read reads comment comments komentar share shares");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Afters = Set(
        "view views read reads comment comments share shares like likes hits retweet retweets komentar tayangan pembaca kali x dilihat "
            + "dibagikan detik menit jam hari minggu bulan second seconds sec secs minute minutes min mins hour hours hr hrs day days week "
            + "weeks month months");

    /// <summary>False where <see cref="TextDigest"/>'s expression surely finds nothing: no number has a word before it, or as one of the two
    /// words behind it (one may be a multiple, "5 rb"), that counts.</summary>
    /// <param name="words">As <see cref="Tagging.Words"/> folds them. Beyond ASCII nothing is sure.</param>
    public static bool MayBeIn(ReadOnlySpan<char> words)
    {
        if (!Ascii.IsValid(words))
            return true;
        for (var rest = words; rest.IndexOfAnyInRange('0', '9') is var digit and >= 0;)
        {
            var number = words.Length - rest.Length + digit;
            rest = After(words[number..]);
            if (Befores.Contains(Before(words[..number])) || Afters.Contains(First(rest)) || Afters.Contains(First(After(rest))))
                return true;
        }

        return false;
    }

    // The word before the one that goes on here.
    private static ReadOnlySpan<char> Before(ReadOnlySpan<char> words)
    {
        words = words[..(words.LastIndexOf(' ') + 1)].TrimEnd(' ');
        return words[(words.LastIndexOf(' ') + 1)..];
    }

    private static ReadOnlySpan<char> First(ReadOnlySpan<char> words) => words.IndexOf(' ') is var end and >= 0 ? words[..end] : words;

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> words) => words.IndexOf(' ') is var end and >= 0 ? words[(end + 1)..] : [];

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
