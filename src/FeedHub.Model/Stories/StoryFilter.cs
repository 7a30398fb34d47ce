using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FeedHub.Model.Stories;

/// <summary>Which stories are asked for. Equal filters have the same <see cref="Query"/>.</summary>
public sealed record StoryFilter
{
    /// <summary>Stories on a page where <c>limit</c> is absent.</summary>
    public const int DefaultLimit = 50;

    /// <summary>Most stories on a page.</summary>
    public const int MaxLimit = 500;

    /// <summary>Most sources that can be asked for as the least.</summary>
    public const int MostSources = 50;

    private static readonly StoryFilter Everything = new();

    /// <summary>The feed of one's own within which it chooses; null: among all stories.</summary>
    public FeedScope? Scope { get; init; }

    /// <summary>What must hold too, of two filters that are combined; null: nothing. Not part of <see cref="Query"/>.</summary>
    public StoryFilter? Within { get; init; }

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

    /// <summary>None of these slugs, in order of the alphabet.</summary>
    public IReadOnlyList<string> NotCategories { get; init; } = [];

    /// <summary>Nothing that one of these sources has, in order of their id.</summary>
    public IReadOnlyList<FilterSource> NotSources { get; init; } = [];

    /// <summary>None of these BCP 47 tags or their subtags; a story whose language is unknown stays.</summary>
    public IReadOnlyList<string> NotLanguages { get; init; } = [];

    /// <summary>None of these folders with what is in them, in order of the alphabet.</summary>
    public IReadOnlyList<string> NotFolders { get; init; } = [];

    /// <summary>The sources in <see cref="NotFolders"/>, in order of their id.</summary>
    public IReadOnlyList<FilterSource> NotInFolders { get; init; } = [];

    /// <summary>Nothing that one of these sources has, by <see cref="NotSources"/> and <see cref="NotFolders"/>.</summary>
    public IReadOnlyList<FilterSource> UnwantedSources => NotFolders.Count == 0 ? NotSources : [.. NotSources.Union(NotInFolders)];

    /// <summary>No number of a place begins so.</summary>
    internal const char BeginningOfMarks = 'm';

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

    /// <summary>In order of how many sources report the event, decaying; one entry an event.</summary>
    public bool ByTop { get; init; }

    /// <summary>One entry an event, led by the best of its stories.</summary>
    public bool ByEvent { get; init; }

    /// <summary>Whether stories of one event are one entry.</summary>
    public bool IsGrouped => ByEvent || ByTop;

    /// <summary>Only stories of events that at least so many sources report, from 2 to <see cref="MostSources"/>; null: all.</summary>
    public int? LeastSources { get; init; }

    /// <summary>Entries have their arrival as their date.</summary>
    public bool DatesFound { get; init; }

    /// <summary>Entries have their source's title before the headline, for bots and planets that show no more than that.</summary>
    public bool TitlesSource { get; init; }

    /// <summary>Only stories older than this place, or null.</summary>
    public StoryCursor? Before { get; init; }

    /// <summary>True if no story is filtered out.</summary>
    public bool IsEverything =>
        Categories.Count + Sources.Count + Folders.Count + Languages.Count == 0 && !Excludes && Search is null && LeastSources is null;

    /// <summary>True if a category, a source, a folder or a language is excluded.</summary>
    public bool Excludes => NotCategories.Count + NotSources.Count + NotFolders.Count + NotLanguages.Count > 0;

    /// <summary>The filters by category, source, folder and language, as parameters in one order; an excluded value begins with
    /// <c>-</c>.</summary>
    public IEnumerable<(string Name, string Value)> Selection =>
    [
        .. Named("category", Categories, NotCategories),
        .. Named("source", Sources.Select(source => source.Slug), NotSources.Select(source => source.Slug)),
        .. Named("folder", Folders, NotFolders),
        .. Named("language", Languages, NotLanguages),
    ];

    /// <summary>Path of the page that shows it.</summary>
    public string PagePath => Scope?.Feed.Path ?? "/";

    /// <summary>What the paths of its feeds begin with, before the ending of a format.</summary>
    public string FeedPath => Scope?.Feed.Path ?? "/feed";

    /// <summary>Tells the cursors of other stories and other orders apart: a place in one is not a place in another.</summary>
    public string Mark => BeginningOfMarks + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('&',
        [.. Selection.Select(chosen => $"{chosen.Name}={chosen.Value}"), Search, FeedPath, Order, $"{LeastSources}", $"{ByEvent}"]))))[..6];

    private string Order => ByTop ? "top" : ByPublished ? "published" : "found";

    // What holds at that path without any parameter.
    private StoryFilter Standing => Scope?.Filter ?? Everything;

    /// <summary>The filter as a query with its <c>?</c>, in one spelling; empty if nothing is filtered at that path.</summary>
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
        if (LeastSources is { } sources && sources != Standing.LeastSources)
            yield return ("coverage", sources.ToString(CultureInfo.InvariantCulture));
        if (ByEvent && !Standing.ByEvent)
            yield return ("group", "event");
        if (Order != Standing.Order)
            yield return ("order", Order);
        if (DatesFound && !Standing.DatesFound)
            yield return ("dates", "found");
        if (TitlesSource && !Standing.TitlesSource)
            yield return ("titles", "source");
        if (Given is { } limit && limit != Standing.Given)
            yield return ("limit", limit.ToString(CultureInfo.InvariantCulture));
        if (cursor is not null)
            yield return ("before", (cursor with { Mark = Mark }).ToString());
    }

    private static IEnumerable<(string Name, string Value)> Named(string name, IEnumerable<string> values, IEnumerable<string> excluded) =>
        values.Concat(excluded.Select(value => "-" + value)).Select(value => (name, value));
}

/// <summary>A source that is asked for.</summary>
public sealed record FilterSource(long Id, string Slug, string Title)
{
    /// <summary>Its folder, or null.</summary>
    public string? Folder { get; init; }
}
