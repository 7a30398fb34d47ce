using FeedHub.Model.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>The categories of a story: those of all its items, unless a person has set some.</summary>
internal static class StoryTags
{
    /// <summary>The lead's first; of one slug the surest. Items with a person's label speak alone.</summary>
    public static IEnumerable<Tag> Of(IReadOnlyCollection<Item> items, Item lead)
    {
        var labelled = items.Where(i => i.CategoryLabelId is not null).ToList();
        return (labelled.Count > 0 ? labelled : items)
            .OrderBy(i => i.Id != lead.Id)
            .SelectMany(i => i.Tags)
            .GroupBy(tag => tag.Slug)
            .Select(same => same.MaxBy(tag => tag.Confidence)!);
    }

    /// <summary>Writes the index by category again from the items of these stories.</summary>
    public static void Rewrite(WriteSession session, IReadOnlyCollection<long> stories)
    {
        if (stories.Count == 0)
            return;
        var ids = StoredJson.Write(stories);
        session.Execute("DELETE FROM StoryCategories WHERE StoryId IN (SELECT value FROM json_each(?1))", ids);
        session.Execute(
            """
            INSERT INTO StoryCategories (Slug, SortAt, StoryId)
            SELECT t.value ->> 'Slug', s.SortAt, s.Id
            FROM json_each(?1) j CROSS JOIN Stories s ON s.Id = j.value CROSS JOIN Items i ON i.StoryId = s.Id
              CROSS JOIN json_each(i.Tags) t
            WHERE i.CategoryLabelId IS NOT NULL OR NOT EXISTS (SELECT 1 FROM Items l WHERE l.StoryId = s.Id
              AND l.CategoryLabelId IS NOT NULL)
            ON CONFLICT DO NOTHING
            """,
            ids);
    }

    /// <summary>The entries of these stories changed, though not what they tell: their place and <c>updated</c> stay.</summary>
    public static void Touch(WriteSession session, IReadOnlyCollection<long> stories, DateTimeOffset now) => session.Execute(
        "UPDATE Stories SET ChangedAt = ?2, ChangeNumber = ?3 WHERE Id IN (SELECT value FROM json_each(?1))",
        StoredJson.Write(stories),
        now,
        StorySequences.NextChange(session));
}
