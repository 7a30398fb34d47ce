using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>Dates in the words of a page.</summary>
internal static partial class ShownDates
{
    private const int MaxLine = 200;

    /// <summary>The date in a line that is short enough to be a label, or null.</summary>
    public static WrittenDate? In(string line, DateTimeOffset now)
    {
        if (line.Length > MaxLine || !line.AsSpan().ContainsAnyInRange('0', '9'))
            return null;
        var match = Day().Match(line);
        if (!match.Success)
            return null;
        if (match.Value.Contains('|'))
            return WrittenDate.Parse(match.Value.Replace(" | ", ".", StringComparison.Ordinal), now);
        line = Spaced().Replace(line, ".");
        match = Day().Match(line);
        var rest = line[match.Index..Math.Min(line.Length, match.Index + match.Length + 28)];
        return WrittenDate.Parse(WithTime().Match(rest) is { Success: true } timed ? timed.Value : match.Value, now)
            ?? WrittenDate.Parse(match.Value, now);
    }

    /// <summary>True for a line that says when the page was changed.</summary>
    public static bool IsChange(string line) => Changed().IsMatch(line);

    [GeneratedRegex(
        @"(?<![\d.,/-])(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}\.\s\d{1,2}\.\s\d{1,2}(?=\.|\s|$)"
            + @"|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{1,2}\.\d{1,2}\.\d{2}(?=[,\s|]|$)"
            + @"|\d{1,2}\s\|\s\d{1,2}\s\|\s\d{4}|\d{1,2}(?:st|nd|rd|th|\.|º|er)?[\s-]+(?:de\s+"
            + @"|of\s+)?\p{L}[\p{L}\p{M}]{2,12}\.?,?[\s-]+(?:de\s+|del\s+)?\d{4}"
            + @"|\p{L}[\p{L}\p{M}]{2,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日"
            + @"|\d{4}년\s*\d{1,2}월\s*\d{1,2}일)(?!\d)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Day();

    [GeneratedRegex(
        @"^.{6,26}?(?:[\s,|•·–—-]|at|pukul|jam|um|à|às|kl\.?|a las)*(?<!\d)\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:WIB"
            + @"|WITA|WIT|UTC|GMT|CES?T|E[SD]T|P[SD]T|C[SD]T|IST|BST|[+-]\d\d:?\d\d)?",
        RegexOptions.IgnoreCase)]
    private static partial Regex WithTime();

    // "2026. 11. 29. 21:35"
    [GeneratedRegex(@"(?<=\b\d{4}(?:\.\s\d{1,2})?)\.\s(?=\d{1,2}\b)|(?<=\b\d{4}\.\s\d{1,2}\.\s\d{1,2})\.(?=\s)")]
    private static partial Regex Spaced();

    /// <summary>True for a line that says when the text was published.</summary>
    public static bool IsPublished(string line) => Published().IsMatch(line);

    [GeneratedRegex(
        @"(?:erschienen|veröffentlicht|published|posted|diterbitkan|tayang|publié|publicado"
            + @"|pubblicato|gepubliceerd|publicerad|opublikowano)"
            + @"\b\D{0,20}\d",
        RegexOptions.IgnoreCase)]
    private static partial Regex Published();

    [GeneratedRegex(
        @"updat|letzte änderung|modifi|diperbarui|aktualis|mis à jour|actualizad|atualizad|last (?:edited|changed)|geändert",
        RegexOptions.IgnoreCase)]
    private static partial Regex Changed();
}
