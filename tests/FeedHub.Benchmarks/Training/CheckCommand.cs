using System.Globalization;
using System.Text.Json;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Benchmarks.Training;

/// <summary>
/// Judges tagging on outlets that the model has not seen: writes what each way gives each item, one JSON line an item with
/// <c>id</c> and <c>tags</c>, best first.
/// </summary>
internal static class CheckCommand
{
    // A day's items of an outlet.
    private const int Day = 150;

    // Fewer say nothing: the nightly training would not begin.
    private const int LeastLearnt = 50;

    /// <summary>With models trained without the judged outlets; writes what each way gives, and prints the figures of
    /// docs/training.md.</summary>
    public static int CrossCheck(string itemsPath, string iptcTable, string seedFolder, string outFolder)
    {
        var items = LabelledItem.Read(itemsPath).ToList();
        Directory.CreateDirectory(outFolder);
        Judge(new CrossCheck(items, SeedTexts.Read(seedFolder, iptcTable)).Folds(), items, outFolder);
        return 0;
    }

    /// <summary>Prints what each way gives; writes it too where there is a folder.</summary>
    public static void Judge(
        IReadOnlyList<(CategoryModel Model, IReadOnlyList<LabelledItem> Judged)> folds,
        IReadOnlyList<LabelledItem> items,
        string? outFolder)
    {
        var guesses = folds.SelectMany(f => Training.CrossCheck.Guesses(f.Model, f.Judged)).ToList();
        var inSample = Training.CrossCheck.Measure(guesses);
        foreach (var (name, way) in Ways)
            Report(outFolder, name, folds.SelectMany(f => way(f.Model.With(inSample), f.Judged)), items);
        var leftOut = items.Select(i => i.Source).Distinct()
            .ToDictionary(source => source, source => Training.CrossCheck.Measure(guesses.Where(g => g.Guess.Outlet != source)));
        Report(
            outFolder,
            "sure-left-out",
            folds.SelectMany(f => f.Judged.GroupBy(i => i.Source).SelectMany(g => Sure(f.Model.With(leftOut[g.Key]), [.. g]))),
            items);
        Report(
            outFolder,
            "sure-unfitted",
            folds.SelectMany(f => Sure(f.Model.With([Certainty.Unmeasured, Certainty.Unmeasured]), f.Judged)),
            items);
    }

    /// <summary>With the model that ships.</summary>
    public static int Shipped(string itemsPath, string outPath, string way)
    {
        if (!Ways.TryGetValue(way, out var tags))
        {
            Console.Error.WriteLine($"'{way}' is not a way to tag; write {string.Join(", ", Ways.Keys)}");
            return 2;
        }

        Write(outPath, tags(CategoryModel.Shipped.Value, [.. LabelledItem.Read(itemsPath)]));
        return 0;
    }

    private static Dictionary<string, Func<CategoryModel, IReadOnlyList<LabelledItem>, IEnumerable<(
        string Id, IEnumerable<string> Tags)>>> Ways
    { get; } = new()
    {
        ["cold"] = (model, items) => items.Select(i => (i.Id, Ranked(model, i))),
        ["sure"] = Sure,
        ["publisher"] = (model, items) => items.Select(i => (i.Id, Given(model, i).Concat(Ranked(model, i)).Distinct())),
        ["day"] = AfterADay,
    };

    private static IEnumerable<string> Ranked(CategoryModel model, LabelledItem item) =>
        model.Classify(item.Title, item.Summary, item.Language).Select(g => g.Slug);

    private static IEnumerable<string> Given(CategoryModel model, LabelledItem item)
    {
        var tagger = new Tagger([], new TaggingKnowledge { Model = new(() => model) });
        var parsed = new ParsedItem
        {
            Title = item.Title,
            SummaryHtml = item.Summary,
            Language = item.Language,
            Categories = item.PublisherCategory is { } c ? [c] : []
        };
        return tagger.Tag(parsed, new TaggedSource(item.Outlet, "https://feed.example/", [])).Select(t => t.Slug);
    }

    private static IEnumerable<(string Id, IEnumerable<string> Tags)> Sure(CategoryModel model, IReadOnlyList<LabelledItem> items) =>
        items.Select(i => (i.Id, Given(model, i with { PublisherCategory = null })));

    // Each outlet in two parts: what the alias table knows of a day of one part is learnt, as the nightly training and the habits do,
    // and the other judged without its categories. A category that nobody knows stays: FeedHub would see it.
    private static IEnumerable<(string Id, IEnumerable<string> Tags)> AfterADay(CategoryModel model, IReadOnlyList<LabelledItem> items)
    {
        foreach (var outlet in items.GroupBy(i => i.Outlet).Select(g => g.OrderBy(i => i.Id, StringComparer.Ordinal).ToList()))
        {
            for (var part = 0; part < 2; part++)
            {
                var learnt = outlet.Where((_, n) => n % 2 != part).Select(Known).OfType<LabelledText>().Take(Day).ToList();
                var after = learnt.Count < LeastLearnt ? model : ModelTrainer.Train(learnt, new TrainOptions { Prior = model });
                var habits = new SourceHabits(learnt.SelectMany(t => SourceHabits.Lessons(t.Source, new(), t.Slugs[0])));
                foreach (var item in outlet.Where((_, n) => n % 2 == part))
                    yield return (item.Id, after.Classify(item.Title, item.Summary, item.Language, Leaning(habits, item))
                        .Select(g => g.Slug));
            }
        }
    }

    private static SourceLeaning? Leaning(SourceHabits habits, LabelledItem item) =>
        habits.LeaningFor(item.Source, new() { Categories = item.PublisherCategory is { } c && Known(item) is null ? [c] : [] });

    private static LabelledText? Known(LabelledItem item) =>
        item.PublisherCategory is { } category && Aliases.BuiltIn.SlugsOf(category) is { Count: > 0 } slugs
            ? item.Whole() with { Slugs = slugs }
            : null;

    private static void Report(
        string? folder,
        string name,
        IEnumerable<(string Id, IEnumerable<string> Tags)> tagged,
        IReadOnlyList<LabelledItem> items)
    {
        var all = tagged.Select(t => (t.Id, Tags: t.Tags.ToList())).ToDictionary(t => t.Id, t => t.Tags);
        if (folder is not null)
            Write(Path.Combine(folder, name + ".jsonl"), all.Select(t => (t.Key, t.Value.AsEnumerable())));
        var judged = items.Where(i => i.Slugs.Count > 0 && all.ContainsKey(i.Id)).ToList();
        foreach (var group in judged.GroupBy(i => i.Origin == "hand" ? "by hand" : i.Language).Concat(judged.GroupBy(_ => "all")))
        {
            var (given, first) = (group.Where(i => all[i.Id].Count > 0).ToList(), group.Count(
                i => i.Slugs.Contains(all[i.Id].FirstOrDefault() ?? "")));
            var three = group.Count(i => all[i.Id].Take(3).Any(i.Slugs.Contains));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-14} {group.Key,-7} {group.Count(),6} items: given {(double)given.Count / group.Count():0.000}, of those right "
                    + $"{(double)first / Math.Max(1, given.Count):0.000}, one of three right {(double)three / group.Count():0.000}"));
        }
    }

    private static void Write(string path, IEnumerable<(string Id, IEnumerable<string> Tags)> tagged)
    {
        using var file = new StreamWriter(path);
        foreach (var (id, tags) in tagged)
            file.WriteLine(JsonSerializer.Serialize(new { id, tags = tags.Select(CodeOf) }));
    }

    private static string CodeOf(string slug) => Vocabulary.Topics.FirstOrDefault(t => t.Slug == slug)?.Code ?? slug;
}
