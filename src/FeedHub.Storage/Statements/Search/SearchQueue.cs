using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Search;

/// <summary>A story that waits to be read into the index.</summary>
/// <param name="Id">Its ticket: later ones are greater.</param>
/// <param name="StoryId">The story.</param>
internal sealed record UnindexedStory(long Id, long StoryId);

/// <summary>
/// What waits to be read into the index: triggers of the engine write it, in the transaction of what they note. It also
/// says which index belongs to the database.
/// </summary>
internal static class SearchQueue
{
    /// <summary>The number that the index of this database bears.</summary>
    public const string Mark = "SELECT Value FROM Counters WHERE Name = 'search.index'";

    private const string SetMark =
        "INSERT INTO Counters (Name, Value) VALUES ('search.index', ?1) ON CONFLICT (Name) DO UPDATE SET Value = excluded.Value";

    // The news first.
    private const string All = "INSERT INTO SearchQueue (StoryId) SELECT Id FROM Stories ORDER BY SortAt DESC";

    private const string First = "SELECT Id, StoryId FROM SearchQueue WHERE Id > ?1 ORDER BY Id LIMIT ?2";

    /// <summary>The first that wait behind a ticket, at most <paramref name="count"/>.</summary>
    public static List<UnindexedStory> After(ReadSessions database, long ticket, int count) =>
        database.Query(First, row => new UnindexedStory(row.GetInt64(0), row.GetInt64(1)), ticket, count);

    /// <summary>Those up to this ticket were read.</summary>
    public static int Trim(WriteSession session, long lastTicket) =>
        session.Execute("DELETE FROM SearchQueue WHERE Id <= ?1", lastTicket);

    /// <summary>The index of this mark is a new one: every story waits for it. Returns how many.</summary>
    public static int BeginAgain(WriteSession session, long mark)
    {
        session.Execute(SetMark, mark);
        session.Execute("DELETE FROM SearchQueue");
        return session.Execute(All);
    }

    /// <summary>The index of this mark has all that the one before had.</summary>
    public static void Moved(WriteSession session, long mark) => session.Execute(SetMark, mark);
}
