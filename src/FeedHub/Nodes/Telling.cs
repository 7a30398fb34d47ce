using FeedHub.Model.Stories;
using FeedHub.Storage.Writing;

namespace FeedHub.Nodes;

/// <summary>Tells the other nodes that this one changed something, once for all that changed since it told them last.</summary>
internal sealed class Telling(INodeWork work, StoryChanges changes)
{
    private readonly Lock _turn = new();
    private (long Changes, long Edits) _told = (changes.Version, work.EditsMade);

    /// <summary>Tells them, if there is something to tell.</summary>
    /// <param name="isOwner">A node that does not store shows what it was told of itself.</param>
    public void Tell(bool isOwner)
    {
        lock (_turn)
        {
            var now = (changes.Version, work.EditsMade);
            if (now.EditsMade != _told.Edits || (isOwner && now.Version != _told.Changes))
                work.Tell(now.EditsMade != _told.Edits);
            _told = now;
        }
    }
}
