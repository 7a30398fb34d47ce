using System.Globalization;
using FeedHub.Model.Settings;
using FeedHub.Model.Stories;
using FeedHub.Publishing;
using FeedHub.Sources.Filtering;
using FeedHub.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FeedHub.Api;

/// <summary>Which items are asked for.</summary>
/// <param name="Filter">Sources, limit and place, as for stories.</param>
/// <param name="Story">Only this story's, or null.</param>
public sealed record ItemQuery(StoryFilter Filter, long? Story)
{
    /// <summary>Whether items of hidden stories are among them.</summary>
    public bool Hidden { get; init; }

    /// <summary>The query of the page that begins before <paramref name="cursor"/>.</summary>
    public string QueryBefore(StoryCursor cursor) => Filter.QueryBefore(cursor)
        + (Story is { } story ? string.Create(CultureInfo.InvariantCulture, $"&story={story}") : "");
}

/// <summary>A page of items, newest first.</summary>
public sealed record ItemPage(IReadOnlyList<Item> Items, StoryCursor? Next);

/// <summary>Reads items for the API.</summary>
public sealed class ItemQueries(IDbContextFactory<FeedHubDb> databases, IOptions<FeedHubOptions> options)
{
    private static readonly string[] NotForItems = ["category", "language", "q", "order", "coverage", "group", "dates", "titles"];

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
            : (null, new("story", "is not a story's id; /api/stories lists them"));
    }

    // One answer holds no more: the items that do not fit are on the next page.
    private long MaxPage => 2L * options.Value.Polling.MaxBytes;

    /// <summary>The items that the query asks for; fewer where they would be too much for one answer.</summary>
    public async Task<ItemPage> PageAsync(ItemQuery query, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var found = Filtered(db, query).AsNoTracking().Include(i => i.Source)
            .OrderByDescending(i => i.SortAt).ThenByDescending(i => i.Id)
            .Take(query.Filter.Limit + 1)
            .AsAsyncEnumerable();
        var (items, characters) = (new List<Item>(), 0L);
        await foreach (var item in found.WithCancellation(cancellation))
        {
            characters += Weight(item);
            if (items.Count == query.Filter.Limit || (characters > MaxPage && items.Count > 0))
                return new(items, new(items[^1].SortAt.ToUnixTimeMilliseconds(), items[^1].Id));
            items.Add(item);
        }

        return new(items, null);
    }

    private static long Weight(Item item) =>
        (item.ContentHtml?.Length ?? 0) + (item.SummaryHtml?.Length ?? 0) + item.Authors.Sum(a => a.Length)
            + item.PublisherCategories.Sum(c => c.Length)
            + item.Enclosures.Sum(e => e.Url.Length + (e.Title?.Length ?? 0));

    private static IQueryable<Item> Filtered(FeedHubDb db, ItemQuery query)
    {
        IQueryable<Item> items = db.Items;
        if (query.Story is { } story)
            items = items.Where(i => i.StoryId == story && i.Dropped == null);
        if (!query.Hidden)
            items = items.Where(i => i.Story.HiddenAt == null);
        if (query.Filter.AskedSources is [_, ..] sources)
        {
            var ids = sources.Select(s => s.Id).ToList();
            items = items.Where(i => ids.Contains(i.SourceId));
        }

        if (query.Filter.UnwantedSources is [_, ..] others)
        {
            var ids = others.Select(s => s.Id).ToList();
            items = items.Where(i => !ids.Contains(i.SourceId));
        }

        if (query.Filter.Before is { } before)
        {
            var place = DateTimeOffset.FromUnixTimeMilliseconds(before.SortAt);
            items = items.Where(i => i.SortAt < place || (i.SortAt == place && i.Id < before.Id));
        }

        return items;
    }
}
