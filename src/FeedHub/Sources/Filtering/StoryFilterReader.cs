using System.Globalization;
using FeedHub.Categories;
using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Search;
using Microsoft.Extensions.Primitives;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Sources.Filtering;

/// <summary>A filter value that cannot be used.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Detail">What is wrong, and what to write instead.</param>
/// <param name="Value">The value that is wrong, where it is one of several that may be given; else null.</param>
public sealed record FilterError(string Parameter, string Detail, string? Value = null);

/// <summary>Reads a filter from a query.</summary>
public static class StoryFilterReader
{
    /// <summary>Most values of one parameter.</summary>
    internal const int MaxValues = 50;

    /// <summary>What is longer is cut: no person types it, and it stands in the feed's address.</summary>
    private const int MaxSearch = 1000;

    /// <summary>
    /// The filter, or the first thing that is wrong with it. Parameters that are not filters are passed over, unless one was surely meant
    /// (<c>catgory</c>): people who share an address add their own (<c>fbclid</c>).
    /// </summary>
    /// <param name="query">The parameters.</param>
    /// <param name="vocabulary">The categories there are.</param>
    /// <param name="sources">The sources there are, by id.</param>
    /// <param name="start">What holds where the query says nothing; null: everything.</param>
    /// <param name="unknown">What is said of a parameter that is not a filter; null: something only of one that was meant for a
    /// filter.</param>
    public static (StoryFilter? Filter, FilterError? Error) Read(
        IEnumerable<KeyValuePair<string, StringValues>> query, Syndication.Tagging.Vocabulary vocabulary,
        IReadOnlyDictionary<string, FilterSource> sources, StoryFilter? start = null, Func<string, FilterError>? unknown = null)
    {
        var filter = start ?? new StoryFilter();
        foreach (var (name, values) in query)
        {
            if (values.Count > MaxValues)
                return (null, new(name, Say($"at most {MaxValues} values may be given", $"paling banyak {MaxValues} nilai")));
            FilterError? error;
            (filter, error) = name switch
            {
                "category" => Categories(filter, Values(values), vocabulary),
                "source" => WithSources(filter, Values(values), sources),
                "folder" => Folders(filter, Values(values), sources),
                "language" => Languages(filter, Values(values)),
                "limit" => Limit(filter, values),
                "order" => Order(filter, values),
                "coverage" => Coverage(filter, values),
                "group" => Group(filter, values),
                "dates" => Dates(filter, values),
                "titles" => Titles(filter, values),
                "before" => Before(filter, values),
                "q" => Search(filter, values),
                _ => (filter, unknown is null ? UnknownParameters.WhyWrong(name) : unknown(name)),
            };
            if (error is not null)
                return (null, error);
        }

        return filter.Before?.Mark is { } mark && mark != filter.Mark ? (null, Foreign) : (filter, null);
    }

    private static FilterError Foreign => new("before", Say(
        "this is the cursor of another order or filter; leave it out to begin at the newest",
        "ini kursor dari urutan atau filter lain; hapus untuk mulai dari yang terbaru"));

    private static List<string> Values(StringValues values) =>
        [.. values.Select(v => v?.Trim() ?? "").Distinct().Order(StringComparer.Ordinal)];

    // A value that begins with - excludes.
    private static List<string> Included(List<string> values) => [.. values.Where(value => !value.StartsWith('-'))];

    private static List<string> Excluded(List<string> values) => [.. values.Where(value => value.StartsWith('-')).Select(Bare)];

    private static string Bare(string value) => value.StartsWith('-') ? value[1..] : value;

    private static (StoryFilter Filter, FilterError? Error) Categories(
        StoryFilter filter,
        List<string> slugs,
        Syndication.Tagging.Vocabulary vocabulary) =>
        slugs.Find(slug => vocabulary.Find(Bare(slug)) is null) is { } unknown
            ? (filter, new(
                "category",
                CategorySlugs.Unknown(unknown, vocabulary),
                unknown))
            : (filter with { Categories = Included(slugs), NotCategories = Excluded(slugs) }, null);

    private static (StoryFilter Filter, FilterError? Error) WithSources(
        StoryFilter filter,
        List<string> slugs,
        IReadOnlyDictionary<string, FilterSource> sources) =>
        slugs.Find(slug => !sources.ContainsKey(Bare(slug))) is { } unknown
            ? (filter, new("source", Say(
                $"'{Shown(unknown)}' is unknown; /api/sources lists the ids",
                $"'{Shown(unknown)}' tidak dikenal; /api/sources memuat id-nya"), unknown))
            : (filter with
            {
                Sources = [.. Included(slugs).Select(slug => sources[slug])],
                NotSources = [.. Excluded(slugs).Select(slug => sources[slug])],
            }, null);

    private static (StoryFilter Filter, FilterError? Error) Folders(
        StoryFilter filter,
        List<string> written,
        IReadOnlyDictionary<string, FilterSource> sources)
    {
        var (wanted, unwanted) = (Normal(Included(written)), Normal(Excluded(written)));
        return wanted.Concat(unwanted).FirstOrDefault(folder => Inside([folder], sources).Count == 0) is { } unknown
            ? (filter, new(
                "folder",
                Say(
                    $"'{Shown(unknown)}' is unknown; /api/sources lists the folder of each source",
                    $"'{Shown(unknown)}' tidak dikenal; /api/sources memuat folder tiap sumber"),
                written.Find(one => FolderPath.Normal(Bare(one)) == unknown)))
            : (filter with
            {
                Folders = wanted,
                InFolders = Inside(wanted, sources),
                NotFolders = unwanted,
                NotInFolders = Inside(unwanted, sources),
            }, null);
    }

    private static List<string> Normal(List<string> folders) =>
        [.. folders.Select(FolderPath.Normal).Distinct().Order(StringComparer.Ordinal)];

    private static List<FilterSource> Inside(IReadOnlyList<string> folders, IReadOnlyDictionary<string, FilterSource> sources) =>
        [.. sources.Values.Where(s => folders.Any(folder => FolderPath.IsWithin(s.Folder, folder))).OrderBy(s => s.Id)];

    private static (StoryFilter Filter, FilterError? Error) Languages(StoryFilter filter, List<string> tags) =>
        tags.Find(tag => !LanguageTag.IsWellFormed(Bare(tag))) is { } bad
            ? (filter, new("language", Say(
                $"'{Shown(bad)}' is not a BCP 47 tag; write one such as id or en",
                $"'{Shown(bad)}' bukan tag BCP 47; tulis misalnya id atau en"), bad))
            : (filter with { Languages = Included(tags), NotLanguages = Excluded(tags) }, null);

    private static (StoryFilter Filter, FilterError? Error) Limit(StoryFilter filter, StringValues values) =>
        values is [var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            && limit is >= 1 and <= StoryFilter.MaxLimit
            ? (filter with { Limit = limit }, null)
            : (filter, new("limit", Say(
                $"'{Shown(values.ToString())}' is not a limit; write one number from 1 to {StoryFilter.MaxLimit}",
                $"'{Shown(values.ToString())}' bukan batas; tulis satu angka dari 1 sampai {StoryFilter.MaxLimit}")));

    private static (StoryFilter Filter, FilterError? Error) Order(StoryFilter filter, StringValues values) => values switch
    {
        ["found"] => (filter with { ByPublished = false, ByTop = false }, null),
        ["published"] => (filter with { ByPublished = true, ByTop = false }, null),
        ["top"] => (filter with { ByPublished = false, ByTop = true }, null),
        _ => (filter, new("order", Say(
            $"'{Shown(values.ToString())}' is not an order; write found, published or top",
            $"'{Shown(values.ToString())}' bukan urutan; tulis found, published, atau top"))),
    };

    private static (StoryFilter Filter, FilterError? Error) Coverage(StoryFilter filter, StringValues values) =>
        values is [var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sources)
            && sources is >= 2 and <= StoryFilter.MostSources
            ? (filter with { LeastSources = sources }, null)
            : (filter, new(
                "coverage",
                Say(
                    $"'{Shown(values.ToString())}' is not a number of sources; write one number from 2 to {StoryFilter.MostSources}",
                    $"'{Shown(values.ToString())}' bukan jumlah sumber; tulis satu angka dari 2 sampai {StoryFilter.MostSources}")));

    private static (StoryFilter Filter, FilterError? Error) Group(StoryFilter filter, StringValues values) => values is ["event"]
        ? (filter with { ByEvent = true }, null)
        : (filter, new("group", NotKnown(values, "event")));

    private static (StoryFilter Filter, FilterError? Error) Dates(StoryFilter filter, StringValues values) => values is ["found"]
        ? (filter with { DatesFound = true }, null)
        : (filter, new("dates", NotKnown(values, "found")));

    private static (StoryFilter Filter, FilterError? Error) Titles(StoryFilter filter, StringValues values) => values is ["source"]
        ? (filter with { TitlesSource = true }, null)
        : (filter, new("titles", NotKnown(values, "source")));

    // Any text with a word is searched for; an empty one is not a filter. Several are one search for all of them.
    private static (StoryFilter Filter, FilterError? Error) Search(StoryFilter filter, StringValues values)
    {
        var words = string.Join(' ', values.Select(value => value?.Trim()).Where(value => !string.IsNullOrEmpty(value)));
        var search = words.Length > MaxSearch ? words[..MaxSearch] : words;
        if (search.Length > 0 && SearchQuery.Parse(search) is null)
            return (filter, new("q", Say(
                $"'{Shown(search)}' has no word to search for; write words, a \"phrase\" or -word, or leave it out",
                $"'{Shown(search)}' tidak berisi kata untuk dicari; tulis kata, \"frasa\", atau -kata, atau hapus")));
        return (search.Length == 0 ? filter : filter with { Search = search }, null);
    }

    private static (StoryFilter Filter, FilterError? Error) Before(StoryFilter filter, StringValues values) =>
        values is [{ } text] && StoryCursor.Parse(text) is { } cursor
            ? (filter with { Before = cursor }, null)
            : (filter, new("before", Say(
                $"'{Shown(values.ToString())}' is not a cursor; take the address of the next page from the feed",
                $"'{Shown(values.ToString())}' bukan kursor; ambil alamat halaman berikutnya dari feed")));

    private static string NotKnown(StringValues values, string known) => Say(
        $"'{Shown(values.ToString())}' is not known; write {known}, or leave it out",
        $"'{Shown(values.ToString())}' tidak dikenal; tulis {known}, atau hapus");

    private static string Shown(string value) => value.Length > 60 ? value[..60] + "…" : value;
}
