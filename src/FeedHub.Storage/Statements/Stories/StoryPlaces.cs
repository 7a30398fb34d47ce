using System.Data.Common;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Search;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>The tags in the database that a filter's languages stand for.</summary>
/// <param name="Wanted">Any of these.</param>
/// <param name="Unwanted">None of these.</param>
public sealed record StoredLanguages(IReadOnlyList<string> Wanted, IReadOnlyList<string> Unwanted);

/// <summary>
/// Finds the places of the stories that a filter asks for, newest first. Each value of the leading filter is read from its own
/// index in order and only as far as needed, so that neither many stories nor rare values cost more. Of some sources a story is in the
/// place where the first of them has it.
/// </summary>
internal sealed class StoryPlaces
{
    /// <summary>Sources that are each read from the index of their own, in the order in which stories came to them; a folder of more is
    /// dense enough to be picked out of all stories.</summary>
    private const int MostBranches = 50;

    private readonly DbCommand _command;
    private readonly ISqlDialect _dialect;
    private readonly StoryFilter _filter;
    private readonly StoredLanguages _languages;
    private readonly IReadOnlyCollection<long>? _among;

    private StoryPlaces(
        DbCommand command, ISqlDialect dialect, StoryFilter filter, StoredLanguages languages, IReadOnlyCollection<long>? among) =>
        (_command, _dialect, _filter, _languages, _among) = (command, dialect, filter, languages, among);

    /// <summary>The newest places behind <paramref name="before"/>, at most <paramref name="count"/>.</summary>
    /// <param name="db">Where to look.</param>
    /// <param name="engine">Opens the search index.</param>
    /// <param name="filter">Its limit and its own cursor are not looked at.</param>
    /// <param name="languages">What its languages stand for.</param>
    /// <param name="before">Only older ones; null: from the newest on.</param>
    /// <param name="from">Only these and newer, in Unix milliseconds.</param>
    /// <param name="count">At least 1.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="among">Only these stories; null: all.</param>
    public static async Task<List<FeedPosition>> NewestAsync(
        DbConnection db, IReaderEngine engine, StoryFilter filter, StoredLanguages languages, FeedPosition? before, long from, int count,
        CancellationToken cancellation, IReadOnlyCollection<long>? among = null)
    {
        var search = SearchQuery.Parse([.. new[] { filter.Within?.Search, filter.Search }.OfType<string>()]);
        if ((filter.Search is not null && search is null) || (filter.Languages.Count > 0 && languages.Wanted.Count == 0))
            return [];
        if (search is not null)
            engine.OpenSearch(db);
        await using var command = db.CreateCommand();
        var places = new StoryPlaces(command, SqlDialects.Of(db), filter, languages, among);
        var place = before ?? new(long.MaxValue, long.MaxValue);
        if (search is not null && filter.ByPublished)
            return places.SearchByPublished(search, new(db, long.MaxValue, 0), place, from, count, cancellation);
        return search is null
            ? places.Read(place, from, count)
            : places.Search(
                search,
                new(db, before is null ? long.MaxValue : SearchIndex.RowOf(place.SortAt, place.Id), SearchIndex.RowOf(from, 0)),
                count,
                cancellation);
    }

    /// <summary>These stories in the order of their dates, newest first; one that was purged a moment ago is left out.</summary>
    public static async Task<List<FeedPosition>> ByDateAsync(
        DbConnection db, IEnumerable<long> stories, CancellationToken cancellation)
    {
        await using var command = db.Command("""
            SELECT s.PublishedAt, s.Id FROM json_each(@ids) j CROSS JOIN Stories s ON s.Id = j.value ORDER BY s.PublishedAt DESC, s.Id DESC
            """);
        command.AddValue("@ids", StoredJson.Write(stories));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var places = new List<FeedPosition>();
        while (await reader.ReadAsync(cancellation))
            places.Add(new(reader.GetInt64(0), reader.GetInt64(1)));
        return places;
    }

    private List<FeedPosition> Read(FeedPosition before, long from, int count)
    {
        _command.AddValue("@sort", before.SortAt);
        _command.AddValue("@id", before.Id);
        _command.AddValue("@from", from);
        _command.AddValue("@count", count);
        var branches = _filter.ByPublished ? [Published()]
            : _filter.LeastSources is { } least ? [Covered(least)]
            : _filter.AskedSources.Count is > 0 and <= MostBranches
                ? OfSources(_filter.AskedSources)
            : _filter.Categories.Count > 0
                ? _filter.Categories.Select(slug => Branch("StoryCategories", "StoryId", "x.Slug", Parameter(slug), NotCategory))
            : _languages.Wanted.Count > 0
                ? _languages.Wanted.Select(tag => Branch("Stories", "Id", "x.Language", Parameter(tag), NotLanguage))
            : [Branch("Stories", "Id", "1", "1", NotLanguage)];
        var all = branches.Select(branch => $"SELECT * FROM ({branch}) b").ToList();
        _command.CommandText = _dialect.Text(
            all is [var only] ? only : $"{string.Join(" UNION ", all)} ORDER BY 1 DESC, 2 DESC LIMIT @count");
        return Rows();
    }

    private List<FeedPosition> Search(SearchQuery search, SearchRanges ranges, int count, CancellationToken cancellation)
    {
        var places = new List<FeedPosition>();
        _command.CommandText = _dialect.Text(Searched(search));
        foreach (var range in ranges.Of(search))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (
                var (name, value) in (IEnumerable<(string, object)>)[("@search", range.Query), ("@fromRow", range.From),
                    ("@row", range.Before), ("@count", count - places.Count)])
            {
                if (!_command.Parameters.Contains(name))
                    _command.AddValue(name, value);
                _command.Parameters[name].Value = value;
            }

            places.AddRange(Rows());
            if (places.Count >= count)
                break;
        }

        return places;
    }

    private List<FeedPosition> Rows()
    {
        using var reader = _command.ExecuteReader();
        var places = new List<FeedPosition>();
        while (reader.Read())
            places.Add(new(reader.GetInt64(0), reader.GetInt64(1)));
        return places;
    }

    private string Branch(string table, string id, string column, string value, Func<string, IEnumerable<string>> others) =>
        $"""
        SELECT x.SortAt, x.{id} AS Id FROM {table} x
        WHERE {column} = {value} AND x.SortAt >= @from AND x.SortAt <= @sort AND (x.SortAt < @sort OR x.{id} < @id)
            {And([.. others($"x.{id}"), .. Within($"x.{id}"), .. Unwanted($"x.{id}")])}
        ORDER BY x.SortAt DESC, x.{id} DESC LIMIT @count
        """;

    // Few events have many sources: all their stories are fewer than those that would be passed over.
    private string Covered(int least) =>
        $"""
        SELECT x.SortAt, x.Id FROM Events v CROSS JOIN Stories x ON x.EventId = v.Id
        WHERE v.Sources >= {Parameter(least)} AND x.SortAt >= @from
            AND x.SortAt <= @sort AND (x.SortAt < @sort OR x.Id < @id){And(Others())}
        ORDER BY x.SortAt DESC, x.Id DESC LIMIT @count
        """;

    private IEnumerable<string> OfSources(IReadOnlyList<FilterSource> sources)
    {
        var all = Parameters(sources.Select(source => source.Id));
        return sources.Select(source => Branch("StorySources", "StoryId", "x.SourceId", Parameter(source.Id), id =>
            sources.Count == 1 ? NotSource(id) : [.. NotSource(id), IsFirst(all)]));
    }

    private static string IsFirst(string sources) =>
        $"""
        NOT EXISTS (SELECT 1 FROM StorySources e WHERE e.StoryId = x.StoryId AND e.SourceId IN ({sources})
            AND (e.SortAt < x.SortAt OR (e.SortAt = x.SortAt AND e.SourceId < x.SourceId)))
        """;

    private string Published() =>
        $"""
        SELECT x.PublishedAt, x.Id FROM Stories x
        WHERE x.PublishedAt >= @from AND x.PublishedAt <= @sort AND (x.PublishedAt < @sort OR x.Id < @id){And(Others())}
        ORDER BY x.PublishedAt DESC, x.Id DESC LIMIT @count
        """;

    private IEnumerable<string> Others() =>
        [ShownStories.Are("x"), .. Sources("x.Id"), .. NotSource("x.Id"), .. Within("x.Id"), .. Unwanted("x.Id")];

    // The index is in the order of arrival: every part of it may hold the story that was published last.
    private List<FeedPosition> SearchByPublished(SearchQuery search, SearchRanges ranges, FeedPosition before, long from, int count,
        CancellationToken cancellation)
    {
        _command.CommandText = _dialect.Text($"""
            SELECT x.PublishedAt, x.Id FROM SearchWords f CROSS JOIN Stories x ON {SearchIndex.IsStory}
            WHERE {Found(search)} AND f.rowid >= @fromRow AND f.rowid < @row AND x.PublishedAt >= @from
                AND x.PublishedAt <= @sort AND (x.PublishedAt < @sort OR x.Id < @id){And(Others())}
            ORDER BY x.PublishedAt DESC, x.Id DESC LIMIT @count
            """);
        foreach (
            var (name, value) in (IEnumerable<(string, object)>)[("@sort", before.SortAt), ("@id", before.Id), ("@from", from),
                ("@count", count), ("@search", ""), ("@fromRow", 0L), ("@row", 0L)])
            _command.AddValue(name, value);
        var places = new List<FeedPosition>();
        foreach (var range in ranges.Of(search))
        {
            cancellation.ThrowIfCancellationRequested();
            (_command.Parameters["@search"].Value, _command.Parameters["@fromRow"].Value, _command.Parameters["@row"].Value) =
                (range.Query, range.From, range.Before);
            places.AddRange(Rows());
        }

        return [.. places.OrderDescending().Take(count)];
    }

    // The index is in the order of the merged feed to the second, and read only as far as needed; so places are to the second too.
    private string Searched(SearchQuery search) =>
        $"""
        SELECT x.SortAt / 1000 * 1000, x.Id FROM SearchWords f CROSS JOIN Stories x ON {SearchIndex.IsStory}
        WHERE {Found(search)} AND f.rowid >= @fromRow AND f.rowid < @row{And(Others())}
        ORDER BY f.rowid DESC LIMIT @count
        """;

    // FTS5 finds nothing by what a row does not have: of exclusions alone it finds those that are left out.
    private static string Found(SearchQuery search) => search.OnlyExcludes
        ? "f.rowid NOT IN (SELECT rowid FROM SearchWords WHERE SearchWords MATCH @search AND rowid >= @fromRow AND rowid < @row)"
        : "f.SearchWords MATCH @search";

    private IEnumerable<string> NotSource(string id) => [.. Categories(id), .. Languages(id)];

    private IEnumerable<string> NotCategory(string id) => [.. Sources(id), .. Languages(id)];

    private IEnumerable<string> Languages(string id) => _languages.Wanted.Count == 0
        ? []
        : [$"{LanguageOf(id)} IN ({Parameters(_languages.Wanted)})"];

    // The other tables hold only what is shown.
    private IEnumerable<string> NotLanguage(string id) => [ShownStories.Are("x"), .. Sources(id)];

    private IEnumerable<string> Categories(string id) =>
        _filter.Categories.Count == 0 ? [] : [HasCategory(_filter.Categories, id)];

    private IEnumerable<string> Sources(string id) =>
        _filter.AskedSources.Count == 0 ? [] : [HasSource(_filter.AskedSources, id)];

    // Languages of both filters are one list already.
    private IEnumerable<string> Within(string id)
    {
        if (_filter.Within is { Categories: { Count: > 0 } categories })
            yield return HasCategory(categories, id);
        if (_filter.Within is { AskedSources: { Count: > 0 } sources })
            yield return HasSource(sources, id);
    }

    private IEnumerable<string> Unwanted(string id)
    {
        if (_among is not null)
            yield return $"{id} IN (SELECT value FROM json_each({Parameter(StoredJson.Write(_among))}))";
        if (_filter.LeastSources is { } least)
            yield return $"{LeastSourcesOf(id)} >= {Parameter(least)}";
        if (_filter.NotCategories.Count > 0)
            yield return $"NOT {HasCategory(_filter.NotCategories, id)}";
        if (_filter.UnwantedSources is { Count: > 0 } unwanted)
            yield return $"NOT {HasSource(unwanted, id)}";
        if (_languages.Unwanted.Count > 0)
            yield return $"coalesce({LanguageOf(id)}, '') NOT IN ({Parameters(_languages.Unwanted)})";
    }

    private static string LeastSourcesOf(string id) =>
        $"(SELECT v.Sources FROM Stories t JOIN Events v ON v.Id = t.EventId WHERE t.Id = {id})";

    private static string LanguageOf(string id) => $"(SELECT l.Language FROM Stories l WHERE l.Id = {id})";

    private string HasCategory(IReadOnlyList<string> slugs, string id) =>
        $"EXISTS (SELECT 1 FROM StoryCategories c WHERE c.StoryId = {id} AND c.Slug IN ({Parameters(slugs)}))";

    private string HasSource(IReadOnlyList<FilterSource> sources, string id) =>
        $"EXISTS (SELECT 1 FROM StorySources o WHERE o.StoryId = {id} AND o.SourceId IN ({Parameters(sources.Select(s => s.Id))}))";

    private static string And(IEnumerable<string> conditions) => string.Concat(conditions.Select(condition => $" AND {condition}"));

    private string Parameters<T>(IEnumerable<T> values) => string.Join(", ", values.Select(value => Parameter(value!)));

    private string Parameter(object value)
    {
        var name = $"@p{_command.Parameters.Count}";
        _command.AddValue(name, value);
        return name;
    }
}
