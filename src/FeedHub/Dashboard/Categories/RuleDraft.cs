using FeedHub.Sources;
using FeedHub.Storage.Tables;
using FeedHub.Syndication.Tagging;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Dashboard.Categories;

/// <summary>A rule as typed on the dashboard.</summary>
/// <param name="Json">The rule as it goes into feeds.json.</param>
/// <param name="Rule">The rule, or null if something is wrong with it.</param>
/// <param name="Errors">What is wrong, in the words that the file would be met with.</param>
public sealed record RuleDraft(string Json, CategoryRule? Rule, IReadOnlyList<string> Errors);

/// <summary>Reads a typed rule by the very reader that feeds.json is read by.</summary>
public sealed class RuleDrafts(IDbContextFactory<FeedHubDb> databases)
{
    /// <summary>The rule of these fields; lists have an entry a line, or parted by commas.</summary>
    public async Task<RuleDraft> ReadAsync(
        IReadOnlyDictionary<string, string> typed,
        IReadOnlyList<string> places,
        CancellationToken cancellation)
    {
        var rule = new Dictionary<string, object> { ["slug"] = typed.GetValueOrDefault("slug", "").Trim() };
        foreach (var name in (string[])["any", "all", "none", "sources"])
        {
            if (Entries(typed.GetValueOrDefault(name, "")) is { Count: > 0 } entries)
                rule[name] = entries;
        }

        if (places.Count > 0)
            rule["in"] = places;
        var json = StoredJson.Write(rule);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var sources = await db.Sources.Select(s => s.Url).ToListAsync(cancellation);
        var file = FeedsFileReader.Parse(
            StoredJson.Write(new { sources = sources.Select(url => new { url }), categories = new[] { rule } }));
        return new(json, file.File?.Categories[0], [.. file.Errors.Select(e => e.Message)]);
    }

    private static List<string> Entries(string text) =>
        [.. text.Split(['\n', '\r', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
