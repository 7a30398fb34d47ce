using FeedHub.Polling;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Polling;

/// <summary>Many sources that change at once: a few lines of the log.</summary>
public sealed class StateCrowdTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<string> _told = [];

    [Fact]
    public void MoreThanAFewInAMinute_AreToldTogether_WhenItIsOver()
    {
        using var crowd = Crowd();
        var held = Enumerable.Range(1, 8).Count(n => crowd.Holds($"paper-{n}", n < 7 ? "failing" : "gone"));
        Assert.Equal(3, held);
        Assert.Empty(_told);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["3: failing: paper-6; gone: paper-7, paper-8"], _told);
        Assert.False(crowd.Holds("paper-9", "failing"));
    }

    [Fact]
    public void AFewInEachMinute_AreToldOneByOne()
    {
        using var crowd = Crowd();
        for (var n = 0; n < 20; n++)
        {
            Assert.False(crowd.Holds($"paper-{n}", "failing"));
            _time.Advance(TimeSpan.FromSeconds(13));
        }

        Assert.Empty(_told);
    }

    [Fact]
    public void WhatIsHeldBackAtTheEnd_IsToldThen()
    {
        using (var crowd = Crowd())
            Assert.Equal(1, Enumerable.Range(1, 6).Count(n => crowd.Holds($"paper-{n}", "well again")));
        Assert.Equal(["1: well again: paper-6"], _told);
    }

    private StateCrowd Crowd() => new(_time, (count, states) => _told.Add($"{count}: {states}"));
}
