using FeedHub.Ingesting;
using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Sources;

/// <summary>Deletes a source with its items. A story that other sources have too goes on, led by the best item left.</summary>
public sealed class SourceRemoval(
    IDbContextFactory<FeedHubDb> databases, DatabaseWriter writer, LiveStories live, StoryChanges changes, TimeProvider time)
{
    /// <summary>Deletes it in one transaction, and keeps what was said of it for <see cref="DeletedSource.Kept"/>.</summary>
    /// <param name="sourceId">Which.</param>
    /// <param name="onlyPaused">Leaves it alone if it is polled: somebody has taken the deletion back.</param>
    /// <param name="cancellation">Stops waiting for the writer.</param>
    /// <returns>False: there is none, or it was left alone.</returns>
    public async Task<bool> RemoveAsync(long sourceId, CancellationToken cancellation, bool onlyPaused = false)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.Sources.AsNoTracking().SingleOrDefaultAsync(s => s.Id == sourceId, cancellation) is not { } known
            || (onlyPaused && known.Declared.Enabled))
            return false;
        await writer.RunAsync(session => Remove(session, known, time.GetUtcNow()), cancellation);
        changes.Raise();
        return true;
    }

    private bool Remove(WriteSession session, Source known, DateTimeOffset now)
    {
        DeletedSources.Keep(session, known, now);
        var source = new RemovedSource(session, known.Id);
        source.DeleteItems(now);
        live.RefreshRelations(session);
        foreach (var story in source.Touched())
            live.Refresh(session, story);
        source.Delete();
        return true;
    }
}
