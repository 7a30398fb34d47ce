using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Engines.Sqlite;

/// <summary>Writes parts of the index together. FTS5 keeps the words of deleted rows until their part of the index is merged with
/// others.</summary>
internal static class SearchMerge
{
    /// <summary>Pages that a step writes at most: new stories wait no longer than this takes.</summary>
    private const int Pages = 500;

    // A step that found nothing to do changes one row.
    private const int Idle = 2;

    /// <summary>One step; false if there is nothing more to merge.</summary>
    public static bool Step(WriteSession session, bool isOfAll)
    {
        var before = Changes(session);
        session.Execute("INSERT INTO SearchWords (SearchWords, rank) VALUES ('merge', ?1)", isOfAll ? -Pages : Pages);
        return Changes(session) - before >= Idle;
    }

    private static long Changes(WriteSession session) => session.Scalar<long>("SELECT total_changes()");
}
