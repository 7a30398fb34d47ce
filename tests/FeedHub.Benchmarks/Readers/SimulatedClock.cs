namespace FeedHub.Benchmarks.Readers;

/// <summary>A clock that stands where the simulation has come to; timers go by the real one.</summary>
internal sealed class SimulatedClock(DateTimeOffset begin) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = begin;

    public override DateTimeOffset GetUtcNow() => Now;
}
