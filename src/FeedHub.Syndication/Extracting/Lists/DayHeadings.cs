using AngleSharp.Dom;

namespace FeedHub.Syndication.Extracting.Lists;

/// <summary>Days that stand above items: an index by hours has "Minggu, 29 November 2026" once, and "10:05" at each item.</summary>
internal sealed class DayHeadings
{
    private const int LongestHeading = 60;
    private const int MostItems = 1000;

    private readonly Dictionary<IElement, DateTimeOffset> _days = [];
    private readonly HashSet<DateTimeOffset> _different = [];

    /// <param name="items">The items, in the page's order.</param>
    /// <param name="dates">Reads days.</param>
    public DayHeadings(IReadOnlyList<IElement> items, EntryDates dates)
    {
        if (items.Count == 0 || items[0].Owner?.DocumentElement is not { } root)
            return;
        var own = items.Take(MostItems).ToHashSet();
        (DateTimeOffset Day, IElement Parent)? heading = null;
        foreach (var element in Selectors.Below(root))
        {
            if (own.Contains(element) && heading is { } above && ElementNames.Chain(element).Contains(above.Parent))
                Add(element, above.Day);
            else if (element.ParentElement is { LocalName: not "body" } parent && Day(element, dates) is { } day
                && !own.Overlaps(ElementNames.Chain(element)))
                heading = (day, parent);
        }
    }

    /// <summary>The item's date with the day above it, where it has none of its own, or only an hour.</summary>
    /// <param name="item">The item.</param>
    /// <param name="date">What it says itself.</param>
    /// <param name="zone">Whose days these are.</param>
    public ListDate? Complete(IElement item, ListDate? date, TimeZoneInfo zone)
    {
        if (!_days.TryGetValue(item, out var day))
            return date;
        if (date is { IsHourAlone: true } hour)
            return new(At(day, hour.Instant, zone), IsDay: false, IsReckoned: false);
        // One day alone may be today's, at the head of the page.
        return date is null && _different.Count > 1 ? new(day, IsDay: true, IsReckoned: false) : date;
    }

    private static DateTimeOffset At(DateTimeOffset day, DateTimeOffset hour, TimeZoneInfo zone)
    {
        var local = day.Date + TimeZoneInfo.ConvertTime(hour, zone).TimeOfDay;
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static DateTimeOffset? Day(IElement element, EntryDates dates)
    {
        var isHeading = Asides.IsHeading(element) || element.LocalName is "dt" or "th" or "strong" || EntryDates.IsCalledDate(element);
        return isHeading && TextRuns.Line(element) is { Length: > 0 and <= LongestHeading } text
            && dates.Parse(text) is { IsDay: true } date ? date.Instant : null;
    }

    private void Add(IElement item, DateTimeOffset day)
    {
        _days[item] = day;
        _different.Add(day);
    }
}
