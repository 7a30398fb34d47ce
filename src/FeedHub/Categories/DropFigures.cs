using FeedHub.Storage.Tables;
using FeedHub.Syndication.Tagging;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Categories;

/// <summary>A drop rule and what it keeps out of stories.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Week">Items of the last seven days.</param>
/// <param name="All">All that are stored.</param>
public sealed record DropFigure(DropRule Rule, int Week, int All);

/// <summary>Counts what each drop rule keeps out of stories, by an index of dropped items alone.</summary>
public sealed class DropFigures(IDbContextFactory<FeedHubDb> databases, Taggers taggers, TimeProvider time)
{
    /// <summary>Each rule with its items, in their order.</summary>
    public async Task<IReadOnlyList<DropFigure>> CountAsync(CancellationToken cancellation)
    {
        if (taggers.Drops.Rules is not { Count: > 0 } rules)
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var since = time.GetUtcNow() - CategoryFigures.Window;
        var counts = await db.Items.Where(i => i.Dropped != null).GroupBy(i => i.Dropped!)
            .Select(rule => new { Name = rule.Key, All = rule.Count(), Week = rule.Count(i => i.SortAt >= since) })
            .ToDictionaryAsync(rule => rule.Name, cancellation);
        return [.. rules.Select(rule => counts.TryGetValue(rule.Name, out var count)
            ? new DropFigure(rule, count.Week, count.All)
            : new(rule, 0, 0))];
    }
}
