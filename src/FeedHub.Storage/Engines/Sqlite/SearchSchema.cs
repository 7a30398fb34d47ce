namespace FeedHub.Storage.Engines.Sqlite;

/// <summary>The statements that make the search index, and what notes in the database which stories it has to read again.</summary>
internal static class SearchSchema
{
    private const string Words = """
        CREATE VIRTUAL TABLE IF NOT EXISTS SearchWords USING fts5(Text, content = '', contentless_delete = 1,
          tokenize = 'unicode61 remove_diacritics 2');
        """;

    private const string Queue = """
        CREATE TABLE IF NOT EXISTS SearchQueue (Id INTEGER PRIMARY KEY AUTOINCREMENT, StoryId INTEGER NOT NULL);
        CREATE TRIGGER IF NOT EXISTS SearchNewItem AFTER INSERT ON Items BEGIN INSERT INTO SearchQueue (StoryId) VALUES (new.StoryId); END;
        CREATE TRIGGER IF NOT EXISTS SearchChangedItem AFTER UPDATE OF Title, SummaryHtml, ContentHtml, StoryId ON Items BEGIN
            INSERT INTO SearchQueue (StoryId) SELECT new.StoryId UNION SELECT old.StoryId; END;
        CREATE TRIGGER IF NOT EXISTS SearchGoneItem AFTER DELETE ON Items BEGIN INSERT INTO SearchQueue (StoryId) VALUES (old.StoryId); END;
        """;

    // As long as the index was in the database itself.
    private const string FormerTriggers = """
        CREATE TRIGGER IF NOT EXISTS SearchGoneStory AFTER DELETE ON Stories BEGIN
            DELETE FROM SearchWords WHERE rowid = (old.SortAt / 1000 << 30) | old.Id; DELETE FROM SearchQueue WHERE StoryId = old.Id; END;
        CREATE TRIGGER IF NOT EXISTS SearchMovedStory AFTER UPDATE OF SortAt ON Stories WHEN new.SortAt <> old.SortAt BEGIN
            DELETE FROM SearchWords WHERE rowid = (old.SortAt / 1000 << 30) | old.Id; INSERT INTO SearchQueue (StoryId)
              VALUES (new.Id); END;
        """;

    /// <summary>Lets an index merge parts of one size once there are eight: with four, as FTS5 does by itself, each word was written
    /// half as often again.</summary>
    public const string SetMerging = """
        INSERT INTO SearchWords (SearchWords, rank) VALUES ('automerge', 0);
        INSERT INTO SearchWords (SearchWords, rank) VALUES ('usermerge', 8);
        """;

    private const string Former = Words + Queue + FormerTriggers;

    /// <summary>Makes the index in a file of its own.</summary>
    public const string MakeIndex = Words + """
        CREATE TABLE IF NOT EXISTS SearchRows (StoryId INTEGER PRIMARY KEY, Row INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS SearchMark (Id INTEGER PRIMARY KEY, Value INTEGER NOT NULL);
        """ + SetMerging;

    /// <summary>Whether an index merges so; that of a former version does not.</summary>
    public const string IsMergingSet =
        "SELECT count(*) = 2 FROM SearchWords_config WHERE (k, v) IN (('automerge', 0), ('usermerge', 8))";

    /// <summary>Makes the words alone: a backup carries them inside the database.</summary>
    public const string MakeWords = Words;

    /// <summary>Takes them out of a backup again.</summary>
    public const string DropWords = "DROP TABLE SearchWords";

    /// <summary>Makes in the database what notes the stories to be read.</summary>
    public const string MakeQueue = Queue + """
        CREATE TRIGGER IF NOT EXISTS SearchGoneStory AFTER DELETE ON Stories BEGIN INSERT INTO SearchQueue (StoryId) VALUES (old.Id); END;
        CREATE TRIGGER IF NOT EXISTS SearchMovedStory AFTER UPDATE OF SortAt ON Stories WHEN new.SortAt <> old.SortAt BEGIN
            INSERT INTO SearchQueue (StoryId) VALUES (new.Id); END;
        """;

    /// <summary>Takes the words out of the database, and the triggers that kept them there; also how they stood before they had
    /// slices.</summary>
    public const string DropFormer = """
        DROP TRIGGER IF EXISTS SearchGoneStory; DROP TRIGGER IF EXISTS SearchMovedStory; DROP TABLE IF EXISTS StorySearch;
        DROP TABLE IF EXISTS SearchWords;
        """;

    /// <summary>The tables behind the words, which hold all that FTS5 knows.</summary>
    public static readonly string[] WordTables = ["SearchWords_config", "SearchWords_data", "SearchWords_docsize", "SearchWords_idx"];

    /// <summary>Which row each story has follows from the words.</summary>
    public const string FindRows = """
        INSERT OR REPLACE INTO SearchRows (StoryId, Row) SELECT id & 1073741823, id FROM SearchWords_docsize ORDER BY id
        """;

    /// <summary>Whether the database has the index inside, as former versions and backups do.</summary>
    public const string IsInside = "SELECT count(*) FROM sqlite_schema WHERE name = 'SearchWords'";

    /// <summary>The number that the index bears.</summary>
    public const string MarkOfIndex = "SELECT Value FROM SearchMark";

    /// <summary>Lets the index bear a number.</summary>
    public static string MarkWith(long mark) => $"INSERT OR REPLACE INTO SearchMark (Id, Value) VALUES (1, {mark})";

    /// <summary>What a database may have of the search beside its migrations, now and of former versions.</summary>
    public static readonly string[] Forms =
    [
        MakeQueue + MakeWords, Former, Former.Replace("SearchWords", "StorySearch", StringComparison.Ordinal),
    ];
}
