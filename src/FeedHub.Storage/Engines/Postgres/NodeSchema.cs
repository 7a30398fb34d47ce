namespace FeedHub.Storage.Engines.Postgres;

/// <summary>What the database has for several nodes, beside the tables of the model.</summary>
internal static class NodeSchema
{
    /// <summary>Nodes; what they ask of the owner; files that were applied.</summary>
    public const string Tables = """
        CREATE TABLE nodes (
          run text COLLATE "C" PRIMARY KEY, name text COLLATE "C" NOT NULL, version text COLLATE "C" NOT NULL, since bigint NOT NULL,
          seen bigint NOT NULL, clockoffset bigint NOT NULL DEFAULT 0, polls integer NOT NULL DEFAULT 0, items integer NOT NULL DEFAULT 0,
          lag bigint NULL, feedsfile text COLLATE "C" NULL);
        ALTER TABLE owner ADD COLUMN run text COLLATE "C" NULL, ADD COLUMN since bigint NULL;
        CREATE TABLE noderequests (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, run text COLLATE "C" NOT NULL, at bigint NOT NULL, request bytea NOT NULL,
          epoch bigint NULL, answer bytea NULL, answeredat bigint NULL);
        CREATE INDEX ix_noderequests_open ON noderequests (id) WHERE answer IS NULL;
        ALTER TABLE noderequests ALTER COLUMN request SET STORAGE EXTERNAL;
        ALTER TABLE noderequests ALTER COLUMN answer SET STORAGE EXTERNAL;
        CREATE TABLE appliedfiles (hash text COLLATE "C" PRIMARY KEY, at bigint NOT NULL);
        INSERT INTO counters (name, value) VALUES ('nodes.shown', 0), ('nodes.edits', 0), ('nodes.told', 0) ON CONFLICT (name) DO NOTHING;
        CREATE FUNCTION feedhub_now() RETURNS bigint LANGUAGE sql VOLATILE AS
          $$ SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint $$;
        CREATE FUNCTION feedhub_fence(mine bigint) RETURNS void LANGUAGE plpgsql AS $$
          BEGIN
            PERFORM 1 FROM owner WHERE id = 1 AND epoch = mine FOR SHARE;
            IF NOT FOUND THEN RAISE EXCEPTION 'Another node stores in this database now' USING ERRCODE = 'FH001'; END IF;
          END $$;
        """;

    /// <summary>The way back.</summary>
    public const string NoTables = """
        DROP TABLE nodes, noderequests, appliedfiles;
        ALTER TABLE owner DROP COLUMN run, DROP COLUMN since;
        DROP FUNCTION feedhub_now();
        DROP FUNCTION feedhub_fence(bigint);
        """;

    /// <summary>Publishers' icons; and whether something stands that a node's request changes, by the transaction itself.</summary>
    public const string IconsAndMarks = """
        CREATE TABLE sourceicons (slug text COLLATE "C" PRIMARY KEY, at bigint NOT NULL, hash text COLLATE "C" NULL, bytes bytea NULL);
        ALTER TABLE sourceicons ALTER COLUMN bytes SET STORAGE EXTERNAL;
        ALTER TABLE noderequests ADD COLUMN changed boolean NOT NULL DEFAULT false;
        CREATE FUNCTION feedhub_fence(mine bigint, asked bigint) RETURNS void LANGUAGE plpgsql AS $$
          BEGIN
            PERFORM feedhub_fence(mine);
            UPDATE noderequests SET changed = true WHERE id = asked AND NOT changed;
          END $$;
        """;

    /// <summary>The way back.</summary>
    public const string NoIconsAndMarks = """
        DROP FUNCTION feedhub_fence(bigint, bigint);
        ALTER TABLE noderequests DROP COLUMN changed;
        DROP TABLE sourceicons;
        """;
}
