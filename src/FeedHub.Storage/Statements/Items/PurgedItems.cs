using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Items;

/// <summary>Purges the items of stories inside the writer's transaction.</summary>
/// <param name="session">The writer's.</param>
/// <param name="stories">A subquery of the stories' keys.</param>
internal sealed class PurgedItems(WriteSession session, string stories)
{
    /// <summary>Keeps the items' keys as tombstones, so that they never come back as new.</summary>
    public void LeaveTombstones() => session.Execute(
        $"""
        UPDATE ItemKeys SET ItemId = NULL
        WHERE SourceId IN (SELECT SourceId FROM Items WHERE StoryId IN {stories}) AND ItemId IN (SELECT Id FROM Items
          WHERE StoryId IN {stories})
        """);

    /// <summary>Forgets what is known of the items for matching.</summary>
    public void ForgetMatching()
    {
        session.Execute($"DELETE FROM Fingerprints WHERE ItemId IN (SELECT Id FROM Items WHERE StoryId IN {stories})");
        session.Execute($"DELETE FROM Doubts WHERE ItemId IN (SELECT Id FROM Items WHERE StoryId IN {stories})");
    }
}
