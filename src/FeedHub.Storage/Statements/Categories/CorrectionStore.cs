using FeedHub.Model.Categories;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Habits;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Storage.Statements.Categories;

/// <summary>Corrections inside the writer's transaction.</summary>
internal static class CorrectionStore
{
    /// <summary>Stores the label and gives its categories, with this reason, to every item of the story.</summary>
    public static bool Apply(WriteSession session, Correction correction, Reason why)
    {
        var (story, label) = (correction.Story, correction.Label);
        DropLabels(session, story.Id);
        var id = session.Scalar<long>(
            "INSERT INTO CategoryLabels (At, Source, Title, Text, Language, Slugs) VALUES (?1, ?2, ?3, ?4, ?5, ?6) RETURNING Id",
            label.At, label.Source, label.Title, label.Text, label.Language, StoredJson.Write(label.Slugs));
        session.Execute(
            "UPDATE Items SET CategoryLabelId = ?3, Tags = ?2 WHERE StoryId = ?1",
            story.Id, StoredJson.Write(label.Slugs.Select(slug => new Tag(slug, 1, why))), id);
        Finish(session, story.Id, [.. correction.Withdrawn, .. correction.Taught], label.At);
        return true;
    }

    /// <summary>Takes the label back and gives the items what FeedHub finds.</summary>
    public static bool Withdraw(
        WriteSession session,
        Story story,
        IReadOnlyList<RetaggedItem> items,
        IReadOnlyList<Lesson> lessons,
        DateTimeOffset now)
    {
        DropLabels(session, story.Id);
        foreach (var item in items)
            session.Execute("UPDATE Items SET CategoryLabelId = NULL, Tags = ?2 WHERE Id = ?1", item.Id, StoredJson.Write(item.Tags));
        Finish(session, story.Id, lessons, now);
        return true;
    }

    /// <summary>Deletes every label that says what an erased article said: its item may be gone.</summary>
    /// <param name="session">The writer's.</param>
    /// <param name="isErased">Tells that of a headline and a text.</param>
    public static void Erase(WriteSession session, Func<string?, string, bool> isErased)
    {
        var labels = session.Query(
            "SELECT Id, Title, Text FROM CategoryLabels",
            row => (Id: row.GetInt64(0), Has: isErased(row.IsDBNull(1) ? null : row.GetString(1), row.GetString(2))));
        session.Execute(
            "DELETE FROM CategoryLabels WHERE Id IN (SELECT value FROM json_each(?1))",
            StoredJson.Write(labels.Where(label => label.Has).Select(label => label.Id)));
    }

    // A label whose items a person has split off to another story stays with them.
    private static void DropLabels(WriteSession session, long storyId) => session.Execute(
        """
        DELETE FROM CategoryLabels WHERE Id IN (SELECT CategoryLabelId FROM Items WHERE StoryId = ?1 AND CategoryLabelId IS NOT NULL)
            AND NOT EXISTS (SELECT 1 FROM Items o WHERE o.CategoryLabelId = CategoryLabels.Id AND o.StoryId <> ?1)
        """,
        storyId);

    private static void Finish(WriteSession session, long storyId, IReadOnlyList<Lesson> lessons, DateTimeOffset now)
    {
        var habits = new HabitLessons(session, now);
        foreach (var lesson in lessons)
            habits.Add(lesson);
        habits.Flush();
        StoryTags.Rewrite(session, [storyId]);
        StoryTags.Touch(session, [storyId], now);
    }
}
