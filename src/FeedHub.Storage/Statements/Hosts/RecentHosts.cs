using FeedHub.Model.Polling;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Hosts;

/// <summary>The servers that something is owed to.</summary>
internal static class RecentHosts
{
    private static readonly string Promised =
        $"SELECT {StoredRow<PolledHost>.Columns} FROM Hosts WHERE RestUntil > ?1 OR LastRequestAt > ?2";

    /// <summary>Those that rest still, and those that were asked lately.</summary>
    /// <param name="database">What is committed.</param>
    /// <param name="now">The present.</param>
    /// <param name="since">What is lately.</param>
    public static List<PolledHost> Of(ReadSessions database, DateTimeOffset now, DateTimeOffset since) =>
        database.Query(Promised, StoredRow<PolledHost>.Read, now, since);
}
