using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Matching;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>Verdicts near the line, kept for an admin: the newest, so that there is always little to look at.</summary>
internal sealed class Doubts(WriteSession session, double line)
{
    private const int Kept = 1000;

    /// <summary>How far from the line a score may be to be doubtful.</summary>
    private const double Near = 0.2;

    /// <summary>Notes the verdict if it is near the line.</summary>
    public void Take(Verdict verdict, long itemId, DateTimeOffset now)
    {
        var distance = Math.Abs(verdict.Score - line);
        if (distance > Near || verdict.StoryId is not { } story)
            return;
        session.Execute(
            "INSERT INTO Doubts (At, ItemId, StoryId, Score, Distance, IsSame, Signals, Why) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            now, itemId, story, verdict.Score, distance, verdict.IsSame, StoredJson.Write(verdict.Signals), verdict.Why);
        session.Execute("DELETE FROM Doubts WHERE Id <= (SELECT max(Id) FROM Doubts) - ?1", Kept);
    }
}
