using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Matching;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>A doubtful verdict with what to hold it against.</summary>
/// <param name="ItemId">The item that was judged.</param>
/// <param name="StoryId">The story that it was compared with.</param>
/// <param name="LeadId">The story's lead.</param>
/// <param name="OtherId">An item of the story that is not the judged one, or null.</param>
/// <param name="IsSame">The verdict.</param>
internal sealed record StoredDoubt(long ItemId, long StoryId, long LeadId, long? OtherId, bool IsSame);

/// <summary>Verdicts near the line, kept for an admin: the newest, so that there is always little to look at.</summary>
internal sealed class Doubts(WriteSession session, double line)
{
    private const int Kept = 1000;

    /// <summary>How far from the line a score may be to be doubtful.</summary>
    private const double Near = 0.2;

    private const string FindOne = """
        SELECT d.ItemId, s.LeadItemId, d.IsSame, s.Id, (SELECT Id FROM Items WHERE StoryId = s.Id AND Id <> d.ItemId LIMIT 1)
        FROM Doubts d JOIN Stories s ON s.Id = d.StoryId WHERE d.Id = ?1
        """;

    /// <summary>The verdict, or null if it is decided already.</summary>
    public static StoredDoubt? Find(WriteSession session, long id) => session.Query(
        FindOne,
        row => new StoredDoubt(
            row.GetInt64(0),
            row.GetInt64(3),
            row.GetInt64(1),
            row.IsDBNull(4) ? null : row.GetInt64(4),
            row.GetBoolean(2)),
        id).FirstOrDefault();

    /// <summary>The verdict is decided.</summary>
    public static void Delete(WriteSession session, long id) => session.Execute("DELETE FROM Doubts WHERE Id = ?1", id);

    /// <summary>Notes the verdict if it is near the line.</summary>
    public void Add(Verdict verdict, long itemId, DateTimeOffset now)
    {
        var distance = Math.Abs(verdict.Score - line);
        if (distance > Near || verdict.StoryId is not { } story)
            return;
        session.Write(
            "INSERT INTO Doubts (At, ItemId, StoryId, Score, Distance, IsSame, Signals, Why) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            now, itemId, story, verdict.Score, distance, verdict.IsSame, StoredJson.Write(verdict.Signals), verdict.Why);
        session.Write("DELETE FROM Doubts WHERE Id <= (SELECT max(Id) FROM Doubts) - ?1", Kept);
    }
}
