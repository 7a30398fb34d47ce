namespace FeedHub.Storage.Engines.Postgres;

/// <summary>What nodes say to each other by the database. Times are the database's, in Unix milliseconds.</summary>
internal static class NodeStatements
{
    /// <summary>A sign of life.</summary>
    public const string Beat = """
        INSERT INTO nodes (run, name, version, since, seen, clockoffset, polls, items, lag, feedsfile)
        VALUES ($1, $2, $3, $4, feedhub_now(), $5, $6, $7, $8, $9)
        ON CONFLICT (run) DO UPDATE SET seen = excluded.seen, clockoffset = excluded.clockoffset, polls = excluded.polls,
          items = excluded.items, lag = excluded.lag, feedsfile = excluded.feedsfile RETURNING seen
        """;

    /// <summary>Forgets a former run of this node that gives no sign, and what was not seen for an hour.</summary>
    public const string Forget = """
        DELETE FROM nodes WHERE run <> $1 AND ((name = $2 AND seen < feedhub_now() - $3) OR seen < feedhub_now() - 3600000)
          AND run IS DISTINCT FROM (SELECT o.run FROM owner o WHERE o.id = 1)
        """;

    /// <summary>How things stand: the right, what is shown and kept, who waits; whose the lock is, and how its owner lives.</summary>
    public const string Look = $"""
        SELECT o.epoch, o.run,
          (SELECT sum(value)::bigint FROM counters WHERE name IN ('stories.change', 'nodes.shown')),
          (SELECT sum(value)::bigint FROM counters WHERE name = 'nodes.edits'),
          EXISTS (SELECT 1 FROM noderequests WHERE answer IS NULL),
          (SELECT pid FROM pg_locks WHERE {Ownership.OfLock} AND granted LIMIT 1),
          feedhub_now() - (SELECT seen FROM nodes WHERE run = o.run),
          feedhub_now() - (SELECT value FROM counters WHERE name = 'nodes.told'),
          (SELECT clockoffset FROM nodes WHERE run = o.run), EXISTS (SELECT 1 FROM nodes WHERE run <> $2 AND seen > feedhub_now() - $3),
          pg_notification_queue_usage()
        FROM owner o WHERE o.id = 1
        """;

    /// <summary>Ends the session that holds the lock, and what a run that gives no sign any more has under way.</summary>
    public const string EndStalled = """
        SELECT pg_terminate_backend(pid, 1000) FROM pg_stat_activity
        WHERE datname = current_database() AND (pid = $1 OR (application_name = $2 AND state <> 'idle')) AND pid <> pg_backend_pid()
        """;

    /// <summary>Says that something else is shown, and, with true, that what is kept in memory is another.</summary>
    public const string Tell = """
        UPDATE counters SET value = CASE name WHEN 'nodes.told' THEN feedhub_now() ELSE value + 1 END
        WHERE name IN ('nodes.shown', 'nodes.told') OR ($1 AND name = 'nodes.edits')
        """;

    /// <summary>Whether a feeds.json was applied before, by any node.</summary>
    public const string WasApplied = "SELECT EXISTS (SELECT 1 FROM appliedfiles WHERE hash = $1)";

    /// <summary>One is applied.</summary>
    public const string Applied = "INSERT INTO appliedfiles (hash, at) VALUES ($1, feedhub_now()) ON CONFLICT (hash) DO NOTHING";

    /// <summary>Good-bye.</summary>
    public const string Leave = "DELETE FROM nodes WHERE run = $1";

    /// <summary>Every node.</summary>
    public const string All = """
        SELECT n.run, n.name, n.version, n.since, n.seen, n.clockoffset, n.polls, n.items, n.lag, n.feedsfile, n.run = o.run AS isowner,
          feedhub_now() - n.seen FROM nodes n CROSS JOIN owner o WHERE o.id = 1 ORDER BY isowner DESC NULLS LAST, n.name, n.since, n.run
        """;

    /// <summary>Versions of other nodes that are there.</summary>
    public const string Others = "SELECT name, version FROM nodes WHERE run <> $1 AND seen > feedhub_now() - $2 ORDER BY name";
}
