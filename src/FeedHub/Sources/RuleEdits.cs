using System.Globalization;
using System.Text;
using System.Text.Json;
using FeedHub.Categories;
using FeedHub.Model.Sources;
using FeedHub.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Sources;

/// <summary>Rules as an admin gives them.</summary>
/// <param name="File">With the rules, valid as a whole; null if there is any error.</param>
/// <param name="Errors">What is wrong, each with the place, such as <c>drop[2]</c>.</param>
public sealed record RuleEdit(FeedsFile? File, IReadOnlyList<(string Place, string Message)> Errors);

/// <summary>Reads rules that come from a program or a form by the very reader that feeds.json is read by.</summary>
public sealed class RuleEdits(IDbContextFactory<FeedHubDb> databases, Taggers taggers)
{
    // A file is read with positions: with a rule on a line, the line tells the rule.
    private const int LineOfFirst = 3;

    /// <summary>Reads these lists; the sources that rules may name are those there are, and those that rules in force name.</summary>
    /// <param name="categories">As in feeds.json.</param>
    /// <param name="drop">As in feeds.json.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<RuleEdit> ReadAsync(
        IReadOnlyList<JsonElement> categories, IReadOnlyList<JsonElement> drop, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var sources = await db.Sources.Select(s => new { s.Slug, s.Url }).ToListAsync(cancellation);
        var urls = sources.Select(source => source.Url).Concat(InForce.Where(name => SourceUrl.Problem(name) is null))
            .DistinctBy(SourceUrl.Key).ToList();
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{{ \"sources\": {StoredJson.Write(urls.Select(url => new { url }))},\n");
        Append(text, "categories", categories).Append(",\n");
        Append(text, "drop", drop).Append('}');
        var result = FeedsFileReader.Parse(text.ToString());
        if (result.File is not { } file)
            return new(null, [.. result.Errors.Select(error => (PlaceOf(error.Line, categories.Count), error.Message))]);
        var unknown = Unknown(file, sources.ConvertAll(source => source.Slug), urls);
        return new(unknown.Count == 0 ? file : null, unknown);
    }

    // Rules stand as they are when a source that they name goes.
    private IEnumerable<string> InForce =>
        taggers.Rules.SelectMany(rule => rule.Sources).Concat(taggers.Drops.Rules.SelectMany(rule => rule.Sources));

    private List<(string Place, string Message)> Unknown(FeedsFile file, List<string> ids, List<string> urls)
    {
        HashSet<string> known = [.. ids, .. urls, .. InForce];
        var named = file.Categories.SelectMany((rule, n) => rule.Sources.Select(source => (Place: $"categories[{n}]", Source: source)))
            .Concat(file.Drop.SelectMany((rule, n) => rule.Sources.Select(source => (Place: $"drop[{n}]", Source: source))));
        return
        [
            .. named.Where(name => !known.Contains(name.Source))
                .Select(name => (name.Place, RuleSourceNames.WhyUnknown(name.Source, ids))),
        ];
    }

    private static StringBuilder Append(StringBuilder text, string name, IReadOnlyList<JsonElement> rules) =>
        text.Append(CultureInfo.InvariantCulture, $"\"{name}\": [\n").AppendJoin(",\n", rules.Select(StoredJson.Write)).Append("\n]");

    private static string PlaceOf(int line, int categories)
    {
        var rule = line - LineOfFirst;
        var dropped = rule - Math.Max(1, categories) - 2;
        return dropped >= 0 ? $"drop[{dropped}]" : $"categories[{Math.Max(0, rule)}]";
    }
}
