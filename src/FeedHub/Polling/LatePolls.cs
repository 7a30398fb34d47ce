using FeedHub.Fetching;
using FeedHub.Model.Words;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Polling;

/// <summary>Whether sources wait for their polls much longer than they should.</summary>
public sealed class LatePolls(ReadSessions database, ClockSteps clock, Dispatcher dispatcher, OwnNetwork network, TimeProvider time)
{
    /// <summary>Longer than any queue that a well hub has; also what it gets after a start or a sleep to make up for it.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(15);

    /// <summary>Nobody looked for what is due for so long.</summary>
    private static readonly TimeSpan Unlooked = TimeSpan.FromMinutes(2);

    private readonly long _startedAt = time.GetTimestamp();

    /// <summary>Says so if polls are late, else null.</summary>
    public Reason? Trouble
    {
        get
        {
            if (time.GetElapsedTime(_startedAt) < Late || clock.SinceForward < Late
                || network.IsDown || network.SinceBack < Late)
                return null;
            return LateOnes() is ( > 0 and var count, { } since)
                ? Reason.Of(
                    dispatcher.SinceLook > Unlooked ? ReasonCode.PollsNotDispatched : ReasonCode.PollsLate,
                    count, RelativeTime.SpanIn(time.GetUtcNow() - since))
                : null;
        }
    }

    /// <summary>True if none is late, also where that is not held against anybody yet.</summary>
    public bool AreInTime => LateOnes().Count == 0;

    private (long Count, DateTimeOffset? Since) LateOnes()
    {
        var now = time.GetUtcNow();
        return DueSources.LateAt(database, now - Late, now);
    }
}
