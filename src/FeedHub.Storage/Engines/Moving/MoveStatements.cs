namespace FeedHub.Storage.Engines.Moving;

/// <summary>What is written beside the rows that are copied.</summary>
internal static class MoveStatements
{
    /// <summary>Counters that PostgreSQL has of its own: the highest number of a story, and the versions of nodes.</summary>
    public const string Counters = """
        INSERT INTO counters (name, value) VALUES ('stories.gone', $1), ('nodes.shown', 0), ('nodes.edits', 0), ('nodes.told', 0)
        ON CONFLICT (name) DO NOTHING
        """;

    /// <summary>Every story waits for the index of searches, the news first.</summary>
    public const string IndexAll = "INSERT INTO searchqueue (storyid) SELECT id FROM stories ORDER BY sortat DESC, id DESC";

    /// <summary>A key of data protection.</summary>
    public const string Key = "INSERT INTO storedkeys (name, xml) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING";

    /// <summary>What was set on the dashboard.</summary>
    public const string Setting = "INSERT INTO storedsettings (key, value) VALUES ($1, $2::text)";

    /// <summary>The number that the next row of a table gets, where the database gives it.</summary>
    public static string NextNumber(string table) => $"""
        DO $$
          DECLARE numbered name;
          BEGIN
            SELECT a.attname INTO numbered FROM pg_attribute a WHERE a.attrelid = '{table}'::regclass AND a.attidentity <> '';
            IF numbered IS NOT NULL THEN
              EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, %L), coalesce((SELECT max(%I) FROM %I), 0) + 1, false)',
                '{table}', numbered, numbered, '{table}');
            END IF;
          END $$
        """;
}
