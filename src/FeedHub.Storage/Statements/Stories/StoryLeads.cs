using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>
/// Who leads a story, of the items that no drop rule holds back: the origin where it can be told. An item on its source's own site before
/// one that another site wrote, one with a date of its own before one without, then the earliest, the longest, the first read.
/// </summary>
internal sealed class StoryLeads(WriteSession session)
{
    /// <summary>Items of a story in this order; the first is its lead.</summary>
    public const string Order = "Dropped IS NOT NULL, OwnSite DESC, DateGuessed, SortAt, TextLength DESC, Id";

    private const string ChooseBest = $"""
        UPDATE Stories SET LeadItemId = i.Id, Language = i.Language
        FROM (SELECT Id, Language FROM Items WHERE StoryId = ?1 ORDER BY {Order} LIMIT 1) i
        WHERE Stories.Id = ?1 AND Stories.LeadItemId <> i.Id
        """;

    /// <summary>Gives the story its lead; true if that is another than before. The entry's id, place and <c>updated</c> stay.</summary>
    public bool Choose(long storyId) => session.Execute(ChooseBest, storyId) > 0;
}
