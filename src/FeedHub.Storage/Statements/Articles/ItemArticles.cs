using System.Data.Common;
using System.Globalization;
using FeedHub.Model.Articles;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reading;

namespace FeedHub.Storage.Statements.Articles;

/// <summary>What a stored item has from its page.</summary>
/// <param name="Article">What was noted of it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Authors">Its authors.</param>
/// <param name="Categories">Its publisher's categories.</param>
/// <param name="ContentHtml">Its text.</param>
/// <param name="BaseUrl">Base of addresses in that, or null.</param>
/// <param name="Image">Its picture, or null.</param>
internal sealed record StoredArticle(
    ItemArticle Article, string? Title, IReadOnlyList<string> Authors, IReadOnlyList<string> Categories, string? ContentHtml,
    string? BaseUrl, Picture? Image);

/// <summary>What items have from their pages, inside the writer's transaction.</summary>
internal sealed class ItemArticles(WriteSession session)
{
    private const string Select = """
        SELECT Article, Title, Authors, PublisherCategories, ContentHtml, BaseUrl, Image, ImageWidth, ImageHeight FROM Items
        WHERE Id = ?1 AND Article IS NOT NULL
        """;

    /// <summary>What an item has; null: its page was never asked for.</summary>
    public StoredArticle? Of(long itemId) => session.Query(Select, Map, itemId).FirstOrDefault();

    /// <summary>An item has this from its page now, and its source's list names it.</summary>
    public void Set(long sourceId, long itemId, long contentHash, ItemArticle article)
    {
        session.Execute("UPDATE Items SET Article = ?2 WHERE Id = ?1", itemId, StoredJson.Write(article));
        List(sourceId, itemId, contentHash);
    }

    /// <summary>The source's list names the item that it named while there was none.</summary>
    public void List(long sourceId, long itemId, long contentHash) => session.Execute(
        "UPDATE Listings SET Items = replace(Items, ?2, ?3) WHERE SourceId = ?1",
        sourceId, Pair(0, contentHash), Pair(itemId, contentHash));

    private static string Pair(long id, long hash) => string.Create(CultureInfo.InvariantCulture, $"[{id},{hash}]");

    private static StoredArticle Map(DbDataReader row) => new(
        StoredJson.Read<ItemArticle>(row.GetString(0)), Text(row, 1), StoredJson.Read<List<string>>(row.GetString(2)),
        StoredJson.Read<List<string>>(row.GetString(3)), Text(row, 4), Text(row, 5),
        Text(row, 6) is { } image ? new(image, Number(row, 7), Number(row, 8)) : null);

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static int? Number(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);
}
