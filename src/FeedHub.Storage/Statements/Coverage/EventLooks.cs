using System.Data.Common;
using FeedHub.Model.Coverage;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Coverage;

/// <summary>Events as readers see them: what one source alone tells of is not coverage.</summary>
internal static class EventLooks
{
    private const string OfThese = """
        SELECT s.Id, e.Id, e.Stories, e.Sources, e.ChangedAt
        FROM json_each(?1) j CROSS JOIN Stories s ON s.Id = j.value JOIN Events e ON e.Id = s.EventId
        WHERE e.Stories > 1 AND e.Sources > 1
        """;

    private static readonly string One = $"SELECT {StoredRow<NewsEvent>.Columns} FROM Events WHERE Id = ?1";

    private static readonly string Most = $"""
        SELECT {StoredRow<NewsEvent>.Columns} FROM Events
        WHERE Stories > 1 AND Sources > 1 AND IntoId IS NULL AND (Sources < ?1 OR (Sources = ?1 AND Id < ?2))
        ORDER BY Sources DESC, Id DESC LIMIT ?3
        """;

    private static readonly string Told = $"""
        SELECT Id FROM Stories WHERE EventId = ?1 AND {ShownStories.Are("Stories")} ORDER BY SortAt, Id
        """;

    /// <summary>Tells each story what else there is of its event.</summary>
    public static void Tell(DbConnection db, IReadOnlyCollection<Story> stories)
    {
        var found = db.Query(OfThese, row => (Story: row.GetInt64(0), Coverage: Read(row)), StoredJson.Write(stories.Select(s => s.Id)))
            .ToDictionary(row => row.Story, row => row.Coverage);
        foreach (var story in stories)
            story.Coverage = found.GetValueOrDefault(story.Id);
    }

    /// <summary>The event of this number, also one that leads to another; or null.</summary>
    public static NewsEvent? Find(DbConnection db, long id) => db.Query(One, StoredRow<NewsEvent>.Read, id).FirstOrDefault();

    /// <summary>The events that most sources report, behind a place; of equals the latest first.</summary>
    /// <param name="db">Where to look.</param>
    /// <param name="sources">Those with fewer sources, or as many and a lower number.</param>
    /// <param name="id">That number.</param>
    /// <param name="count">At most so many.</param>
    public static List<NewsEvent> BySources(DbConnection db, int sources, long id, int count) =>
        db.Query(Most, StoredRow<NewsEvent>.Read, sources, id, count);

    /// <summary>Keys of the stories of an event that readers see, in the order of their arrival.</summary>
    public static List<long> StoriesOf(DbConnection db, long id) => db.Query(Told, row => row.GetInt64(0), id);

    private static StoryCoverage Read(DbDataReader row) => new(
        row.GetInt64(1), row.GetInt32(2), row.GetInt32(3), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)));
}
