using FeedHub.Fetching;
using FeedHub.Model.Polling;
using FeedHub.Model.Settings;
using FeedHub.Model.Sources;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Polling;

/// <summary>
/// When a source is due: by its own interval, else by its rhythm; doubled on failure; never earlier than its server and its feed allow.
/// </summary>
public sealed class PollSchedule(PollingOptions options, Random random)
{
    /// <summary>Share of the interval that is added at random, so that sources asked together do not all come back together.</summary>
    private const double Spread = 0.1;

    /// <summary>The same for sources that are met together: at a first start, or after FeedHub was down.</summary>
    private const double WideSpread = 0.5;

    /// <summary>The most that is added to a fixed interval, where the source is met together with others.</summary>
    private static readonly TimeSpan MostApart = TimeSpan.FromMinutes(1);

    /// <summary>The next poll after one that went well.</summary>
    /// <param name="source">As it was before the poll.</param>
    /// <param name="rhythm">Its rhythm, with what came now.</param>
    /// <param name="freshFor">How long its server says that the answer stays fresh, or null.</param>
    /// <param name="hints">How often the feed itself asks to be polled.</param>
    /// <param name="now">The end of the poll.</param>
    public NextPoll AfterSuccess(Source source, Rhythm rhythm, TimeSpan? freshFor, PollingHints hints, DateTimeOffset now)
    {
        var (planned, why) = Planned(source, rhythm, freshFor, hints, now);
        var state = Silence.IsStrange(rhythm, now) ? SourceState.Quiet : SourceState.Active;
        var spread = SpreadOf(source, planned, IsMetWithOthers(source, planned, now));
        return new(state, Allowed(now + Spreading(planned, spread, Longer(planned, options.MaxInterval)), hints), planned, 0, null)
        {
            Why = why
        };
    }

    /// <summary>The next poll after one that brought no feed.</summary>
    /// <param name="source">As it was before the poll.</param>
    /// <param name="fetch">What came.</param>
    /// <param name="error">What went wrong.</param>
    /// <param name="now">The end of the poll.</param>
    public NextPoll AfterFailure(Source source, FetchResult fetch, Reason error, DateTimeOffset now)
    {
        var failures = source.Polling.Failures + 1;
        if (fetch.Outcome == FetchOutcome.Gone && HasNoOtherAddress(source))
            return new(SourceState.Gone, null, source.Declared.Interval ?? options.DefaultInterval, failures, error)
            {
                Why = Reason.Of(ReasonCode.GoneForGood)
            };

        // Gone where it moved to: its former address comes next.
        if (fetch.Outcome == FetchOutcome.Gone)
            failures = Math.Max(failures, AskedAddress.Patience);
        var waited = Longer(Doubled(source.Declared.Interval ?? options.DefaultInterval, failures), UsualWait(source, now));
        var why = failures == 1 ? Reason.Of(ReasonCode.LastPollFailed) : Reason.Of(ReasonCode.LastPollsFailed, failures);
        var most = Longer(waited, options.MaxInterval);
        if (fetch.RetryAfter > waited)
            (waited, most, why) =
                (fetch.RetryAfter.Value, RetryAfter.Longest, Reason.Of(ReasonCode.RetryAfterAsked));
        return new(
            IsThrottling(source, fetch) ? SourceState.Throttled : SourceState.Failing,
            now + Spreading(waited, Spread, most),
            waited,
            failures,
            error)
        { Why = why };
    }

    /// <summary>Whether the server asks to be left alone; one that used to answer and now forbids is mostly one that counts
    /// requests.</summary>
    public static bool IsThrottling(Source source, FetchResult fetch) =>
        fetch.Outcome == FetchOutcome.Throttled
            || (fetch.Status == StatusCodes.Status403Forbidden && source.Polling.LastSuccessAt is not null);

    /// <summary>How long a server rests that asked for it.</summary>
    /// <param name="retryAfter">For how long it asked, or null.</param>
    /// <param name="strikes">How often in a row it asked, this time included.</param>
    public TimeSpan HostRest(TimeSpan? retryAfter, int strikes) => retryAfter ?? Doubled(options.DefaultInterval, strikes - 1);

    /// <summary>When a source is due whose server rests: not before the rest is over, nor all of them at once.</summary>
    /// <param name="rest">The server's rest.</param>
    /// <param name="place">How many of its sources come before.</param>
    /// <param name="now">The present: none waits longer than <see cref="RetryAfter.Longest"/>.</param>
    public DateTimeOffset AfterRest(HostRest rest, int place, DateTimeOffset now)
    {
        var due = rest.Until + (options.HostGap * place) + (TimeSpan.FromMinutes(1) * random.NextDouble());
        return due < now + RetryAfter.Longest ? due : now + RetryAfter.Longest;
    }

    // By the source's own interval or rhythm, unless its server or its feed asks for longer: the longest wish holds.
    private (TimeSpan Wait, Reason Why) Planned(Source source, Rhythm rhythm, TimeSpan? freshFor, PollingHints hints, DateTimeOffset now)
    {
        var planned = source.Declared.Interval is { } its
            ? (its, Reason.Of(ReasonCode.IntervalOfItsOwn))
            : (Pace.Wait(rhythm, options, now), Reason.Of(ReasonCode.IntervalByRhythm));
        foreach (var (asked, why) in new[]
        {
            (freshFor, ReasonCode.FreshForSoLong),
            (hints.Ttl, ReasonCode.TtlAsked),
            (hints.UpdateInterval, ReasonCode.UpdatePeriodAsked),
        })
        {
            if (asked is { } wish && (wish < options.MaxInterval ? wish : options.MaxInterval) is var held && held > planned.Item1)
                planned = (held, Reason.Of(why));
        }

        return planned;
    }

    // A fixed interval is kept to the tick, except the first: sources that were added together then stay apart.
    private static double SpreadOf(Source source, TimeSpan planned, bool isMetWithOthers)
    {
        if (planned == source.Declared.Interval)
            return isMetWithOthers ? Math.Min(Spread, MostApart / planned) : 0;
        return source.Declared.Interval is null && isMetWithOthers ? WideSpread : Spread;
    }

    // Never polled before, or due for long already: then so are many others.
    private static bool IsMetWithOthers(Source source, TimeSpan planned, DateTimeOffset now) =>
        source.Polling.LastSuccessAt is null || now - source.NextPollAt > planned / 2;

    // A second 410 at the new address, after the former one was tried in between, is the end.
    private static bool HasNoOtherAddress(Source source) =>
        source.Polling.FormerUrl is null || (source.Polling.Failures > AskedAddress.Patience && !AskedAddress.IsFormer(source));

    // A source that fails is not asked more often than one that is well.
    private TimeSpan UsualWait(Source source, DateTimeOffset now) =>
        source.Declared.Interval is null && source.Polling.Rhythm is { } rhythm ? Pace.Wait(rhythm, options, now) : TimeSpan.Zero;

    // RSS 2.0, skipHours and skipDays: hours and days in GMT in which the publisher wants no polls. Should it skip all, it means none.
    private DateTimeOffset Allowed(DateTimeOffset due, PollingHints hints)
    {
        bool Skipped(DateTimeOffset hour) =>
            hints.SkipHours.Contains(hour.UtcDateTime.Hour) || hints.SkipDays.Contains(hour.UtcDateTime.DayOfWeek);
        var thisHour = due.AddTicks(-(due.UtcTicks % TimeSpan.TicksPerHour));
        var free = Enumerable.Range(0, 7 * 24).Select(hours => thisHour.AddHours(hours)).FirstOrDefault(hour => !Skipped(hour), thisHour);
        return free == thisHour ? due : free + (TimeSpan.FromHours(Spread) * random.NextDouble());
    }

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;

    // No longer than the maximum, unless the interval itself is.
    private TimeSpan Doubled(TimeSpan interval, int times)
    {
        var doubled = interval * Math.Pow(2, Math.Min(times, 20));
        return Longer(interval, doubled < options.MaxInterval ? doubled : options.MaxInterval);
    }

    // Only ever later, since a promise of 60 minutes is not kept after 59; and no later than the most that a wait may be.
    private TimeSpan Spreading(TimeSpan interval, double share, TimeSpan most)
    {
        var later = interval * (1 + (share * random.NextDouble()));
        return later < most ? later : most;
    }
}
