using FeedHub.Model.Sources;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Sources;

/// <summary>Sources as they stand.</summary>
internal static class SourceRows
{
    private static readonly string Select = $"SELECT {StoredRow<Source>.Columns} FROM Sources WHERE Id = ?1";

    /// <summary>The source, or null where it was removed.</summary>
    public static Source? Find(ReadSessions database, long id) => database.Query(Select, StoredRow<Source>.Read, id).FirstOrDefault();
}
