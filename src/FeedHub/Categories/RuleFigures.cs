using FeedHub.Model.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.Tagging;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Categories;

/// <summary>Counts what each rule matched: among the items that have its category, since what it matches has it.</summary>
public sealed class RuleFigures(Taggers taggers)
{
    /// <summary>Items of one category that are looked at, the newest.</summary>
    internal const int MaxItems = 1000;

    /// <summary>Each rule of the operator's with its matches of the last seven days.</summary>
    internal async Task<IReadOnlyList<RuleFigure>> CountAsync(FeedHubDb db, DateTimeOffset now, CancellationToken cancellation)
    {
        var rules = taggers.Rules;
        var trial = new RuleTrial(rules);
        var matched = new int[rules.Count];
        var full = new HashSet<string>();
        foreach (var slug in rules.Select(r => r.Slug).Distinct())
        {
            var items = await OfAsync(db, slug, now - CategoryFigures.Window, cancellation);
            foreach (var item in items)
                Count(trial.Match(TaggedItems.Parsed(item), TaggedItems.Tagged(item.Source)), rules, slug, matched);
            if (items.Count == MaxItems)
                full.Add(slug);
        }

        return [.. rules.Select((rule, i) => new RuleFigure(rule, matched[i], full.Contains(rule.Slug)))];
    }

    private static void Count(IReadOnlyList<Reason?> reasons, IReadOnlyList<CategoryRule> rules, string slug, int[] matched)
    {
        for (var i = 0; i < matched.Length; i++)
            matched[i] += rules[i].Slug == slug && reasons[i] is not null ? 1 : 0;
    }

    private static Task<List<Item>> OfAsync(FeedHubDb db, string slug, DateTimeOffset since, CancellationToken cancellation) =>
        db.StoryCategories.Where(c => c.Slug == slug && c.SortAt >= since)
            .OrderByDescending(c => c.SortAt).ThenByDescending(c => c.StoryId).Take(MaxItems)
            .Join(db.Items.Include(i => i.Source), c => c.StoryId, i => i.StoryId, (c, i) => i)
            .OrderByDescending(i => i.SortAt).ThenByDescending(i => i.Id).Take(MaxItems).AsNoTracking().ToListAsync(cancellation);
}
