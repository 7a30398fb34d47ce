using System.Text.RegularExpressions;
using FeedHub.Syndication.Extracting.Pages;
using FeedHub.Syndication.Reading.Cleaning;

namespace FeedHub.Syndication.Extracting.Body;

/// <summary>Lines among the paragraphs that lead to other texts, as their links tell: "Baca juga …", and what follows "BACA JUGA"
/// alone.</summary>
internal static partial class ReadAlso
{
    private const double SomeLink = 0.3;
    private const double AllLink = 0.8;

    /// <summary>Marks them as dropped.</summary>
    public static void Drop(IReadOnlyList<PageLine> lines)
    {
        foreach (var (at, line) in lines.Index())
        {
            line.IsDropped |= line.LinkShare > SomeLink && Lead().IsMatch(line.Text);
            if (Boilerplate.IsBareMarker(line.Text))
                DropBelow(lines, at + 1);
        }
    }

    // Links, or one headline without.
    private static void DropBelow(IReadOnlyList<PageLine> lines, int at)
    {
        if (at < lines.Count && IsHeadline(lines[at]))
            lines[at].IsDropped = true;
        for (; at < lines.Count && lines[at].LinkShare > AllLink; at++)
            lines[at].IsDropped = true;
    }

    private static bool IsHeadline(PageLine line) => line.LinkShare == 0 && line.Block.Name is "p" or "div" or "td" or "blockquote"
        && Boilerplate.LooksLikeHeadline(line.Text) && !Sieve.IsText(line);

    [GeneratedRegex(
        @"^\W*(?:(?:baca(?:lah)?|simak|lihat|tonton|saksikan|dengarkan|klik|cek|ikuti) (?:juga|pula)|baca|(?:read|see|watch|listen)\s+also"
            + @"|also read)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Lead();
}
