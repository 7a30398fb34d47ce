using FeedHub.Storage.Statements.Items;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>Purges stories with all that belongs to them, inside the writer's transaction.</summary>
/// <param name="session">The writer's.</param>
/// <param name="stories">A subquery of the stories' keys.</param>
internal sealed class PurgedStories(WriteSession session, string stories)
{
    /// <summary>Leaves only the items' keys, as tombstones; returns how many stories there were.</summary>
    public int Purge()
    {
        var items = new PurgedItems(session, stories);
        items.LeaveTombstones();
        SourceCounts.Subtract(session, stories);
        items.ForgetMatching();
        session.Execute($"DELETE FROM StoriesApart WHERE FromId IN {stories}");
        foreach (
            var table in (string[])["Items", "StoryKeys", "StoryCategories", "StorySources", "JoinedStories", "StoriesApart", "Doubts"])
            session.Execute($"DELETE FROM {table} WHERE StoryId IN {stories}");
        return session.Execute($"DELETE FROM Stories WHERE Id IN {stories}");
    }
}
