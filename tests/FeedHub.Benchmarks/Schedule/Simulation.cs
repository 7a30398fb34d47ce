namespace FeedHub.Benchmarks.Schedule;

/// <summary>What a rule came to.</summary>
/// <param name="Polls">Requests made.</param>
/// <param name="Days">Days of all sources together.</param>
/// <param name="Items">Items whose delay counts.</param>
/// <param name="Delay">From publication to the poll that brought it, of all items together.</param>
public readonly record struct Outcome(long Polls, double Days, long Items, TimeSpan Delay)
{
    /// <summary>Requests a source and day.</summary>
    public double PollsADay => Polls / Days;

    /// <summary>Mean minutes from publication to ingestion.</summary>
    public double Minutes => Items == 0 ? 0 : Delay.TotalMinutes / Items;

    public static Outcome operator +(Outcome a, Outcome b) => new(a.Polls + b.Polls, a.Days + b.Days, a.Items + b.Items, a.Delay + b.Delay);
}

/// <summary>Polls publications by a rule, without a clock and without a network.</summary>
public static class Simulation
{
    /// <summary>Items that a feed lists.</summary>
    private const int Listed = 30;

    /// <summary>All sources, each by a rule of its own.</summary>
    public static Outcome Run(IEnumerable<Publications> sources, Func<IRule> rule) =>
        sources.Aggregate(default(Outcome), (sum, source) => sum + Run(source, rule()));

    private static Outcome Run(Publications source, IRule rule)
    {
        var outcome = new Outcome(0, (source.To - source.From).TotalDays, 0, default);
        var (known, now) = (0, source.From);
        while (now < source.To)
        {
            var before = known;
            while (known < source.Times.Count && source.Times[known] <= now)
                known++;
            var came = source.Times.Skip(before).Take(known - before).ToList();
            outcome += Taken(came.Where(time => time > source.From), now);
            var start = Math.Max(0, known - Listed);
            now += rule.Wait(came, [.. source.Times.Skip(start).Take(known - start)], now);
        }

        // What nobody came for until the end is late all the same.
        return outcome + Taken(source.Times.Skip(known).Where(time => time > source.From), source.To) with { Polls = 0 };
    }

    private static Outcome Taken(IEnumerable<DateTimeOffset> came, DateTimeOffset now)
    {
        var times = came.ToList();
        return new(1, 0, times.Count, times.Aggregate(TimeSpan.Zero, (sum, time) => sum + (now - time)));
    }
}
