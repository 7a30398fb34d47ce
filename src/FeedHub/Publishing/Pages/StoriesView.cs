using FeedHub.Model.Stories;
using FeedHub.Sources;
using FeedHub.Storage.Statements.Search;
using FeedHub.Syndication.Tagging;
using FeedHub.Syndication.Writing;

namespace FeedHub.Publishing.Pages;

/// <summary>A filter that holds.</summary>
/// <param name="Name">What it selects, in the reader's language.</param>
/// <param name="Undo">What a link that takes it away says.</param>
/// <param name="Address">The view without it.</param>
public sealed record ChosenFilter(string Name, string Undo, string Address);

/// <summary>What the page of stories shows.</summary>
/// <param name="Text">The words.</param>
/// <param name="HubTitle">Title of the whole.</param>
/// <param name="Filter">The filter.</param>
/// <param name="Entries">Newest first.</param>
/// <param name="NextQuery">Query of the older page, or null.</param>
/// <param name="Categories">Every category there is.</param>
/// <param name="Sources">The sources to choose from, by title.</param>
/// <param name="AllSources">How many sources there are.</param>
/// <param name="Languages">Every language that a story has, without regions.</param>
/// <param name="Folders">The folders to choose from, in order.</param>
public sealed record StoriesView(
    PageText Text,
    string HubTitle,
    StoryFilter Filter,
    IReadOnlyList<MergedEntry> Entries,
    string? NextQuery,
    IReadOnlyList<Category> Categories,
    IReadOnlyList<FilterSource> Sources,
    int AllSources,
    IReadOnlyList<string> Languages,
    IReadOnlyList<string> Folders)
{
    /// <summary>The rank of the story that the page begins with.</summary>
    public const string Lead = "lead";

    private const string Medium = "medium";
    private const int Mediums = 4;

    private PageBudget? _budget;

    /// <summary>Path of the view, which its links keep.</summary>
    public string Path { get; init; } = "/";

    /// <summary>Title of all stories, where the view is within a feed of one's own; else null.</summary>
    public string? Whole { get; init; }

    /// <summary>False while this machine has none, so that no source is asked.</summary>
    public bool HasNetwork { get; init; } = true;

    /// <summary>True where the page shows no list, but what stands above it.</summary>
    public bool IsAbove { get; private init; }

    /// <summary>What stands above a page that shows no list.</summary>
    /// <param name="text">The words.</param>
    /// <param name="titles">Of the hub and its feeds.</param>
    /// <param name="filter">Of the list that the page belongs to.</param>
    /// <param name="categories">Every category there is.</param>
    public static StoriesView Above(PageText text, FeedTitles titles, StoryFilter filter, IReadOnlyList<Category> categories) =>
        new(text, titles.NameOf(filter), filter, [], null, categories, [], 0, [], [])
        {
            Path = filter.PagePath,
            Whole = filter.Scope is null ? null : titles.Title,
            IsAbove = true,
        };

    /// <summary>Address of a source's icon by its public id; null: it has none.</summary>
    public Func<string, string?> IconOf { get; init; } = _ => null;

    /// <summary>Where the page asks which stories it would show now.</summary>
    public string NewestPath => Filter.Scope is null ? PageEndpoints.NewestPath : Path + PageEndpoints.NewestOfFeed;

    /// <summary>The entries in their order, a group for each day in UTC; what is on top, all together.</summary>
    public IEnumerable<IGrouping<DateTime, MergedEntry>> Days =>
        Entries.GroupBy(entry => Filter.ByTop ? DateTime.UnixEpoch : PlaceOf(entry).UtcDateTime.Date);

    /// <summary>The moment that the entry's place in the order follows: its arrival, or its date where that is asked for.</summary>
    public DateTimeOffset PlaceOf(MergedEntry entry) => Filter.ByPublished ? entry.Published : entry.Arrived;

    /// <summary>
    /// How large the story stands on the page: the newest page begins with one large story and a few of medium size; all others are
    /// rows, which have no rank. So are all of a page that has little more.
    /// </summary>
    public string? RankOf(MergedEntry entry) =>
        !IsNewest || Entries.Count <= 1 + Mediums ? null
        : ReferenceEquals(entry, Entries[0]) ? Lead
        : Entries.Take(1 + Mediums).Contains(entry) ? Medium : null;

    /// <summary>The size of a story's picture in pixels: the style may draw it larger or smaller, but keeps the shape.</summary>
    public static (int Width, int Height) PictureOf(string? rank) => rank switch
    {
        Lead => (640, 400),
        Medium => (400, 225),
        _ => (144, 96),
    };

    /// <summary>The query of this view without its place, for the feeds.</summary>
    public string FeedQuery => (Filter with { Before = null, Given = null }).Query;

    /// <summary>Title of this very view, in the reader's language.</summary>
    public string Title => Filter.IsEverything ? HubTitle : $"{HubTitle}: {string.Join(", ", Chosen.Select(chosen => chosen.Name))}";

    /// <summary>Whether newer stories may come on top.</summary>
    public bool IsNewest => Filter.Before is null;

    /// <summary>Whether there is no story at all yet.</summary>
    public bool IsHubEmpty => Entries.Count == 0 && IsNewest && Filter is { IsEverything: true, Scope: null };

    /// <summary>Every filter that holds.</summary>
    public IReadOnlyList<ChosenFilter> Chosen =>
    [
        .. Filter.Categories.Select(slug => Wanted(NameOf(slug), Toggle(slug))),
        .. Filter.Sources.Select(source => Wanted(source.Title, Toggle(source))),
        .. Filter.Folders.Select(folder => Wanted(folder, ToggleFolder(folder))),
        .. Filter.Languages.Select(tag => Wanted(Text.LanguageOf(tag), ToggleLanguage(tag))),
        .. Filter.NotCategories.Select(slug =>
            Unwanted(NameOf(slug), Filter with { NotCategories = Less(Filter.NotCategories, slug) })),
        .. Filter.NotSources.Select(source => Unwanted(source.Title, Filter with { NotSources = Less(Filter.NotSources, source) })),
        .. Filter.NotFolders.Select(folder => Unwanted(folder, Filter with { NotFolders = Less(Filter.NotFolders, folder) })),
        .. Filter.NotLanguages.Select(tag =>
            Unwanted(Text.LanguageOf(tag), Filter with { NotLanguages = Less(Filter.NotLanguages, tag) })),
        .. Filter.LeastSources is { } least
            ? [Wanted(Text.FromAtLeast(least), At(Filter with { LeastSources = null }))] : Array.Empty<ChosenFilter>(),
        .. Filter.Search is { } words ? Searched(words) : [],
    ];

    // What a search excludes is said as what the other filters exclude.
    private IEnumerable<ChosenFilter> Searched(string words)
    {
        var unwanted = SearchQuery.Parse(words)?.Unwanted.ToList() ?? [];
        var wanted = unwanted.Count == 0 ? words : SearchQuery.WithoutUnwanted(words);
        if (wanted.Length > 0)
            yield return Wanted($"“{wanted}”", At(Filter with { Search = Search("", unwanted) }));
        for (var n = 0; n < unwanted.Count; n++)
            yield return Unwanted($"“{unwanted[n]}”", Filter with { Search = Search(wanted, [.. unwanted[..n], .. unwanted[(n + 1)..]]) });
    }

    private static string? Search(string wanted, List<string> unwanted) =>
        $"{wanted} {SearchQuery.Excluding(unwanted)}".Trim() is { Length: > 0 } words ? words : null;

    /// <summary>What a search keeps of the view: its filters, but not its place.</summary>
    public IEnumerable<(string Name, string Value)> Kept =>
    [
        .. Filter.Selection,
        .. Filter.LeastSources is { } least ? [("coverage", $"{least}")] : Array.Empty<(string, string)>(),
        .. Filter.ByEvent ? [("group", "event")] : Array.Empty<(string, string)>(),
        .. Filter.ByTop ? [("order", "top")] : Array.Empty<(string, string)>(),
        .. Filter.TitlesSource ? [("titles", "source")] : Array.Empty<(string, string)>(),
    ];

    /// <summary>The same view by arrival, by events, and by what most sources report.</summary>
    public IReadOnlyList<(string Name, string Address, bool IsChosen)> Orders =>
    [
        (Text.NewestFirst, Ordered(top: false, byEvent: false), Filter is { IsGrouped: false, ByPublished: false }),
        (Text.ByEvent, Ordered(top: false, byEvent: true), Filter is { ByEvent: true, ByTop: false }),
        (Text.TopFirst, Ordered(top: true, byEvent: false), Filter.ByTop),
    ];

    /// <summary>The view of any category, any source, any language; the other filters kept.</summary>
    public (string Category, string Source, string Language) Any =>
        (At(Filter with { Categories = [] }), At(Filter with { Sources = [] }), At(Filter with { Languages = [] }));

    /// <summary>The view of one category, the other filters kept.</summary>
    public string Only(string slug) =>
        At(Filter with { Categories = [slug], NotCategories = Less(Filter.NotCategories, slug) });

    /// <summary>The view of one source, the other filters kept.</summary>
    public string OnlySource(string slug) => At(Filter with
    {
        Sources = [new(0, slug, slug)],
        NotSources = [.. Filter.NotSources.Where(source => source.Slug != slug)],
    });

    /// <summary>Where a story's category leads: as its chip, but of a long query the other filters are left.</summary>
    public string OfCategory(string slug) => KeepsQuery ? Only(slug) : At(Bare with { Categories = [slug] });

    /// <summary>Where a story's source leads: as its chip, but of a long query the other filters are left.</summary>
    public string OfSource(string slug) => KeepsQuery ? OnlySource(slug) : At(Bare with { Sources = [new(0, slug, slug)] });

    /// <summary>How much of each story is shown.</summary>
    public PageBudget Budget => _budget ??= PageBudget.Of(this);

    /// <summary>Whether the links of stories keep the view's filters.</summary>
    public bool KeepsQuery => FeedQuery.Length <= PageBudget.MostKept;

    private StoryFilter Bare => new() { Scope = Filter.Scope };

    /// <summary>The view of one language, the other filters kept.</summary>
    public string OnlyLanguage(string tag) => At(Filter with { Languages = [tag], NotLanguages = Less(Filter.NotLanguages, tag) });

    /// <summary>The view with the category too, or without it if it is chosen.</summary>
    public string Toggle(string slug) => At(Filter with
    {
        Categories = Toggled(Filter.Categories, slug, value => value),
        NotCategories = Less(Filter.NotCategories, slug),
    });

    /// <summary>The view with the source too, or without it if it is chosen.</summary>
    public string Toggle(FilterSource source) => At(Filter with
    {
        Sources = Toggled(Filter.Sources, source, value => value.Slug),
        NotSources = Less(Filter.NotSources, source),
    });

    /// <summary>The view with the folder too, or without it if it is chosen.</summary>
    public string ToggleFolder(string folder) => At(Filter with
    {
        Folders = Toggled(Filter.Folders, folder, value => value),
        NotFolders = Less(Filter.NotFolders, folder),
    });

    /// <summary>The view with the language too, or without it if it is chosen.</summary>
    public string ToggleLanguage(string tag) => At(Filter with
    {
        Languages = Toggled(Filter.Languages, tag, value => value),
        NotLanguages = Less(Filter.NotLanguages, tag),
    });

    /// <summary>Every filter that holds and could be turned round, with the address of the view without what it names.</summary>
    public IReadOnlyList<(string Name, string Address)> Turned =>
    [
        .. Filter.Categories.Select(slug => (NameOf(slug), At(Filter with
        {
            Categories = Less(Filter.Categories, slug),
            NotCategories = Toggled(Filter.NotCategories, slug, value => value),
        }))),
        .. Filter.Sources.Select(source => (source.Title, At(Filter with
        {
            Sources = Less(Filter.Sources, source),
            NotSources = Toggled(Filter.NotSources, source, value => value.Slug),
        }))),
    ];

    /// <summary>The category's name for the reader.</summary>
    public string NameOf(string slug) => Categories.FirstOrDefault(c => c.Slug == slug) is { } category ? Text.ShortNameOf(category) : slug;

    private ChosenFilter Wanted(string name, string address) => new(name, Text.Without(name), address);

    private ChosenFilter Unwanted(string name, StoryFilter without) => new(Text.Without(name), Text.Again(name), At(without));

    private static List<T> Less<T>(IReadOnlyList<T> chosen, T value) => [.. chosen.Where(one => !Equals(one, value))];

    private string Ordered(bool top, bool byEvent) => At(Filter with { ByTop = top, ByEvent = byEvent, ByPublished = false });

    private string At(StoryFilter filter) => Path + (filter with { Before = null, Given = null }).Query;

    private static List<T> Toggled<T>(IReadOnlyList<T> chosen, T value, Func<T, string> order) =>
        [.. (chosen.Contains(value) ? Less(chosen, value) : chosen.Append(value)).OrderBy(
            order,
            StringComparer.Ordinal)];
}
