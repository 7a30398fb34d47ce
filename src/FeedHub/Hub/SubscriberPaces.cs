using System.Collections.Concurrent;

namespace FeedHub.Hub;

/// <summary>
/// How fast subscribers took their last pushes: those who take their time wait for each other, and those who answer at once for nobody
/// of whom nothing is known. What is forgotten at a restart is learnt again from the first push.
/// </summary>
internal sealed class SubscriberPaces(TimeProvider time)
{
    private const int Most = 100_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    // When it was slow; null: it was not.
    private readonly ConcurrentDictionary<long, DateTimeOffset?> _slowSince = new();

    /// <summary>The line for a push to this subscriber. A subscriber that was slow counts as new again after an hour.</summary>
    public HubLane LaneOf(long subscriber) =>
        !_slowSince.TryGetValue(subscriber, out var since) ? HubLane.PushNew
        : since is not { } at ? HubLane.PushKnown
        : time.GetUtcNow() - at < Remembered ? HubLane.PushSlow : HubLane.PushNew;

    /// <summary>It answered, or did not.</summary>
    public void Answered(long subscriber, bool slowly)
    {
        if (_slowSince.Count >= Most)
            _slowSince.Clear();
        _slowSince[subscriber] = slowly ? time.GetUtcNow() : null;
    }
}
