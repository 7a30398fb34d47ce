using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>Gives what one command of the writer brings its arrivals, which rise in the order of commits (docs/notes/arrival.md).</summary>
internal sealed class Arrivals(WriteSession session)
{
    private readonly ArrivalClock _clock = new(session);
    private Answer<long>? _before;
    private long? _stored;
    private long _last;

    // Read once: no other command runs before this one has ended.
    private long Last
    {
        get
        {
            Ask();
            _last = Math.Max(_last, _stored ??= _before!.Rows.FirstOrDefault());
            return _last;
        }
    }

    /// <summary>Asks for the newest one, before it is needed.</summary>
    public void Ask() => _before ??= StorySequences.AskArrived(session);

    /// <summary>The next arrival: now, or a millisecond after the last one; where the clock stepped back, as long after the last one as
    /// has gone by since.</summary>
    public DateTimeOffset Next(DateTimeOffset now)
    {
        _last = Math.Max(Last + 1, _clock.At(now, Last));
        return DateTimeOffset.FromUnixTimeMilliseconds(_last);
    }

    /// <summary>The arrival of what takes its place by its date: what is found later comes after it too.</summary>
    public DateTimeOffset ByDate(DateTimeOffset publishedAt)
    {
        _last = Math.Max(Last, publishedAt.ToUnixTimeMilliseconds());
        return publishedAt;
    }

    /// <summary>Writes down the last one that was given.</summary>
    public void Flush()
    {
        if (_last > _stored)
            StorySequences.Arrive(session, _last, _clock.Ahead);
        _stored = Math.Max(_stored ?? 0, _last);
    }
}
