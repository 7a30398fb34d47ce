using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Sources;

/// <summary>Counts of what sources have stored, inside the writer's transaction.</summary>
internal static class SourceCounts
{
    /// <summary>Takes stories that are about to be purged, and their items, from the counts of their sources.</summary>
    /// <param name="session">The writer's.</param>
    /// <param name="stories">A subquery of the stories' keys.</param>
    public static void Subtract(WriteSession session, string stories) => session.Execute(
        $"""
        UPDATE Sources SET
            ItemCount = ItemCount - (SELECT count(*) FROM Items i WHERE i.SourceId = Sources.Id AND i.StoryId IN {stories}),
            StoryCount = StoryCount - (SELECT count(*) FROM StorySources s WHERE s.SourceId = Sources.Id AND s.StoryId IN {stories})
        WHERE Id IN (SELECT SourceId FROM Items WHERE StoryId IN {stories})
        """);
}
