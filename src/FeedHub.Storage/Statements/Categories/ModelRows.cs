using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Categories;

/// <summary>The models that this hub trained.</summary>
internal static class ModelRows
{
    private const string InUse = "SELECT Id FROM ModelVersions WHERE InUse AND Model IS NOT NULL LIMIT 1";

    /// <summary>Key of the one in use; null: the shipped model is.</summary>
    public static long? IdInUse(ReadSessions database) => database.Query(InUse, row => row.GetInt64(0)) is [var id] ? id : null;
}
