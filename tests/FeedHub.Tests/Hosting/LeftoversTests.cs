using FeedHub.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Hosting;

public class LeftoversTests
{
    private readonly FakeTimeProvider _time = new();
    private long _allocated;
    private int _prepared;
    private int _given;
    private int _givenInRush;

    [Fact]
    public void WhatStartLeft_IsGivenBackOnceItWasCalmForSomeLooks()
    {
        using var leftovers = Begin();
        Look(times: Leftovers.CalmLooks - Leftovers.Start - 1);
        Assert.Equal((1, 0), (_prepared, _given));
        Look();
        Assert.Equal((1, 1), (_prepared, _given));
        Look(times: 1000);
        Assert.Equal((1, 1), (_prepared, _given));
    }

    [Fact]
    public void ABusyTime_IsWaitedFor()
    {
        using var leftovers = Begin();
        for (var busy = 0; busy < 5; busy++)
        {
            Look();
            Look(bytes: Leftovers.Busy);
        }

        Look(times: Leftovers.CalmLooks - 1);
        Assert.Equal(0, _given);
        Look();
        Assert.Equal(1, _given);
    }

    [Fact]
    public void InARush_PagesAreGivenBackSoon_AndAgainWheneverMuchWasAllocated()
    {
        using var leftovers = Begin();
        Look(bytes: Leftovers.Busy);
        Assert.Equal(0, _givenInRush);
        Look(bytes: Leftovers.Busy);
        Assert.Equal(1, _givenInRush);
        Look(bytes: Leftovers.Rush - 1);
        Look(bytes: Leftovers.Busy);
        Assert.Equal((2, 1), (_prepared, _givenInRush));
        Look(bytes: Leftovers.Busy);
        Assert.Equal((2, 2), (_prepared, _givenInRush));
        Look(times: Leftovers.CalmLooks);
        Assert.Equal((1, 2), (_given, _givenInRush));
    }

    [Fact]
    public void WhatALaterBusyTimeLeft_IsGivenBackOnceItIsWorthIt()
    {
        using var leftovers = Begin();
        Look(times: Leftovers.CalmLooks);
        Look(bytes: Leftovers.Worth - 1);
        Look(times: 2 * Leftovers.CalmLooks);
        Assert.Equal(1, _given);
        Look(bytes: 1);
        Look(times: 2 * Leftovers.CalmLooks);
        Assert.Equal(2, _given);
    }

    [Fact]
    public void AServiceThatEndsBefore_GivesNothingBack()
    {
        Begin().Dispose();
        Look(times: 2 * Leftovers.CalmLooks);
        Assert.Equal((0, 0), (_prepared, _given));
    }

    private Leftovers Begin() => new(_time, () => _allocated, () =>
    {
        _prepared++;
        return isCalm => _ = isCalm ? _given++ : _givenInRush++;
    });

    private void Look(int times = 1, long bytes = 0)
    {
        _allocated += bytes;
        for (var time = 0; time < times; time++)
            _time.Advance(Leftovers.Look);
    }
}
