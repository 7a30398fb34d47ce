using System.Data.Common;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Sources;

/// <summary>Where a source's icon may be found.</summary>
/// <param name="Slug">The source.</param>
/// <param name="Url">Where it is polled.</param>
/// <param name="Icon">As its feed says, or null.</param>
/// <param name="Link">Its site, or null.</param>
/// <param name="Answers">Whether it is polled, and the last poll went well.</param>
internal sealed record IconHint(string Slug, string Url, string? Icon, string? Link, bool Answers);

/// <summary>Reads where icons may be found.</summary>
internal static class IconHints
{
    private const string Sql =
        "SELECT Slug, Url, FeedIcon, Link, Enabled AND LastSuccessAt IS NOT NULL AND Error IS NULL FROM Sources ORDER BY Id";

    /// <summary>Of every source.</summary>
    public static List<IconHint> All(ReadSessions database) => database.Query(Sql, Map);

    private static IconHint Map(DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), Text(row, 2), Text(row, 3), row.GetBoolean(4));

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
