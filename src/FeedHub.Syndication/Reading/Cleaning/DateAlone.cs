using System.Text.RegularExpressions;
using FeedHub.Syndication.Reading.Dates;

namespace FeedHub.Syndication.Reading.Cleaning;

/// <summary>Tells a line that is a date from a sentence that has one in it.</summary>
internal static partial class DateAlone
{
    private const int MaxLength = 60;

    private static readonly HashSet<string> Others = new(
        ("senin selasa rabu kamis jumat jum'at sabtu minggu ahad sen sel rab kam jum sab min monday tuesday wednesday thursday friday "
            + "saturday sunday "
        + "mon tue wed thu fri sat sun pukul jam at am pm st nd rd th on published updated diperbarui terbit tanggal").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    public static bool Is(string line) =>
        line.Length <= MaxLength && line.Any(char.IsDigit) && Word().Matches(line).All(w => IsOfDates(w.Value));

    private static bool IsOfDates(string word) =>
        Others.Contains(word) || MonthNames.Find(word) is not null || ZoneNames.Find(word) is not null;

    [GeneratedRegex(@"\p{L}[\p{L}']*")]
    private static partial Regex Word();
}
