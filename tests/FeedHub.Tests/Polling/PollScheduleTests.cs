using FeedHub.Fetching;
using FeedHub.Model.Polling;
using FeedHub.Model.Settings;
using FeedHub.Model.Sources;
using FeedHub.Polling;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Tests.Polling;

public class PollScheduleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);
    private static readonly PollingOptions Options = new()
    {
        DefaultInterval = TimeSpan.FromMinutes(15),
        MaxInterval = TimeSpan.FromHours(24)
    };
    private static readonly PollingHints None = new();
    private static readonly Rhythm Unknown = Rhythm.Of([], Now);
    private readonly PollSchedule _schedule = new(Options, new Random(1));

    [Fact]
    public void AfterSuccess_WithoutAnIntervalOfItsOwn_TheDefaultHolds() =>
        AssertWaits(TimeSpan.FromMinutes(15), After(null, null, None));

    [Fact]
    public void AfterSuccess_ItsOwnIntervalWins() =>
        AssertWaits(TimeSpan.FromMinutes(2), After(TimeSpan.FromMinutes(2), null, None));

    [Fact]
    public void AfterSuccess_AnAnswerThatStaysFreshLonger_IsLeftUntilThen() =>
        AssertWaits(TimeSpan.FromHours(1), After(null, TimeSpan.FromHours(1), None));

    [Fact]
    public void AfterSuccess_AnAnswerFreshForYears_IsAskedAgainAfterTheMaximum() =>
        AssertWaits(TimeSpan.FromHours(24), After(null, TimeSpan.FromDays(4000), None));

    [Fact]
    public void AfterSuccess_TtlAndUpdatePeriod_LengthenTheInterval_AndNeverShortenIt()
    {
        AssertWaits(TimeSpan.FromHours(1), After(TimeSpan.FromMinutes(2), null, None with { Ttl = TimeSpan.FromHours(1) }));
        AssertWaits(
            TimeSpan.FromHours(2),
            After(null, null, None with { Ttl = TimeSpan.FromHours(1), UpdateInterval = TimeSpan.FromHours(2) }));
        AssertWaits(TimeSpan.FromHours(3), After(TimeSpan.FromHours(3), null, None with { Ttl = TimeSpan.FromHours(1) }));
    }

    [Fact]
    public void AfterSuccess_SkippedHoursAndDays_AreWaitedOut()
    {
        var hours = After(null, null, None with { SkipHours = [10, 11] }).NextPollAt!.Value;
        Assert.InRange(hours, Now.AddHours(2), Now.AddHours(2.1));
        var days = After(null, null, None with { SkipDays = [DayOfWeek.Sunday] }).NextPollAt!.Value;
        Assert.InRange(days, Now.AddHours(14), Now.AddHours(14.1));
        AssertWaits(TimeSpan.FromMinutes(15), After(null, null, None with { SkipHours = [.. Enumerable.Range(0, 24)] }));
    }

    [Theory]
    [InlineData(0, 30)]
    [InlineData(1, 60)]
    [InlineData(2, 120)]
    [InlineData(50, 1440)]
    public void AfterFailure_TheIntervalDoublesUpToTheMaximum(int failuresBefore, int minutes)
    {
        var next = Failing(failuresBefore, true, Fetched(FetchOutcome.Failed), "HTTP 500");
        AssertWaits(TimeSpan.FromMinutes(minutes), next);
        Assert.Equal((SourceState.Failing, failuresBefore + 1, "HTTP 500"), (next.State, next.Failures, next.Error?.ToString()));
    }

    [Fact]
    public void AfterFailure_RetryAfterIsKept_BeyondTheMaximumToo()
    {
        var next = Failing(0, true, Fetched(FetchOutcome.Throttled) with { RetryAfter = TimeSpan.FromDays(3) }, "HTTP 429");
        AssertWaits(TimeSpan.FromDays(3), next);
        Assert.Equal(SourceState.Throttled, next.State);
    }

    [Theory]
    [InlineData(true, SourceState.Throttled)]
    [InlineData(false, SourceState.Failing)]
    public void AfterFailure_A403_IsThrottlingWhereTheServerUsedToAnswer(bool usedToAnswer, SourceState expected) =>
        Assert.Equal(expected, Failing(0, usedToAnswer, Fetched(FetchOutcome.Failed) with { Status = 403 }, "HTTP 403").State);

    [Fact]
    public void AfterFailure_GoneIsNeverAskedAgain()
    {
        var next = Failing(0, true, Fetched(FetchOutcome.Gone), "HTTP 410");
        Assert.Equal((SourceState.Gone, (DateTimeOffset?)null), (next.State, next.NextPollAt));
    }

    [Fact]
    public void AfterSuccess_TwentySourcesAskedTogether_DoNotAllComeBackTogether()
    {
        var times = Enumerable.Range(0, 20).Select(_ => After(null, null, None).NextPollAt).ToList();
        Assert.True(times.Distinct().Count() > 15);
        Assert.All(times, time => Assert.True(time >= Now + TimeSpan.FromMinutes(15)));
    }

    [Fact]
    public void Bounds_HoldForTheWaitWithItsChance()
    {
        foreach (var seed in Enumerable.Range(0, 100))
        {
            var schedule = new PollSchedule(Options, new Random(seed));
            var firstMet = Known(null);
            firstMet.Polling.LastSuccessAt = null;
            var failed = Known(null);
            failed.Polling.Failures = 30;
            var asked = Fetched(FetchOutcome.Throttled) with { RetryAfter = RetryAfter.Longest };
            var rest = new HostRest(Now + RetryAfter.Longest, Reason.Of(ReasonCode.HttpStatus, 429));
            Assert.Equal(Options.MaxInterval, schedule.AfterSuccess(firstMet, Unknown, TimeSpan.FromDays(365), None, Now).NextPollAt - Now);
            Assert.InRange(
                schedule.AfterSuccess(Known(null), Unknown, null, None with { Ttl = TimeSpan.FromHours(23) }, Now).NextPollAt!.Value - Now,
                TimeSpan.FromHours(23),
                Options.MaxInterval);
            Assert.Equal(
                Options.MaxInterval,
                schedule.AfterFailure(failed, Fetched(FetchOutcome.Failed), Reason.Of(ReasonCode.HttpStatus, 500), Now).NextPollAt - Now);
            Assert.Equal(RetryAfter.Longest, schedule.AfterFailure(Known(null), asked, Reason.Of(ReasonCode.HttpStatus, 429), Now)
                .NextPollAt - Now);
            Assert.Equal(RetryAfter.Longest, schedule.AfterRest(rest, 100, Now) - Now);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(15)]
    [InlineData(7 * 24 * 60)]
    public void AFixedInterval_IsKeptToTheTick_UnderAnyBounds(int minutes)
    {
        var own = TimeSpan.FromMinutes(minutes);
        var next = After(own, TimeSpan.FromMinutes(1), None);
        Assert.Equal((own, own), (next.Interval, next.NextPollAt!.Value - Now));
        Assert.Equal($"its own interval, as set: {PollInterval.Meaning}", next.Why?.ToString());
    }

    [Fact]
    public void SourcesOfOneFixedInterval_ThatAreAskedTogether_DoNotAllComeBackTogether()
    {
        var own = TimeSpan.FromMinutes(15);
        var waits = Enumerable.Range(0, 20).Select(_ =>
        {
            var source = Known(own);
            source.Polling.LastSuccessAt = null;
            return _schedule.AfterSuccess(source, Unknown, null, None, Now).NextPollAt!.Value - Now;
        }).ToList();
        Assert.All(waits, wait => Assert.InRange(wait, own, own + TimeSpan.FromMinutes(1)));
        Assert.True(waits.Distinct().Count() > 15);
    }

    [Fact]
    public void AFixedInterval_GivesWayToAServerThatAsksForLonger_UpToTheMaximum()
    {
        AssertWaits(TimeSpan.FromHours(2), After(TimeSpan.FromMinutes(15), TimeSpan.FromHours(2), None));
        Assert.Equal(Options.MaxInterval, After(TimeSpan.FromMinutes(15), TimeSpan.FromDays(365), None).NextPollAt - Now);
        Assert.Equal(TimeSpan.FromDays(3), After(TimeSpan.FromDays(3), TimeSpan.FromDays(365), None).NextPollAt - Now);
    }

    [Fact]
    public void AFixedIntervalBeyondTheMaximum_BoundsTheWaitAfterAFailure()
    {
        var next =
            _schedule.AfterFailure(Known(TimeSpan.FromDays(7)), Fetched(FetchOutcome.Failed), Reason.Of(ReasonCode.HttpStatus, 500), Now);
        Assert.Equal(TimeSpan.FromDays(7), next.NextPollAt - Now);
    }

    private NextPoll After(TimeSpan? interval, TimeSpan? freshFor, PollingHints hints) =>
        _schedule.AfterSuccess(Known(interval), Unknown, freshFor, hints, Now);

    private NextPoll Failing(int failures, bool usedToAnswer, FetchResult fetch, string error)
    {
        var source = Known(null);
        source.Polling.Failures = failures;
        source.Polling.LastSuccessAt = usedToAnswer ? Now.AddDays(-1) : null;
        return _schedule.AfterFailure(source, fetch, Reason.Sentence(error), Now);
    }

    private static Source Known(TimeSpan? interval) => new()
    {
        Slug = "a",
        Url = "http://a.example/",
        UrlKey = "http://a.example/",
        Declared = { Interval = interval },
        Polling = { LastSuccessAt = Now.AddMinutes(-15) },
        NextPollAt = Now,
    };

    private static FetchResult Fetched(FetchOutcome outcome) => new() { Outcome = outcome, FinalUrl = "http://a.example/" };

    private static void AssertWaits(TimeSpan least, NextPoll next) => Assert.InRange(next.NextPollAt!.Value - Now, least, least * 1.1);
}
