using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Sources;

/// <summary>Subscription lists whose import is not finished.</summary>
internal static class UnfinishedImports
{
    /// <summary>Their keys.</summary>
    public static List<long> Ids(ReadSessions database) =>
        database.Query("SELECT Id FROM Imports WHERE FinishedAt IS NULL", row => row.GetInt64(0));
}
