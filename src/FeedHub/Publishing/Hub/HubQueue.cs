using System.Collections.Concurrent;
using Hangfire;

namespace FeedHub.Publishing.Hub;

/// <summary>Queues the hub's calls: each once, however often it is found due, and those to slow hosts apart.</summary>
internal sealed class HubQueue(IBackgroundJobClient jobs, SlowHosts slow, TimeProvider time)
{
    /// <summary>Workers of their own: subscribers hold up neither polls nor housekeeping.</summary>
    public const string Name = "hub";

    /// <summary>Workers for hosts that take their time.</summary>
    public const string Slow = "hub-slow";

    /// <summary>A job that did not begin by then was deleted, on the dashboard or by a failure of the job store.</summary>
    private static readonly TimeSpan Lost = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<(bool IsPush, long Id), DateTimeOffset> _waiting = new();

    /// <summary>Looks soon which topics have news.</summary>
    public void Announce() => jobs.Enqueue<HubJobs>(hub => hub.AnnounceAsync(CancellationToken.None));

    /// <summary>A request is to be verified.</summary>
    public void Verify(long id, string host)
    {
        if (!IsNew((false, id)))
            return;
        if (slow.Contains(host))
            jobs.Enqueue<HubCalls>(hub => hub.VerifySlowAsync(id, CancellationToken.None));
        else
            jobs.Enqueue<HubCalls>(hub => hub.VerifyAsync(id, CancellationToken.None));
    }

    /// <summary>A subscriber is to be told.</summary>
    public void Push(long id, string host)
    {
        if (!IsNew((true, id)))
            return;
        if (slow.Contains(host))
            jobs.Enqueue<HubCalls>(hub => hub.PushSlowAsync(id, CancellationToken.None));
        else
            jobs.Enqueue<HubCalls>(hub => hub.PushAsync(id, CancellationToken.None));
    }

    /// <summary>The verification of this request waits no more.</summary>
    public void BeganVerification(long id) => _waiting.TryRemove((false, id), out _);

    /// <summary>The push to this subscriber waits no more.</summary>
    public void BeganPush(long id) => _waiting.TryRemove((true, id), out _);

    private bool IsNew((bool IsPush, long Id) call)
    {
        var now = time.GetUtcNow();
        return _waiting.TryAdd(call, now)
            || (_waiting.TryGetValue(call, out var since) && now - since > Lost && _waiting.TryUpdate(call, now, since));
    }
}
