using FeedHub.Model.Access;
using FeedHub.Model.Sources;
using FeedHub.Polling;
using FeedHub.Sources.Adding;
using FeedHub.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Sources;

/// <summary>Sources that were deleted a short time ago, and how they come back.</summary>
public sealed class SourceUndeletion(
    IDbContextFactory<FeedHubDb> databases, SourceBulk bulk, BulkAdding adding, PollTrigger polling, TimeProvider time)
{
    /// <summary>Deleted sources that are listed.</summary>
    private const int MostDeletedShown = 500;

    /// <summary>
    /// Brings back those that were deleted less than <see cref="DeletedSource.Kept"/> ago, and resumes those whose deletion has not come
    /// to them yet; returns how many there are again.
    /// </summary>
    public async Task<int> BringBackAsync(IReadOnlyCollection<string> slugs, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var waiting = await db.Sources.Where(s => slugs.Contains(s.Slug) && !s.Declared.Enabled).Select(s => s.Id)
            .ToListAsync(cancellation);
        var resumed = await bulk.ResumeAsync(waiting, cancellation);
        var deleted = await db.DeletedSources.Where(d => slugs.Contains(d.Slug)).Select(d => d.Url).ToListAsync(cancellation);
        var added = await adding.AddAsync([.. deleted.Select(url => new SourceEdit { Url = url })], cancellation);
        polling.DispatchNow();
        var back = resumed + added.Count(result => result.Outcome == EditOutcome.Done);
        if (back == 0)
            Actor.Current.DoesNothing();
        return back;
    }

    /// <summary>The sources that were deleted a short time ago, the newest first.</summary>
    public async Task<IReadOnlyList<DeletedSource>> DeletedAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var since = time.GetUtcNow() - DeletedSource.Kept;
        return await db.DeletedSources.AsNoTracking().Where(d => d.DeletedAt >= since).OrderByDescending(d => d.DeletedAt)
            .ThenByDescending(d => d.Id).Take(MostDeletedShown).ToListAsync(cancellation);
    }
}
