using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>Gives the stories that one command of the writer begins their arrivals, which rise in the order of commits
/// (docs/notes/arrival.md).</summary>
internal sealed class Arrivals(WriteSession session)
{
    private const long Second = 1000;

    private long? _last;

    /// <summary>
    /// The next arrival: now, or later where that was given already, also after the clock stepped back. Each command begins a second of its
    /// own, since many programs know dates to the second.
    /// </summary>
    public DateTimeOffset Next(DateTimeOffset now)
    {
        _last = _last is { } before ? before + 1 : First(now.ToUnixTimeMilliseconds());
        return DateTimeOffset.FromUnixTimeMilliseconds(_last.Value);
    }

    private long First(long now)
    {
        var last = session.Scalar<long>("SELECT max(SortAt) FROM Stories");
        return now / Second > last / Second ? now : ((last / Second) + 1) * Second;
    }
}
