using System.Text.RegularExpressions;
using FeedHub.Syndication.Reading.Cleaning;
using FeedHub.Syndication.Reading.Dates;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>Dates in the words of a page.</summary>
internal static partial class ShownDates
{
    private const int MaxLine = 200;

    /// <summary>The date in a line that is short enough to be a label, or null.</summary>
    public static WrittenDate? In(string line, DateTimeOffset now)
    {
        if (line.Length > MaxLine)
            return null;
        line = OtherDigits.Normalise(line);
        if (!line.AsSpan().ContainsAnyInRange('0', '9'))
            return null;
        if (OfIndonesia().IsMatch(line))
            line = ShortYear().Replace(line, "$1/20$2");
        line = OfPublication(line);
        return (Day().Match(line) is { Success: true } match ? In(line, match, now) : Short(line, now)) is { } date
            ? date with { IsOfChange = IsChange(line) } : null;
    }

    // "Last updated: 25 November 2026 | Published: 20 November 2026", and the other way round.
    private static string OfPublication(string line)
    {
        if (!Changed().IsMatch(line) || Day().Matches(line) is not [var first, _, ..])
            return line;
        if (Published().Match(line) is { Success: true, Index: > 0 } label && label.Index > first.Index)
            return line[label.Index..];
        return Changed().Match(line) is { } change && change.Index > first.Index ? line[..change.Index] : line;
    }

    /// <summary>True for a line with a day in it.</summary>
    public static bool HasDay(string line) => line.Length <= MaxLine && Day().IsMatch(line);

    /// <summary>True for a line that tells when it was published or changed, and nothing else.</summary>
    public static bool IsAlone(string line) => line.Length <= MaxLine && Day().IsMatch(line) && Label().IsMatch(line)
        && Bar().Split(line).All(part => part.Length == 0 || DateAlone.Is(Label().Replace(part, "")));

    [GeneratedRegex(@"\s*[|•·;]\s*|\s[–—-]\s")]
    private static partial Regex Bar();

    [GeneratedRegex(
        @"^\W*(?:(?:originally|first|last|terakhir) )?(?:published|posted|updated|modified|created|diterbitkan|dipublikasikan|terbit|tayang"
            + @"|dimuat|diperbarui|diupdate|diubah|dibuat|update|publish|publikasi|tanggal)\b(?:\s+(?:on|at|pada|tanggal))*\s*:?\s*",
        RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    private static WrittenDate? In(string line, Match match, DateTimeOffset now)
    {
        if (match.Value.Contains('|'))
            return WrittenDate.Parse(match.Value.Replace(" | ", ".", StringComparison.Ordinal), now);
        line = Spaced().Replace(line, ".");
        match = Day().Match(line);
        var rest = line[match.Index..Math.Min(line.Length, match.Index + match.Length + 28)];
        return WrittenDate.Parse(WithTime().Match(rest) is { Success: true } timed ? timed.Value : Before(line, match), now)
            ?? WrittenDate.Parse(match.Value, now);
    }

    // "20:49, 5 Aug 2026"
    private static string Before(string line, Match day) =>
        TimeBefore().Match(line[..day.Index]) is { Success: true } time ? $"{day.Value} {time.Groups[1].Value}" : day.Value;

    // "Published on 01/25/26": only where it is said to be a date, and in the one order that it can have.
    private static WrittenDate? Short(string line, DateTimeOffset now) =>
        (IsPublished(line) || IsChange(line)) && ShortDay().Match(line) is { Success: true } day
            ? WrittenDate.Parse($"20{day.Groups[3].Value}-{day.Groups[1].Value}-{day.Groups[2].Value}", now) : null;

    /// <summary>The date that a text begins with, behind its place: "Jakarta, 12 November 2026 - …"; or null.</summary>
    public static WrittenDate? Dateline(string text, DateTimeOffset now)
    {
        var head = text[..Math.Min(text.Length, 60)];
        return Day().Match(head) is { Success: true } day && Place().IsMatch(head[..day.Index])
            && DayEnd().IsMatch(head[(day.Index + day.Length)..]) ? WrittenDate.Parse(day.Value, now) : null;
    }

    /// <summary>True for a line that says when the page was changed.</summary>
    public static bool IsChange(string line) => Changed().IsMatch(line);

    [GeneratedRegex(
        @"(?<![\d.,/-])(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}\.\s\d{1,2}\.\s\d{1,2}(?=\.|\s|$)"
            + @"|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{1,2}\.\d{1,2}\.\d{2}(?=[,\s|]|$)"
            + @"|\d{1,2}\s\|\s\d{1,2}\s\|\s\d{4}|\d{1,2}(?:st|nd|rd|th|\.|º|er)?[\s-]+(?:de\s+"
            + @"|of\s+)?(?:\p{L}[\p{L}\p{M}]{2,12}|\p{L}{1,2}\.\p{L}{1,2})\.?,?[\s-]+(?:de\s+|del\s+)?\d{4}"
            + @"|\p{L}[\p{L}\p{M}]{2,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日"
            + @"|\d{4}년\s*\d{1,2}월\s*\d{1,2}일)(?!\d)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Day();

    [GeneratedRegex(
        @"^.{6,26}?(?:[\s,|•·–—-]|at|pukul|jam|um|à|às|kl\.?|a las)*(?<!\d)\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:WIB"
            + @"|WITA|WIT|UTC|GMT|CES?T|E[SD]T|P[SD]T|C[SD]T|M[SD]T|MSK"
            + @"|\(?МСК\)?|IST|BST|SGT|JST|KST|\((?:GMT|UTC)?[+-]\d{1,2}(?::?\d\d)?\)|[+-]\d\d:?\d\d)?",
        RegexOptions.IgnoreCase)]
    private static partial Regex WithTime();

    [GeneratedRegex(
        @"(?<![\d:.])(\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s*(?:WIB|WITA|WIT|UTC|GMT|BST|CES?T|[ECMP][SD]T))?)(?:\s*Uhr)?"
            + @"[\s,|•·–-]*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex TimeBefore();

    // Where "24/7/26" is a day, a month and a year.
    [GeneratedRegex(@"\bWI(?:B|TA|T)\b|\b(?:Senin|Selasa|Rabu|Kamis|Jum.?at|Sabtu|Minggu)\b")]
    private static partial Regex OfIndonesia();

    [GeneratedRegex(@"(?<![\d/])(\d{1,2}/\d{1,2})/(\d\d)(?![\d/])")]
    private static partial Regex ShortYear();

    [GeneratedRegex(@"(?<![\d/])(0[1-9]|1[0-2])/(1[3-9]|2\d|3[01])/(\d\d)(?![\d/])")]
    private static partial Regex ShortDay();

    [GeneratedRegex(@"^(?:\p{Lu}[\p{L}\p{M}./ ]{1,24},\s*)?\(?$")]
    private static partial Regex Place();

    [GeneratedRegex(@"^\)?\s?(?:[.:)–—]|-\s|--)")]
    private static partial Regex DayEnd();

    // "2026. 11. 29. 21:35"
    [GeneratedRegex(@"(?<=\b\d{4}(?:\.\s\d{1,2})?)\.\s(?=\d{1,2}\b)|(?<=\b\d{4}\.\s\d{1,2}\.\s\d{1,2})\.(?=\s)")]
    private static partial Regex Spaced();

    /// <summary>True for a line that says when the text was published.</summary>
    public static bool IsPublished(string line) => Published().IsMatch(line);

    /// <summary>True for a line that begins with saying so.</summary>
    public static bool IsLabel(string line) => Published().Match(line) is { Success: true, Index: < 3 };

    [GeneratedRegex(
        @"(?:erschienen|veröffentlicht|published|posted|diterbitkan|dipublikasi\w*|\bterbit|dimuat|tayang|publié|publicado"
            + @"|pubblicato|gepubliceerd|publicerad|opublikowano)"
            + @"\b\D{0,20}\d",
        RegexOptions.IgnoreCase)]
    private static partial Regex Published();

    [GeneratedRegex(
        @"updat|letzte änderung|modifi|diperbarui|aktualis|mis à jour|actualizad|atualizad|last (?:edited|changed)|geändert",
        RegexOptions.IgnoreCase)]
    private static partial Regex Changed();
}
