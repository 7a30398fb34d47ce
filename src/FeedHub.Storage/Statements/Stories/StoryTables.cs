using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>What is kept of a story beside its items so that the merged feed finds it: made again when items change their story.</summary>
internal sealed class StoryTables(WriteSession session)
{
    private static readonly string FillSources = $"""
        INSERT INTO StorySources (SourceId, SortAt, StoryId) SELECT i.SourceId, min(coalesce(i.ArrivedAt, s.SortAt)), s.Id
        FROM Stories s JOIN Items i ON i.StoryId = s.Id AND i.Dropped IS NULL WHERE s.Id = ?1 AND {ShownStories.Are("s")}
        GROUP BY i.SourceId, s.Id
        """;

    /// <summary>The story's sources, categories, lead and change; an empty or hidden story has none.</summary>
    public void Rebuild(long storyId, DateTimeOffset now)
    {
        ShownStories.Renew(session, storyId);
        session.Execute("DELETE FROM StorySources WHERE StoryId = ?1", storyId);
        session.Execute(FillSources, storyId);
        StoryTags.Rewrite(session, [storyId]);
        new StoryLeads(session).Choose(storyId);
        StoryTimes.Change(session, storyId, now);
    }

    /// <summary>Counts the stories of every source that has an item in this one.</summary>
    public void CountFor(long storyId) => session.Execute(
        """
        UPDATE Sources SET StoryCount = (SELECT count(*) FROM StorySources x WHERE x.SourceId = Sources.Id)
        WHERE Id IN (SELECT SourceId FROM Items WHERE StoryId = ?1)
        """,
        storyId);
}
