using System.Text.RegularExpressions;

namespace FeedHub.Publishing.Pages;

/// <summary>The reasons that matching and tagging give, in the reader's language. They are stored in English.</summary>
internal static partial class Reason
{
    private static readonly (Regex English, string Indonesian)[] Sentences =
    [
        (SameText(), "teks sama ($1): $2 % dari teks yang lebih pendek ada di keduanya, $3"),
        (SameAddress(), "alamat sama"),
        (Began(), "memulai berita ini"),
        (Joined(), "digabungkan oleh admin"),
        (Editor(), "ditetapkan oleh editor"),
        (SourcesOwn(), "kategori sumber itu sendiri"),
        (PublishersCategory(), "kategori penerbit '$1'"),
        (AllText(), "teks secara keseluruhan"),
        (OneWord(), "kata $1"),
        (SomeWords(), "kata-kata $1"),
        (RuleMatched(), "aturan '$1' cocok dengan $2"),
        (RuleHolds(), "aturan '$1' berlaku untuk semua butir sumber ini"),
        (RuleExcludes(), "aturan '$1' cocok: tidak ada kata yang dikecualikannya"),
        (HabitCategory(), "pada sumber ini, $1 adalah $2 di $3 dari $4 butir"),
    ];

    private static readonly (string English, string Indonesian)[] Parts =
    [
        ("headlines partly alike", "judul agak mirip"), ("headlines alike", "judul mirip"), ("headlines differ", "judul berbeda"),
        ("numbers agree", "angka cocok"), ("one number differs", "satu angka berbeda"), ("numbers differ", "angka berbeda"),
        ("each names what the other does not", "masing-masing menyebut yang tidak disebut yang lain"),
        ("from the same source", "dari sumber yang sama"),
    ];

    private static readonly (string English, string Indonesian)[] Fields =
    [
        (" in the title", " di judul"), (" in the text", " di teks"), (" in the address", " di alamat"),
        (" in the author's name", " di nama penulis"),
        (" in the publisher's category", " di kategori penerbit"), (" and \"", " dan \""),
    ];

    private static readonly (string English, string Indonesian)[] Places
        = [("category '", "kategori '"), ("section ", "rubrik "), ("subdomain '", "subdomain '")];

    /// <summary>The reason in the page's language; null where there are no words for it there.</summary>
    public static string? In(PageText text, string why)
    {
        if (text.Language == "en")
            return why;
        foreach (var (english, indonesian) in Sentences)
        {
            if (english.Match(why) is { Success: true } match)
                return match.Result(Translated(indonesian, match));
        }

        return null;
    }

    // What publishers and readers wrote stays as it is; only words of ours around it are translated.
    private static string Translated(string sentence, Match match) => sentence switch
    {
        _ when sentence.EndsWith(", $3", StringComparison.Ordinal) => sentence.Replace(
            "$3",
            Escaped(Replaced(match.Groups[3].Value, Parts)),
            StringComparison.Ordinal),
        _ when sentence.EndsWith("dengan $2", StringComparison.Ordinal) => sentence.Replace(
            "$2",
            Escaped(Replaced(match.Groups[2].Value, Fields)),
            StringComparison.Ordinal),
        _ when sentence.StartsWith("pada sumber", StringComparison.Ordinal) => sentence.Replace(
            "$1",
            Escaped(Replaced(match.Groups[1].Value, Places)),
            StringComparison.Ordinal),
        _ => sentence,
    };

    private static string Escaped(string text) => text.Replace("$", "$$", StringComparison.Ordinal);

    private static string Replaced(string text, (string English, string Indonesian)[] words) =>
        words.Aggregate(text, (said, pair) => said.Replace(pair.English, pair.Indonesian, StringComparison.Ordinal));

    [GeneratedRegex(@"^same text \(([\d.]+)\): (\d+) % of the shorter text is in both, (.+)$")]
    private static partial Regex SameText();

    [GeneratedRegex("^same address$")]
    private static partial Regex SameAddress();

    [GeneratedRegex("^began the story$")]
    private static partial Regex Began();

    [GeneratedRegex("^joined by an admin$")]
    private static partial Regex Joined();

    [GeneratedRegex("^set by an editor$")]
    private static partial Regex Editor();

    [GeneratedRegex("^the source's own category$")]
    private static partial Regex SourcesOwn();

    [GeneratedRegex("^publisher category '(.*)'$")]
    private static partial Regex PublishersCategory();

    [GeneratedRegex("^the text as a whole$")]
    private static partial Regex AllText();

    [GeneratedRegex("^the word ('.*')$")]
    private static partial Regex OneWord();

    [GeneratedRegex("^the words ('.*')$")]
    private static partial Regex SomeWords();

    [GeneratedRegex(@"^rule '([^']*)' matched (.+)$")]
    private static partial Regex RuleMatched();

    [GeneratedRegex("^rule '([^']*)' holds for every item of this source$")]
    private static partial Regex RuleHolds();

    [GeneratedRegex("^rule '([^']*)' matched: none of the words it excludes$")]
    private static partial Regex RuleExcludes();

    [GeneratedRegex(@"^this source's (.+) was (\S+) in (\d+) of (\d+) items$")]
    private static partial Regex HabitCategory();
}
