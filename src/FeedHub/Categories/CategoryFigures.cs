using FeedHub.Model.Categories;
using FeedHub.Storage.Statements.Figures;
using FeedHub.Storage.Tables;
using FeedHub.Syndication.Tagging;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Categories;

/// <summary>A rule and what it matched in the last seven days.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Matched">Items; no more are counted than <see cref="RuleFigures.MaxItems"/> looks at.</param>
/// <param name="More">There may be more: not all that might match was looked at.</param>
public sealed record RuleFigure(CategoryRule Rule, int Matched, bool More);

/// <summary>What the dashboard shows in numbers.</summary>
/// <param name="At">When it was counted.</param>
/// <param name="Categories">Each category there is, topics first.</param>
/// <param name="Stories">Stories of the last seven days.</param>
/// <param name="Bare">Those among them that have no category.</param>
/// <param name="Words">The publishers' words that mean nothing yet.</param>
/// <param name="Rules">Each rule of feeds.json.</param>
/// <param name="Trade">What other thresholds would give; empty where too few items tell.</param>
/// <param name="Judged">Items that <paramref name="Trade"/> is counted on.</param>
public sealed record FiguresOfAll(
    DateTimeOffset At, IReadOnlyList<CategoryFigure> Categories, long Stories, long Bare, IReadOnlyList<UnknownWord> Words,
    IReadOnlyList<RuleFigure> Rules, IReadOnlyList<ThresholdStep> Trade, int Judged);

/// <summary>
/// Counts for the dashboard over the last seven days, by indexes alone where there may be many rows, and kept for a minute: a page
/// view costs nothing that grows with the items stored.
/// </summary>
public sealed class CategoryFigures(
    IDbContextFactory<FeedHubDb> databases,
    Taggers taggers,
    UnknownWords words,
    RuleFigures rules,
    ThresholdTrade thresholds,
    TimeProvider time) : IDisposable
{
    /// <summary>How far back figures go.</summary>
    internal static readonly TimeSpan Window = TimeSpan.FromDays(7);

    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _counting = new(1);
    private (FiguresOfAll Figures, long Version)? _known;

    /// <summary>The figures, at most a minute old and never of other rules or aliases than today's.</summary>
    public async Task<FiguresOfAll> GetAsync(CancellationToken cancellation)
    {
        await _counting.WaitAsync(cancellation);
        try
        {
            var (now, version) = (time.GetUtcNow(), taggers.Version);
            if (_known is not { } known || known.Version != version || now - known.Figures.At > Freshness)
                _known = known = (await CountAsync(now, cancellation), version);
            return known.Figures;
        }
        finally
        {
            _counting.Release();
        }
    }

    /// <summary>Counts again at the next view: something was done whose effect a person looks for.</summary>
    public void Forget() => _known = null;

    /// <inheritdoc/>
    public void Dispose() => _counting.Dispose();

    private async Task<FiguresOfAll> CountAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var since = now - Window;
        var counted = await CategoryCounts.ReadAsync(db, taggers.Vocabulary.All.Select(c => c.Slug), now.AddDays(-1), since, cancellation);
        var stories = db.Stories.Where(s => s.SortAt >= since);

        // Those that readers do not see have no category either.
        var unseen = await stories.LongCountAsync(s => s.HiddenAt != null || s.IsDropped, cancellation);
        var (trade, judged) = await thresholds.CountAsync(db, cancellation);
        return new(
            now,
            [.. taggers.Vocabulary.All.Select(c => counted.GetValueOrDefault(c.Slug) ?? new(c.Slug, 0, 0))],
            await stories.LongCountAsync(cancellation) - unseen,
            await stories.LongCountAsync(s => !db.StoryCategories.Any(c => c.StoryId == s.Id), cancellation) - unseen,
            await words.CountAsync(db, now, cancellation),
            await rules.CountAsync(db, now, cancellation),
            trade,
            judged);
    }
}
