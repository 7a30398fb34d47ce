using System.Collections.Concurrent;
using Hangfire;

namespace FeedHub.Polling;

/// <summary>
/// Polls on their way to a worker, each source once. It lives in memory as Hangfire's queue does, so that both forget together;
/// what is due stands in the database.
/// </summary>
public sealed class PollQueue(IBackgroundJobClient jobs, TimeProvider time)
{
    /// <summary>So long after it was to start a queued poll counts as lost: an admin may have deleted its job on the dashboard.</summary>
    private static readonly TimeSpan LostAfter = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<long, QueuedPoll> _queued = new();

    /// <summary>Queues a poll of a source that is due, to start after <paramref name="delay"/>; false if one is on its way
    /// already.</summary>
    public bool TryEnqueue(long sourceId, TimeSpan delay)
    {
        if (!Claim(sourceId, delay))
            return false;
        if (delay > TimeSpan.Zero)
            jobs.Schedule<PollJob>(job => job.RunAsync(sourceId, null, CancellationToken.None), delay);
        else
            jobs.Enqueue<PollJob>(job => job.RunAsync(sourceId, null, CancellationToken.None));
        return true;
    }

    /// <summary>Queues a poll that a person asks for, due or not.</summary>
    public void Refresh(long sourceId) => jobs.Enqueue<PollJob>(job => job.RefreshAsync(sourceId, CancellationToken.None));

    /// <summary>The source's poll has ended: it may be queued again.</summary>
    public void Done(long sourceId) => _queued.TryRemove(sourceId, out _);

    // By timestamps, not by date: a clock that is set must not make a poll count as lost that is under way.
    private bool Claim(long sourceId, TimeSpan delay)
    {
        var mine = new QueuedPoll(time.GetTimestamp(), delay + LostAfter);
        var held = _queued.AddOrUpdate(
            sourceId,
            mine,
            (_, other) => time.GetElapsedTime(other.Since, mine.Since) > other.For ? mine : other);
        return ReferenceEquals(held, mine);
    }

    private sealed record QueuedPoll(long Since, TimeSpan For);
}
