using FeedHub.Publishing;

namespace FeedHub.HealthFeed;

/// <summary>The feed as it was sent last, so that its date follows every change: an event may also leave it.</summary>
public sealed class HealthFeedMemory
{
    private readonly Lock _padlock = new();
    private (string Address, RenderedFeed Feed)? _last;

    /// <summary>What to send at this address: the very document as before if nothing has changed.</summary>
    public RenderedFeed Follow(string address, RenderedFeed feed)
    {
        lock (_padlock)
        {
            var sent = _last is { } last && last.Address == address ? last.Feed.Follow(feed) : feed;
            _last = (address, sent);
            return sent;
        }
    }
}
