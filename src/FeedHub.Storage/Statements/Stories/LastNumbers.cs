using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>The last numbers that one transaction gave to items and stories: read once, and counted here, since nobody else gives any
/// meanwhile.</summary>
internal sealed class LastNumbers : IGathered
{
    private Answer<long>? _lastItem;
    private Answer<long>? _lastStory;
    private long _items;
    private long _stories;

    /// <summary>Asks for them, before they are needed.</summary>
    public void Ask(WriteSession session)
    {
        _lastItem ??= session.Ask("SELECT coalesce(max(Id), 0) FROM Items", row => row.GetInt64(0));
        _lastStory ??= session.Ask(session.LastStory, row => row.GetInt64(0));
    }

    /// <summary>The next item's.</summary>
    public long NextItem(WriteSession session)
    {
        Ask(session);
        return _lastItem!.Rows[0] + ++_items;
    }

    /// <summary>The next story's.</summary>
    public long NextStory(WriteSession session)
    {
        Ask(session);
        return _lastStory!.Rows[0] + ++_stories;
    }

    /// <inheritdoc/>
    public void Write(WriteSession session) => (_lastItem, _lastStory, _items, _stories) = (null, null, 0, 0);
}
