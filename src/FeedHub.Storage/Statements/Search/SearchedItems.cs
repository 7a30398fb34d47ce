using System.Data.Common;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reading;

namespace FeedHub.Storage.Statements.Search;

/// <summary>An item as far as its words are searched.</summary>
/// <param name="StoryId">Its story.</param>
/// <param name="SortAt">The story's place.</param>
/// <param name="Item">Title, texts and origin.</param>
internal sealed record SearchedItem(long StoryId, DateTimeOffset SortAt, ParsedItem Item);

/// <summary>Reads the items of stories for the index: by EF Core that was a fifth of what the index costs in all.</summary>
internal static class SearchedItems
{
    private const string Sql = """
        SELECT s.Id, s.SortAt, i.Title, i.SummaryHtml, i.ContentHtml, i.Origin
        FROM json_each(?1) j CROSS JOIN Stories s ON s.Id = j.value JOIN Items i ON i.StoryId = s.Id AND i.Dropped IS NULL
        ORDER BY i.Id
        """;

    /// <summary>The items of these stories that are shown, in the order of their keys.</summary>
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
