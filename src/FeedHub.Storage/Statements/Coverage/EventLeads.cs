using System.Data.Common;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Grouping;
using FeedHub.Syndication.Matching;

namespace FeedHub.Storage.Statements.Coverage;

/// <summary>A story as it is sorted into an event.</summary>
/// <param name="Story">With its lead's fingerprint.</param>
/// <param name="EventId">The event that it is of so far, or null.</param>
/// <param name="ByAdmin">True where an admin put it there, false where one took it out of all, null: it goes by its words.</param>
/// <param name="SeenAt">When it was first seen.</param>
internal sealed record EventLead(EventStory Story, long? EventId, bool? ByAdmin, DateTimeOffset SeenAt);

/// <summary>Reads what stories are sorted into events by: those that readers see, and that have words to go by.</summary>
internal static class EventLeads
{
    private const int Slice = 5000;

    // An agency's series stays one where papers that print it lead the stories: a story is of the source that brought it first.
    // The sum keeps a database that has no statistics yet from walking all items by their dates for each story.
    private const string First = "(SELECT i.SourceId FROM Items i WHERE i.StoryId = s.Id ORDER BY i.SortAt + 0, i.Id LIMIT 1)";

    private static readonly string Leads = $"""
        SELECT s.Id, s.PublishedAt, s.Language, f.Bytes, s.EventId, s.EventByAdmin, s.FirstSeenAt, coalesce({First}, f.SourceId)
        FROM Stories s CROSS JOIN Fingerprints f ON f.ItemId = s.LeadItemId WHERE {ShownStories.Are("s")} AND s.FirstSeenAt >= ?1
        """;

    private static readonly string These = $"{Leads} AND s.Id IN (SELECT value FROM json_each(?2)) ORDER BY s.PublishedAt, s.Id";

    private static readonly string Next = $"{Leads} AND s.Id > ?2 ORDER BY s.Id LIMIT ?3";

    /// <summary>Those of these stories that can be sorted, the earliest published first.</summary>
    public static List<EventLead> Of(ReadSessions database, DateTimeOffset since, IEnumerable<long> stories) =>
        [.. database.Query(These, Map, since, StoredJson.Write(stories)).OfType<EventLead>()];

    /// <summary>How many stories were first seen since then.</summary>
    public static int Count(ReadSessions database, DateTimeOffset since) =>
        (int)database.Query(StoredLeads.Counted, row => row.GetInt64(0), since)[0];

    /// <summary>Those first seen since then, a part at a time: a million must not stand in memory twice.</summary>
    public static IEnumerable<IReadOnlyList<EventLead>> Since(ReadSessions database, DateTimeOffset since)
    {
        var rows = new List<(long Id, EventLead? Lead)>();
        for (var last = 0L; last == 0 || rows.Count == Slice; last = rows[^1].Id)
        {
            rows = database.Query(Next, row => (row.GetInt64(0), Map(row)), since, last, Slice);
            if (rows.Count == 0)
                yield break;
            yield return [.. rows.Select(row => row.Lead).OfType<EventLead>()];
        }
    }

    // One of a former version is made again when the writer begins.
    private static EventLead? Map(DbDataReader row)
    {
        if (Fingerprint.FromBytes(row.GetFieldValue<byte[]>(3)) is not { } lead)
            return null;
        bool? byAdmin = row.IsDBNull(5) ? null : row.GetBoolean(5);
        var story = new EventStory(row.GetInt64(0), Instant(row, 1), row.IsDBNull(2) ? null : row.GetString(2), lead)
        {
            IsApart = byAdmin == false,
            Source = row.GetInt64(7),
        };
        return new(story, row.IsDBNull(4) ? null : row.GetInt64(4), byAdmin, Instant(row, 6));
    }

    private static DateTimeOffset Instant(DbDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
