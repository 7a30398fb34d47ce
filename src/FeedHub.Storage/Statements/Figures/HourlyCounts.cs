using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Figures;

/// <summary>
/// Counts by the hour, kept while things are stored, so that a page that shows a week costs the same at a million stories. Polls are
/// counted under the names of <see cref="Counters"/>.
/// </summary>
public static class HourlyCounts
{
    public const string Items = "items";

    /// <summary>Stories that an item began; the rest of the items joined one, but for those that are dropped.</summary>
    public const string Stories = "stories";

    /// <summary>Items that a drop rule kept out of stories when they came.</summary>
    public const string Dropped = "items.dropped";

    /// <summary>Polls answered with 304.</summary>
    public const string NotModified = "polls.304";

    /// <summary>Size of the database file.</summary>
    public const string DatabaseBytes = "database.bytes";

    /// <summary>How far back they are kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(35);

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
    internal static void Add(WriteSession session, DateTimeOffset now, params ReadOnlySpan<(string Name, long Value)> counts)
    {
        foreach (var (name, value) in counts)
            session.Gathered<GatheredCounts>().Add(HourOf(now), name, value);
    }

    /// <summary>Notes what was measured in the hour; the last measurement stands.</summary>
    internal static void Set(WriteSession session, DateTimeOffset now, string name, long value) =>
        session.Execute(SetOne, HourOf(now), name, value);

    internal static int Purge(WriteSession session, DateTimeOffset now) =>
        session.Execute("DELETE FROM HourCounts WHERE Hour < ?1", now - Kept);
}
