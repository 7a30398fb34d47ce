using FeedHub.Model.Sources;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Subscriptions;

/// <summary>Which hubs are to be asked.</summary>
internal static class DueSubscriptions
{
    private static readonly string Due =
        $"SELECT {StoredRow<Subscription>.Columns} FROM Subscriptions WHERE AskAt <= ?1 ORDER BY AskAt LIMIT ?2";

    /// <summary>Whether any source names a hub.</summary>
    public static bool IsAny(ReadSessions database) =>
        database.Query("SELECT EXISTS (SELECT 1 FROM Subscriptions)", row => row.GetBoolean(0)).Single();

    /// <summary>Those that are due, the longest due first, at most <paramref name="most"/>.</summary>
    public static List<Subscription> At(ReadSessions database, DateTimeOffset now, int most) =>
        database.Query(Due, StoredRow<Subscription>.Read, now, most);
}
