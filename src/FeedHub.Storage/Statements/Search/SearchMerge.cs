using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Search;

/// <summary>
/// Writes parts of the index together in small steps, each a transaction of its own. The index does not do it while stories are read
/// into it: then the many small parts are written once, when nothing waits. FTS5 keeps the words of deleted rows until their part of the
/// index is merged with others.
/// </summary>
internal static class SearchMerge
{
    /// <summary>Pages that a step writes at most: new stories wait no longer than this takes.</summary>
    private const int Pages = 500;

    // A step that found nothing to do changes one row.
    private const int Idle = 2;

    /// <summary>The first step of writing all of it again; false if there is nothing to merge.</summary>
    public static bool Begin(WriteSession session) => Merge(session, -Pages);

    /// <summary>A further step, or the first of those that only join the small parts; false at the end.</summary>
    public static bool Step(WriteSession session) => Merge(session, Pages);

    // An index of finished words is kept by its engine alone.
    private static bool Merge(WriteSession session, int pages)
    {
        if (session.TakesLexemes)
            return false;
        var before = Changes(session);
        session.Execute("INSERT INTO SearchWords (SearchWords, rank) VALUES ('merge', ?1)", pages);
        var changed = Changes(session) - before;
        return changed >= Idle;
    }

    private static long Changes(WriteSession session) => session.Scalar<long>("SELECT total_changes()");
}
