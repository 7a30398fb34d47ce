using FeedHub.Model.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Syndication.Tagging;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Categories;

/// <summary>What a least certainty would give of this hub's own items whose publishers name a category that is known.</summary>
/// <param name="From">The least certainty, from 0 to 1; null: as FeedHub ships it, by language and kind of text.</param>
/// <param name="Given">Share of the items that would have a guess.</param>
/// <param name="Right">Share of those guesses that are what the publisher says.</param>
public sealed record ThresholdStep(double? From, double Given, double Right);

/// <summary>Guesses the categories of items whose category is known: what a higher or a lower threshold would bring.</summary>
public sealed class ThresholdTrade(Taggers taggers, TimeProvider time)
{
    /// <summary>Fewer items tell nothing.</summary>
    public const int LeastItems = 50;

    /// <summary>Items that are looked at, the newest.</summary>
    private const int MaxItems = 500;

    private static readonly double?[] Steps = [null, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

    private static readonly HashSet<string> Topics = [.. Vocabulary.Topics.Select(t => t.Slug)];

    /// <summary>The steps, and how many items they are counted on; none where there are fewer than <see cref="LeastItems"/>.</summary>
    internal async Task<(IReadOnlyList<ThresholdStep> Steps, int Items)> CountAsync(FeedHubDb db, CancellationToken cancellation)
    {
        var items = await db.Items.AsNoTracking().Where(i => i.CategoryLabelId == null)
            .OrderByDescending(i => i.SortAt).ThenByDescending(i => i.Id).Take(MaxItems).ToListAsync(cancellation);
        var judged = items.Select(i => (Item: i, Slugs: Slugs(i))).Where(i => i.Slugs.Count > 0).ToList();
        return (judged.Count < LeastItems ? [] : [.. Steps.Select(from => StepOf(judged, from))], judged.Count);
    }

    private ThresholdStep StepOf(List<(Item Item, List<string> Slugs)> judged, double? from)
    {
        var now = time.GetUtcNow();
        var given = judged.Select(i => (i.Slugs, Guess: First(i.Item, from, now))).Where(i => i.Guess is not null).ToList();
        return new(from, Share(given.Count, judged.Count), Share(given.Count(i => i.Slugs.Contains(i.Guess!)), given.Count));
    }

    private string? First(Item item, double? from, DateTimeOffset now) =>
        taggers.Model.Value.Sure(item.Title, LabelText.PlainOf(item, now), item.Language, from: from).FirstOrDefault()?.Slug;

    private List<string> Slugs(Item item) =>
        [.. item.PublisherCategories.SelectMany(taggers.Aliases.SlugsOf).Where(Topics.Contains).Distinct()];

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
