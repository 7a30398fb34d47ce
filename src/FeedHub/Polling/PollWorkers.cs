using Hangfire;

namespace FeedHub.Polling;

/// <summary>Whether there are workers enough for the polls that wait.</summary>
public sealed class PollWorkers(JobStorage storage)
{
    /// <summary>True while a poll waits for a worker: then none should wait for its host.</summary>
    public bool AreShort => storage.GetMonitoringApi().EnqueuedCount(PollJob.Queue) > 0;
}
