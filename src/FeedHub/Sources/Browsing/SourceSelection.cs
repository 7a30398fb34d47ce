using System.Globalization;
using FeedHub.Model.Sources;

namespace FeedHub.Sources.Browsing;

/// <summary>As much of a source as choosing and ordering need.</summary>
public sealed record SourceRow(
    long Id, string Slug, string Title, string Url, SourceState State, IReadOnlyList<string> Categories,
    string? Language, double? ItemsADay,
    DateTimeOffset? LastSuccessAt, DateTimeOffset? NextPollAt, TimeSpan? Delay, string? Folder)
{
    /// <summary>What stands at its address.</summary>
    public SourceKind Kind { get; init; }
}

/// <summary>Chooses and orders sources as a query says. In memory: even 5,000 are few, and a database knows neither accents nor
/// severity.</summary>
public static class SourceSelection
{
    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;
    private static readonly CompareInfo Letters = CultureInfo.InvariantCulture.CompareInfo;

    /// <summary>Those that match all but the state: what the counts of the states are over.</summary>
    public static IReadOnlyList<SourceRow> InAnyState(IReadOnlyList<SourceRow> rows, SourceQuery query)
    {
        var words = query.Search.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return [.. rows.Where(row =>
            (query.Category.Length == 0 || row.Categories.Contains(query.Category))
            && (query.Kind is null || row.Kind == query.Kind)
            && (query.Language.Length == 0 || IsIn(row.Language, query.Language))
            && (query.Folder.Length == 0 || FolderPath.IsWithin(row.Folder, query.Folder))
            && words.All(word => Has(row.Title, word) || Has(row.Url, word) || Has(row.Slug, word)))];
    }

    /// <summary>Those that match, in order.</summary>
    /// <param name="inAnyState">From <see cref="InAnyState"/>.</param>
    /// <param name="query">What is asked for.</param>
    public static IReadOnlyList<SourceRow> Of(IReadOnlyList<SourceRow> inAnyState, SourceQuery query)
    {
        var rows = inAnyState.Where(row => query.State is null || row.State == query.State);
        var byTitle = rows.OrderBy(row => row.Title, StringComparer.OrdinalIgnoreCase).ThenBy(row => row.Id);
        return query.Sort switch
        {
            SourceSort.State => [.. Ordered(byTitle, row => -Severity(row.State), query.Reverse)],
            SourceSort.Items => [.. Ordered(byTitle, row => row.ItemsADay, query.Reverse)],
            SourceSort.Success => [.. Ordered(byTitle, row => row.LastSuccessAt?.UtcTicks, query.Reverse)],
            SourceSort.Next => [.. Ordered(byTitle, row => row.NextPollAt?.UtcTicks, !query.Reverse)],
            SourceSort.Delay => [.. Ordered(byTitle, row => row.Delay?.Ticks, query.Reverse)],
            SourceSort.Folder => [.. InFolders(byTitle, query.Reverse)],
            _ => [.. query.Reverse ? byTitle.Reverse() : byTitle],
        };
    }

    // The greatest first; what has none comes last either way.
    private static IEnumerable<SourceRow> Ordered(IEnumerable<SourceRow> rows, Func<SourceRow, double?> by, bool ascending)
    {
        var known = rows.OrderBy(row => by(row) is null);
        return ascending ? known.ThenBy(by) : known.ThenByDescending(by);
    }

    private static IEnumerable<SourceRow> InFolders(IOrderedEnumerable<SourceRow> byTitle, bool reverse)
    {
        var known = byTitle.OrderBy(row => row.Folder is null);
        return reverse
            ? known.ThenByDescending(row => FolderOrder(row.Folder), StringComparer.OrdinalIgnoreCase)
            : known.ThenBy(row => FolderOrder(row.Folder), StringComparer.OrdinalIgnoreCase);
    }

    // A slash comes after many characters of names: without this, "Regional-x" would stand between "Regional" and its subfolders.
    private static string FolderOrder(string? folder) => (folder ?? "").Replace('/', '\u0001');

    private static int Severity(SourceState state) => state switch
    {
        SourceState.Failing => 0,
        SourceState.Gone => 1,
        SourceState.Throttled => 2,
        SourceState.Quiet => 3,
        SourceState.Active => 4,
        _ => 5,
    };

    // Regions of a language are that language.
    private static bool IsIn(string? tag, string language) =>
        tag is not null && (tag.Equals(language, StringComparison.OrdinalIgnoreCase)
            || tag.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase));

    private static bool Has(string text, string word) => Letters.IndexOf(text, word, Loosely) >= 0;
}
