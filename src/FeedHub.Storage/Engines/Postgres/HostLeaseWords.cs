namespace FeedHub.Storage.Engines.Postgres;

/// <summary>Statements of leases of hosts. Rows are taken in the order of their names, so that nobody waits in a circle.</summary>
internal static class HostLeaseWords
{
    /// <summary>Takes those that are free. Where a node was that is gone, the owner frees its sources before: who was there is known by the
    /// row.</summary>
    public const string Claim = $"""
        WITH free AS (
          SELECT w.host FROM unnest($1) WITH ORDINALITY AS w(host, place) LEFT JOIN hostleases h ON h.host = w.host
          WHERE (h.host IS NULL OR h.run = $2 OR h.until <= feedhub_now())
            AND NOT EXISTS (SELECT 1 FROM sentpolls p WHERE p.host = w.host AND p.run <> $2)
            AND (h.wantedby IS NULL OR h.wantedby = $2 OR NOT {IsWanted})
            AND (h.host IS NULL OR h.run = $2 OR EXISTS (SELECT 1 FROM nodes n WHERE n.run = h.run AND {LeaseWords.IsThere})
              OR NOT EXISTS (SELECT 1 FROM sources s WHERE s.host = h.host AND s.leaserun = h.run AND s.leaseuntil IS NOT NULL))
          ORDER BY w.place LIMIT $4),
        taken AS (
          INSERT INTO hostleases AS h (host, run, until) SELECT f.host, $2, feedhub_now() + $3 FROM free f ORDER BY 1
          ON CONFLICT (host) DO UPDATE SET run = excluded.run, until = excluded.until, wantedby = NULL
            WHERE (h.run = excluded.run OR h.until <= feedhub_now())
              AND (h.wantedby IS NULL OR h.wantedby = excluded.run OR NOT {IsWanted})
          RETURNING h.host)
        SELECT host FROM taken
        """;

    /// <summary>Keeps those that are this node's; says which another one waits for.</summary>
    public const string Renew = $"""
        UPDATE hostleases AS h SET until = feedhub_now() + $3 WHERE {Own} RETURNING host, h.wantedby IS NOT NULL AND {IsWanted}
        """;

    /// <summary>Asks the node that has the host to leave it; of several that ask, one is next.</summary>
    public const string Want = $"""
        UPDATE hostleases AS h SET wantedby = $2, wantedat = feedhub_now()
        WHERE host = $1 AND run <> $2 AND (h.wantedby IS NULL OR h.wantedby = $2 OR NOT {IsWanted})
        """;

    /// <summary>Leaves them to others.</summary>
    public const string Release = $"UPDATE hostleases SET until = feedhub_now() + $3 WHERE {Own}";

    /// <summary>Frees the sources of who was at a host, and is not any more: its polls will not come.</summary>
    public const string Free = $"""
        UPDATE sources SET leaseuntil = NULL, leaserun = NULL WHERE id IN (
          SELECT s.id FROM hostleases h JOIN sources s ON s.host = h.host AND s.leaserun = h.run
          WHERE h.until <= feedhub_now() AND h.run <> $1 AND s.leaseuntil IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM nodes n WHERE n.run = h.run AND {LeaseWords.IsThere})
            AND NOT EXISTS (SELECT 1 FROM sentpolls p WHERE p.sourceid = s.id)
          FOR UPDATE OF s SKIP LOCKED)
        """;

    /// <summary>Forgets hosts that nobody has asked for lately.</summary>
    public const string Forget = """
        DELETE FROM hostleases WHERE host IN (
          SELECT host FROM hostleases WHERE until < feedhub_now() - 60000 ORDER BY host FOR UPDATE SKIP LOCKED)
        """;

    // Who waits asks again every two seconds.
    private const string IsWanted = "h.wantedat > feedhub_now() - 4000";

    private const string Own =
        "host IN (SELECT host FROM hostleases WHERE host = ANY($1) AND run = $2 ORDER BY host FOR UPDATE)";
}
