using FeedHub.Model.Categories;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Categories;

/// <summary>What an admin says that publishers' words mean.</summary>
internal static class AliasRows
{
    private static readonly string ByWord = $"SELECT {StoredRow<PublisherAlias>.Columns} FROM PublisherAliases ORDER BY Word";

    /// <summary>Every mapping, by word.</summary>
    public static List<PublisherAlias> All(ReadSessions database) => database.Query(ByWord, StoredRow<PublisherAlias>.Read);
}
