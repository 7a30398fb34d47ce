using FeedHub.Categories;
using FeedHub.Sources;
using FeedHub.Storage.Tables;
using FeedHub.Syndication.Tagging;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Dashboard.Categories;

/// <summary>A rule as typed on the dashboard.</summary>
/// <param name="Json">The rule as it goes into feeds.json.</param>
/// <param name="Rule">The rule of a category, or null if it is none or something is wrong with it.</param>
/// <param name="Drop">The drop rule, or null if it is none or something is wrong with it.</param>
/// <param name="Errors">What is wrong, in a form's words, by the field; of the rule as a whole under <c>any</c>.</param>
public sealed record RuleDraft(string Json, CategoryRule? Rule, DropRule? Drop, IReadOnlyDictionary<string, string> Errors);

/// <summary>Reads a typed rule by the very reader that feeds.json is read by.</summary>
public sealed class RuleDrafts(IDbContextFactory<FeedHubDb> databases, Taggers taggers)
{
    /// <summary>Value of the field <c>kind</c> for a drop rule.</summary>
    public const string DropKind = "drop";

    // What stands before the rule's properties, of which each has a line of its own, so that the line of an error tells the field.
    private const int LinesBefore = 3;

    /// <summary>The rule of these fields; lists have an entry a line, or separated by commas.</summary>
    public async Task<RuleDraft> ReadAsync(
        IReadOnlyDictionary<string, string> typed,
        IReadOnlyList<string> places,
        CancellationToken cancellation)
    {
        var isDrop = typed.GetValueOrDefault("kind") == DropKind;
        var properties = Properties(typed, places, isDrop).ToList();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var known = await db.Sources.Select(s => new { s.Slug, s.Url }).ToListAsync(cancellation);
        var sources = known.ConvertAll(source => new { url = source.Url });
        var lines = properties.Select(property => $"{StoredJson.Write(property.Name)}:{StoredJson.Write(property.Value)}").ToList();
        var result = FeedsFileReader.Parse(
            $"{{ \"sources\": {StoredJson.Write(sources)},\n\"{(isDrop ? "drop" : "categories")}\":\n"
            + $"[ {{\n{string.Join(",\n", lines)}\n}} ] }}");
        return new(
            $"{{{string.Join(',', lines)}}}",
            result.File?.Categories.FirstOrDefault(),
            result.File?.Drop.FirstOrDefault(),
            Missing(properties, isDrop) is { Count: > 0 } missing ? missing
                : Errors(result, properties) is { Count: > 0 } errors ? errors
                : Unknown(result.File!, known.ConvertAll(source => source.Slug)));
    }

    private static IEnumerable<(string Name, object Value)> Properties(
        IReadOnlyDictionary<string, string> typed, IReadOnlyList<string> places, bool isDrop)
    {
        if (!isDrop)
            yield return ("slug", typed.GetValueOrDefault("slug", ""));
        if (typed.GetValueOrDefault("title", "") is { Length: > 0 } title)
            yield return ("title", title);
        foreach (var name in (string[])["any", "all", "none", "sources"])
        {
            if (Entries(typed.GetValueOrDefault(name, "")) is { Count: > 0 } entries)
                yield return (name, entries);
        }

        if (places.Count > 0)
            yield return ("in", places);
    }

    // As a form says it: the reader's words are those of a file.
    private static Dictionary<string, string> Missing(List<(string Name, object Value)> properties, bool isDrop)
    {
        var missing = new Dictionary<string, string>();
        if (!isDrop && properties.Any(property => property is ("slug", "")))
            missing["slug"] = CategoriesText.NoSlug;
        if (!properties.Any(property => property.Name is "any" or "all"))
            missing["any"] = CategoriesText.NothingToLookFor;
        return missing;
    }

    // Rules in force may go on naming a source that has gone.
    private Dictionary<string, string> Unknown(FeedsFile file, List<string> ids)
    {
        var standing = taggers.Rules.SelectMany(rule => rule.Sources).Concat(taggers.Drops.Rules.SelectMany(rule => rule.Sources));
        var unknown = file.RuleSources.Select(named => named.Id).Except(ids).Except(standing).ToList();
        return unknown.Count == 0
            ? []
            : new() { ["sources"] = string.Join("; ", unknown.Select(id => RuleSourceNames.WhyUnknown(id, ids))) };
    }

    private static Dictionary<string, string> Errors(FeedsFileResult result, List<(string Name, object Value)> properties) =>
        result.Errors
            .GroupBy(error => properties.ElementAtOrDefault(error.Line - LinesBefore - 1).Name ?? "any", error => error.Message)
            .ToDictionary(field => field.Key, field => string.Join("; ", field));

    private static List<string> Entries(string text) =>
        [.. text.Split(['\n', '\r', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
