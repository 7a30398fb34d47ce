using System.Text.Json.Nodes;

namespace FeedHub.Sources.Exporting;

/// <summary>Compares what a file has beside its sources (title, description, rules, feeds of one's own) with what holds now:
/// pure.</summary>
internal static class HeadDifference
{
    private static readonly string[] Texts = ["title", "description"];
    private static readonly string[] Lists = ["categories", "drop", "feeds"];

    /// <summary>All differences, an entry of a list each by its slug or name.</summary>
    public static IReadOnlyList<PropertyDifference> Of(FeedsFile onDisk, FeedsFile current)
    {
        var (from, to) = (Head(onDisk), Head(current));
        return
        [
            .. Texts.Select(name => new PropertyDifference(name, (string?)from[name], (string?)to[name])).Where(IsOne),
            .. Lists.SelectMany(name => Entries(name, from[name] as JsonArray, to[name] as JsonArray)),
        ];
    }

    private static bool IsOne(PropertyDifference difference) => difference.From != difference.To;

    private static JsonNode Head(FeedsFile file) => JsonNode.Parse(FeedsFileWriter.Write(file with { Sources = [] }))!;

    // The order of rules says nothing: which of them hold does.
    private static IEnumerable<PropertyDifference> Entries(string list, JsonArray? from, JsonArray? to)
    {
        var (before, after) = (ByName(from), ByName(to));
        return before.Keys.Union(after.Keys)
            .Select(name => new PropertyDifference($"{list} {name}", before.GetValueOrDefault(name), after.GetValueOrDefault(name)))
            .Where(IsOne);
    }

    private static Dictionary<string, string> ByName(JsonArray? list)
    {
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (place, entry) in (list ?? []).Index())
        {
            var name = (string?)entry!["slug"] ?? (string?)entry["name"] ?? $"{place + 1}";
            entries.TryAdd(entries.ContainsKey(name) ? $"{name} ({place + 1})" : name, FeedsFileWriter.OnOneLine(entry));
        }

        return entries;
    }
}
