using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Tagging;

/// <summary>
/// What sources' own categories and sections of their addresses have proved to mean, counted from items whose category is
/// known otherwise. Immutable; the counts are rows that can be stored and added up anywhere.
/// </summary>
public sealed class SourceHabits
{
    // A habit is one from so many items on, of which so large a share was one category.
    private const int LeastItems = 8;
    private const double LeastShare = 0.85;

    private readonly Dictionary<(string Source, string Sign), Habit[]> _bySign;
    private readonly Dictionary<string, SourceLeaning> _leanings;

    /// <summary>The habits that these counts show; rows of one source, sign and slug are added up.</summary>
    public SourceHabits(IEnumerable<Habit> counts)
    {
        Counts = [.. counts.GroupBy(
            c => (c.Source, c.Sign, c.Slug),
            (key, rows) => new Habit(key.Source, key.Sign, key.Slug, rows.Sum(r => r.Items)))
            .Where(c => c.Items > 0)];
        _bySign = Counts.GroupBy(c => (c.Source, c.Sign)).ToDictionary(g => g.Key, g => g.OrderByDescending(c => c.Items).ToArray());
        _leanings = Counts.Where(c => c.Sign == Signs.AnyItem).GroupBy(c => c.Source)
            .Select(g => (g.Key, Leaning: SourceLeaning.Of(g.Select(c => (c.Slug, c.Items))))).Where(l => l.Leaning is not null)
            .ToDictionary(l => l.Key, l => l.Leaning!, StringComparer.Ordinal);
    }

    /// <summary>Nothing learnt.</summary>
    public static SourceHabits Empty { get; } = new([]);

    /// <summary>The counts, one row for each source, sign and slug.</summary>
    public IReadOnlyCollection<Habit> Counts { get; }

    /// <summary>These and more counts; a row with negative items takes back.</summary>
    public SourceHabits With(IEnumerable<Habit> more) => new(Counts.Concat(more));

    /// <summary>What an item of known primary category teaches: a row for each sign that it carries, and one for the source
    /// itself.</summary>
    public static IReadOnlyList<Habit> Lessons(string sourceId, ParsedItem item, string slug) =>
        [.. OfSigns(sourceId, item, slug), new(sourceId, Signs.AnyItem, slug, 1)];

    /// <summary>What an item of guessed category teaches: what a model is surest of does not measure what a source writes of.</summary>
    internal static IEnumerable<Habit> OfSigns(string sourceId, ParsedItem item, string slug) =>
        Signs.Of(item).Select(sign => new Habit(sourceId, sign, slug, 1));

    /// <summary>
    /// What the source writes of, to weigh guesses by; null where nothing is known, and for an item with a category of its own: where
    /// sport and business are named and "News" is not told, what is named says nothing of the news.
    /// </summary>
    public SourceLeaning? LeaningFor(string sourceId, ParsedItem item) =>
        item.Categories.Count > 0 ? null : _leanings.GetValueOrDefault(sourceId);

    /// <summary>What the item's signs mean in this source, surest first; empty where nothing is certain.</summary>
    public IReadOnlyList<Tag> Tags(string sourceId, ParsedItem item) =>
        [.. Signs.Of(item).Select(sign => Meaning(sourceId, sign)).OfType<Tag>().OrderByDescending(t => t.Confidence)
            .DistinctBy(t => t.Slug)];

    private Tag? Meaning(string source, string sign)
    {
        if (!_bySign.TryGetValue((source, sign), out var counts))
            return null;
        var (first, all) = (counts[0], counts.Sum(c => c.Items));
        if (all < LeastItems || first.Items < LeastShare * all)
            return null;

        // Laplace's rule: a few items, all alike, are not yet a certainty.
        return new(
            first.Slug,
            (first.Items + 1.0) / (all + 2.0),
            Reason.Of(ReasonCode.HabitOfSource, Signs.Describe(sign), first.Slug, first.Items, all));
    }
}
