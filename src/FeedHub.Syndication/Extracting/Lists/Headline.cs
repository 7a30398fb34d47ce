using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Extracting.Lists;

/// <summary>How much a text looks like a headline.</summary>
internal static partial class Headline
{
    /// <summary>Longest headline, in UTF-16 units; what is longer is a paragraph.</summary>
    public const int Longest = 300;

    /// <summary>From 0, no headline, to 4.</summary>
    public static int Score(string text)
    {
        if (text.Length > Longest || !text.Any(char.IsLetter) || IsNone(text))
            return 0;
        var words = text.Split(' ').Count(word => word.Any(char.IsLetterOrDigit));
        var units = Math.Max(words, text.Count(IsIdeograph) / 2);
        return units switch { >= 6 => 4, 5 => 3, 4 => 3, 3 => 2, 2 => 1, _ => 0 };
    }

    private static bool IsNone(string text) => Command().IsMatch(text) || Word().IsMatch(text) || Day().IsMatch(text);

    // Chinese, Japanese and Thai write no spaces.
    private static bool IsIdeograph(char c) =>
        c is (>= '\u3040' and <= '\u9FFF') or (>= '\u0E00' and <= '\u0E7F') or (>= '\uAC00' and <= '\uD7A3');

    // What a reader is asked to do, or told about the list.
    [GeneratedRegex(
        @"^\W*(?:read (?:more|full|the full|(?:the |this )?(?:article|story|post))"
        + @"|baca (?:selengkapnya|juga|lainnya)|lihat (?:semua|lainnya|selengkapnya)|(?:see|view|show"
        + @"|load) "
        + @"(?:all|more)|muat (?:lebih|lainnya)|skip to|click here|klik (?:di sini|disini)|follow us|ikuti kami"
        + @"|halaman (?:selanjutnya|berikutnya)|sign (?:in|up)"
        + @"|lire la suite|leer más)\b\W*(?:\w+\W*){0,4}$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Command();

    // "29 November 2026, 10:05".
    [GeneratedRegex(
        @"^\W*(?:\p{L}+,?\s+)?(?:\d{1,2}\W+\p{L}+|\p{L}+\W+\d{1,2}|\d{1,4}\W\d{1,2})\W+\d{2,4}"
        + @"(?:\W+\d{1,2}[:.]\d{2}.{0,10})?\W*$")]
    private static partial Regex Day();

    [GeneratedRegex(
        @"^\W*(?:\d+\s+)?(?:selengkapnya|lainnya|more|next|previous|prev|berikutnya|sebelumnya|home|beranda|share|bagikan"
        + @"|comments?|komentar|subscribe|log ?in|daftar|masuk|weiterlesen|mehr|download|iklan|advertisement|kommentare)\W*(?:\w+\W*)?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Word();
}
