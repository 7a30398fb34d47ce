using FeedHub.Fetching;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Fetching;

public sealed class DeadlineTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Token_IsCancelledAtTheLimit()
    {
        using var deadline = new Deadline(_clock, TimeSpan.FromSeconds(30), CancellationToken.None);
        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(deadline.Token.IsCancellationRequested);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(deadline.Token.IsCancellationRequested);
    }

    [Fact]
    public async Task Pause_DoesNotCount()
    {
        using var deadline = new Deadline(_clock, TimeSpan.FromSeconds(30), CancellationToken.None);
        _clock.Advance(TimeSpan.FromSeconds(20));
        await deadline.PauseAsync(() =>
        {
            _clock.Advance(TimeSpan.FromHours(1));
            return Task.FromResult(true);
        });
        Assert.Equal(TimeSpan.FromSeconds(20), deadline.Spent);
        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.False(deadline.Token.IsCancellationRequested);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(deadline.Token.IsCancellationRequested);
    }

    [Fact]
    public void Caller_CancelsToo()
    {
        using var caller = new CancellationTokenSource();
        using var deadline = new Deadline(_clock, TimeSpan.FromSeconds(30), caller.Token);
        caller.Cancel();
        Assert.True(deadline.Token.IsCancellationRequested);
    }
}
