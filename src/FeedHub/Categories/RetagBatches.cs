using FeedHub.Model.Categories;
using FeedHub.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Categories;

/// <summary>The steps of a walk: reads items and decides what is different.</summary>
public sealed class RetagBatches(IDbContextFactory<FeedHubDb> databases, Taggers taggers)
{
    /// <summary>Items in one transaction at most: polls wait no longer than this takes.</summary>
    private const int Size = 200;

    /// <summary>The next items, newest first, with what they would get today. Labelled ones keep what they have.</summary>
    internal async Task<RetagBatch> ReadAsync(Retag retag, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var items = await db.Items.AsNoTracking().Include(i => i.Source)
            .Where(i => i.Id < retag.Before && (retag.SourceId == null || i.SourceId == retag.SourceId))
            .OrderByDescending(i => i.Id).Take(Size).ToListAsync(cancellation);
        var changed = new List<RetaggedItem>();
        foreach (var item in items.Where(i => i.CategoryLabelId is null))
        {
            cancellation.ThrowIfCancellationRequested();
            var tags = taggers.For(item.SourceId).Tag(TaggedItems.Parsed(item), TaggedItems.Tagged(item.Source));
            if (!TagReasons.SayTheSame(tags, item.Tags))
                changed.Add(new(item.Id, item.StoryId, item.ContentHash, tags));
        }

        return new(items.Count, items.Count == 0 ? 0 : items[^1].Id, changed);
    }
}
