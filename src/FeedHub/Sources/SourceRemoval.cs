using FeedHub.Ingesting;
using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Writing;

namespace FeedHub.Sources;

/// <summary>Deletes a source with its items. A story that other sources have too goes on, led by the best item left.</summary>
public sealed class SourceRemoval(DatabaseWriter writer, LiveStories live, StoryChanges changes, TimeProvider time)
{
    /// <summary>Deletes it in one transaction, and keeps what was said of it for <see cref="DeletedSource.Kept"/>.</summary>
    /// <param name="sourceId">Which.</param>
    /// <param name="onlyPaused">Leaves it alone if it is polled: somebody has taken the deletion back.</param>
    /// <param name="cancellation">Stops waiting for the writer.</param>
    /// <returns>False: there is none, or it was left alone.</returns>
    public async Task<bool> RemoveAsync(long sourceId, CancellationToken cancellation, bool onlyPaused = false)
    {
        var removed = await writer.RunAsync(session => Remove(session, sourceId, onlyPaused, time.GetUtcNow()), cancellation);
        if (removed)
            changes.Raise();
        return removed;
    }

    // Looked at in the transaction that deletes: what takes a deletion back comes either before it or finds what was kept.
    private bool Remove(WriteSession session, long sourceId, bool onlyPaused, DateTimeOffset now)
    {
        var source = new RemovedSource(session, sourceId);
        if (source.Hold(onlyPaused) is not { } known)
            return false;
        DeletedSources.Keep(session, known, now);
        source.DeleteItems(now);
        live.RefreshRelations(session);
        foreach (var story in source.Touched())
            live.Refresh(session, story);
        source.Delete();
        return true;
    }
}
