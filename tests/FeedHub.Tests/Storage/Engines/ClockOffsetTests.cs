using FeedHub.Storage.Engines.Postgres;

namespace FeedHub.Tests.Storage.Engines;

/// <summary>What a node thinks of the database's clock, by samples of milliseconds ahead and of delay.</summary>
public sealed class ClockOffsetTests
{
    [Theory]
    [InlineData("300/4", 300)]
    [InlineData("300/4 900/1210", 300)]
    [InlineData("900/1210 300/4", 300)]
    [InlineData("-40/100 -40/100 760/1700 -840/1700", -40)]
    [InlineData("300/6 302/4", 302)]
    public void TheSampleOfTheShortestDelay_Holds(string samples, double ahead) => Assert.Equal(ahead, AheadBy(samples));

    [Theory]
    [InlineData("300/4 300300/6", 300300)]
    [InlineData("300/4 -299700/900", -299700)]
    [InlineData("300/4 300300/600 300310/700", 300300)]
    public void AClockThatWasSet_IsBelievedAtOnce(string samples, double ahead) => Assert.Equal(ahead, AheadBy(samples));

    // A clock that drifts: what was true is not true for ever.
    [Fact]
    public void ASample_IsForgottenAfterEightOthers() =>
        Assert.Equal(12, AheadBy("10/2 " + string.Join(' ', Enumerable.Repeat("12/8", 8))));

    private static double AheadBy(string samples)
    {
        var clock = new ClockOffset();
        foreach (var sample in samples.Split(' ').Select(sample => sample.Split('/').Select(double.Parse).ToArray()))
            clock.Add(new(TimeSpan.FromMilliseconds(sample[0]), TimeSpan.FromMilliseconds(sample[1])));
        return clock.Ahead.TotalMilliseconds;
    }
}
