using FeedHub.Model.Stories;
using FeedHub.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>A story with its items and their sources, by two statements: in one, SQLite makes a table of all items before it looks for
/// those of the story, since the join of items and sources stands behind a LEFT JOIN. That takes seconds at a million items.</summary>
public static class StoriesWithItems
{
    /// <summary>The story with its items in the order in which they came, for reading alone; null: there is none with this id, or it
    /// went between the two statements.</summary>
    public static async Task<Story?> FindWithItemsAsync(this FeedHubDb db, long id, CancellationToken cancellation)
    {
        if (await db.Stories.AsNoTracking().SingleOrDefaultAsync(story => story.Id == id, cancellation) is not { } story)
            return null;
        story.Items = await db.ItemsOf(id).ToListAsync(cancellation);
        story.Items.ForEach(item => item.Story = story);
        return story.Items.Count > 0 ? story : null;
    }

    internal static IQueryable<Item> ItemsOf(this FeedHubDb db, long storyId) =>
        db.Items.AsNoTracking().Include(item => item.Source).Where(item => item.StoryId == storyId).OrderBy(item => item.Id);
}
