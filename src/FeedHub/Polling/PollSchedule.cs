using FeedHub.Fetching;
using FeedHub.Sources;
using FeedHub.Syndication.Reading;

namespace FeedHub.Polling;

/// <summary>What a poll means for the source: how it is doing, and when it is due again.</summary>
/// <param name="State">Its state from now on.</param>
/// <param name="NextPollAt">When it is due; null: never.</param>
/// <param name="Interval">The interval that this follows from.</param>
/// <param name="Failures">Polls failed in a row.</param>
/// <param name="Error">What went wrong, in words, or null.</param>
public sealed record NextPoll(SourceState State, DateTimeOffset? NextPollAt, TimeSpan Interval, int Failures, string? Error);

/// <summary>When a source is due: its own interval, else the default; doubled on failure; never earlier than its server and its feed allow.</summary>
public sealed class PollSchedule(PollingOptions options, Random random)
{
    /// <summary>Share of the interval that is added at random, so that sources asked together do not all come back together.</summary>
    private const double Spread = 0.1;

    /// <summary>The next poll after one that went well.</summary>
    /// <param name="interval">The source's own interval, or null.</param>
    /// <param name="freshFor">How long its server says that the answer stays fresh, or null.</param>
    /// <param name="hints">How often the feed itself asks to be polled.</param>
    /// <param name="now">The end of the poll.</param>
    public NextPoll AfterSuccess(TimeSpan? interval, TimeSpan? freshFor, PollingHints hints, DateTimeOffset now)
    {
        var planned = interval ?? options.DefaultInterval;
        foreach (var asked in new[] { freshFor, hints.Ttl, hints.UpdateInterval }.OfType<TimeSpan>())
            planned = Longer(planned, asked < options.MaxInterval ? asked : options.MaxInterval);
        return new(SourceState.Active, Allowed(now + Spreading(planned), hints), planned, 0, null);
    }

    /// <summary>The next poll after one that brought no feed.</summary>
    /// <param name="interval">The source's own interval, or null.</param>
    /// <param name="failures">Polls failed in a row before this one.</param>
    /// <param name="usedToAnswer">Whether any poll of it ever went well.</param>
    /// <param name="fetch">What came.</param>
    /// <param name="error">What went wrong, in words.</param>
    /// <param name="now">The end of the poll.</param>
    public NextPoll AfterFailure(TimeSpan? interval, int failures, bool usedToAnswer, FetchResult fetch, string error, DateTimeOffset now)
    {
        if (fetch.Outcome == FetchOutcome.Gone)
            return new(SourceState.Gone, null, interval ?? options.DefaultInterval, failures + 1, error);
        var waited = Doubled(interval ?? options.DefaultInterval, failures + 1);
        if (fetch.RetryAfter > waited)
            waited = fetch.RetryAfter.Value;

        // A server that used to answer and now forbids is mostly one that counts requests.
        var throttled = fetch.Outcome == FetchOutcome.Throttled || (fetch.Status == StatusCodes.Status403Forbidden && usedToAnswer);
        var state = throttled ? SourceState.Throttled : SourceState.Failing;
        return new(state, now + Spreading(waited), waited, failures + 1, error);
    }

    // RSS 2.0, skipHours and skipDays: hours and days in GMT in which the publisher wants no polls. Should it skip all, it means none.
    private DateTimeOffset Allowed(DateTimeOffset due, PollingHints hints)
    {
        bool Skipped(DateTimeOffset hour) => hints.SkipHours.Contains(hour.UtcDateTime.Hour) || hints.SkipDays.Contains(hour.UtcDateTime.DayOfWeek);
        var thisHour = due.AddTicks(-(due.UtcTicks % TimeSpan.TicksPerHour));
        var free = Enumerable.Range(0, 7 * 24).Select(hours => thisHour.AddHours(hours)).FirstOrDefault(hour => !Skipped(hour), thisHour);
        return free == thisHour ? due : free + (TimeSpan.FromHours(Spread) * random.NextDouble());
    }

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private TimeSpan Doubled(TimeSpan interval, int failures) =>
        Longer(interval, interval * Math.Pow(2, Math.Min(failures, 20)) < options.MaxInterval ? interval * Math.Pow(2, failures) : options.MaxInterval);

    // Only ever later: a promise of 60 minutes is not kept after 59.
    private TimeSpan Spreading(TimeSpan interval) => interval * (1 + (Spread * random.NextDouble()));
}
