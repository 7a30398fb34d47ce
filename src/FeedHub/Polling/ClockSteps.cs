using FeedHub.Model.Words;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Statements.Subscriptions;
using FeedHub.Storage.Writing;

namespace FeedHub.Polling;

/// <summary>
/// What follows from a clock that was set. Set back, all that is planned moves back with it: else a source that is due in a quarter
/// of an hour would wait for days. Set forward, what is due is polled once, as after a stop.
/// </summary>
public sealed partial class ClockSteps(
    ReadSessions database, DatabaseWriter writer, INodes nodes, TimeProvider time, ILogger<ClockSteps> logger) : IDisposable
{
    /// <summary>Less than this is a clock being trimmed, or a job that was late.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    /// <summary>How long a clock that was set forward is not believed by what deletes.</summary>
    private static readonly TimeSpan Doubt = TimeSpan.FromDays(1);

    private readonly Lock _padlock = new();
    private readonly SemaphoreSlim _turn = new(1);
    private bool _hasFollowed;
    private (DateTimeOffset Date, long Timestamp)? _last;
    private TimeSpan _back;
    private long? _forwardAt;

    /// <summary>True while the clock was set forward a short time ago: what is old by it may be young.</summary>
    public bool InDoubt
    {
        get
        {
            Look();
            lock (_padlock)
                return _forwardAt is { } at && time.GetElapsedTime(at) < Doubt;
        }
    }

    /// <summary>How long ago the clock was last set forward, or the machine woke up; null: never since the start.</summary>
    public TimeSpan? SinceForward
    {
        get
        {
            lock (_padlock)
                return _forwardAt is { } at ? time.GetElapsedTime(at) : null;
        }
    }

    /// <summary>Moves what is planned, if the clock was set back since it was last looked at or since FeedHub last ran. Of several nodes
    /// the owner does so.</summary>
    public async Task FollowAsync(CancellationToken cancellation)
    {
        if (!nodes.IsOwner)
            return;

        // One at a time: two who saw the same step would move everything twice.
        await _turn.WaitAsync(cancellation);
        try
        {
            await FollowAloneAsync(cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    // A step counts as followed only once what was planned is moved.
    private async Task FollowAloneAsync(CancellationToken cancellation)
    {
        var away = _hasFollowed ? TimeSpan.Zero : StepWhileAway();
        Look();
        TimeSpan seen;
        lock (_padlock)
            seen = _back;

        // What was seen since the start is part of what the last poll tells.
        if ((away < seen ? away : seen) is { Ticks: < 0 } step)
        {
            await writer.RunAsync(session => Shift(session, step), cancellation);
            LogBack(RelativeTime.SpanIn(-step).ToString());
        }

        _hasFollowed = true;
        lock (_padlock)
            _back -= seen;
    }

    // A poll in the future was made by a clock that has been set back since.
    private TimeSpan StepWhileAway() =>
        PlannedPolls.Newest(database) is { } poll && poll - time.GetUtcNow() > Tolerance ? time.GetUtcNow() - poll : TimeSpan.Zero;

    private void Look()
    {
        lock (_padlock)
        {
            var now = (Date: time.GetUtcNow(), Timestamp: time.GetTimestamp());
            var step = _last is { } before ? now.Date - before.Date - time.GetElapsedTime(before.Timestamp, now.Timestamp) : TimeSpan.Zero;
            _last = now;
            if (step < -Tolerance)
                _back += step;
            if (step > Tolerance)
            {
                _forwardAt = now.Timestamp;
                LogForward(RelativeTime.SpanIn(step).ToString());
            }
        }
    }

    [LoggerMessage(
        EventName = "ClockSetBack",
        Level = LogLevel.Warning,
        Message = "This machine's clock was set back by {Span}: what was planned moves back with it, and stories go on behind the newest.")]
    private partial void LogBack(string span);

    [LoggerMessage(
        EventName = "ClockSetForward",
        Level = LogLevel.Warning,
        Message = "This machine's clock was set forward by {Span}, or the machine slept: what is due is polled once, and nothing old is "
            + "purged for a day.")]
    private partial void LogForward(string span);

    private static bool Shift(WriteSession session, TimeSpan step)
    {
        PlannedPolls.Shift(session, step);
        AskedHubs.Shift(session, step);
        return true;
    }
}
