using System.Data.Common;
using FeedHub.Model.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>A story that changed.</summary>
/// <param name="Place">By arrival.</param>
/// <param name="Change">Number of its last change.</param>
public readonly record struct ChangedStory(FeedPosition Place, long Change);

/// <summary>Tells which stories changed since somebody was told.</summary>
internal static class ChangedStories
{
    private const string Now = $"SELECT ({StorySequences.LastChange}), ({StorySequences.LastArrival})";

    private const string Unsearchable =
        "SELECT min(s.ChangeNumber), 0 FROM SearchQueue q JOIN Stories s ON s.Id = q.StoryId WHERE s.ChangeNumber > @after";

    private const string Changed = """
        SELECT s.SortAt, s.Id, s.ChangeNumber FROM json_each(@ids) j CROSS JOIN Stories s ON s.Id = j.value
        WHERE s.ChangeNumber > @after AND s.ChangeNumber <= @until AND s.FirstSeenAt - s.PublishedAt <= @window
        ORDER BY s.ChangeNumber, s.Id
        """;

    /// <summary>How far stories have come by now.</summary>
    public static async Task<StoryMark> NowAsync(DbConnection db, CancellationToken cancellation) =>
        (await ReadAsync(db, Now, [], row => new StoryMark(row[0], row[1]), cancellation))[0];

    /// <summary>The first change after this one whose story cannot be searched yet; 0: there is none.</summary>
    public static async Task<long> UnsearchableAsync(DbConnection db, long after, CancellationToken cancellation) =>
        (await ReadAsync(db, Unsearchable, [("@after", after)], row => row[0], cancellation))[0];

    /// <summary>Those of these stories that changed in between and were news when they were found, in the order of their changes.</summary>
    /// <param name="db">Where to look.</param>
    /// <param name="stories">Keys.</param>
    /// <param name="after">Number of the last change that is known.</param>
    /// <param name="until">Number of the last change that counts.</param>
    /// <param name="window">How old a story may be when it is found.</param>
    /// <param name="cancellation">Gives up.</param>
    public static Task<List<ChangedStory>> AmongAsync(
        DbConnection db, IEnumerable<long> stories, long after, long until, TimeSpan window, CancellationToken cancellation) =>
        ReadAsync(
            db,
            Changed,
            [("@ids", StoredJson.Write(stories)), ("@after", after), ("@until", until), ("@window", (long)window.TotalMilliseconds)],
            row => new ChangedStory(new(row[0], row[1]), row[2]),
            cancellation);

    private static async Task<List<T>> ReadAsync<T>(
        DbConnection db, string sql, (string Name, object Value)[] values, Func<long[], T> map, CancellationToken cancellation)
    {
        await using var command = db.Command(sql);
        foreach (var (name, value) in values)
            command.AddValue(name, value);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
            rows.Add(map([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? 0 : reader.GetInt64(i))]));
        return rows;
    }
}
