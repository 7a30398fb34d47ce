using FeedHub.Model.Articles;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Storage.Statements.Articles;

/// <summary>How the reading of a source's pages goes.</summary>
internal static class PageFigures
{
    private const string Select = "SELECT {0} FROM SourcePages WHERE SourceId = ?1";

    private const string Count = """
        INSERT INTO SourcePages (SourceId, Read, Refused, Empty, RefusedInARow, LastAt, RestsUntil, HasEnded, Why)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, NULL, false, ?7)
        ON CONFLICT (SourceId) DO UPDATE SET Read = SourcePages.Read + excluded.Read, Refused = SourcePages.Refused + excluded.Refused,
            Empty = SourcePages.Empty + excluded.Empty, RefusedInARow = excluded.RefusedInARow, LastAt = excluded.LastAt,
            RestsUntil = CASE WHEN excluded.Read > 0 THEN NULL ELSE SourcePages.RestsUntil END,
            HasEnded = SourcePages.HasEnded AND excluded.Read = 0,
            Why = CASE WHEN SourcePages.HasEnded AND excluded.Read = 0 THEN SourcePages.Why ELSE excluded.Why END
        """;

    private static readonly string Find = string.Format(
        System.Globalization.CultureInfo.InvariantCulture, Select, StoredRow<ArticleFigures>.Columns);

    /// <summary>The figures of a source; null: none of its pages was asked for.</summary>
    public static ArticleFigures? Of(WriteSession session, long sourceId) =>
        session.Query(Find, StoredRow<ArticleFigures>.Read, sourceId).FirstOrDefault();

    /// <summary>The same, as of the last commit.</summary>
    public static ArticleFigures? Of(ReadSessions database, long sourceId) =>
        database.Query(Find, StoredRow<ArticleFigures>.Read, sourceId).FirstOrDefault();

    /// <summary>Those of all sources that have any, as of the last commit.</summary>
    public static IReadOnlyDictionary<long, ArticleFigures> All(ReadSessions database) => database.Query(
        $"SELECT {StoredRow<ArticleFigures>.Columns} FROM SourcePages", StoredRow<ArticleFigures>.Read)
        .ToDictionary(pages => pages.SourceId);

    /// <summary>Adds to the figures; a page that was read ends a rest.</summary>
    /// <param name="session">The writer's.</param>
    /// <param name="one">What to add, with the refusals in a row as they are now.</param>
    public static void Add(WriteSession session, ArticleFigures one) => session.Execute(
        Count, one.SourceId, one.Read, one.Refused, one.Empty, one.RefusedInARow, one.LastAt, one.Why);

    /// <summary>No page of the source is asked for until then, or until an admin wishes it.</summary>
    public static void Rest(WriteSession session, long sourceId, DateTimeOffset? until, Reason why) => session.Execute(
        "UPDATE SourcePages SET RestsUntil = ?2, HasEnded = ?3, Why = ?4 WHERE SourceId = ?1", sourceId, until, until is null, why);
}
