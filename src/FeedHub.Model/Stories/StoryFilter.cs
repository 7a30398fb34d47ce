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

    /// <summary>Any of these folders with what is in them, in order of the alphabet; empty: all.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>The sources in <see cref="Folders"/>, in order of their id.</summary>
    public IReadOnlyList<FilterSource> InFolders { get; init; } = [];

    /// <summary>The sources that a story has one of at least, by <see cref="Sources"/> and <see cref="Folders"/>; empty: any. Where no
    /// source is in both it is one that there is not.</summary>
    public IReadOnlyList<FilterSource> AskedSources => Folders.Count == 0 ? Sources
        : Sources.Count == 0 ? InFolders
        : Sources.Intersect(InFolders).ToList() is { Count: > 0 } both ? both
        : [new(0, "", "")];

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

    /// <summary>Only stories older than this place, or null.</summary>
    public StoryCursor? Before { get; init; }

    /// <summary>True if no story is filtered out.</summary>
    public bool IsEverything => Categories.Count + Sources.Count + Folders.Count + Languages.Count == 0 && Search is null;

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
        foreach (var folder in Folders)
            yield return ("folder", folder);
        foreach (var language in Languages)
            yield return ("language", language);
        if (Search is not null)
            yield return ("q", Search);
        if (ByPublished)
            yield return ("order", "published");
        if (DatesFound)
            yield return ("dates", "found");
        if (Given is { } limit)
            yield return ("limit", limit.ToString(CultureInfo.InvariantCulture));
        if (cursor is not null)
            yield return ("before", cursor.ToString());
    }
}

/// <summary>A source that is asked for.</summary>
public sealed record FilterSource(long Id, string Slug, string Title)
{
    /// <summary>Its folder, or null.</summary>
    public string? Folder { get; init; }
}
