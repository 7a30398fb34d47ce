using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>Stories as a preview asks for them.</summary>
internal static class KnownStories
{
    /// <summary>The story of the address with this hash, or null.</summary>
    public static long? OfAddress(WriteSession session, long hash) =>
        session.Scalar<long>("SELECT StoryId FROM StoryKeys WHERE Hash = ?1", hash) is var story and > 0 ? story : null;

    /// <summary>The headline of the item that leads the story, or null.</summary>
    public static string? TitleOf(WriteSession session, long storyId) =>
        session.Scalar<string>("SELECT i.Title FROM Stories s JOIN Items i ON i.Id = s.LeadItemId WHERE s.Id = ?1", storyId);
}
