using System.Globalization;
using System.Text.Json;
using FeedHub.Syndication.Grouping;
using FeedHub.Syndication.Matching;

namespace FeedHub.Benchmarks;

/// <summary>Labelled stories grouped by event as the service does it.</summary>
internal static class EventsMeasure
{
    // Events are reckoned each quarter of an hour.
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(15);

    /// <summary>Writes {"id", "group"} lines. Each set of the items is a stream of its own.</summary>
    /// <param name="items">Lines with <c>id</c>, <c>set</c>, <c>lang</c>, <c>title</c>, <c>text</c>, <c>published</c>.</param>
    /// <param name="output">The file to write.</param>
    /// <param name="seed">0 for the order of time in quarters of an hour, -1 for all at once, else stories come up to three hours late by
    /// chance.</param>
    /// <param name="line">Another <see cref="EventOptions.Line"/>.</param>
    public static int Run(string items, string output, int seed = 0, double? line = null)
    {
        using var writer = File.CreateText(output);
        var all = File.ReadLines(items).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        foreach (var set in all.GroupBy(item => Text(item, "set")))
        {
            var stories = set.Select((item, i) => (Id: Text(item, "id"), Story: Story(item, i + 1))).ToList();
            var grouper = Grouped([.. stories.Select(s => s.Story)], seed, line);
            foreach (var (id, story) in stories)
                writer.WriteLine(JsonSerializer.Serialize(new { id, group = $"{set.Key}-{grouper.EventOf(story.Id)}" }));
        }

        return 0;
    }

    private static EventGrouper Grouped(IReadOnlyList<EventStory> stories, int seed, double? line)
    {
        var options = new EventOptions();
        var grouper = new EventGrouper(line is { } own ? options with { Line = own } : options);
        var chance = new Random(seed);
        var coming = stories.Select(s => (s, At: s.At + TimeSpan.FromHours(seed > 0 ? 3 * chance.NextDouble() : 0)));
        foreach (var round in coming.GroupBy(s => seed < 0 ? 0 : s.At.Ticks / Round.Ticks).OrderBy(g => g.Key))
            grouper.Add([.. round.Select(s => s.s)]);
        return grouper;
    }

    private static EventStory Story(JsonElement item, int id) => new(
        id,
        DateTimeOffset.Parse(Text(item, "published"), CultureInfo.InvariantCulture),
        Text(item, "lang"),
        Fingerprint.Of(Text(item, "title"), Text(item, "text")))
    {
        Source = item.TryGetProperty("outlet", out var outlet) ? (uint)outlet.GetString()!.GetHashCode(StringComparison.Ordinal) : 0,
    };

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString() ?? "";
}
