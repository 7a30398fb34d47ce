using System.Globalization;
using System.Text;
using FeedHub.Sources.Declaration;
using Microsoft.Extensions.Primitives;

namespace FeedHub.Publishing;

/// <summary>Which stories are asked for. Equal filters have the same <see cref="Query"/>.</summary>
public sealed record StoryFilter
{
    /// <summary>Stories on a page where <c>limit</c> is absent.</summary>
    public const int DefaultLimit = 50;

    /// <summary>Most stories on a page.</summary>
    public const int MaxLimit = 500;

    /// <summary>Any of these slugs, in order of the alphabet; empty: all.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Any of these sources, in order of their id; empty: all.</summary>
    public IReadOnlyList<FilterSource> Sources { get; init; } = [];

    /// <summary>Any of these BCP 47 tags; a tag also means its subtags; empty: all.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>From 1 to <see cref="MaxLimit"/>.</summary>
    public int Limit { get; init; } = DefaultLimit;

    /// <summary>Only stories older than this place, or null.</summary>
    public StoryCursor? Before { get; init; }

    /// <summary>The filter as a query with its <c>?</c>, in one spelling; empty if nothing is filtered.</summary>
    public string Query => QueryBefore(Before);

    /// <summary>The query of the page that begins before <paramref name="cursor"/>.</summary>
    public string QueryBefore(StoryCursor? cursor)
    {
        var query = new StringBuilder();
        foreach (var (name, value) in Parameters(cursor))
            query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        return query.ToString();
    }

    private IEnumerable<(string Name, string Value)> Parameters(StoryCursor? cursor)
    {
        foreach (var category in Categories)
            yield return ("category", category);
        foreach (var source in Sources)
            yield return ("source", source.Slug);
        foreach (var language in Languages)
            yield return ("language", language);
        if (Limit != DefaultLimit)
            yield return ("limit", Limit.ToString(CultureInfo.InvariantCulture));
        if (cursor is not null)
            yield return ("before", cursor.ToString());
    }
}

/// <summary>A source that is asked for.</summary>
public sealed record FilterSource(long Id, string Slug, string Title);

/// <summary>A place in the merged feed; opaque outside.</summary>
/// <param name="SortAt">Unix milliseconds.</param>
/// <param name="Id">The story's key, which orders stories of one millisecond.</param>
public sealed record StoryCursor(long SortAt, long Id)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static StoryCursor? Parse(string text) =>
        text.Split('-') is [var sortAt, var id] && Number(sortAt) is { } at && Number(id) is { } key ? new(at, key) : null;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{SortAt:x}-{Id:x}");

    private static long? Number(string text) =>
        text.Length is > 0 and <= 15 && long.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>A filter value that cannot be used.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Detail">What is wrong, and what to write instead.</param>
public sealed record FilterError(string Parameter, string Detail);

/// <summary>Reads a filter from a query.</summary>
public static class StoryFilterReader
{
    private const int MaxValues = 50;

    /// <summary>
    /// The filter, or the first thing that is wrong with it. Parameters that are no filters are passed over: whoever shares an
    /// address adds his own (<c>fbclid</c>).
    /// </summary>
    public static (StoryFilter? Filter, FilterError? Error) Read(
        IEnumerable<KeyValuePair<string, StringValues>> query, Syndication.Tagging.Vocabulary vocabulary, IReadOnlyDictionary<string, FilterSource> sources)
    {
        var filter = new StoryFilter();
        foreach (var (name, values) in query)
        {
            if (values.Count > MaxValues)
                return (null, new(name, $"at most {MaxValues} values may be given"));
            FilterError? error;
            (filter, error) = name switch
            {
                "category" => Categories(filter, Values(values), vocabulary),
                "source" => WithSources(filter, Values(values), sources),
                "language" => Languages(filter, Values(values)),
                "limit" => Limit(filter, values),
                "before" => Before(filter, values),
                "q" => (filter, new FilterError("q", "search is not there yet; leave it out")),
                _ => (filter, null),
            };
            if (error is not null)
                return (null, error);
        }

        return (filter, null);
    }

    private static List<string> Values(StringValues values) =>
        [.. values.Select(v => v?.Trim() ?? "").Distinct().Order(StringComparer.Ordinal)];

    private static (StoryFilter Filter, FilterError? Error) Categories(StoryFilter filter, List<string> slugs, Syndication.Tagging.Vocabulary vocabulary) =>
        slugs.Find(slug => vocabulary.Find(slug) is null) is { } unknown
            ? (filter, new("category", $"'{Shown(unknown)}' is unknown; write one of {string.Join(", ", vocabulary.All.Select(c => c.Slug))}"))
            : (filter with { Categories = slugs }, null);

    private static (StoryFilter Filter, FilterError? Error) WithSources(StoryFilter filter, List<string> slugs, IReadOnlyDictionary<string, FilterSource> sources) =>
        slugs.Find(slug => !sources.ContainsKey(slug)) is { } unknown
            ? (filter, new("source", $"'{Shown(unknown)}' is unknown; /api/sources lists the ids"))
            : (filter with { Sources = [.. slugs.Select(slug => sources[slug])] }, null);

    private static (StoryFilter Filter, FilterError? Error) Languages(StoryFilter filter, List<string> tags) =>
        tags.Find(tag => !LanguageTag.IsWellFormed(tag)) is { } bad
            ? (filter, new("language", $"'{Shown(bad)}' is no BCP 47 tag; write one such as id or en"))
            : (filter with { Languages = tags }, null);

    private static (StoryFilter Filter, FilterError? Error) Limit(StoryFilter filter, StringValues values) =>
        values is [var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= StoryFilter.MaxLimit
            ? (filter with { Limit = limit }, null)
            : (filter, new("limit", $"'{Shown(values.ToString())}' is no limit; write one number from 1 to {StoryFilter.MaxLimit}"));

    private static (StoryFilter Filter, FilterError? Error) Before(StoryFilter filter, StringValues values) =>
        values is [{ } text] && StoryCursor.Parse(text) is { } cursor
            ? (filter with { Before = cursor }, null)
            : (filter, new("before", $"'{Shown(values.ToString())}' is no cursor; take the address of the next page from the feed"));

    private static string Shown(string value) => value.Length > 60 ? value[..60] + "…" : value;
}
