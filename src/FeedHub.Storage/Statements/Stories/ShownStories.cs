using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>
/// Which stories readers see: not those that an admin hid, and not those whose items drop rules all hold back. Only what is shown stands
/// in <c>StorySources</c> and <c>StoryCategories</c>.
/// </summary>
internal static class ShownStories
{
    private const string Fill =
        "UPDATE Stories SET IsDropped = NOT EXISTS (SELECT 1 FROM Items i WHERE i.StoryId = Stories.Id AND i.Dropped IS NULL) "
        + "WHERE Id = ?1";

    /// <summary>The condition on a story's row.</summary>
    /// <param name="stories">Its name in the statement.</param>
    public static string Are(string stories) => $"{stories}.HiddenAt IS NULL AND NOT {stories}.IsDropped";

    /// <summary>Looks again whether any item of the story is in it.</summary>
    public static void Renew(WriteSession session, long storyId) => session.Execute(Fill, storyId);
}
