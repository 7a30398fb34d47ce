using System.Data.Common;
using FeedHub.Model.Sources;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Sources;

/// <summary>What feeds and pages show of the sources.</summary>
internal static class SourceLooks
{
    /// <summary>Only what is shown: it is read again after each change.</summary>
    internal const string Sql = $"""
        SELECT Id, Slug, Url, Title, FeedTitle, Link, Content, FeedRights, FeedIcon,
            NOT Enabled OR State = '{nameof(SourceState.Gone)}', Folder FROM Sources ORDER BY Id
        """;

    /// <summary>Of all, the first added first.</summary>
    public static List<SourceLook> All(DbConnection db) => db.Query(Sql, Map);

    private static SourceLook Map(DbDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), Text(row, 3), Text(row, 4), Text(row, 5),
        Enum.Parse<ContentPolicy>(row.GetString(6)), Text(row, 7), Text(row, 8), row.GetBoolean(9), Text(row, 10));

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
