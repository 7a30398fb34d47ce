namespace FeedHub.Tests.Hosting;

/// <summary>The real clock, whose date a test may step as an operator or a time server does; timers and timestamps go on
/// undisturbed.</summary>
public sealed class SteppedClock : TimeProvider
{
    private long _offset;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _offset));

    public void Step(TimeSpan by) => Interlocked.Add(ref _offset, by.Ticks);
}
