using System.Globalization;
using FeedHub.Ingesting;
using FeedHub.Publishing;
using FeedHub.Storage;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Api;

/// <summary>Which items are asked for.</summary>
/// <param name="Filter">Sources, limit and place, as for stories.</param>
/// <param name="Story">Only this story's, or null.</param>
public sealed record ItemQuery(StoryFilter Filter, long? Story)
{
    /// <summary>The query of the page that begins before <paramref name="cursor"/>.</summary>
    public string QueryBefore(StoryCursor cursor) => Filter.QueryBefore(cursor)
        + (Story is { } story ? string.Create(CultureInfo.InvariantCulture, $"&story={story}") : "");
}

/// <summary>A page of items, newest first.</summary>
public sealed record ItemPage(IReadOnlyList<Item> Items, StoryCursor? Next);

/// <summary>Reads items for the API.</summary>
public sealed class ItemQueries(IDbContextFactory<FeedHubDb> databases)
{
    private static readonly string[] NotForItems = ["category", "language", "q"];

    /// <summary>The query, or what is wrong with it.</summary>
    public async Task<(ItemQuery? Query, FilterError? Error)> ReadAsync(IQueryCollection query, FilterRequest filters, HttpContext context)
    {
        var (filter, error) = await filters.ReadAsync(context.Request, context.RequestAborted);
        if (filter is null)
            return (null, error);
        if (NotForItems.FirstOrDefault(query.ContainsKey) is { } name)
            return (null, new(name, "items cannot be selected by it; /api/stories can"));
        if (!query.TryGetValue("story", out var story))
            return (new(filter, null), null);
        return long.TryParse(story, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? (new(filter, id), null)
            : (null, new("story", "is no story's id; /api/stories lists them"));
    }

    /// <summary>The items that the query asks for.</summary>
    public async Task<ItemPage> PageAsync(ItemQuery query, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var found = await Filtered(db, query).AsNoTracking().Include(i => i.Source)
            .OrderByDescending(i => i.SortAt).ThenByDescending(i => i.Id)
            .Take(query.Filter.Limit + 1)
            .ToListAsync(cancellation);
        var items = found.Take(query.Filter.Limit).ToList();
        var last = items.LastOrDefault();
        return new(items, found.Count > items.Count ? new(last!.SortAt.ToUnixTimeMilliseconds(), last.Id) : null);
    }

    private static IQueryable<Item> Filtered(FeedHubDb db, ItemQuery query)
    {
        IQueryable<Item> items = db.Items;
        if (query.Story is { } story)
            items = items.Where(i => i.StoryId == story);
        if (query.Filter.Sources is [_, ..] sources)
        {
            var ids = sources.Select(s => s.Id).ToList();
            items = items.Where(i => ids.Contains(i.SourceId));
        }

        if (query.Filter.Before is { } before)
        {
            var place = DateTimeOffset.FromUnixTimeMilliseconds(before.SortAt);
            items = items.Where(i => i.SortAt < place || (i.SortAt == place && i.Id < before.Id));
        }

        return items;
    }
}
