using FeedHub.Model.Settings;
using FeedHub.Model.Sources;
using FeedHub.Polling;
using FeedHub.Storage.Tables;

namespace FeedHub.Tests.Model.Sources;

public class RhythmTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
    private static readonly PollingOptions Options = new();

    [Fact]
    public void ASourceOfOfficeHours_IsPolledOftenByDay_AndRarelyByNight()
    {
        var rhythm = Known(OfficeHours(60));
        var day = Pace.Wait(rhythm, Options, Now.AddHours(10));
        var night = Pace.Wait(rhythm, Options, Now.AddHours(1));
        Assert.InRange(day, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15));
        Assert.InRange(night, TimeSpan.FromHours(1.5), TimeSpan.FromHours(8));
    }

    [Fact]
    public void TheWaitOfANight_EndsWhenTheDayBegins()
    {
        var rhythm = Known(OfficeHours(60));
        var woken = Now.AddHours(6) + Pace.Wait(rhythm, Options, Now.AddHours(6));
        Assert.InRange(woken, Now.AddHours(7), Now.AddHours(8.5));
    }

    [Fact]
    public void AWeeklySource_IsPolledOftenInItsOwnHourAlone()
    {
        var rhythm = Known(Enumerable.Range(1, 8).Select(week => Now.AddDays(-7 * week).AddHours(8.1)));
        Assert.True(Pace.Wait(rhythm, Options, Now.AddHours(8)) < TimeSpan.FromHours(1));
        Assert.True(Pace.Wait(rhythm, Options, Now.AddDays(2)) > TimeSpan.FromHours(6));
    }

    [Fact]
    public void ADeadSource_IsAskedOnceADay_AndALoudOne_EveryFiveMinutes()
    {
        Assert.Equal(Options.MaxInterval, Pace.Wait(Known([Now.AddDays(-900)]), Options, Now));
        Assert.Equal(
            Options.MinInterval,
            Pace.Wait(Known(Enumerable.Range(1, 56 * 24 * 20).Select(n => Now.AddMinutes(-3 * n))), Options, Now));
    }

    [Fact]
    public void ASourceThatWasNeverSeen_BeginsWithTheDefault_AndIsNotLeftLongerThanItIsKnown()
    {
        var unknown = Rhythm.Of([], Now);
        Assert.Equal(Options.DefaultInterval, Pace.Wait(unknown, Options, Now));
        Assert.Equal(Options.DefaultInterval, Pace.Wait(Rhythm.Of([Now.AddDays(-900)], Now), Options, Now));
        Assert.InRange(Pace.Wait(unknown, Options, Now.AddHours(1)), Options.DefaultInterval, TimeSpan.FromHours(1));
    }

    [Theory]
    [InlineData(1, 24)]
    [InlineData(20, 480)]
    public void ItemsThatCameJustNow_AreTakenForThoseOfAnHour(int items, double aDay)
    {
        var rhythm = Rhythm.Of(Enumerable.Range(0, items).Select(n => Now.AddMilliseconds(-n)), Now);
        Assert.Equal(aDay, rhythm.Level * 24, 0.01);
    }

    [Fact]
    public void AnIntervalBelowTheLeast_ThatAnOperatorGives_IsTheLeast()
    {
        var options = new PollingOptions { DefaultInterval = TimeSpan.FromSeconds(2) };
        Assert.Equal(TimeSpan.FromSeconds(2), Pace.Wait(Rhythm.Of([], Now), options, Now));
    }

    [Fact]
    public void Silence_LongerThanTheRhythmExplains_IsStrange_AndSaidInWords()
    {
        var rhythm = Rhythm.Of(Enumerable.Range(0, 20 * 30).Select(n => Now.AddMinutes(-72 * n)), Now);
        Assert.False(Silence.IsStrange(rhythm, Now.AddHours(5)));
        Assert.True(Silence.IsStrange(rhythm, Now.AddHours(9)));
        Assert.Equal("usually 20 a day, none for 9 h", Silence.Words(rhythm, Now.AddHours(9)).ToString());
        Assert.False(Silence.IsStrange(rhythm.With([Now.AddHours(9)], Now.AddHours(9.1)), Now.AddHours(9.1)));
    }

    [Fact]
    public void ANightOrAWeekend_WithoutItems_IsNotStrange()
    {
        var weekdays = Known(OfficeHours(70).Where(time => time.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)));
        Assert.False(Silence.IsStrange(weekdays, Now.AddHours(8.4)));
        Assert.True(Silence.IsStrange(weekdays, Now.AddDays(3)));
    }

    [Fact]
    public void ASourceKnownForAnHour_IsNeverStrangelySilent() =>
        Assert.False(Silence.IsStrange(Rhythm.Of(Enumerable.Range(0, 30).Select(n => Now.AddMinutes(-n)), Now), Now.AddDays(1)));

    [Fact]
    public void TheRhythm_OutlivesItsWayThroughTheDatabase()
    {
        var rhythm = Known(OfficeHours(60));
        var text = StoredJson.Write(rhythm);
        Assert.True(text.Length < 2000, text);
        Assert.Equal(text, StoredJson.Write(StoredJson.Read<Rhythm>(text)));
        Assert.Equal(rhythm.RateAt(Now.AddHours(9)), StoredJson.Read<Rhythm>(text).RateAt(Now.AddHours(9)), 6);
    }

    [Fact]
    public void PolledByItsRhythm_ASourceIsReadSooner_WithNoMoreRequests_ThanByAFixedInterval()
    {
        var items = OfficeHours(90).Order().ToList();
        var ours = Poll(items, (rhythm, now) => Pace.Wait(rhythm, Options, now));
        var interval = TimeSpan.FromDays(30) / ours.Polls;
        var even = Poll(items, (_, _) => interval);
        Assert.True(ours.Polls <= even.Polls, $"{ours.Polls} polls against {even.Polls}");
        Assert.True(ours.Delay < 0.75 * even.Delay, $"{ours.Delay} against {even.Delay}");
    }

    // The last 30 days of the items, polled from the first of them on; what lies before is what the feed lists then.
    private static (int Polls, TimeSpan Delay) Poll(List<DateTimeOffset> items, Func<Rhythm, DateTimeOffset, TimeSpan> wait)
    {
        var (polls, delay, now) = (0, TimeSpan.Zero, Now.AddDays(-30));
        var rhythm = Rhythm.Of(items.Where(time => time <= now), now) with { Since = now.AddDays(-30) };
        while (now < Now)
        {
            var before = now;
            now += wait(rhythm, now);
            var came = items.Where(time => time > before && time <= now).ToList();
            rhythm = came.Count > 0 ? rhythm.With(came, now) : rhythm;
            (polls, delay) = (polls + 1, delay + TimeSpan.FromTicks(came.Sum(time => (now - time).Ticks)));
        }

        return (polls, delay);
    }

    // Two an hour from 8 to 18, to the minute by chance, the same at every run.
    private static IEnumerable<DateTimeOffset> OfficeHours(int days)
    {
        var random = new Random(7);
        return from day in Enumerable.Range(1, days)
               from hour in Enumerable.Range(8, 10)
               from _ in Enumerable.Range(0, 2)
               select Now.AddDays(-day).AddHours(hour).AddMinutes(random.Next(60));
    }

    private static Rhythm Known(IEnumerable<DateTimeOffset> items) => Rhythm.Of(items, Now) with { Since = Now.AddDays(-60) };
}
