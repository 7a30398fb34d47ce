using FeedHub.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Categories;

/// <summary>A publisher's word that no alias knows.</summary>
/// <param name="Word">As published.</param>
/// <param name="Items">Items that carry it.</param>
/// <param name="Sources">Sources that they are from.</param>
/// <param name="Suggestion">Slug that most of those items have for other reasons; null where none stands out.</param>
/// <param name="Examples">The newest of those items, each of another source.</param>
public sealed record UnknownWord(string Word, int Items, int Sources, string? Suggestion, IReadOnlyList<WordExample> Examples);

/// <summary>An item that carries a word.</summary>
public sealed record WordExample(long StoryId, string Title);

/// <summary>Counts the publishers' words that mean nothing yet.</summary>
public sealed class UnknownWords(Taggers taggers)
{
    /// <summary>Items that are looked at, the newest.</summary>
    private const int MaxItems = 20_000;

    private const int MaxWords = 40;

    private const int MaxExamples = 2;

    /// <summary>Fewer categorised items, or a smaller share of them, suggest nothing: a few may be one event that the word came
    /// with.</summary>
    private const int MinSuggesting = 20;

    private const double MinShare = 0.6;

    /// <summary>The commonest of the last seven days, most frequent first.</summary>
    internal async Task<IReadOnlyList<UnknownWord>> CountAsync(FeedHubDb db, DateTimeOffset now, CancellationToken cancellation)
    {
        var since = now - CategoryFigures.Window;
        var ignored = (await db.PublisherAliases.Where(a => a.Slug == "").Select(a => a.Word).ToListAsync(cancellation)).ToHashSet(
            StringComparer.OrdinalIgnoreCase);
        var rows = await db.Items.AsNoTracking().Where(i => i.SortAt >= since)
            .OrderByDescending(i => i.SortAt).ThenByDescending(i => i.Id).Take(MaxItems)
            .Select(i => new
            {
                i.Id,
                i.SourceId,
                i.PublisherCategories,
                Slugs = db.StoryCategories.Where(c => c.StoryId == i.StoryId)
                .Select(c => c.Slug)
                .ToList()
            })
            .ToListAsync(cancellation);
        var tally = new Dictionary<string, WordCount>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            foreach (var word in row.PublisherCategories.Where(w => !ignored.Contains(w)))
                Count(tally, word, (row.Id, row.SourceId), row.Slugs);
        }

        List<WordCount> commonest = [.. tally.Values.Where(t => taggers.Aliases.SlugsOf(t.Word).Count == 0)
            .OrderByDescending(t => t.Items).ThenBy(t => t.Word, StringComparer.Ordinal).Take(MaxWords)];
        var examples = await ExamplesAsync(db, [.. commonest.SelectMany(t => t.Examples)], cancellation);
        return [.. commonest.Select(t => new UnknownWord(
            t.Word, t.Items, t.Sources.Count, t.Suggestion(),
            [.. t.Examples.Select(id => examples.GetValueOrDefault(id)).OfType<WordExample>()]))];
    }

    private static Task<Dictionary<long, WordExample>> ExamplesAsync(FeedHubDb db, long[] ids, CancellationToken cancellation) =>
        db.Items.AsNoTracking().Where(i => ids.Contains(i.Id) && (i.Title ?? i.Url) != null)
            .Select(i => new { i.Id, i.StoryId, Title = i.Title ?? i.Url })
            .ToDictionaryAsync(i => i.Id, i => new WordExample(i.StoryId, i.Title!), cancellation);

    private static void Count(Dictionary<string, WordCount> tally, string word, (long Id, long Source) item, List<string> slugs)
    {
        if (!tally.TryGetValue(word, out var counted))
            tally.Add(word, counted = new(word));
        counted.Items++;
        if (counted.Sources.Add(item.Source) && counted.Examples.Count < MaxExamples)
            counted.Examples.Add(item.Id);
        foreach (var slug in slugs)
            counted.Slugs[slug] = counted.Slugs.GetValueOrDefault(slug) + 1;
        counted.Categorised += slugs.Count > 0 ? 1 : 0;
    }

    private sealed class WordCount(string word)
    {
        public string Word { get; } = word;

        public int Items { get; set; }

        public int Categorised { get; set; }

        public HashSet<long> Sources { get; } = [];

        public List<long> Examples { get; } = [];

        public Dictionary<string, int> Slugs { get; } = [];

        public string? Suggestion()
        {
            if (Categorised < MinSuggesting)
                return null;
            var (slug, items) = Slugs.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).First();
            return items >= MinShare * Categorised ? slug : null;
        }
    }
}
