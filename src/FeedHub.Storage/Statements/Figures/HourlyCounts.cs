using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Figures;

/// <summary>
/// Counts by the hour, kept while things are stored, so that a page that shows a week costs the same at a million stories. Polls are
/// counted under the names of <see cref="Counters"/>.
/// </summary>
public static class HourlyCounts
{
    public const string Items = "items";

    /// <summary>Stories that an item began; the rest of the items joined one.</summary>
    public const string Stories = "stories";

    /// <summary>Polls answered with 304.</summary>
    public const string NotModified = "polls.304";

    /// <summary>Size of the database file.</summary>
    public const string DatabaseBytes = "database.bytes";

    /// <summary>How far back they are kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(35);

    private const string AddAll = """
        INSERT INTO HourCounts (Hour, Name, Value) SELECT ?1, value ->> 0, value ->> 1 FROM json_each(?2) WHERE true
        ON CONFLICT (Hour, Name) DO UPDATE SET Value = Value + excluded.Value
        """;

    private const string SetOne = """
        INSERT INTO HourCounts (Hour, Name, Value) VALUES (?1, ?2, ?3) ON CONFLICT (Hour, Name) DO UPDATE SET Value = excluded.Value
        """;

    /// <summary>The hour that an instant is in.</summary>
    public static DateTimeOffset HourOf(DateTimeOffset instant)
    {
        var utc = instant.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerHour));
    }

    /// <summary>Adds to the counts of the hour.</summary>
    internal static void Add(WriteSession session, DateTimeOffset now, params IEnumerable<(string Name, long Value)> counts)
    {
        var rows = counts.Where(count => count.Value > 0).Select(count => new object[] { count.Name, count.Value }).ToList();
        if (rows.Count > 0)
            session.Execute(AddAll, HourOf(now), StoredJson.Write(rows));
    }

    /// <summary>Notes what was measured in the hour; the last measurement stands.</summary>
    internal static void Set(WriteSession session, DateTimeOffset now, string name, long value) =>
        session.Execute(SetOne, HourOf(now), name, value);

    internal static int Purge(WriteSession session, DateTimeOffset now) =>
        session.Execute("DELETE FROM HourCounts WHERE Hour < ?1", now - Kept);
}
