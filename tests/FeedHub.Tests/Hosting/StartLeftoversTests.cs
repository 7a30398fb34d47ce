using FeedHub.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Hosting;

public class StartLeftoversTests
{
    private readonly FakeTimeProvider _time = new();
    private int _given;

    [Fact]
    public void WhatStartLeft_IsGivenBackOnceWhenStartIsOver()
    {
        using var leftovers = With(StartLeftovers.Small - 1);
        _time.Advance(StartLeftovers.Calm - TimeSpan.FromSeconds(1));
        Assert.Equal(0, _given);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, _given);
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, _given);
    }

    [Fact]
    public void ALargeHeap_IsLeftToTheCollector()
    {
        using var leftovers = With(StartLeftovers.Small);
        _time.Advance(StartLeftovers.Calm);
        Assert.Equal(0, _given);
    }

    [Fact]
    public void AServiceThatEndsBefore_GivesNothingBack()
    {
        With(0).Dispose();
        _time.Advance(StartLeftovers.Calm);
        Assert.Equal(0, _given);
    }

    private StartLeftovers With(long used) => new(_time, () => used, () => _given++);
}
