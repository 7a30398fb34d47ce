using FeedHub.Model.Sources;
using FeedHub.Storage.Tables;

namespace FeedHub.Storage.Engines.Postgres;

/// <summary>
/// Leases of sources where several nodes poll: each has the run of the node that took it, which a connection of its writer bears as its
/// name. A source whose poll waits for the owner is leased to nobody. What another transaction holds is passed by: nobody waits for one
/// row while it has another.
/// </summary>
internal static class LeaseWords
{
    /// <summary>The run of a connection's node, by <c>application_name</c>.</summary>
    public const string OwnRun = "substr(current_setting('application_name'), 9)";

    /// <summary>Takes sources by the writer; parameters as those of the statement that this is one of.</summary>
    public static readonly string Claim = ClaimedBy(
        "IN (SELECT value::text::bigint FROM feedhub_rows($1))", OwnRun);

    /// <summary>The same by another node, whose run is the fifth; the sources are an array.</summary>
    public static readonly string ClaimBeside = ClaimedBy("= ANY($1)", "$5");

    /// <summary>Gives back what the writer's node has.</summary>
    public const string Back = $"""
        UPDATE sources SET leaseuntil = NULL, leaserun = NULL, nextpollat = coalesce($2::bigint, nextpollat)
        WHERE id IN (SELECT value::text::bigint FROM feedhub_rows($1)) AND (leaserun IS NULL OR leaserun = {OwnRun})
        """;

    /// <summary>Gives back one source of another node.</summary>
    public const string BackBeside = """
        UPDATE sources SET leaseuntil = NULL, leaserun = NULL, nextpollat = coalesce($2::bigint, nextpollat)
        WHERE id = $1 AND leaserun = $3 AND NOT EXISTS (SELECT 1 FROM sentpolls p WHERE p.sourceid = $1)
        """;

    /// <summary>Gives back what no node that is there polls, nor is on its way, nor may be polled by one that gives no sign.</summary>
    public const string Void = $"""
        UPDATE sources SET leaseuntil = NULL, leaserun = NULL WHERE leaseuntil IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM sentpolls p WHERE p.sourceid = sources.id)
          AND NOT EXISTS (SELECT 1 FROM nodes n WHERE n.run = sources.leaserun AND {IsThere})
          AND NOT EXISTS (
            SELECT 1 FROM hostleases h
            WHERE h.host = sources.host AND h.run = sources.leaserun AND h.until > feedhub_now())
        """;

    /// <summary>Of a row of nodes: it gave a sign of life lately.</summary>
    public const string IsThere = "n.seen > feedhub_now() - 3000";

    private static string ClaimedBy(string sources, string run) => $"""
        UPDATE sources SET leaseuntil = $3, leaserun = {run} WHERE id IN (
          SELECT s.id FROM sources s WHERE s.id {sources} AND (s.leaseuntil IS NULL OR s.leaseuntil <= $2)
            AND ($4 OR (s.enabled AND s.nextpollat <= $2)) AND NOT EXISTS (SELECT 1 FROM sentpolls p WHERE p.sourceid = s.id)
          FOR UPDATE SKIP LOCKED)
        RETURNING {StoredRow<Source>.ColumnsAs(name => name.ToLowerInvariant())}
        """;
}
