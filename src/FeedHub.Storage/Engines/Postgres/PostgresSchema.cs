namespace FeedHub.Storage.Engines.Postgres;

/// <summary>What the database has beside the tables of the model: the queue and the index of searches, functions that SQLite has of its
/// own, and how large values are kept.</summary>
internal static class PostgresSchema
{
    /// <summary>Functions that the statements use; SQLite has them, by other names or the same.</summary>
    public const string Functions = """
        CREATE FUNCTION feedhub_rows(list text) RETURNS TABLE (key bigint, value json) LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 50 AS
          $$ SELECT ordinality - 1, value FROM json_array_elements(list::json) WITH ORDINALITY $$;
        CREATE FUNCTION instr(whole text, part text) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
          $$ SELECT strpos(whole, part) $$;
        CREATE FUNCTION min(one bigint, other bigint) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
          $$ SELECT LEAST(one, other) $$;
        CREATE FUNCTION max(one bigint, other bigint) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
          $$ SELECT GREATEST(one, other) $$;
        """;

    /// <summary>The index of searches, and the queue of stories that wait for it: what changes an item writes its story down.</summary>
    public const string Search = """
        CREATE TABLE searchwords (rowid bigint PRIMARY KEY, text tsvector NOT NULL);
        CREATE INDEX ix_searchwords_text ON searchwords USING gin (text);
        CREATE TABLE searchrows (storyid bigint PRIMARY KEY, row bigint NOT NULL);
        CREATE TABLE searchqueue (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, storyid bigint NOT NULL);
        CREATE FUNCTION feedhub_search_item() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN
            IF TG_OP <> 'DELETE' THEN INSERT INTO searchqueue (storyid) VALUES (NEW.storyid); END IF;
            IF TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND NEW.storyid <> OLD.storyid) THEN
              INSERT INTO searchqueue (storyid) VALUES (OLD.storyid);
            END IF;
            RETURN NULL;
          END $$;
        CREATE FUNCTION feedhub_search_story() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN
            INSERT INTO searchqueue (storyid) VALUES (OLD.id);
            RETURN NULL;
          END $$;
        CREATE TRIGGER searchnewitem AFTER INSERT OR DELETE ON items FOR EACH ROW EXECUTE FUNCTION feedhub_search_item();
        CREATE TRIGGER searchchangeditem AFTER UPDATE OF title, summaryhtml, contenthtml, storyid ON items
          FOR EACH ROW EXECUTE FUNCTION feedhub_search_item();
        CREATE TRIGGER searchgonestory AFTER DELETE ON stories FOR EACH ROW EXECUTE FUNCTION feedhub_search_story();
        CREATE TRIGGER searchmovedstory AFTER UPDATE OF sortat ON stories FOR EACH ROW WHEN (NEW.sortat <> OLD.sortat)
          EXECUTE FUNCTION feedhub_search_story();
        """;

    /// <summary>Who stores, what begins at nothing, and the highest number of a story that is gone: no other one ever has it.</summary>
    public const string Numbers = """
        ALTER TABLE stories ALTER COLUMN isdropped SET DEFAULT false;
        CREATE TABLE owner (id integer PRIMARY KEY CHECK (id = 1), epoch bigint NOT NULL);
        INSERT INTO owner (id, epoch) VALUES (1, 0);
        INSERT INTO counters (name, value) VALUES ('stories.change', 0), ('stories.arrival', 0), ('stories.gone', 0);
        CREATE FUNCTION feedhub_gone_stories() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN
            UPDATE counters SET value = GREATEST(value, (SELECT max(id) FROM gone)) WHERE name = 'stories.gone';
            RETURN NULL;
          END $$;
        CREATE TRIGGER numbersofgonestories AFTER DELETE ON stories REFERENCING OLD TABLE AS gone
          FOR EACH STATEMENT EXECUTE FUNCTION feedhub_gone_stories();
        """;

    /// <summary>Texts are kept in the quicker of two ways where the server has it; what is compressed already, as it is.</summary>
    public const string LargeValues = """
        ALTER TABLE fingerprints ALTER COLUMN bytes SET STORAGE EXTERNAL;
        ALTER TABLE sourcesentences ALTER COLUMN bytes SET STORAGE EXTERNAL;
        ALTER TABLE listings ALTER COLUMN last SET STORAGE EXTERNAL;
        ALTER TABLE modelversions ALTER COLUMN model SET STORAGE EXTERNAL;
        DO $$
          BEGIN
            ALTER TABLE items ALTER COLUMN contenthtml SET COMPRESSION lz4;
            ALTER TABLE items ALTER COLUMN summaryhtml SET COMPRESSION lz4;
          EXCEPTION WHEN feature_not_supported THEN NULL;
          END $$;
        """;

    /// <summary>The same of finished words.</summary>
    public const string Words = """
        DO $$
          BEGIN
            ALTER TABLE searchwords ALTER COLUMN text SET COMPRESSION lz4;
          EXCEPTION WHEN feature_not_supported THEN NULL;
          END $$;
        """;

    /// <summary>The way back.</summary>
    public const string UsualWords = "ALTER TABLE searchwords ALTER COLUMN text SET COMPRESSION default";

    /// <summary>Data-protection keys and what admins have set on the dashboard: files of the data directory elsewhere.</summary>
    public const string Files = """
        CREATE TABLE storedkeys (name text COLLATE "C" PRIMARY KEY, xml text NOT NULL);
        CREATE TABLE storedsettings (key text COLLATE "C" PRIMARY KEY, value text NULL);
        """;
}
