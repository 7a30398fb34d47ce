using System.Data.Common;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reading;

namespace FeedHub.Storage.Statements.Search;

/// <summary>An item of a story that is to be searched.</summary>
/// <param name="StoryId">Its story.</param>
/// <param name="SortAt">The story's arrival.</param>
/// <param name="Texts">The item with nothing but what is searched of it.</param>
internal sealed record SearchedItem(long StoryId, DateTimeOffset SortAt, ParsedItem Texts);

/// <summary>What the search index is made from.</summary>
internal static class SearchedItems
{
    private const string Sql = """
        SELECT i.StoryId, s.SortAt, i.Title, i.SummaryHtml, i.ContentHtml, i.Origin FROM Items i JOIN Stories s ON s.Id = i.StoryId
        WHERE i.StoryId IN (SELECT value FROM json_each(?1)) AND i.Dropped IS NULL ORDER BY i.Id
        """;

    /// <summary>The items of these stories in the order of their keys, without those that a drop rule holds back.</summary>
    public static List<SearchedItem> Of(ReadSessions database, IEnumerable<long> stories) =>
        database.Query(Sql, Map, StoredJson.Write(stories));

    private static SearchedItem Map(DbDataReader row) => new(
        row.GetInt64(0),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)),
        new()
        {
            Title = Text(row, 2),
            SummaryHtml = Text(row, 3),
            ContentHtml = Text(row, 4),
            Origin = Text(row, 5) is { } origin ? StoredJson.Read<Origin>(origin) : null,
        });

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
