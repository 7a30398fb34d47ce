using System.Globalization;
using System.Text;

namespace FeedHub.Model.Stories;

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

    /// <summary>None of these slugs, in order of the alphabet.</summary>
    public IReadOnlyList<string> NotCategories { get; init; } = [];

    /// <summary>Nothing that one of these sources has, in order of their id.</summary>
    public IReadOnlyList<FilterSource> NotSources { get; init; } = [];

    /// <summary>None of these BCP 47 tags or their subtags; a story whose language is unknown stays.</summary>
    public IReadOnlyList<string> NotLanguages { get; init; } = [];

    /// <summary>What to search for, in the reader's words; null: everything.</summary>
    public string? Search { get; init; }

    /// <summary>From 1 to <see cref="MaxLimit"/>.</summary>
    public int Limit
    {
        get => Given ?? DefaultLimit;
        init => Given = value;
    }

    /// <summary>The limit that was asked for; null: none was, and a feed holds what arrived in <c>Publishing:FeedHours</c>.</summary>
    public int? Given { get; init; }

    /// <summary>In order of publication rather than of arrival.</summary>
    public bool ByPublished { get; init; }

    /// <summary>Entries have their arrival as their date.</summary>
    public bool DatesFound { get; init; }

    /// <summary>Entries have their source's title before the headline, for bots and planets that show no more than that.</summary>
    public bool TitlesSource { get; init; }

    /// <summary>Only stories older than this place, or null.</summary>
    public StoryCursor? Before { get; init; }

    /// <summary>True if no story is filtered out.</summary>
    public bool IsEverything => Categories.Count + Sources.Count + Languages.Count == 0 && !Excludes && Search is null;

    /// <summary>True if a category, a source or a language is excluded.</summary>
    public bool Excludes => NotCategories.Count + NotSources.Count + NotLanguages.Count > 0;

    /// <summary>The filters by category, source and language, as parameters in one order; an excluded value begins with
    /// <c>-</c>.</summary>
    public IEnumerable<(string Name, string Value)> Selection =>
    [
        .. Named("category", Categories, NotCategories),
        .. Named("source", Sources.Select(source => source.Slug), NotSources.Select(source => source.Slug)),
        .. Named("language", Languages, NotLanguages),
    ];

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
        foreach (var selected in Selection)
            yield return selected;
        if (Search is not null)
            yield return ("q", Search);
        if (ByPublished)
            yield return ("order", "published");
        if (DatesFound)
            yield return ("dates", "found");
        if (TitlesSource)
            yield return ("titles", "source");
        if (Given is { } limit)
            yield return ("limit", limit.ToString(CultureInfo.InvariantCulture));
        if (cursor is not null)
            yield return ("before", cursor.ToString());
    }

    private static IEnumerable<(string Name, string Value)> Named(string name, IEnumerable<string> values, IEnumerable<string> excluded) =>
        values.Concat(excluded.Select(value => "-" + value)).Select(value => (name, value));
}

/// <summary>A source that is asked for.</summary>
public sealed record FilterSource(long Id, string Slug, string Title);
