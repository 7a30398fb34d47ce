using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>Gives the stories that one command of the writer begins their arrivals, which rise in the order of commits
/// (docs/notes/arrival.md).</summary>
internal sealed class Arrivals(WriteSession session)
{
    private const long Second = 1000;
    private const long MostAhead = 60 * Second;

    private bool _hasBegun;
    private long? _last;

    // Read once: no other command runs before this one has ended.
    private long Last => _last ??= StorySequences.Arrived(session);

    /// <summary>
    /// The next arrival: now, or later where that was given already, also after the clock stepped back. Each command begins a second of its
    /// own, since many programs know dates to the second.
    /// </summary>
    public DateTimeOffset Next(DateTimeOffset now)
    {
        var next = _hasBegun ? Last + 1 : After(Last, now.ToUnixTimeMilliseconds());
        _hasBegun = true;
        Raise(next);
        return DateTimeOffset.FromUnixTimeMilliseconds(next);
    }

    /// <summary>The arrival of a story that takes its place by its date: what is found later comes after it too.</summary>
    public DateTimeOffset ByDate(DateTimeOffset publishedAt)
    {
        Raise(publishedAt.ToUnixTimeMilliseconds());
        return publishedAt;
    }

    /// <summary>The first arrival of a command: later than the last one, in a second of its own unless arrivals are a minute ahead of the
    /// clock already.</summary>
    /// <param name="last">The newest arrival there is, in milliseconds since 1970.</param>
    /// <param name="now">The clock, too.</param>
    internal static long After(long last, long now)
    {
        if (now / Second > last / Second)
            return now;
        var next = ((last / Second) + 1) * Second;
        return next <= now + MostAhead ? next : last + 1;
    }

    private void Raise(long arrival)
    {
        if (arrival <= Last)
            return;
        StorySequences.Arrive(session, arrival);
        _last = arrival;
    }
}
