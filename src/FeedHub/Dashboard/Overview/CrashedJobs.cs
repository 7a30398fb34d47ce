using FeedHub.Polling;
using Hangfire;

namespace FeedHub.Dashboard.Overview;

/// <summary>Counts the failed jobs that are not a publisher's fault; a few seconds old is new enough for a menu.</summary>
public sealed class CrashedJobs(JobStorage storage, TimeProvider time)
{
    private const int LookedAt = 500;
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private (DateTimeOffset At, int Count) _known = (DateTimeOffset.MinValue, 0);

    /// <summary>How many there are among the newest failed jobs.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                if ((time.GetUtcNow() - _known.At).Duration() > Freshness)
                    _known = (time.GetUtcNow(), Look());
                return _known.Count;
            }
        }
    }

    private int Look() => storage.GetMonitoringApi().FailedJobs(0, LookedAt)
        .Count(job => job.Value is not null && job.Value.ExceptionType != PollFailedException.Said);
}
