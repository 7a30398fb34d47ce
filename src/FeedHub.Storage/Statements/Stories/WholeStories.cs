using System.Data.Common;
using FeedHub.Model.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>Stories as they stand, without their items.</summary>
internal static class WholeStories
{
    private const string Removed =
        "SELECT (SELECT max(HiddenAt) FROM Stories WHERE HiddenAt IS NOT NULL), (SELECT max(At) FROM ErasedStories)";

    private static readonly string These =
        $"SELECT {StoredRow<Story>.Columns} FROM Stories WHERE Id IN (SELECT value FROM json_each(?1))";

    /// <summary>Those of these keys that there are, by key.</summary>
    public static Dictionary<long, Story> Of(DbConnection db, IEnumerable<long> ids) =>
        db.Query(These, StoredRow<Story>.Read, StoredJson.Write(ids)).ToDictionary(story => story.Id);

    /// <summary>When one was last hidden, and when one was last erased; null: never, as far as is known.</summary>
    public static (DateTimeOffset? Hidden, DateTimeOffset? Erased) LastRemovals(DbConnection db) =>
        db.Query(Removed, row => (Instant(row, 0), Instant(row, 1)))[0];

    private static DateTimeOffset? Instant(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
