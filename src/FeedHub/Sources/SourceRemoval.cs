using FeedHub.Ingesting;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Writing;

namespace FeedHub.Sources;

/// <summary>Deletes a source with its items. A story that other sources have too goes on, led by the best item left.</summary>
public sealed class SourceRemoval(DatabaseWriter writer, LiveStories live, StoryChanges changes, TimeProvider time)
{
    /// <summary>Deletes it in one transaction.</summary>
    public async Task RemoveAsync(long sourceId, CancellationToken cancellation)
    {
        await writer.RunAsync(session => Remove(session, sourceId, time.GetUtcNow()), cancellation);
        changes.Raise();
    }

    private bool Remove(WriteSession session, long sourceId, DateTimeOffset now)
    {
        var source = new RemovedSource(session, sourceId);
        source.DeleteItems(now);
        live.RefreshRelations(session);
        foreach (var story in source.Touched())
            live.Refresh(session, story);
        source.Delete();
        return true;
    }
}
