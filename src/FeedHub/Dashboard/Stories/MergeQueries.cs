using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Syndication.Grouping;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Dashboard.Stories;

/// <summary>Reads what matching did, for the page of stories.</summary>
public sealed class MergeQueries(IDbContextFactory<FeedHubDb> databases, EventOptions options, TimeProvider time)
{
    // So little above the line, a story is in doubt.
    private const double Doubtful = 0.05;

    /// <summary>Doubtful verdicts, and merges, on one page.</summary>
    public const int PageSize = 20;

    /// <summary>Hidden stories on the page.</summary>
    public const int MostHidden = 100;

    /// <summary>The doubtful verdicts nearest to the line, from a page on, and the newest merges before an item.</summary>
    public async Task<MergesView> ListAsync(int page, long? before, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var doubts = await db.Doubts.AsNoTracking().OrderBy(d => d.Distance).ThenByDescending(d => d.Id)
            .Skip(page * PageSize).Take(PageSize + 1).ToListAsync(cancellation);
        var merged = await db.Items.AsNoTracking().Include(i => i.Source).Include(i => i.Story)
            .Where(i => i.Score != null && i.Id < (before ?? long.MaxValue)).OrderByDescending(i => i.Id).Take(PageSize
                + 1).ToListAsync(cancellation);
        var since = time.GetUtcNow().AddDays(-1);
        return new(
            await DoubtsAsync(db, [.. doubts.Take(PageSize)], cancellation),
            await MergesAsync(db, [.. merged.Take(PageSize)], cancellation),
            doubts.Count > PageSize ? page + 1 : null,
            merged.Count > PageSize ? merged[PageSize - 1].Id : null,
            await db.Items.CountAsync(i => i.SortAt >= since, cancellation),
            await db.Stories.CountAsync(s => s.SortAt >= since, cancellation),
            await db.Labels.CountAsync(cancellation));
    }

    /// <summary>The stories that were hidden last, at most <see cref="MostHidden"/>, with what leads them.</summary>
    public async Task<IReadOnlyList<HiddenView>> HiddenAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var stories = await db.Stories.AsNoTracking().Where(s => s.HiddenAt != null).OrderByDescending(s => s.HiddenAt)
            .ThenByDescending(s => s.Id).Take(MostHidden).ToListAsync(cancellation);
        var leads = await LeadsAsync(db, stories.Select(s => s.Id), cancellation);
        return [.. stories.Where(s => leads.ContainsKey(s.Id)).Select(s => new HiddenView(s, leads[s.Id]))];
    }

    /// <summary>The newest stories that are hardly enough like the others of their event, at most <see cref="PageSize"/>.</summary>
    public async Task<IReadOnlyList<EventDoubtView>> DoubtfulEventsAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var least = options.Line + Doubtful;
        var stories = await db.Stories.AsNoTracking()
            .Where(s => s.EventId != null && s.EventScore < least && s.EventByAdmin == null && s.HiddenAt == null && !s.IsDropped)
            .OrderByDescending(s => s.Id).Take(PageSize).ToListAsync(cancellation);
        var leads = await LeadsAsync(db, stories.Select(s => s.Id), cancellation);
        return [.. stories.Where(s => leads.ContainsKey(s.Id)).Select(s => new EventDoubtView(s, leads[s.Id]))];
    }

    /// <summary>One story with its items and their sources, or null.</summary>
    public async Task<Story?> FindAsync(long id, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.FindWithItemsAsync(id, cancellation);
    }

    /// <summary>Which of two stories was split off the other; none: neither.</summary>
    public async Task<IReadOnlyList<StoryApart>> ApartAsync(long one, long other, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.StoriesApart.AsNoTracking()
            .Where(a => (a.StoryId == one && a.FromId == other) || (a.StoryId == other && a.FromId == one)).ToListAsync(cancellation);
    }

    /// <summary>What leads the stories that a person split from this one or this one from.</summary>
    public async Task<IReadOnlyList<Item>> ApartFromAsync(long id, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var others = await db.StoriesApart.Where(a => a.StoryId == id || a.FromId == id)
            .Select(a => a.StoryId == id ? a.FromId : a.StoryId).OrderBy(other => other).Take(MostHidden).ToListAsync(cancellation);
        return [.. (await LeadsAsync(db, others, cancellation)).Values.OrderBy(lead => lead.StoryId)];
    }

    private static async Task<IReadOnlyList<DoubtView>> DoubtsAsync(
        FeedHubDb db,
        IReadOnlyList<Doubt> doubts,
        CancellationToken cancellation)
    {
        var items = await ItemsAsync(db, doubts.Select(d => d.ItemId), cancellation);
        var leads = await LeadsAsync(db, doubts.Select(d => d.StoryId), cancellation);
        return [.. doubts
            .Where(d => items.ContainsKey(d.ItemId) && leads.ContainsKey(d.StoryId))
            .Select(d => new DoubtView(d, items[d.ItemId], leads[d.StoryId]))];
    }

    private static async Task<IReadOnlyList<MergeView>> MergesAsync(
        FeedHubDb db,
        IReadOnlyList<Item> merged,
        CancellationToken cancellation)
    {
        var leads = await LeadsAsync(db, merged.Select(i => i.StoryId), cancellation);
        return [.. merged.Select(item => new MergeView(item, leads[item.StoryId]))];
    }

    private static async Task<Dictionary<long, Item>> LeadsAsync(FeedHubDb db, IEnumerable<long> storyIds, CancellationToken cancellation)
    {
        var ids = storyIds.Distinct().ToList();
        return await db.Stories.AsNoTracking().Where(s => ids.Contains(s.Id))
            .Join(db.Items.Include(i => i.Source), s => s.LeadItemId, i => i.Id, (s, i) => i)
            .ToDictionaryAsync(i => i.StoryId, cancellation);
    }

    private static async Task<Dictionary<long, Item>> ItemsAsync(FeedHubDb db, IEnumerable<long> itemIds, CancellationToken cancellation)
    {
        var ids = itemIds.Distinct().ToList();
        return await db.Items.AsNoTracking().Include(i => i.Source).Where(i => ids.Contains(i.Id))
            .ToDictionaryAsync(i => i.Id, cancellation);
    }
}
