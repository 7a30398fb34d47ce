using FeedHub.Fetching;
using FeedHub.Polling;
using FeedHub.Sources;
using FeedHub.Syndication.Reading;

namespace FeedHub.Tests.Polling;

public class PollScheduleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);
    private static readonly PollingOptions Options = new() { DefaultInterval = TimeSpan.FromMinutes(15), MaxInterval = TimeSpan.FromHours(24) };
    private static readonly PollingHints None = new();
    private readonly PollSchedule _schedule = new(Options, new Random(1));

    [Fact]
    public void AfterSuccess_WithoutAnIntervalOfItsOwn_TheDefaultHolds() =>
        AssertWaits(TimeSpan.FromMinutes(15), _schedule.AfterSuccess(null, null, None, Now));

    [Fact]
    public void AfterSuccess_ItsOwnIntervalWins() =>
        AssertWaits(TimeSpan.FromMinutes(2), _schedule.AfterSuccess(TimeSpan.FromMinutes(2), null, None, Now));

    [Fact]
    public void AfterSuccess_AnAnswerThatStaysFreshLonger_IsLeftUntilThen() =>
        AssertWaits(TimeSpan.FromHours(1), _schedule.AfterSuccess(null, TimeSpan.FromHours(1), None, Now));

    [Fact]
    public void AfterSuccess_AnAnswerFreshForYears_IsAskedAgainAfterTheMaximum() =>
        AssertWaits(TimeSpan.FromHours(24), _schedule.AfterSuccess(null, TimeSpan.FromDays(4000), None, Now));

    [Fact]
    public void AfterSuccess_TtlAndUpdatePeriod_LengthenTheInterval_AndNeverShortenIt()
    {
        AssertWaits(TimeSpan.FromHours(1), _schedule.AfterSuccess(TimeSpan.FromMinutes(2), null, None with { Ttl = TimeSpan.FromHours(1) }, Now));
        AssertWaits(TimeSpan.FromHours(2), _schedule.AfterSuccess(null, null, None with { Ttl = TimeSpan.FromHours(1), UpdateInterval = TimeSpan.FromHours(2) }, Now));
        AssertWaits(TimeSpan.FromHours(3), _schedule.AfterSuccess(TimeSpan.FromHours(3), null, None with { Ttl = TimeSpan.FromHours(1) }, Now));
    }

    [Fact]
    public void AfterSuccess_SkippedHoursAndDays_AreWaitedOut()
    {
        var hours = _schedule.AfterSuccess(null, null, None with { SkipHours = [10, 11] }, Now).NextPollAt!.Value;
        Assert.InRange(hours, Now.AddHours(2), Now.AddHours(2.1));
        var days = _schedule.AfterSuccess(null, null, None with { SkipDays = [DayOfWeek.Sunday] }, Now).NextPollAt!.Value;
        Assert.InRange(days, Now.AddHours(14), Now.AddHours(14.1));
        AssertWaits(TimeSpan.FromMinutes(15), _schedule.AfterSuccess(null, null, None with { SkipHours = [.. Enumerable.Range(0, 24)] }, Now));
    }

    [Theory]
    [InlineData(0, 30)]
    [InlineData(1, 60)]
    [InlineData(2, 120)]
    [InlineData(50, 1440)]
    public void AfterFailure_TheIntervalDoublesUpToTheMaximum(int failuresBefore, int minutes)
    {
        var next = _schedule.AfterFailure(null, failuresBefore, true, Fetched(FetchOutcome.Failed), "HTTP 500", Now);
        AssertWaits(TimeSpan.FromMinutes(minutes), next);
        Assert.Equal((SourceState.Failing, failuresBefore + 1, "HTTP 500"), (next.State, next.Failures, next.Error));
    }

    [Fact]
    public void AfterFailure_RetryAfterIsKept_BeyondTheMaximumToo()
    {
        var next = _schedule.AfterFailure(null, 0, true, Fetched(FetchOutcome.Throttled) with { RetryAfter = TimeSpan.FromDays(3) }, "HTTP 429", Now);
        AssertWaits(TimeSpan.FromDays(3), next);
        Assert.Equal(SourceState.Throttled, next.State);
    }

    [Theory]
    [InlineData(true, SourceState.Throttled)]
    [InlineData(false, SourceState.Failing)]
    public void AfterFailure_A403_IsThrottlingWhereTheServerUsedToAnswer(bool usedToAnswer, SourceState expected) =>
        Assert.Equal(expected, _schedule.AfterFailure(null, 0, usedToAnswer, Fetched(FetchOutcome.Failed) with { Status = 403 }, "HTTP 403", Now).State);

    [Fact]
    public void AfterFailure_GoneIsNeverAskedAgain()
    {
        var next = _schedule.AfterFailure(null, 0, true, Fetched(FetchOutcome.Gone), "HTTP 410", Now);
        Assert.Equal((SourceState.Gone, (DateTimeOffset?)null), (next.State, next.NextPollAt));
    }

    [Fact]
    public void AfterSuccess_TwentySourcesAskedTogether_DoNotAllComeBackTogether()
    {
        var times = Enumerable.Range(0, 20).Select(_ => _schedule.AfterSuccess(null, null, None, Now).NextPollAt).ToList();
        Assert.True(times.Distinct().Count() > 15);
        Assert.All(times, time => Assert.True(time >= Now + TimeSpan.FromMinutes(15)));
    }

    private static FetchResult Fetched(FetchOutcome outcome) => new() { Outcome = outcome, FinalUrl = "http://a.example/" };

    private static void AssertWaits(TimeSpan least, NextPoll next) => Assert.InRange(next.NextPollAt!.Value - Now, least, least * 1.1);
}
