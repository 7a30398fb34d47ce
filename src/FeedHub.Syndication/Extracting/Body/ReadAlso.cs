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
            + @"|also read|leia (?:também|mais)|veja (?:também|mais)|lea también|lee también|leggi anche|lire aussi|à lire aussi"
            + @"|lesen sie (?:auch|mehr)|lees ook|læs også|les også|läs (?:också|även)|czytaj (?:też|także|więcej)|zobacz (?:też|także)"
            + @"|čtěte (?:také|též|dále)|citește și|olvassa el|lue myös|[iİ]lg[iİ]l[iİ] haber|bunu da oku|xem thêm|đọc thêm"
            + @"|(?:читайте|смотрите|дивіться|прочетете|вижте) (?:также|також|ещё|еще|още|и)"
            + @"|(?:διαβάστε|δείτε) (?:επίσης|ακόμα|ακόμη|περισσότερα)"
            + @"|(?:اقرأ|إقرأ|اقرؤوا|شاهد|طالع) (?:[أا]يض[\p{L}\p{M}]*|المزيد)|(?:همچنین|بیشتر) بخوانید"
            + @"|(?:קראו|ראו) (?:גם|עוד)|(?:यह|ये) भी पढ़ें"
            + @"|یہ بھی پڑھیں|আরও পড়ুন|อ่านเพิ่มเติม|延伸[阅閱][读讀]|相[关關](?:阅读|閱讀|新闻|新聞)|関連記事|あわせて読みたい|관련 ?기사)(?![\p{L}\p{M}])",
        RegexOptions.IgnoreCase)]
    private static partial Regex Lead();
}
