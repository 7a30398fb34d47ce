using System.Globalization;
using FeedHub.Model.Stories;

namespace FeedHub.Publishing.Briefings;

/// <summary>Which editions a briefing has: at which hours of which zone, and over which stories.</summary>
/// <param name="Hours">Times of day in the zone, in order, each once.</param>
/// <param name="Zone">The zone.</param>
/// <param name="Filter">The stories; neither place, limit nor order are of it.</param>
public sealed record BriefingPlan(IReadOnlyList<TimeOnly> Hours, TimeZoneInfo Zone, StoryFilter Filter)
{
    /// <summary>Editions a day at most.</summary>
    public const int MostHours = 12;

    // A zone may be changed by half a year's clock: two days on both sides are enough to find the edition before.
    private const int Days = 2;

    /// <summary>The hours as an address has them.</summary>
    public string At => string.Join(',', Hours.Select(hour => hour.ToString("HH:mm", CultureInfo.InvariantCulture)));

    /// <summary>The combination in one spelling, as an address has it behind the path.</summary>
    public string Query
    {
        get
        {
            var filter = Filter.Query;
            return $"?at={At}&zone={Uri.EscapeDataString(Zone.Id).Replace("%2F", "/", StringComparison.Ordinal)}"
                + (filter.Length > 0 ? "&" + filter[1..] : "");
        }
    }

    /// <summary>The hour of the newest edition, and that of the one before, where its span begins.</summary>
    public (DateTimeOffset At, DateTimeOffset From) Newest(DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime);
        var past = Enumerable.Range(-Days, (2 * Days) + 1)
            .SelectMany(day => Hours.Select(hour => Instant(today.AddDays(day), hour))).Distinct().Where(at => at <= now)
            .OrderDescending().Take(2).ToList();
        return (past[0], past[1]);
    }

    // An hour that the clock leaves out is the one behind the gap; of one that comes twice it is the first.
    private DateTimeOffset Instant(DateOnly day, TimeOnly hour)
    {
        var local = day.ToDateTime(hour);
        while (Zone.IsInvalidTime(local))
            local = local.AddMinutes(15);
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
