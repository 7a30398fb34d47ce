using FeedHub.Storage.Writing;
using FeedHub.Syndication.Identity;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>What items of some stories are known by in every source (<see cref="LastingIdentity"/>), and an item of another story is
/// too, as where an admin split one of two equal items off.</summary>
internal static class SharedHashes
{
    // All items are looked through, since nothing has an index of texts: stories are erased seldom.
    private static string Select(string column, string stories) => $"""
        SELECT DISTINCT {column} FROM Items WHERE StoryId NOT IN {stories}
          AND {column} IN (SELECT {column} FROM Items WHERE StoryId IN {stories})
        """;

    /// <summary>Reads them.</summary>
    /// <param name="session">The writer's.</param>
    /// <param name="stories">A subquery of the stories' keys.</param>
    public static HashSet<long> Read(WriteSession session, string stories) =>
    [
        .. Texts(session, "Guid", stories).Select(LastingIdentity.OfGuid),
        .. Texts(session, "CanonicalUrl", stories).Select(address => LastingIdentity.OfAddress(ItemIdentity.Hash(address))),
        .. session.Query(Select("TextHash", stories), row => LastingIdentity.OfText(row.GetInt64(0))),
    ];

    private static List<string> Texts(WriteSession session, string column, string stories) =>
        session.Query(Select(column, stories), row => row.GetString(0));
}
