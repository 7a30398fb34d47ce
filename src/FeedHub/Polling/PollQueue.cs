using System.Collections.Concurrent;
using Hangfire;
using Hangfire.States;

namespace FeedHub.Polling;

/// <summary>
/// Polls on their way to a worker, each source once. It lives in memory as Hangfire's queue does, so that both forget together;
/// what is due stands in the database.
/// </summary>
public sealed class PollQueue(IBackgroundJobClient jobs, HostLanes lanes, TimeProvider time)
{
    /// <summary>So long after it was to start a queued poll counts as lost: an admin may have deleted its job on the dashboard.</summary>
    private static readonly TimeSpan LostAfter = TimeSpan.FromMinutes(30);

    /// <summary>So many sources are polled by one job before a second one begins with it: each job costs more than a few polls that
    /// bring nothing. Where answers take long, <see cref="HostRound"/> lets others join in.</summary>
    private const int Worthwhile = 32;

    /// <summary>Most sources of a job: they are its arguments.</summary>
    private const int Most = 500;

    private readonly ConcurrentDictionary<long, QueuedPoll> _queued = new();
    private readonly FailedPolls _failed = new(jobs);

    /// <summary>Queues a poll of a source that is due, to start after <paramref name="delay"/>; false if one is on its way
    /// already.</summary>
    public bool TryEnqueue(long sourceId, TimeSpan delay)
    {
        if (!Claim(sourceId, delay))
            return false;
        Single(sourceId, delay);
        return true;
    }

    /// <summary>
    /// Queues what is due of one host, dealt out in its order to as many jobs as may poll there at a time; what does not fit waits for
    /// another call. Returns how many sources it queued.
    /// </summary>
    /// <param name="host">The host.</param>
    /// <param name="due">Its sources that are due, the longest due first.</param>
    /// <param name="atATime">Jobs at a time for the host.</param>
    public int Enqueue(string host, IEnumerable<long> due, int atATime)
    {
        var free = lanes.Free(host, atATime);
        if (free == 0)
            return 0;
        var claimed = due.Where(id => Claim(id, TimeSpan.Zero)).Take(free * Most).ToList();
        var dealt = Math.Min(free, (claimed.Count + Worthwhile - 1) / Worthwhile);
        for (var lane = 0; lane < dealt; lane++)
            lanes.Enter(host, JobOf(new(host, [.. claimed.Where((_, place) => place % dealt == lane)], Refresh: false), TimeSpan.Zero));
        return claimed.Count;
    }

    /// <summary>Queues the rest of a batch, whose sources are on their way already.</summary>
    /// <param name="rest">What is left.</param>
    /// <param name="delay">When to go on.</param>
    public void Continue(HostBatch rest, TimeSpan delay) => lanes.Enter(rest.Host, JobOf(rest, delay));

    /// <summary>Queues a poll that a person asks for, due or not.</summary>
    public void Refresh(long sourceId) => jobs.Enqueue<PollJob>(job => job.RefreshAsync(sourceId, null, CancellationToken.None));

    /// <summary>Queues a poll that a person asks for, due or not, and without validators.</summary>
    public void RefreshInFull(long sourceId) => jobs.Enqueue<PollJob>(job => job.RefreshInFullAsync(sourceId, CancellationToken.None));

    /// <summary>Shows a poll of a batch that brought no feed as a failed job of its own, which a person can requeue.</summary>
    public void Fail(long sourceId, Exception why) =>
        Failed(sourceId, jobs.Create<PollJob>(job => job.RunAsync(sourceId, null, CancellationToken.None), new FailedState(why)));

    /// <summary>A job fails since its source's poll brought no feed: it stands alone for that.</summary>
    public void Failed(long sourceId, string? job) => _failed.Note(sourceId, job);

    /// <summary>The source's poll brought a feed: no failed job shows any more that it was not well.</summary>
    public void Well(long sourceId) => _failed.Forget(sourceId);

    /// <summary>The source's poll has ended: it may be queued again.</summary>
    public void Done(long sourceId) => _queued.TryRemove(sourceId, out _);

    /// <summary>A job has ended: its host may have another.</summary>
    public void Left(string? job) => lanes.Leave(job);

    private string JobOf(HostBatch batch, TimeSpan delay) => batch switch
    {
        { Sources: [var only], Refresh: false } => Single(only, delay),
        { Refresh: true } => jobs.Create<PollHostJob>(
            job => job.RefreshAsync(batch.Host, batch.Sources, null, CancellationToken.None), StateOf(delay)),
        _ => jobs.Create<PollHostJob>(job => job.RunAsync(batch.Host, batch.Sources, null, CancellationToken.None), StateOf(delay)),
    };

    private string Single(long sourceId, TimeSpan delay) =>
        jobs.Create<PollJob>(job => job.RunAsync(sourceId, null, CancellationToken.None), StateOf(delay));

    private static IState StateOf(TimeSpan delay) => delay > TimeSpan.Zero ? new ScheduledState(delay) : new EnqueuedState();

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
