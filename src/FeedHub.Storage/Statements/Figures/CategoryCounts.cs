using FeedHub.Model.Categories;
using FeedHub.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Storage.Statements.Figures;

/// <summary>Counts the items of categories, by indexes alone.</summary>
internal static class CategoryCounts
{
    /// <summary>Those of these slugs that have items, by slug.</summary>
    /// <param name="db">Where to look.</param>
    /// <param name="slugs">The categories.</param>
    /// <param name="day">Since when items are of the last day.</param>
    /// <param name="week">Since when items are of the last week.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<IReadOnlyDictionary<string, CategoryFigure>> ReadAsync(
        FeedHubDb db, IEnumerable<string> slugs, DateTimeOffset day, DateTimeOffset week, CancellationToken cancellation)
    {
        var all = StoredJson.Write(slugs.Select(slug => new[] { slug }));
        var (sinceDay, sinceWeek) = (day.ToUnixTimeMilliseconds(), week.ToUnixTimeMilliseconds());
        return await db.Database.SqlQuery<CategoryFigure>(
            $"""
            SELECT Slug, CAST(sum(CASE WHEN SortAt >= {sinceDay} THEN Items ELSE 0 END) AS bigint) AS LastDay,
              CAST(sum(Items) AS bigint) AS LastWeek
            FROM (SELECT c.Slug, c.SortAt, (SELECT count(*) FROM Items i WHERE i.StoryId = c.StoryId) AS Items
                FROM json_each({all}) j CROSS JOIN StoryCategories c ON c.Slug = j.value ->> 0 AND c.SortAt >= {sinceWeek}) w
            GROUP BY Slug
            """).ToDictionaryAsync(c => c.Slug, cancellation);
    }
}
