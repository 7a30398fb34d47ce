using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Engines.Postgres;

/// <summary>
/// Has the server count the rows of tables that grow from nothing. It counts them by itself once a minute at most, and what it planned over
/// empty tables goes through all of them until then.
/// </summary>
internal sealed class YoungTables
{
    /// <summary>The transaction of the writer before which rows are counted first.</summary>
    internal const int First = 25;

    // Each later count is before a transaction with so many times the number of the last one.
    private const int Times = 8;

    /// <summary>From so many stories on, the server's own counts come often enough, and one more would take long.</summary>
    private const long Large = 200_000;

    private const string Known = "SELECT CAST(reltuples AS bigint) FROM pg_class WHERE oid = 'stories'::regclass";

    private const string Count =
        "ANALYZE Stories, StorySources, StoryCategories, StoryKeys, Items, ItemKeys, Fingerprints, Sources, Listings";

    private long _next = First;
    private long _begun;

    /// <summary>The writer is about to begin a transaction.</summary>
    /// <param name="session">Not in one yet.</param>
    public void Look(WriteSession session)
    {
        if (++_begun < _next)
            return;
        _next *= Times;
        if (session.Scalar<long>(Known) < Large)
            session.Execute(Count);
        else
            _next = long.MaxValue;
    }
}
