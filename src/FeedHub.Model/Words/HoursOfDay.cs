using System.Globalization;

namespace FeedHub.Model.Words;

/// <summary>Hours of each day, such as <c>22:00-06:00</c>; the end is not one of them.</summary>
/// <param name="From">Where they begin.</param>
/// <param name="To">Where they end; before <paramref name="From"/>: on the next day.</param>
public sealed record HoursOfDay(TimeOnly From, TimeOnly To)
{
    /// <summary>Reads them; null: they cannot be read, or there are none.</summary>
    public static HoursOfDay? TryRead(string? text) =>
        text?.Split('-', StringSplitOptions.TrimEntries) is [var from, var to]
            && Time(from) is { } begin && Time(to) is { } end && begin != end
                ? new(begin, end)
                : null;

    /// <summary>Whether a time is one of them.</summary>
    public bool Contains(TimeOnly time) => time.IsBetween(From, To);

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
