using FeedHub.Syndication.Tagging;

namespace FeedHub.Benchmarks.Training;

/// <summary>
/// Models that were each trained without some outlets, to judge those: what a hub meets is always an outlet that the shipped
/// model has not seen.
/// </summary>
internal sealed class CrossCheck(IReadOnlyList<LabelledItem> items, SeedTexts seeds)
{
    private const int SmallFolds = 5;
    private const int LargeOutlet = 500;

    // The titles of UCI know only four topics, yet they are the only English ones that were not made up.
    private const double UciWeight = 2;

    // What one model learns of the heaps that chance drew for it is another's no more: their mean is surer of what is so.
    private const int Models = 4;
    private const int Epochs = 6;

    private readonly Dictionary<string, int> _large = items.Where(i => i.Slugs.Count > 0 && i.MayBeTrained).GroupBy(i => i.Outlet)
        .Where(g => g.Count() >= LargeOutlet).Select(g => g.Key).Order(StringComparer.Ordinal).Select((o, n) => (o, n))
        .ToDictionary(p => p.o, p => p.n % SmallFolds, StringComparer.Ordinal);

    /// <summary>The model that ships: of everything that may be trained, the mean of several that drew other heaps of our own
    /// words.</summary>
    public static CategoryModel Train(IReadOnlyList<LabelledItem> items, SeedTexts seeds)
    {
        var titles = ExampleBalance.Weigh(
            items.Where(i => i.MayBeTrained).Select(i => i.TitleOnly() with { Weight = i.Origin == "uci" ? UciWeight : 1 })).ToList();
        var headlines = items.Where(i => i.Origin is "clickid" or "uci").ToList();
        var options = new TrainOptions { Balance = false, Epochs = Epochs };
        return CategoryModel.Mean(
            [.. Enumerable.Range(0, Models).Select(draw => ModelTrainer.Train(titles.Concat(seeds.Examples(headlines, draw)), options))]);
    }

    /// <summary>Each fold's model with the items that it may be judged by; two are trained at a time.</summary>
    public IReadOnlyList<(CategoryModel Model, IReadOnlyList<LabelledItem> Judged)> Folds() =>
        [.. Enumerable.Range(0, SmallFolds).AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(Fold)];

    private (CategoryModel Model, IReadOnlyList<LabelledItem> Judged) Fold(int fold) =>
        (Train([.. items.Where(i => FoldOf(i) != fold)], seeds), [.. items.Where(i => FoldOf(i) == fold)]);

    /// <summary>What was measured of guesses on outlets that the model had not seen, for each language.</summary>
    public static Certainty[] Measure(IEnumerable<(int Language, JudgedGuess Guess)> guesses) =>
        Certainty.Measure([.. guesses.GroupBy(g => g.Language).OrderBy(g => g.Key).Select(g => g.Select(x => x.Guess).ToList())]);

    /// <summary>The surest guess on each labelled item, before it is measured.</summary>
    public static IEnumerable<(int Language, JudgedGuess Guess)> Guesses(CategoryModel model, IEnumerable<LabelledItem> judged)
    {
        foreach (var item in judged.Where(i => i.Slugs.Count > 0))
        {
            if (model.Raw(item.Whole()) is var (language, topic, probability, without))
                yield return (language, new(item.Source, topic, probability, without, item.Slugs.Contains(Vocabulary.Topics[topic].Slug)));
        }
    }

    // What may not be trained is not a model's own: it is judged in small parts by all.
    private int FoldOf(LabelledItem item) =>
        _large.TryGetValue(item.Outlet, out var fold)
            ? fold
            : (int)(item.Outlet.Aggregate(17u, (hash, letter) => (hash * 31) + letter) % SmallFolds);
}
