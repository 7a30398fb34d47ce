using FeedHub.Fetching;
using FeedHub.Jobs;
using FeedHub.Publishing.Selection;
using Hangfire;

namespace FeedHub.Hub;

/// <summary>The hub's own work as Hangfire jobs: what is to be told, and to whom.</summary>
[AutomaticRetry(Attempts = 0)]
[FailedForADay]
[Queue(HubQueue.Name)]
internal sealed class HubJobs(HubStore store, HubTopics topics, FeedNews news, HubQueue queue, OneAtATime announcing, OwnNetwork network)
{
    /// <summary>Id of the recurring job that looks for what is due.</summary>
    public const string SweepId = "websub";

    /// <summary>Looks which topics have news, and queues a push to everyone who was not told.</summary>
    [JobDisplayName("WebSub: announce what changed")]
    public async Task<string> AnnounceAsync(CancellationToken cancellation)
    {
        var result = "";
        return await announcing.RunAsync(async () => result = await LookAsync(cancellation))
            ? result
            : "under way, and done once more then";
    }

    /// <summary>Ends leases, and queues what is due: what waited for a retry, and what a restart interrupted.</summary>
    [JobDisplayName("WebSub: queue what is due")]
    public async Task<string> SweepAsync(CancellationToken cancellation)
    {
        await store.ExpireAsync(cancellation);
        return await QueueDueAsync(cancellation);
    }

    private async Task<string> LookAsync(CancellationToken cancellation)
    {
        foreach (var (baseUrl, path, told) in store.Topics())
        {
            // A topic whose filter no longer exists, such as a source that was deleted, has no news; its lease runs out.
            if ((await topics.ReadAsync(path, cancellation)).Topic is { } topic
                && (await news.SinceAsync(topic.Filter, told, cancellation)).Stories is [.., { } newest])
                Queue(await store.MarkDueAsync(baseUrl, path, newest.Change, cancellation));
        }

        return await QueueDueAsync(cancellation);
    }

    private async Task<string> QueueDueAsync(CancellationToken cancellation)
    {
        // What cannot go out is not a subscriber's fault.
        if (network.Trouble is { } away)
            return $"nobody is told: {away}";
        var (requests, pushes) = store.Due();
        foreach (var (id, host, failures) in requests)
            queue.Verify(id, host, wasSilent: failures > 0);
        Queue(pushes);
        var (waiting, atWork) = queue.Counts;
        return $"{requests.Count} to verify, {pushes.Count} to push; {atWork} calls under way, {waiting} wait";
    }

    private void Queue(IReadOnlyList<(long Id, string Host)> pushes)
    {
        foreach (var (id, host) in pushes)
            queue.Push(id, host);
    }
}
