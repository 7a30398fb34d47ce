using System.Text.Json;
using FeedHub.Syndication.Matching;

namespace FeedHub.Benchmarks;

/// <summary>Labelled items made into stories as the service does it, and labelled pairs with what speaks for and against them.</summary>
internal static class StoriesMeasure
{
    // How late an item comes at most where the order is left to chance.
    private const int MostHoursLate = 3;

    /// <summary>Writes {"id", "cluster"} lines.</summary>
    /// <param name="items">Labelled items.</param>
    /// <param name="output">The file to write.</param>
    /// <param name="whole">Whether the content is read, or title and summary only.</param>
    /// <param name="seed">0 for the order of time, else items come up to three hours late by chance.</param>
    public static int Run(string items, string output, bool whole, int seed = 0)
    {
        var chance = new Random(seed);
        var index = new StoryIndex(new MatchOptions());
        using var writer = File.CreateText(output);
        var story = 0L;
        foreach (var item in LabelledItems.Read(items, whole)
            .OrderBy(item => item.At.AddHours(seed == 0 ? 0 : MostHoursLate * chance.NextDouble())))
        {
            var verdict = index.Find(item.Print, item.Source, item.At);
            if (!verdict.IsSame)
                index.Add(++story, item.Source, item.At, item.Print);
            writer.WriteLine(JsonSerializer.Serialize(
                new { id = item.Id, cluster = verdict.IsSame ? verdict.StoryId : story, score = verdict.Score, with = verdict.StoryId }));
        }

        Console.WriteLine($"{story} stories");
        return 0;
    }

    /// <summary>Writes each pair with its signals, every item being a story of its own: what the coefficients are fitted on.</summary>
    public static int Signals(string items, string pairs, string output)
    {
        var whole = Stories(items, whole: true);
        var brief = Stories(items, whole: false);
        using var writer = File.CreateText(output);
        foreach (var pair in File.ReadLines(pairs).Select(line => JsonDocument.Parse(line).RootElement))
        {
            var (a, b) = (pair.GetProperty("a").GetString()!, pair.GetProperty("b").GetString()!);
            foreach (var (kind, left, right) in new[] { ("whole", whole, whole), ("brief", brief, brief), ("mixed", whole, brief) })
            {
                var item = left.Items[a];
                right.Index.Remove(item.Story);
                var verdict = right.Index.Explain(item.Item.Print, item.Item.Source, right.Items[b].Story);
                right.Index.Add(item.Story, item.Item.Source, item.Item.At, right.Items[a].Item.Print);
                writer.WriteLine(JsonSerializer.Serialize(
                    new { a, b, text = kind, score = verdict?.Score, signals = verdict?.Signals.ToDictionary(s => s.Name, s => s.Value) }));
            }
        }

        return 0;
    }

    private static (StoryIndex Index, Dictionary<string, (long Story, LabelledItems Item)> Items) Stories(string path, bool whole)
    {
        var index = new StoryIndex(new MatchOptions());
        var items = LabelledItems.Read(path, whole).Select((item, i) => (Story: i + 1L, Item: item)).ToDictionary(item => item.Item.Id);
        foreach (var (story, item) in items.Values)
            index.Add(story, item.Source, item.At, item.Print);
        return (index, items);
    }
}
