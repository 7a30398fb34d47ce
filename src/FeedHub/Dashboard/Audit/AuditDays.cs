using System.Globalization;

namespace FeedHub.Dashboard.Audit;

/// <summary>The days that an address asks for, which are those of the visitor's zone where a script has named it, else of UTC.</summary>
/// <param name="First">Written as the first day.</param>
/// <param name="Last">Written as the last day, which is wanted whole.</param>
/// <param name="Zone">The zone; null: none is named, or none of that name is known.</param>
public sealed record AuditDays(string First, string Last, TimeZoneInfo? Zone)
{
    /// <summary>Parameters of the first day, the last day and the zone.</summary>
    public const string From = "from", To = "to", InZone = "zone";

    /// <summary>Those of a request.</summary>
    public static AuditDays Of(IQueryCollection query) => new(
        query[From].ToString(), query[To].ToString(),
        TimeZoneInfo.TryFindSystemTimeZoneById(query[InZone].ToString(), out var zone) ? zone : null);

    /// <summary>When the first day begins; null: it is not a day.</summary>
    public DateTimeOffset? Begin => Start(DayOf(First));

    /// <summary>When the last day is over; null: it is not a day.</summary>
    public DateTimeOffset? End => Start(DayOf(Last)?.AddDays(1));

    /// <summary>A day as a field of dates has it; empty: it is not a day.</summary>
    public static string Field(string written) => DayOf(written) is null ? "" : written;

    private DateTimeOffset? Start(DateTime? day) =>
        day is { } known ? new DateTimeOffset(known, (Zone ?? TimeZoneInfo.Utc).GetUtcOffset(known)).ToUniversalTime() : null;

    private static DateTime? DayOf(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is > 1970 and < 9999
            ? day
            : null;
}
