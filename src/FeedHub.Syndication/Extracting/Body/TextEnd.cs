using System.Text.RegularExpressions;
using FeedHub.Syndication.Extracting.Facts;
using FeedHub.Syndication.Extracting.Pages;

namespace FeedHub.Syndication.Extracting.Body;

/// <summary>What stands below texts and is not text: heads of comments, counts, thanks, tags, who wrote it. Among the paragraphs the same
/// words stay.</summary>
internal static partial class TextEnd
{
    private const int MaxLine = 240;

    /// <summary>Marks such lines as dropped, from the last one up to the first that is text.</summary>
    /// <param name="lines">The article's lines.</param>
    /// <param name="sure">Those that the page declares as text.</param>
    public static void Drop(IReadOnlyList<PageLine> lines, HashSet<PageLine> sure)
    {
        for (var at = lines.Count - 1; at >= 0; at--)
        {
            if (lines[at].IsDropped || Furniture.IsInitials(lines[at].Text))
                continue;
            if (sure.Contains(lines[at]) || (!Is(lines[at].Text) && !Credits.IsPair(lines, at)))
                return;
            lines[at].IsDropped = true;
        }
    }

    private static bool Is(string line) =>
        line.Length <= MaxLine && (Talk().IsMatch(line) || Count().IsMatch(line) || Remark().IsMatch(line) || Credits.IsLine(line));

    [GeneratedRegex(
        @"^\W*(?:(?:\d+ )?(?:komentar|comments?)\W*$|(?:belum ada|tulis|tinggalkan|beri(?:kan)?|kirim) komentar\b"
            + @"|jadilah yang pertama\b|no comments? yet|leave a (?:reply|comment)|be the first to comment"
            + @"|apa reaksi (?:anda|kamu)|what.s your reaction|(?:bagikan|share|sebarkan)\s*:.{0,60}$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Talk();

    [GeneratedRegex(
        @"^\W*(?:(?:dibaca|dilihat|views?|viewed)\s*:?\s*[\d.,]+\s*(?:kali|x|times)?"
            + @"|[\d.,]+\s*(?:kali |x )?(?:dibaca|dilihat|views?))\W*$|^(?:#\w+[\s,]*)+$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Count();

    [GeneratedRegex(
        @"^\W*(?:(?:lihat|baca) .{0,40}\b(?:selengkapnya|asli)\W*$|google news\s*[:：]"
            + @"|sumber (?:berita|artikel|tulisan|foto|gambar)\s*[:：]"
            + @"|(?:terima ?kasih|thanks?(?: you)?) (?:telah|sudah|for) (?:membaca|menyimak|reading)\b"
            + @"|penulis adalah\b|(?:penafian|disclaimer)\s*[:：]"
            + @"|berlangganan\b.*\b(?:surel|email|newsletter|buletin|notifikasi|koran digital)\b"
            + @"|yuk\b.*\bdi\s+\S+$|dok(?:umentasi)?\b[.:\s/]+\p{Lu}[^.]{0,60}$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Remark();
}
