using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>The last numbers that one transaction gave to items and stories: read once, and counted here, since nobody else gives any
/// meanwhile.</summary>
internal sealed class LastNumbers : IGathered
{
    private long? _item;
    private long? _story;

    /// <summary>The next item's.</summary>
    public long NextItem(WriteSession session)
    {
        _item = (_item ?? session.Scalar<long>("SELECT coalesce(max(Id), 0) FROM Items")) + 1;
        return _item.Value;
    }

    /// <summary>The next story's.</summary>
    public long NextStory(WriteSession session)
    {
        _story = (_story ?? session.Scalar<long>(session.LastStory)) + 1;
        return _story.Value;
    }

    /// <inheritdoc/>
    public void Write(WriteSession session) => (_item, _story) = (null, null);
}
