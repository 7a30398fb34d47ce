using System.Collections.Concurrent;
using FeedHub.Model.Articles;
using Hangfire;
using Hangfire.States;

namespace FeedHub.Articles;

/// <summary>The jobs of pages that are on their way, one a host.</summary>
public sealed class PageJobs(IBackgroundJobClient jobs, TimeProvider time)
{
    /// <summary>So long after it was queued a job counts as lost: an admin may have deleted it on the dashboard.</summary>
    private static readonly TimeSpan LostAfter = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<string, long> _hosts = new(StringComparer.Ordinal);

    /// <summary>Queues the pages of a host; false if they are on their way already.</summary>
    public bool Enqueue(string host)
    {
        var now = time.GetTimestamp();
        var since = _hosts.AddOrUpdate(host, now, (_, other) => time.GetElapsedTime(other, now) > LostAfter ? now : other);
        if (since != now)
            return false;
        jobs.Enqueue<PageHostJob>(job => job.RunAsync(host, null, CancellationToken.None));
        return true;
    }

    /// <summary>The host's job has ended.</summary>
    public void Left(string host) => _hosts.TryRemove(host, out _);

    /// <summary>Shows a page that could not be had as a failed job of its own, which a person can requeue.</summary>
    public void Fail(QueuedPage page, PageAnswer answer) => jobs.Create<PageJob>(
        job => job.RunAsync(page.Id, CancellationToken.None), new FailedState(new PageFailedException(PageWords.Of(page, answer))));
}
