namespace FeedHub.Storage.Engines.Postgres;

/// <summary>
/// How far this node's clock is ahead of the database's. An answer that took long, as on a busy machine, says little of it: of the last
/// eight samples the one with the shortest delay holds (the clock filter of RFC 5905, section 10).
/// </summary>
internal sealed class ClockOffset
{
    private const int Kept = 8;

    private readonly Queue<ClockSample> _samples = new(Kept);

    /// <summary>As the best sample says; zero before the first.</summary>
    public TimeSpan Ahead { get; private set; }

    /// <summary>Takes a sample. One that cannot be true beside the best one says that a clock was set: those before it are
    /// forgotten.</summary>
    public void Add(ClockSample sample)
    {
        if (Best is { } best && (sample.Ahead - best.Ahead).Duration() > sample.Error + best.Error)
            _samples.Clear();
        if (_samples.Count == Kept)
            _samples.Dequeue();
        _samples.Enqueue(sample);
        Ahead = Best!.Ahead;
    }

    private ClockSample? Best => _samples.MinBy(one => one.Delay);
}

/// <summary>One look at the database's clock.</summary>
/// <param name="Ahead">How far this node's clock was ahead of it, if the database looked in the middle of the wait.</param>
/// <param name="Delay">How long the answer took.</param>
internal sealed record ClockSample(TimeSpan Ahead, TimeSpan Delay)
{
    // The database's clock is told in milliseconds, and two clocks drift a little in four seconds.
    private static readonly TimeSpan Fineness = TimeSpan.FromMilliseconds(5);

    /// <summary>The truth is not further away than this.</summary>
    public TimeSpan Error => (Delay / 2) + Fineness;
}
