using System.Text.Json.Serialization;

namespace FeedHub.Model.Sources;

/// <summary>
/// When a source publishes: items by hour of the day and by day of the week (UTC), and how long FeedHub has looked at each of them, all
/// fading with time. Small enough to stand in the source's row; stored only when items came, so that it says what was usual before a
/// silence (docs/notes/schedule.md).
/// </summary>
public sealed record Rhythm
{
    /// <summary>Time after which an item counts half for the shape of the day and the week.</summary>
    private static readonly TimeSpan ShapeHalfLife = TimeSpan.FromDays(28);

    /// <summary>Time after which an item counts half for how much comes in all.</summary>
    private static readonly TimeSpan LevelHalfLife = TimeSpan.FromDays(7);

    /// <summary>Items at the usual rate that what came lately is doubted by.</summary>
    private const double Doubt = 5;

    /// <summary>Hours that count as looked at from the first on: of less, nobody can tell how much is usual.</summary>
    private const double LeastSeen = 1;

    /// <summary>What lies further back than this tells nothing of the present.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(56);

    /// <summary>Until when it has looked.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Since when FeedHub knows the source.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>When the newest item was published; null: none yet.</summary>
    public DateTimeOffset? Last { get; init; }

    /// <summary>Items of each hour of the day.</summary>
    public RhythmTally Hours { get; init; } = RhythmTally.Empty(24);

    /// <summary>Items of each day of the week, from Sunday.</summary>
    public RhythmTally Days { get; init; } = RhythmTally.Empty(7);

    /// <summary>Items in all, fading faster.</summary>
    public double Items { get; init; }

    /// <summary>Hours looked at in all, fading faster.</summary>
    public double Seen { get; init; }

    /// <summary>Longest time without an item, in hours; fades too.</summary>
    public double LongestGap { get; init; }

    /// <summary>Items an hour, whatever the hour.</summary>
    [JsonIgnore]
    public double Level => Math.Max(Lately(Hours.Items.Sum() / Math.Max(LeastSeen, Hours.Seen.Sum())), LeastLevel);

    // Half an item in all the time that none came: nobody can know that nothing will ever come again.
    private double LeastLevel => 0.5 / Math.Max(0.5, Math.Max(Hours.Seen.Sum(), (At - (Last ?? Since)).TotalHours));

    /// <summary>The rhythm of a source met at <paramref name="now"/>, as the items that it lists tell it.</summary>
    /// <param name="published">When the items were published, in any order.</param>
    /// <param name="now">The present.</param>
    public static Rhythm Of(IEnumerable<DateTimeOffset> published, DateTimeOffset now)
    {
        var times = published.Where(time => time <= now).Order().ToList();
        var start = times.Count == 0 ? now : times[0];
        var known = new Rhythm { At = start > now - Memory ? start : now - Memory, Since = now };
        return times.Count == 0 ? known : known.With(times, now) with { Last = times[^1] };
    }

    /// <summary>The rhythm once these items have come.</summary>
    /// <param name="published">When they were published, in any order; older ones than a day before <see cref="At"/> tell nothing
    /// new.</param>
    /// <param name="now">The present.</param>
    public Rhythm With(IEnumerable<DateTimeOffset> published, DateTimeOffset now)
    {
        var times = published.Where(time => time > At.AddDays(-1) && time <= now).Order().ToList();
        var (hours, days) = (RhythmTally.Copy(Hours), RhythmTally.Copy(Days));
        var (faded, level) = (Fade(now - At, ShapeHalfLife), Fade(now - At, LevelHalfLife));
        hours.Fade(faded);
        days.Fade(faded);
        var (items, seen, last, gap) = (Items * level, Seen * level, Last, LongestGap * faded);
        foreach (var (from, length) in HourByHour(At, now))
        {
            var weight = Fade(now - from, ShapeHalfLife);
            hours.Look(from.Hour, length * weight);
            days.Look((int)from.DayOfWeek, length * weight);
            seen += length * Fade(now - from, LevelHalfLife);
        }

        foreach (var time in times)
        {
            var weight = Fade(now - time, ShapeHalfLife);
            hours.Count(time.UtcDateTime.Hour, weight);
            days.Count((int)time.UtcDateTime.DayOfWeek, weight);
            items += Fade(now - time, LevelHalfLife);
            gap = Math.Max(gap, last is { } before ? (time - before).TotalHours : 0);
            last = last > time ? last : time;
        }

        return this with { At = now, Hours = hours, Days = days, Items = items, Seen = seen, Last = last, LongestGap = gap };
    }

    /// <summary>Items an hour to expect at an instant.</summary>
    public double RateAt(DateTimeOffset instant) =>
        Level * Hours.FactorOf(instant.UtcDateTime.Hour, smooth: true) * Days.FactorOf((int)instant.UtcDateTime.DayOfWeek, smooth: false);

    /// <summary>Items to expect between two instants; beyond <see cref="Memory"/> no more are counted.</summary>
    public double Expected(DateTimeOffset from, DateTimeOffset to) => HourByHour(from, to).Sum(part => part.Hours * RateAt(part.From));

    // Whole hours of the clock and the parts at both ends; at most as many as are remembered.
    internal static IEnumerable<(DateTime From, double Hours)> HourByHour(DateTimeOffset from, DateTimeOffset to)
    {
        var (at, end) = ((from > to - Memory ? from : to - Memory).UtcDateTime, to.UtcDateTime);
        while (at < end)
        {
            var hour = at.AddTicks(TimeSpan.TicksPerHour - (at.Ticks % TimeSpan.TicksPerHour));
            var until = hour < end ? hour : end;
            yield return (at, (until - at).TotalHours);
            at = until;
        }
    }

    // What came lately, doubted as far as it is few: two items in a day do not make a source of two a month one of two a day.
    private double Lately(double usual) => usual > 0 ? (Items + Doubt) / (Math.Max(LeastSeen, Seen) + (Doubt / usual)) : 0;

    private static double Fade(TimeSpan age, TimeSpan halfLife) => Math.Pow(2, -(age / halfLife));
}
