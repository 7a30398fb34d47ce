namespace FeedHub.Syndication.Reading.Sitemaps;

/// <summary>
/// Tells where a publisher's program puts a <c>Z</c> behind the time of its own clock, and takes the difference back. Two things prove it:
/// the other time of the entries, which shows the same clock with another offset, or times that have not come yet, all of which lie in the
/// past once the publisher's own zone is taken off.
/// </summary>
internal static class LocalClock
{
    // Clocks of two machines differ by so much.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);

    /// <summary>The entries with their times in UTC, and what was taken off.</summary>
    public static (IReadOnlyList<ReadEntry> Entries, TimeSpan Shift) Mend(IReadOnlyList<ReadEntry> entries, SitemapOptions options)
    {
        var shift = ByOtherTime(entries) ?? ByFuture(entries, options) ?? TimeSpan.Zero;
        return shift == TimeSpan.Zero ? (entries, shift) : ([.. entries.Select(entry => Shifted(entry, shift))], shift);
    }

    // Both were written by one program in one moment: their clocks agree to the second where the zone does not.
    private static TimeSpan? ByOtherTime(IReadOnlyList<ReadEntry> entries)
    {
        var gaps = entries.Where(e => e.IsPublishedZulu != e.IsModifiedZulu).Select(Gap).OfType<TimeSpan>()
            .GroupBy(gap => gap).OrderByDescending(g => g.Count()).FirstOrDefault();
        var told = entries.Count(e => e.IsPublishedZulu != e.IsModifiedZulu);
        return gaps is { Key: var gap } && IsOffset(gap) && gaps.Count() * 2 > told ? gap : null;
    }

    private static TimeSpan? Gap(ReadEntry entry) =>
        entry.Entry is { Published: { IsDay: false } published, Modified: { IsDay: false } modified }
            ? entry.IsPublishedZulu ? published.Instant - modified.Instant : modified.Instant - published.Instant
            : null;

    private static bool IsOffset(TimeSpan gap) =>
        gap != TimeSpan.Zero && gap.Duration() <= TimeSpan.FromHours(14) && gap.Ticks % TimeSpan.FromMinutes(30).Ticks == 0;

    private static TimeSpan? ByFuture(IReadOnlyList<ReadEntry> entries, SitemapOptions options)
    {
        var latest = entries.SelectMany(Zulus).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
        if (latest <= options.Now + Slack || OwnZone(entries, options) is not { } zone)
            return null;
        var offset = zone.GetUtcOffset(options.Now);
        return offset > TimeSpan.Zero && latest - offset <= options.Now + Slack ? offset : null;
    }

    private static TimeZoneInfo? OwnZone(IReadOnlyList<ReadEntry> entries, SitemapOptions options) =>
        options.TimeZone is { } zone && zone.BaseUtcOffset != TimeSpan.Zero
            ? zone
            : LanguageZones.Find(entries.Select(e => e.Entry.Language).FirstOrDefault(l => l is not null), options.BaseUrl?.Host);

    private static IEnumerable<DateTimeOffset> Zulus(ReadEntry entry)
    {
        if (entry is { IsPublishedZulu: true, Entry.Published: { } published })
            yield return published.Instant;
        if (entry is { IsModifiedZulu: true, Entry.Modified: { } modified })
            yield return modified.Instant;
    }

    private static ReadEntry Shifted(ReadEntry entry, TimeSpan shift) => entry with
    {
        Entry = entry.Entry with
        {
            Published = entry.IsPublishedZulu ? Shifted(entry.Entry.Published, shift) : entry.Entry.Published,
            Modified = entry.IsModifiedZulu ? Shifted(entry.Entry.Modified, shift) : entry.Entry.Modified,
        },
    };

    private static StatedTime? Shifted(StatedTime? time, TimeSpan shift) =>
        time is { } stated ? stated with { Instant = stated.Instant - shift } : null;
}
