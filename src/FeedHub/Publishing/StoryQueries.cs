using FeedHub.Ingesting;
using FeedHub.Storage;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Publishing;

/// <summary>A page of stories, newest first.</summary>
/// <param name="Stories">With their items and those items' sources.</param>
/// <param name="Next">Where the next page begins, or null on the last.</param>
public sealed record StoryPage(IReadOnlyList<Story> Stories, StoryCursor? Next);

/// <summary>Reads stories for feeds, pages and the API.</summary>
public sealed class StoryQueries(IDbContextFactory<FeedHubDb> databases)
{
    /// <summary>The stories that the filter asks for.</summary>
    public async Task<StoryPage> PageAsync(StoryFilter filter, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var found = await Filtered(db, filter).AsNoTracking()
            .OrderByDescending(s => s.SortAt).ThenByDescending(s => s.Id)
            .Take(filter.Limit + 1)
            .ToListAsync(cancellation);
        var stories = found.Take(filter.Limit).ToList();
        await WithItemsAsync(db, stories, cancellation);
        var last = stories.LastOrDefault();
        return new(stories, found.Count > filter.Limit ? new(last!.SortAt.ToUnixTimeMilliseconds(), last.Id) : null);
    }

    /// <summary>One story with its items, or null.</summary>
    public async Task<Story?> FindAsync(long id, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Stories.AsNoTracking().Include(s => s.Items).ThenInclude(i => i.Source).SingleOrDefaultAsync(s => s.Id == id, cancellation);
    }

    /// <summary>The story that this one was joined into, or null.</summary>
    public async Task<long?> JoinedIntoAsync(long id, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.JoinedStories.Where(j => j.Id == id).Select(j => (long?)j.StoryId).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Every source that may be asked for, by its public id.</summary>
    public async Task<IReadOnlyDictionary<string, FilterSource>> SourcesAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var sources = await db.Sources.AsNoTracking().ToListAsync(cancellation);
        return sources.ToDictionary(s => s.Slug, s => new FilterSource(s.Id, s.Slug, s.DisplayTitle));
    }

    private static async Task WithItemsAsync(FeedHubDb db, List<Story> stories, CancellationToken cancellation)
    {
        var ids = stories.ConvertAll(s => s.Id);
        var items = await db.Items.AsNoTracking().Include(i => i.Source).Where(i => ids.Contains(i.StoryId)).OrderBy(i => i.Id).ToListAsync(cancellation);
        var byStory = items.ToLookup(i => i.StoryId);
        foreach (var story in stories)
            story.Items = [.. byStory[story.Id]];
    }

    private static IQueryable<Story> Filtered(FeedHubDb db, StoryFilter filter)
    {
        var stories = Selected(db, filter);
        if (filter.Languages is [_, ..] languages)
            stories = stories.Where(s => languages.Any(tag => s.Language == tag || EF.Functions.Like(s.Language!, tag + "-%")));
        if (filter.Before is { } before)
        {
            var place = DateTimeOffset.FromUnixTimeMilliseconds(before.SortAt);
            stories = stories.Where(s => s.SortAt < place || (s.SortAt == place && s.Id < before.Id));
        }

        return stories;
    }

    private static IQueryable<Story> Selected(FeedHubDb db, StoryFilter filter)
    {
        IQueryable<Story> stories = db.Stories;
        if (filter.Categories is [_, ..] slugs)
            stories = stories.Where(s => db.StoryCategories.Any(c => slugs.Contains(c.Slug) && c.SortAt == s.SortAt && c.StoryId == s.Id));
        if (filter.Sources is [_, ..] sources)
        {
            var ids = sources.Select(s => s.Id).ToList();
            stories = stories.Where(s => db.StorySources.Any(x => ids.Contains(x.SourceId) && x.SortAt == s.SortAt && x.StoryId == s.Id));
        }

        return stories;
    }
}
