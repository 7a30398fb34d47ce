using FeedHub.Model.Access;
using FeedHub.Model.Sources;
using FeedHub.Polling;
using FeedHub.Storage.Statements.Audit;
using FeedHub.Storage.Tables;
using FeedHub.Syndication.Writing;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Sources;

/// <summary>The sources that there are: listed, found by their ids, polled now and deleted.</summary>
public sealed class SourceCatalogue(IDbContextFactory<FeedHubDb> databases, SourceRemoval removal, PollQueue queue, AuditLog audit)
{
    /// <summary>Every source, by title.</summary>
    public async Task<IReadOnlyList<Source>> AllAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var sources = await db.Sources.AsNoTracking().Include(s => s.Subscription).ToListAsync(cancellation);
        return [.. sources.OrderBy(s => s.DisplayTitle, StringComparer.OrdinalIgnoreCase).ThenBy(s => s.Id)];
    }

    /// <summary>The source with this public id, or null.</summary>
    public async Task<Source?> FindAsync(string slug, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Sources.AsNoTracking().Include(s => s.Subscription).SingleOrDefaultAsync(s => s.Slug == slug, cancellation);
    }

    /// <summary>Deletes the source with its items; stories that other sources have too stay.</summary>
    public async Task<EditResult> DeleteAsync(string slug, CancellationToken cancellation)
    {
        if (await FindAsync(slug, cancellation) is not { } source)
            return EditResult.NotFound;
        await removal.RemoveAsync(source.Id, cancellation);
        await audit.AddAsync(AuditArea.Sources, "source deleted", slug, cancellation, before: new Dictionary<string, string?>
        {
            ["title"] = source.DisplayTitle,
            ["url"] = ShownAddress.Of(source.Url),
            ["items"] = source.ItemCount.ToString(System.Globalization.CultureInfo.InvariantCulture),
        });
        return new(EditOutcome.Done, source);
    }

    /// <summary>Queues a poll, due or not.</summary>
    /// <param name="slug">Which source.</param>
    /// <param name="inFull">True: without validators, so that its server cannot say that nothing was modified.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<EditResult> RefreshAsync(string slug, bool inFull, CancellationToken cancellation)
    {
        if (await FindAsync(slug, cancellation) is not { } source)
            return EditResult.NotFound;
        if (inFull)
            queue.RefreshInFull(source.Id);
        else
            queue.Refresh(source.Id);
        await audit.AddAsync(AuditArea.Sources, inFull ? "source polled in full" : "source polled", slug, cancellation);
        return new(EditOutcome.Done, source);
    }
}
