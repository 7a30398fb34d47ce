using FeedHub.Model.Settings;
using FeedHub.Model.Sources;
using FeedHub.Polling;

namespace FeedHub.Benchmarks.Schedule;

/// <summary>When to poll one source again. A rule keeps what it knows of its source itself.</summary>
public interface IRule
{
    /// <summary>The wait after a poll.</summary>
    /// <param name="came">Items of this poll that are new.</param>
    /// <param name="listed">All that the feed lists now, ascending.</param>
    /// <param name="now">The time of the poll.</param>
    TimeSpan Wait(IReadOnlyList<DateTimeOffset> came, IReadOnlyList<DateTimeOffset> listed, DateTimeOffset now);
}

/// <summary>The same interval for all.</summary>
public sealed class Fixed(TimeSpan interval) : IRule
{
    public TimeSpan Wait(IReadOnlyList<DateTimeOffset> came, IReadOnlyList<DateTimeOffset> listed, DateTimeOffset now) => interval;
}

/// <summary>
/// Miniflux's scheduler by entry frequency: a week divided by the items of a week, from 5 minutes to 24 hours. A feed that lists less
/// than a week is taken to go on at its pace.
/// </summary>
public sealed class MinifluxRule : IRule
{
    public TimeSpan Wait(IReadOnlyList<DateTimeOffset> came, IReadOnlyList<DateTimeOffset> listed, DateTimeOffset now)
    {
        var week = listed.Where(time => time > now.AddDays(-7)).ToList();
        if (week.Count == 0)
            return TimeSpan.FromHours(24);
        var span = week[^1] - week[0];
        var weekly = week.Count < 2 || span.TotalDays < 1e-3 ? week.Count : week.Count * Math.Max(1, TimeSpan.FromDays(7) / span);
        return TimeSpan.FromMinutes(Math.Clamp(7 * 24 * 60 / Math.Max(1, Math.Floor(weekly)), 5, 24 * 60));
    }
}

/// <summary>
/// CommaFeed's empirical interval: half the average time between items, from 5 minutes to an hour; an hour, two and four once
/// nothing has come for a week, two weeks, a month.
/// </summary>
public sealed class CommaFeedRule : IRule
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(4);

    public TimeSpan Wait(IReadOnlyList<DateTimeOffset> came, IReadOnlyList<DateTimeOffset> listed, DateTimeOffset now)
    {
        if (listed.Count < 2)
            return Longest;
        return (now - listed[^1]).TotalDays switch
        {
            >= 30 => Longest,
            >= 14 => Longest / 2,
            >= 7 => Longest / 4,
            _ => TimeSpan.FromMinutes(
                Math.Clamp((listed[^1] - listed[0]).TotalMinutes / (listed.Count - 1) / 2, 5, Longest.TotalMinutes / 4)),
        };
    }
}

/// <summary>FeedHub's own, the very code of the service.</summary>
public sealed class FeedHubRule(TimeSpan defaultInterval) : IRule
{
    private readonly PollingOptions _options = new() { DefaultInterval = defaultInterval };
    private Rhythm? _rhythm;

    public TimeSpan Wait(IReadOnlyList<DateTimeOffset> came, IReadOnlyList<DateTimeOffset> listed, DateTimeOffset now)
    {
        if (_rhythm is null)
            _rhythm = Rhythm.Of(listed, now);
        else if (came.Count > 0)
            _rhythm = _rhythm.With(came, now);
        return Pace.Wait(_rhythm, _options, now);
    }
}
