using System.Data.Common;
using System.Text.Json;
using FeedHub.Model.Stories;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Matching;
using FeedHub.Syndication.Reading;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>A story's lead as the index holds it.</summary>
internal sealed record StoredLead(long StoryId, long SourceId, DateTimeOffset At, DateTimeOffset SeenAt, Fingerprint Fingerprint);

/// <summary>Reads what leads the stories, without the items' texts: they would be most of the bytes.</summary>
internal sealed class StoredLeads(WriteSession session, Fingerprinter fingerprinter)
{
    /// <summary>How many stories were first seen since then.</summary>
    public const string Counted = "SELECT count(*) FROM Stories WHERE FirstSeenAt >= ?1";

    private const string Leads = """
        SELECT s.Id, f.SourceId, f.At, s.FirstSeenAt, f.Bytes, f.ItemId
        FROM Stories s CROSS JOIN Fingerprints f ON f.ItemId = s.LeadItemId WHERE s.FirstSeenAt >= ?1
        """;

    // A story that was joined into another still draws the copies of what led it.
    private const string JoinedLeads = """
        SELECT j.Id, f.SourceId, f.At, s.FirstSeenAt, f.Bytes, f.ItemId
        FROM JoinedStories j JOIN Stories s ON s.Id = j.StoryId JOIN Fingerprints f ON f.ItemId = j.LeadItemId WHERE s.FirstSeenAt >= ?1
        """;

    private const string OfThese = "IN (SELECT value FROM json_each(?2))";

    /// <summary>How many stories were first seen since then.</summary>
    public int Count(DateTimeOffset since) => (int)session.Scalar<long>(Counted, since);

    /// <summary>
    /// The leads of all stories first seen since then, in that order, since the index answers by it. One at a time: a million must not
    /// stand in memory twice.
    /// </summary>
    public IEnumerable<StoredLead> Since(DateTimeOffset since) =>
        Read($"{Leads} ORDER BY s.FirstSeenAt, s.Id", since).Concat(Read($"{JoinedLeads} ORDER BY j.Id", since));

    /// <summary>The lead of one story, or null if it has none to match by or is older.</summary>
    public StoredLead? Of(long storyId, DateTimeOffset since) =>
        session.Query($"{Leads} AND s.Id = ?2 UNION ALL {JoinedLeads} AND j.Id = ?2", Map, since, storyId) switch
        {
            [var row, ..] => row.Lead ?? Renewed(row),
            _ => null,
        };

    /// <summary>The leads of these stories, in the order of <see cref="Since"/>, those left out that are older or not made by this
    /// version.</summary>
    public List<StoredLead> Of(IEnumerable<long> storyIds, DateTimeOffset since)
    {
        var list = JsonSerializer.Serialize(storyIds);
        var stories = session.Query($"{Leads} AND s.Id {OfThese} ORDER BY s.FirstSeenAt, s.Id", Map, since, list);
        var joined = session.Query($"{JoinedLeads} AND j.Id {OfThese} ORDER BY j.Id", Map, since, list);
        return [.. stories.Concat(joined).Select(row => row.Lead).OfType<StoredLead>()];
    }

    private IEnumerable<StoredLead> Read(string sql, DateTimeOffset since)
    {
        var outdated = new List<Row>();
        foreach (var row in session.Stream(sql, Map, since))
        {
            if (row.Lead is { } lead)
                yield return lead;
            else
                outdated.Add(row);
        }

        foreach (var row in outdated)
        {
            if (Renewed(row) is { } lead)
                yield return lead;
        }
    }

    // Made by an earlier version, or not at all: matching came after the item. Its text is still there.
    private StoredLead? Renewed(Row row)
    {
        var item = session.Query(
            "SELECT Title, ContentHtml, SummaryHtml FROM Items WHERE Id = ?1",
            text => new ParsedItem
            {
                Title = Text(text, 0),
                ContentHtml = Text(text, 1),
                SummaryHtml = Text(text, 2)
            }, row.ItemId).FirstOrDefault();
        if (item is null || fingerprinter.Of(item.Title, ItemText.TextOf(item, TimeZoneInfo.Utc, row.SeenAt)) is not { } fingerprint)
            return null;
        session.Execute("UPDATE Fingerprints SET Bytes = ?2 WHERE ItemId = ?1", row.ItemId, fingerprint.ToBytes());
        return row.With(fingerprint);
    }

    private static Row Map(DbDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)), DateTimeOffset.FromUnixTimeMilliseconds(
            row.GetInt64(3)),
        row.GetInt64(5), Fingerprint.FromBytes(row.GetFieldValue<byte[]>(4)));

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private sealed record Row(long StoryId, long SourceId, DateTimeOffset At, DateTimeOffset SeenAt, long ItemId, Fingerprint? Fingerprint)
    {
        public StoredLead? Lead => Fingerprint is { } known ? With(known) : null;

        public StoredLead With(Fingerprint fingerprint) => new(StoryId, SourceId, At, SeenAt, fingerprint);
    }
}
