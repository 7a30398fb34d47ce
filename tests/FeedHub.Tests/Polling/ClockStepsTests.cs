using FeedHub.Polling;
using FeedHub.Storage.Writing;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Polling;

/// <summary>A clock that is set: what is planned moves with it, once.</summary>
public sealed class ClockStepsTests : IAsyncLifetime
{
    private static readonly TimeSpan TwoDays = TimeSpan.FromDays(2);
    private readonly TempFolder _folder = new();
    private readonly SteppedClock _clock = new();
    private FakeNewsroom _newsroom = null!;
    private TestService _service = null!;

    private ClockSteps Steps => _service.Services.GetRequiredService<ClockSteps>();

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve("/a", Feeds.Rss("Alpha", new Written("1", "https://alpha.example/1", "One")));
        _service = await TestService.StartAsync(_folder, Feeds.Json(Feeds.Source(_newsroom.Url("/a"), "Alpha")), _clock);
        await _service.PollAsync("alpha");
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task AStepFromBeforeTheStart_IsFollowedOnce_EvenIfManyLookAtOnce()
    {
        var planned = await PlannedAsync();
        _clock.Step(-TwoDays);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Steps.FollowAsync(CancellationToken.None))));
        Assert.Equal(planned - TwoDays, await PlannedAsync(), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task AStepFromBeforeTheStart_IsFollowed_ThoughAnotherLookedAtTheClockBefore()
    {
        var planned = await PlannedAsync();
        _clock.Step(-TwoDays);
        Assert.False(Steps.InDoubt);
        await Steps.FollowAsync(CancellationToken.None);
        Assert.Equal(planned - TwoDays, await PlannedAsync(), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task AStepThatCouldNotBeFollowed_IsFollowedTheNextTime_AndOnceOnly()
    {
        await Steps.FollowAsync(CancellationToken.None);
        var planned = await PlannedAsync();
        _clock.Step(-TwoDays);
        using (await HeldWriter.HoldAsync(_service.Services.GetRequiredService<DatabaseWriter>()))
        {
            using var cancelling = new CancellationTokenSource();
            var cancelled = Steps.FollowAsync(cancelling.Token);
            await cancelling.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        }

        for (var n = 0; n < 3; n++)
            await Steps.FollowAsync(CancellationToken.None);
        Assert.Equal(planned - TwoDays, await PlannedAsync(), TimeSpan.FromMinutes(1));
    }

    private async Task<DateTimeOffset> PlannedAsync()
    {
        await using var db = await _service.DatabaseAsync();
        return (await db.Sources.AsNoTracking().SingleAsync()).NextPollAt!.Value;
    }
}
