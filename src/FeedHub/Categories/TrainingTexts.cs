using FeedHub.Model.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Syndication.Tagging;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Categories;

/// <summary>What a training goes by.</summary>
/// <param name="Examples">Texts to learn from, people's labels among them.</param>
/// <param name="HeldBack">Texts to be judged by.</param>
/// <param name="Corrections">People's labels among the examples.</param>
public sealed record TrainingSet(IReadOnlyList<LabelledText> Examples, IReadOnlyList<LabelledText> HeldBack, int Corrections);

/// <summary>Gathers the hub's own labelled texts: items whose publisher names a category that is known, and people's labels.</summary>
public sealed class TrainingTexts(IDbContextFactory<FeedHubDb> databases, Taggers taggers, LabelExport labels, TimeProvider time)
{
    /// <summary>Texts in all, roughly: what a nightly training takes a minute or two for.</summary>
    private const int MaxTexts = 40_000;

    /// <summary>Texts of one source: the newest, so that none outweighs the others.</summary>
    private const int MaxPerSource = 500;

    private const int MinPerSource = 20;

    /// <summary>One in so many stories is held back; all its items with it, since they read alike.</summary>
    private const int HeldBackShare = 5;

    private static readonly HashSet<string> Topics = [.. Vocabulary.Topics.Select(t => t.Slug)];

    /// <summary>The texts of today.</summary>
    public async Task<TrainingSet> GatherAsync(CancellationToken cancellation)
    {
        var people = (await labels.AllAsync(cancellation)).Where(l => l.Slugs.Any(Topics.Contains)).ToList();
        var examples = new List<LabelledText>(people);
        var heldBack = new List<LabelledText>();
        var sources = await SourcesAsync(cancellation);
        var share = Math.Clamp(MaxTexts / Math.Max(1, sources.Count), MinPerSource, MaxPerSource);
        foreach (var source in sources)
        {
            foreach (var (text, story) in await OfAsync(source, share, cancellation))
                (story % HeldBackShare == 0 ? heldBack : examples).Add(text);
        }

        return new(examples, heldBack, people.Count);
    }

    private async Task<List<long>> SourcesAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Sources.Where(s => s.ItemCount > 0).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(cancellation);
    }

    private async Task<List<(LabelledText Text, long Story)>> OfAsync(long sourceId, int share, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var items = await db.Items.AsNoTracking().Include(i => i.Source)
            .Where(i => i.SourceId == sourceId && i.CategoryLabelId == null)
            .OrderByDescending(i => i.SortAt).ThenByDescending(i => i.Id)
            .Take(share).ToListAsync(cancellation);
        var now = time.GetUtcNow();
        return [.. items.Select(i => (Item: i, Slugs: Slugs(i))).Where(i => i.Slugs.Count > 0)
            .Select(i =>
                (new LabelledText(i.Item.Title, LabelText.PlainOf(i.Item, now), i.Item.Language, i.Slugs, i.Item.Source.Slug),
                    i.Item.StoryId))];
    }

    private List<string> Slugs(Item item) =>
        [.. item.PublisherCategories.SelectMany(taggers.Aliases.SlugsOf).Where(Topics.Contains).Distinct()];
}
