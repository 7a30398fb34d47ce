using FeedHub.Model.Categories;
using FeedHub.Model.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Tagging;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Categories;

/// <summary>The steps of a walk: reads items and decides what is different.</summary>
public sealed class RetagBatches(IDbContextFactory<FeedHubDb> databases, Taggers taggers)
{
    /// <summary>Items in one transaction at most: polls wait no longer than this takes.</summary>
    private const int Size = 200;

    /// <summary>The next items, newest first, with what they would get today. Labelled ones keep the categories that they have.</summary>
    internal async Task<RetagBatch> ReadAsync(Retag retag, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var items = await db.Items.AsNoTracking().Include(i => i.Source)
            .Where(i => i.Id < retag.Before && (retag.SourceId == null || i.SourceId == retag.SourceId))
            .OrderByDescending(i => i.Id).Take(Size).ToListAsync(cancellation);
        var (changed, drops) = (new List<RetaggedItem>(), taggers.Drops);
        foreach (var item in items.Where(i => i.CategoryLabelId is null))
        {
            cancellation.ThrowIfCancellationRequested();
            var tags = taggers.For(item.SourceId).Tag(TaggedItems.Parsed(item), TaggedItems.Tagged(item.Source));
            if (!TagReasons.SayTheSame(tags, item.Tags))
                changed.Add(new(item.Id, item.StoryId, item.ContentHash, tags));
        }

        var redropped = items.Select(item => new RedroppedItem(item.Id, item.StoryId, item.ContentHash, RuleFor(item, drops)))
            .Zip(items).Where(pair => pair.First.Rule != pair.Second.Dropped).Select(pair => pair.First);
        return new(items.Count, items.Count == 0 ? 0 : items[^1].Id, changed, [.. redropped]);
    }

    private static string? RuleFor(Item item, DropBook drops)
    {
        var parsed = TaggedItems.Parsed(item);
        return drops.RuleFor(
            parsed, TaggedItems.Tagged(item.Source), () => ItemText.TextOf(parsed, TimeZoneInfo.Utc, DateTimeOffset.UnixEpoch));
    }
}
