using System.Data.Common;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Coverage;

/// <summary>A story of an event.</summary>
/// <param name="StoryId">The story.</param>
/// <param name="EventId">The event.</param>
/// <param name="SortAt">Its arrival, Unix milliseconds.</param>
/// <param name="PublishedAt">Its date, Unix milliseconds.</param>
public readonly record struct EventMember(long StoryId, long EventId, long SortAt, long PublishedAt);

/// <summary>A source that has a story.</summary>
/// <param name="StoryId">The story.</param>
/// <param name="EventId">Its event; 0: none.</param>
/// <param name="SourceId">The source.</param>
/// <param name="SortAt">When the story came to that source, Unix milliseconds.</param>
public readonly record struct EventReport(long StoryId, long EventId, long SourceId, long SortAt);

/// <summary>The stories of the events that some stories are of, as far as several sources report these.</summary>
internal static class EventMembers
{
    private static readonly string Members = $"""
        SELECT DISTINCT o.Id, o.EventId, o.SortAt, o.PublishedAt FROM json_each(?1) j CROSS JOIN Stories s ON s.Id = j.value
        JOIN Events e ON e.Id = s.EventId AND e.Sources > 1 JOIN Stories o ON o.EventId = e.Id WHERE {ShownStories.Are("o")}
        """;

    private const string Reports = """
        SELECT s.Id, coalesce(e.Id, 0), x.SourceId, x.SortAt
        FROM json_each(?1) j CROSS JOIN Stories s ON s.Id = j.value JOIN StorySources x ON x.StoryId = s.Id
        LEFT JOIN Events e ON e.Id = s.EventId AND e.Sources > 1
        UNION SELECT o.Id, o.EventId, x.SourceId, x.SortAt FROM json_each(?1) j CROSS JOIN Stories s ON s.Id = j.value
        JOIN Events e ON e.Id = s.EventId AND e.Sources > 1 JOIN Stories o ON o.EventId = e.Id JOIN StorySources x ON x.StoryId = o.Id
        """;

    /// <summary>All stories that readers see of the events of these stories, these among them where they are of one.</summary>
    public static List<EventMember> Of(DbConnection db, IEnumerable<long> stories) => db.Query(
        Members,
        row => new EventMember(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)),
        StoredJson.Write(stories));

    /// <summary>Which sources have these stories, and the others of their events.</summary>
    public static List<EventReport> ReportsOf(DbConnection db, IEnumerable<long> stories) => db.Query(
        Reports,
        row => new EventReport(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)),
        StoredJson.Write(stories));
}
