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

    /// <summary>With models trained without the judged outlets.</summary>
    public static int CrossCheck(string itemsPath, string iptcTable, string seedFolder, string outFolder)
    {
        var items = LabelledItem.Read(itemsPath).ToList();
        var folds = new CrossCheck(items, SeedTexts.Read(seedFolder, iptcTable)).Folds().ToList();
        var certainty = Training.CrossCheck.Measure(folds.SelectMany(f => Training.CrossCheck.Guesses(f.Model, f.Judged)));
        Directory.CreateDirectory(outFolder);
        foreach (var (name, way) in Ways)
            Write(Path.Combine(outFolder, name + ".jsonl"), folds.SelectMany(f => way(f.Model.With(certainty), f.Judged)));
        return 0;
    }

    /// <summary>With the model that ships.</summary>
    public static int Shipped(string itemsPath, string outPath, string way)
    {
        if (!Ways.TryGetValue(way, out var tags))
        {
            Console.Error.WriteLine($"'{way}' is no way to tag; write {string.Join(", ", Ways.Keys)}");
            return 2;
        }

        Write(outPath, tags(CategoryModel.Shipped.Value, [.. LabelledItem.Read(itemsPath)]));
        return 0;
    }

    private static Dictionary<string, Func<CategoryModel, IReadOnlyList<LabelledItem>, IEnumerable<(string Id, IEnumerable<string> Tags)>>> Ways { get; } = new()
    {
        ["cold"] = (model, items) => items.Select(i => (i.Id, Ranked(model, i))),
        ["sure"] = (model, items) => items.Select(i => (i.Id, Given(model, i with { PublisherCategory = null }))),
        ["publisher"] = (model, items) => items.Select(i => (i.Id, Given(model, i).Concat(Ranked(model, i)).Distinct())),
        ["day"] = AfterADay,
    };

    private static IEnumerable<string> Ranked(CategoryModel model, LabelledItem item) =>
        model.Classify(item.Title, item.Summary, item.Language).Select(g => g.Slug);

    private static IEnumerable<string> Given(CategoryModel model, LabelledItem item)
    {
        var tagger = new Tagger([], new TaggingKnowledge { Model = new(() => model) });
        var parsed = new ParsedItem { Title = item.Title, SummaryHtml = item.Summary, Language = item.Language, Categories = item.PublisherCategory is { } c ? [c] : [] };
        return tagger.Tag(parsed, new TaggedSource(item.Outlet, "https://feed.example/", [])).Select(t => t.Slug);
    }

    // Each outlet in two parts: what the alias table knows of a day of one part is learnt, and the other judged without its categories.
    private static IEnumerable<(string Id, IEnumerable<string> Tags)> AfterADay(CategoryModel model, IReadOnlyList<LabelledItem> items)
    {
        foreach (var outlet in items.GroupBy(i => i.Outlet).Select(g => g.OrderBy(i => i.Id, StringComparer.Ordinal).ToList()))
        {
            for (var part = 0; part < 2; part++)
            {
                var learnt = outlet.Where((_, n) => n % 2 != part).Select(Known).OfType<LabelledText>().Take(Day).ToList();
                var after = learnt.Count == 0 ? model : ModelTrainer.Train(learnt, new TrainOptions { Prior = model });
                foreach (var item in outlet.Where((_, n) => n % 2 == part))
                    yield return (item.Id, Ranked(after, item));
            }
        }
    }

    private static LabelledText? Known(LabelledItem item) =>
        item.PublisherCategory is { } category && Aliases.BuiltIn.SlugsOf(category) is { Count: > 0 } slugs ? item.Whole() with { Slugs = slugs } : null;

    private static void Write(string path, IEnumerable<(string Id, IEnumerable<string> Tags)> tagged)
    {
        using var file = new StreamWriter(path);
        foreach (var (id, tags) in tagged)
            file.WriteLine(JsonSerializer.Serialize(new { id, tags = tags.Select(CodeOf) }));
    }

    private static string CodeOf(string slug) => Vocabulary.Topics.FirstOrDefault(t => t.Slug == slug)?.Code ?? slug;
}
