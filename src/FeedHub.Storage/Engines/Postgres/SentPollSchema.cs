namespace FeedHub.Storage.Engines.Postgres;

/// <summary>What the database has for polls by nodes that do not store, beside the tables of the model.</summary>
internal static class SentPollSchema
{
    /// <summary>Who polls at which host; polls on their way to the owner, one a source at most; what became of them, for who sent them.
    /// A source's lease has the run that took it, and the right to store the run that had it before.</summary>
    public const string Tables = """
        ALTER TABLE sources ADD COLUMN leaserun text COLLATE "C" NULL;
        ALTER TABLE owner ADD COLUMN former text COLLATE "C" NULL;
        CREATE TABLE hostleases (host text COLLATE "C" PRIMARY KEY, run text COLLATE "C" NOT NULL, until bigint NOT NULL);
        CREATE INDEX ix_hostleases_run ON hostleases (run);
        CREATE TABLE sentpolls (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, sourceid bigint NOT NULL UNIQUE, host text COLLATE "C" NOT NULL,
          run text COLLATE "C" NOT NULL, poll bigint NOT NULL, lease bigint NOT NULL, version bigint NOT NULL, format integer NOT NULL,
          at bigint NOT NULL, bytes bytea NOT NULL);
        CREATE INDEX ix_sentpolls_host ON sentpolls (host);
        CREATE TABLE sentpollanswers (
          run text COLLATE "C" NOT NULL, poll bigint NOT NULL, at bigint NOT NULL, answer bytea NOT NULL, PRIMARY KEY (run, poll));
        ALTER TABLE sentpolls ALTER COLUMN bytes SET STORAGE EXTERNAL;
        ALTER TABLE sentpolls SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);
        ALTER TABLE sentpollanswers SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);
        ALTER TABLE hostleases SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);
        """;

    /// <summary>The way back.</summary>
    public const string NoTables = """
        DROP TABLE hostleases, sentpolls, sentpollanswers;
        ALTER TABLE owner DROP COLUMN former;
        ALTER TABLE sources DROP COLUMN leaserun;
        """;

    /// <summary>Who waits for a host that another node has, and since when. Who had the right to store before is asked no more.</summary>
    public const string Wishes = """
        ALTER TABLE hostleases ADD COLUMN wantedby text COLLATE "C" NULL, ADD COLUMN wantedat bigint NULL;
        ALTER TABLE owner DROP COLUMN former;
        """;

    /// <summary>The way back.</summary>
    public const string NoWishes = """
        ALTER TABLE owner ADD COLUMN former text COLLATE "C" NULL;
        ALTER TABLE hostleases DROP COLUMN wantedat, DROP COLUMN wantedby;
        """;
}
