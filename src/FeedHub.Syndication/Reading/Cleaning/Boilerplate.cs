using System.Text.RegularExpressions;
using FeedHub.Syndication.Reading.Html;

namespace FeedHub.Syndication.Reading.Cleaning;

/// <summary>Lines that every text of a publisher has and no article: links to others, calls to share, labels, credits.</summary>
internal static partial class Boilerplate
{
    private const int MaxLine = 300;
    private const int MaxHeadline = 160;

    /// <summary>True if the whole line is furniture.</summary>
    public static bool Is(string line) =>
        line.Length <= MaxLine && (Marked().IsMatch(line) || IsFixed(line) || Label().IsMatch(line) || Credit().IsMatch(line)
            || Calls.Is(line));

    private static bool IsFixed(string line) => Fixed().IsMatch(line) && !Calls.IsSpeech(line);

    /// <summary>"BACA JUGA:" alone: the link follows in the next line.</summary>
    public static bool IsBareMarker(string line) => Bare().IsMatch(line);

    /// <summary>True for a line that can be a link's text: short, and no sentence.</summary>
    public static bool LooksLikeHeadline(string line) => line.Length <= MaxHeadline && !line.EndsWith('.');

    /// <summary>The line without references in brackets and without a credit at its end.</summary>
    public static string Without(string line)
    {
        // Few lines have what the expressions begin with or must hold, and those look at each place of a line.
        var rest = line.AsSpan().IndexOfAny('(', '[') < 0 ? line : Bracketed().Replace(line, "");
        return Spaces.Fold(rest.Contains("appeared", StringComparison.OrdinalIgnoreCase) ? AppearedFirst().Replace(rest, "") : rest);
    }

    /// <summary>The line without an agency in brackets behind its last sentence, "(ANTARA)", and that agency.</summary>
    public static (string Kept, string? Agency) SplitAgency(string line) =>
        line is [.., ')'] or [.., ')', '.'] && Agency().Match(line) is { Success: true } match
            ? (line[..match.Index].TrimEnd(), match.Groups[1].Value)
            : (line, null);

    private const string Markers =
        "baca(?:lah)? (?:juga|lainnya|selengkapnya)|(?:simak|lihat|tonton|cek) juga|simak (?:video|breaking)|artikel terkait|berita "
            + "terkait|read (?:also|more|next)|also read|see also|related(?: articles?| stories)?|more from|lire aussi|lesen sie "
            + "auch|lea también|lees ook|leggi anche";

    [GeneratedRegex($@"^[\s\W]*(?:{Markers})\s*(?:[:：|\-–>»]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Marked();

    [GeneratedRegex($@"^[\s\W]*(?:{Markers})\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Bare();

    [GeneratedRegex(
        @"^[\s\W]*(?:the post .{1,200} (?:appeared first|first appeared) on |scroll to continue|advertisement\W*$|iklan\W*$"
            + @"|share this(?:\W*$| (?:article|story|post|page|on|via|with)\b)|like this:"
            + @"|(?:bagikan|sebarkan)(?: (?:artikel|berita|tulisan|konten|halaman)(?: ini\b.{0,160})?)?\W*$"
            + @"|continue reading|click here to|ikuti (?:kami|berita|saluran|update)|follow us(?:\W*$| (?:on|at|in)\b|\W*[:@])"
            + @"|sign up for|subscribe to|dapatkan (?:update )?berita|cek berita"
            + @"|copyright\s*(?:©|\(c\)|\d|by\b|:|all rights|\W*$)|hak cipta\s*(?:©|\(c\)|\d|dilindungi|milik|:|\W*$)"
            + @"|dilarang keras (?:meng(?:ambil|utip|gandakan)|menyalin|melakukan crawling|memper|mempublikasi|menyebarluas|mereproduksi)"
            + @"|loading\W*$|(?:baca )?selengkapnya (?:baca )?(?:di sini|di|klik)\b|simak berita (?:terbaru|lain)"
            + @"|read the (?:full|rest)|(?:this|the) (?:story|article) (?:was )?(?:originally|first) (?:appeared|published)"
            + @"|get the latest news|view (?:this post|comments)|leave a comment|comments? \(\d+\))", RegexOptions.IgnoreCase)]
    private static partial Regex Fixed();

    [GeneratedRegex(
        @"^(?:kategori|category|categories|tags?|topik|label|keywords?|kata kunci|sumber|source)\s*[:：].{0,100}$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"^\([\p{L}\p{N}/ .&*-]{1,30}\)$")]
    private static partial Regex Credit();

    // Behind a full stop or alone; inside a sentence capitals in brackets are an abbreviation.
    [GeneratedRegex(@"(?:(?<=[.!?”""]\s{0,2})|^)\((\p{Lu}{2,}(?:[ /][\p{Lu}\d]{2,})?)\)\.?$")]
    private static partial Regex Agency();

    [GeneratedRegex($@"[(\[](?:{Markers})\s*[:：][^)\]]{{1,200}}[)\]]", RegexOptions.IgnoreCase)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\s*The post .{1,200} (?:appeared first|first appeared) on [^.]{1,80}\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex AppearedFirst();
}
