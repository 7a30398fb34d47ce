using System.Text.RegularExpressions;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Syndication.Grouping;

/// <summary>Why stories are of one event, in words: the names and other words that most of them have.</summary>
/// <param name="Names">Names of one to three words as they are written, those of most stories first.</param>
/// <param name="Words">Other words, in small letters, those of most stories first.</param>
public sealed partial record SharedWords(IReadOnlyList<string> Names, IReadOnlyList<string> Words)
{
    private const int MostNames = 6;
    private const int MostWords = 8;
    private const int ShortestWord = 3;

    // Words of a text that are read: stories are grouped by about as many words.
    private const int MostLooked = 70;
    private const int MostCharacters = 2000;

    // How news is told names nothing of it.
    private static readonly HashSet<string> Telling =
    [
        .. ("published publishes notice report reports reported reporting statement announced announces according "
            + "official officials local told called asked added people person time times today yesterday tomorrow week "
            + "weeks month months years days hours minutes number event events news update updated read photo video "
            + "part place near around since until early late including following menurut mengatakan menyebut menyatakan "
            + "menambahkan menjelaskan dilaporkan diterbitkan dilansir dikutip laporan keterangan pengumuman berita "
            + "kabar foto pihak orang waktu pukul jam pekan bulan kemarin besok hingga sebanyak terjadi dilakukan "
            + "berada melalui sementara sebelumnya selain terkait kembali baca halaman").Split(' '),
    ];

    /// <summary>What at least half of the stories have, and two of them in any case.</summary>
    /// <param name="stories">Titles and beginnings of texts, plain.</param>
    public static SharedWords Of(IReadOnlyCollection<(string Title, string Text)> stories)
    {
        var (said, names, written) = (new Dictionary<string, int>(), new HashSet<string>(), new Dictionary<string, string>());
        foreach (var story in stories)
        {
            var words = new HashSet<string>();
            Look(story.Title, isTitle: true, words, names, written);
            Look(story.Text, isTitle: false, words, names, written);
            foreach (var word in words)
                said[word] = said.GetValueOrDefault(word) + 1;
        }

        var shared = said.Where(word => word.Value >= Math.Max(2, (stories.Count + 1) / 2))
            .OrderByDescending(word => word.Value).ThenByDescending(word => word.Key.Contains(' ', StringComparison.Ordinal))
            .ThenBy(word => word.Key, StringComparer.Ordinal).Select(word => word.Key).ToList();
        var called = WithoutParts([.. shared.Where(names.Contains)]);
        return new(
            [.. called.Take(MostNames).Select(name => written[name])],
            [.. shared.Where(word => !names.Contains(word) && !word.Contains(' ', StringComparison.Ordinal)).Take(MostWords)]);
    }

    // Headlines may have a capital at each word: only texts tell what a name is.
    private static void Look(string text, bool isTitle, HashSet<string> words, HashSet<string> names, Dictionary<string, string> written)
    {
        var (before, end, count) = ((string?)null, 0, 0);
        var looked = text.Length > MostCharacters ? text[..MostCharacters] : text;
        foreach (var match in Word().EnumerateMatches(looked))
        {
            if (++count > MostLooked)
                break;
            var word = looked.Substring(match.Index, match.Length);
            var gap = looked.AsSpan(end, match.Index - end);
            var isName = char.IsUpper(word[0]) && !isTitle && gap is " ";
            end = match.Index + match.Length;
            before = Address().IsMatch(word) ? null : Note(word, isName, gap is " " ? before : null, words, names, written);
        }
    }

    private static string? Note(
        string word, bool isName, string? before, HashSet<string> words, HashSet<string> names, Dictionary<string, string> written)
    {
        var small = word.ToLowerInvariant();
        if (!FunctionWords.MayBeReason(small) || Telling.Contains(small) || word.Length < ShortestWord)
            return null;
        words.Add(small);
        written.TryAdd(small, word);
        if (isName && names.Add(small))
            written[small] = word;
        for (var begin = isName ? before : null; begin is not null; begin = Rest(begin))
        {
            var name = $"{begin} {word}";
            var key = name.ToLowerInvariant();
            words.Add(key);
            names.Add(key);
            written.TryAdd(key, name);
        }

        return !char.IsUpper(word[0]) ? null : before is null ? word : $"{Rest(before) ?? before} {word}";
    }

    // What stands behind the first of two words.
    private static string? Rest(string words) =>
        words.IndexOf(' ', StringComparison.Ordinal) is var space and >= 0 ? words[(space + 1)..] : null;

    private static IEnumerable<string> WithoutParts(List<string> names) => names.Where(name => !names.Exists(
        other => other.Length > name.Length && $" {other} ".Contains($" {name} ", StringComparison.Ordinal)));

    [GeneratedRegex(@"\b(?:[A-Za-z]+://|www\.)\S+|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|[-'’.,](?=[\p{L}\p{N}]))*")]
    private static partial Regex Word();

    // "example.org/news" too, but not "U.S." or the end of a sentence without a space behind it.
    [GeneratedRegex(@"://|^www\.|^[\p{L}\p{N}-]{2,}(?:\.[\p{L}\p{N}-]+)*\.[a-z]{2,}$")]
    private static partial Regex Address();
}
