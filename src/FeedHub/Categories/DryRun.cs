using System.Diagnostics;
using FeedHub.Model.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.Tagging;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Categories;

/// <summary>An item whose categories a rule would change.</summary>
public sealed record DryRunItem(long StoryId, string Title, string Source, Reason Why);

/// <summary>What a rule would do to the items of the last seven days.</summary>
/// <param name="Looked">Items looked at, the newest first.</param>
/// <param name="Of">Items there are.</param>
/// <param name="Matched">Items that it holds for.</param>
/// <param name="Adds">How many would have its category and have not.</param>
/// <param name="Removes">How many have its category and would lose it.</param>
/// <param name="Added">The newest of those that would get it.</param>
/// <param name="Removed">The newest of those that would lose it.</param>
public sealed record DryRunResult(
    int Looked,
    long Of,
    int Matched,
    int Adds,
    int Removes,
    IReadOnlyList<DryRunItem> Added,
    IReadOnlyList<DryRunItem> Removed);

/// <summary>Tries a rule on the items of the last seven days; nothing is changed.</summary>
public sealed class DryRun(IDbContextFactory<FeedHubDb> databases, Taggers taggers, TimeProvider time)
{
    private const int Batch = 500;
    private const int MaxItems = 20_000;
    private const int Shown = 25;

    /// <summary>A page should not take longer: what was looked at by then is told.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>Tries the rule beside those there are, or in place of those that its category has now.</summary>
    public async Task<DryRunResult> TryAsync(CategoryRule rule, bool inPlace, CancellationToken cancellation)
    {
        var walk = new Walk(taggers, rule, inPlace);
        var (looked, of) = await LookAsync(walk.Look, cancellation);
        return new(
            looked,
            of,
            walk.Matched,
            walk.Added.Count,
            walk.Removed.Count,
            [.. walk.Added.Take(Shown)],
            [.. walk.Removed.Take(Shown)]);
    }

    /// <summary>Tries a drop rule: what it would keep out of stories stands among what it adds.</summary>
    public async Task<DryRunResult> TryAsync(DropRule rule, CancellationToken cancellation)
    {
        var trial = new RuleTrial(rule);
        var dropped = new List<DryRunItem>();
        var (looked, of) = await LookAsync(
            item =>
            {
                if (trial.Match(TaggedItems.Parsed(item), TaggedItems.Tagged(item.Source))[0] is { } why)
                    dropped.Add(Row(item, why));
            },
            cancellation);
        return new(looked, of, dropped.Count, dropped.Count, 0, [.. dropped.Take(Shown)], []);
    }

    private async Task<(int Looked, long Of)> LookAsync(Action<Item> look, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var since = time.GetUtcNow() - CategoryFigures.Window;
        var week = db.Items.AsNoTracking().Where(i => i.SortAt >= since);
        var (looked, started) = (0, Stopwatch.GetTimestamp());
        var before = (At: DateTimeOffset.MaxValue, Id: long.MaxValue);
        for (var more = true; more && looked < MaxItems && Stopwatch.GetElapsedTime(started) < Patience;)
        {
            var items = await week.Where(i => i.SortAt < before.At || (i.SortAt == before.At && i.Id < before.Id)).Include(i => i.Source)
                .OrderByDescending(i => i.SortAt).ThenByDescending(i => i.Id).Take(Batch).ToListAsync(cancellation);
            items.ForEach(look);
            (looked, more) = (looked + items.Count, items.Count == Batch);
            before = items.Count == 0 ? before : (items[^1].SortAt, items[^1].Id);
        }

        return (looked, await week.LongCountAsync(cancellation));
    }

    private static DryRunItem Row(Item item, Reason why) =>
        new(item.StoryId, item.Title ?? item.Url ?? "(untitled)", item.Source.DisplayTitle, why);

    private sealed class Walk(Taggers taggers, CategoryRule rule, bool inPlace)
    {
        private readonly List<CategoryRule> _replaced = inPlace ? [.. taggers.Rules.Where(r => r.Slug == rule.Slug)] : [];
        private readonly Tagger _tagger = taggers.ForNoSource([.. taggers.Rules.Where(r => !inPlace || r.Slug != rule.Slug), rule]);
        private readonly RuleTrial _trial = new([rule, .. inPlace ? taggers.Rules.Where(r => r.Slug == rule.Slug) : []]);

        public int Matched { get; private set; }

        public List<DryRunItem> Added { get; } = [];

        public List<DryRunItem> Removed { get; } = [];

        public void Look(Item item)
        {
            var (parsed, source) = (TaggedItems.Parsed(item), TaggedItems.Tagged(item.Source));
            var reasons = _trial.Match(parsed, source);
            Matched += reasons[0] is null ? 0 : 1;
            var has = item.Tags.FirstOrDefault(t => t.Slug == rule.Slug);
            if (item.CategoryLabelId is not null)
                return;
            if (reasons[0] is { } why && has is null)
                Added.Add(Row(item, why));
            else if (reasons[0] is null && has is not null && _replaced.Count > 0 && reasons.Skip(1).Any(r => r is not null) && Loses(item))
                Removed.Add(Row(item, has.Why));
        }

        // What a rule that goes gave, another step may give too.
        private bool Loses(Item item) =>
            taggers.For(item.SourceId, _tagger).Tag(TaggedItems.Parsed(item), TaggedItems.Tagged(item.Source))
                .All(t => t.Slug != rule.Slug);
    }
}
