using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Engines.Postgres;

/// <summary>
/// Has the server count the rows of tables that grow from nothing. It counts them by itself once a minute at most, and what it planned over
/// empty tables goes through all of them until then.
/// </summary>
internal sealed class YoungTables
{
    /// <summary>After so many new rows they are counted first.</summary>
    internal const int First = 250;

    // Each later count is after so many times the rows of the one before.
    private const int Times = 6;

    /// <summary>From so many stories on, the server's own counts come often enough, and one more would take long.</summary>
    private const long Large = 200_000;

    private const string Known = "SELECT CAST(reltuples AS bigint) FROM pg_class WHERE oid = 'stories'::regclass";

    private const string Count =
        "ANALYZE Stories, StorySources, StoryCategories, StoryKeys, Items, ItemKeys, Fingerprints, Sources, Listings";

    private long _next = First;

    /// <summary>The writer is about to begin a transaction.</summary>
    /// <param name="session">Not in one yet.</param>
    public void Look(WriteSession session)
    {
        if (session.RowsAdded < _next)
            return;
        while (_next <= session.RowsAdded)
            _next *= Times;
        if (session.Scalar<long>(Known) < Large)
            session.Execute(Count);
        else
            _next = long.MaxValue;
    }
}
