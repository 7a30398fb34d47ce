using FeedHub.Model.Polling;
using FeedHub.Model.Sources;
using FeedHub.Storage.Statements.Polls;
using FeedHub.Storage.Tables;
using FeedHub.Syndication.Writing;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Sources.Browsing;

/// <summary>One page of a list of sources.</summary>
/// <param name="Query">What was asked for; its page is one that there is.</param>
/// <param name="All">Sources there are.</param>
/// <param name="Matching">How many of them match.</param>
/// <param name="Pages">Pages that they fill; at least 1.</param>
/// <param name="States">How many match in each state, also in those that are not asked for.</param>
/// <param name="Languages">Languages that sources are in.</param>
/// <param name="Folders">Folders that sources are in, and those around them, <see cref="SourceBrowser.MostFolders"/> at most.</param>
/// <param name="Sources">Those of the page, in order.</param>
/// <param name="Polls">The last polls of each of these, oldest first.</param>
public sealed record SourceListing(
    SourceQuery Query, int All, int Matching, int Pages, IReadOnlyDictionary<SourceState, int> States, IReadOnlyList<string> Languages,
    IReadOnlyList<string> Folders, IReadOnlyList<Source> Sources, ILookup<long, Poll> Polls);

/// <summary>Finds sources for the dashboard.</summary>
public sealed class SourceBrowser(IDbContextFactory<FeedHubDb> databases)
{
    /// <summary>Sources on one page.</summary>
    public const int PageSize = 50;

    /// <summary>Polls of each that are shown.</summary>
    public const int ShownPolls = 20;

    /// <summary>Folders that are offered; others can be written.</summary>
    public const int MostFolders = 200;

    /// <summary>The page that a query asks for.</summary>
    public async Task<SourceListing> PageAsync(SourceQuery query, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rows = await RowsAsync(db, cancellation);
        var inAnyState = SourceSelection.InAnyState(rows, query);
        var matching = SourceSelection.Of(inAnyState, query);
        var pages = Math.Max(1, (matching.Count + PageSize - 1) / PageSize);
        query = query with { Page = Math.Min(query.Page, pages) };
        var ids = matching.Skip((query.Page - 1) * PageSize).Take(PageSize).Select(row => row.Id).ToList();
        var sources = await db.Sources.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancellation);
        return new(
            query, rows.Count, matching.Count, pages,
            inAnyState.GroupBy(row => row.State).ToDictionary(state => state.Key, state => state.Count()),
            [.. rows.Select(row => row.Language?.Split('-')[0].ToLowerInvariant()).OfType<string>().Distinct().Order()],
            Offered(rows.Select(row => row.Folder)),
            [.. ids.Select(sources.GetValueOrDefault).OfType<Source>()],
            await LastPollsAsync(db, ids, ShownPolls, cancellation));
    }

    /// <summary>Folders to choose from.</summary>
    public async Task<IReadOnlyList<string>> FoldersAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return Offered(await db.Sources.Select(s => s.Declared.Folder).Distinct().ToListAsync(cancellation));
    }

    private static IReadOnlyList<string> Offered(IEnumerable<string?> folders) =>
        [.. folders.SelectMany(FolderPath.Around).Distinct().Order(StringComparer.OrdinalIgnoreCase).Take(MostFolders)];

    /// <summary>All sources that match, on all pages.</summary>
    public async Task<IReadOnlyList<SourceRow>> MatchingAsync(SourceQuery query, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return SourceSelection.Of(SourceSelection.InAnyState(await RowsAsync(db, cancellation), query), query);
    }

    /// <summary>The sources with these public ids.</summary>
    public async Task<IReadOnlyList<SourceRow>> OfSlugsAsync(IReadOnlyCollection<string> slugs, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return [.. (await RowsAsync(db, cancellation)).Where(row => slugs.Contains(row.Slug))];
    }

    private static Task<List<SourceRow>> RowsAsync(FeedHubDb db, CancellationToken cancellation) => db.Sources.AsNoTracking()
        .Select(s => new SourceRow(
            s.Id, s.Slug, Source.NameOf(s.Declared.Title, s.Feed.Title, s.Url), ShownAddress.Of(s.Url), s.Polling.State,
            s.Declared.Categories, s.Declared.Language ?? s.Feed.Language, s.Polling.ItemsADay, s.Polling.LastSuccessAt, s.NextPollAt,
            s.Polling.Delay, s.Declared.Folder)
        { Kind = s.Declared.Kind })
        .ToListAsync(cancellation);

    private static async Task<ILookup<long, Poll>> LastPollsAsync(FeedHubDb db, List<long> ids, int count, CancellationToken cancellation)
        =>
        (await LastPolls.OfAsync(db, ids, count, cancellation)).OrderBy(p => p.At).ToLookup(p => p.SourceId);
}
