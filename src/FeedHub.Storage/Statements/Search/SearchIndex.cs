using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Storage.Statements.Search;

/// <summary>
/// The full-text index: a row a story, in the order of the merged feed. It holds no text and can be made again from the items at
/// any time, so it is not part of the migrations; triggers note which stories it has to read again (docs/notes/search.md).
/// </summary>
public static class SearchIndex
{
    /// <summary>Bits of a row's key that hold the story's key; the rest is its place in seconds, so that rows are in order of
    /// time.</summary>
    private const int IdBits = 30;

    private const string Exists = "SELECT count(*) FROM sqlite_schema WHERE name = 'SearchWords'";

    // How the index stood before its words had slices.
    private const string DropFormer = """
        DROP TRIGGER IF EXISTS SearchGoneStory; DROP TRIGGER IF EXISTS SearchMovedStory; DROP TABLE IF EXISTS StorySearch;
        """;

    private const string Make = """
        CREATE VIRTUAL TABLE IF NOT EXISTS SearchWords USING fts5(Text, content = '', contentless_delete = 1,
          tokenize = 'unicode61 remove_diacritics 2');
        CREATE TABLE IF NOT EXISTS SearchQueue (Id INTEGER PRIMARY KEY AUTOINCREMENT, StoryId INTEGER NOT NULL);
        CREATE TRIGGER IF NOT EXISTS SearchNewItem AFTER INSERT ON Items BEGIN INSERT INTO SearchQueue (StoryId) VALUES (new.StoryId); END;
        CREATE TRIGGER IF NOT EXISTS SearchChangedItem AFTER UPDATE OF Title, SummaryHtml, ContentHtml, StoryId ON Items BEGIN
            INSERT INTO SearchQueue (StoryId) SELECT new.StoryId UNION SELECT old.StoryId; END;
        CREATE TRIGGER IF NOT EXISTS SearchGoneItem AFTER DELETE ON Items BEGIN INSERT INTO SearchQueue (StoryId) VALUES (old.StoryId); END;
        CREATE TRIGGER IF NOT EXISTS SearchGoneStory AFTER DELETE ON Stories BEGIN
            DELETE FROM SearchWords WHERE rowid = (old.SortAt / 1000 << 30) | old.Id; DELETE FROM SearchQueue WHERE StoryId = old.Id; END;
        CREATE TRIGGER IF NOT EXISTS SearchMovedStory AFTER UPDATE OF SortAt ON Stories WHEN new.SortAt <> old.SortAt BEGIN
            DELETE FROM SearchWords WHERE rowid = (old.SortAt / 1000 << 30) | old.Id; INSERT INTO SearchQueue (StoryId)
              VALUES (new.Id); END;
        """;

    /// <summary>The statements that make the index, as they are and as they were.</summary>
    internal static readonly string[] Forms = [Make, Make.Replace("SearchWords", "StorySearch", StringComparison.Ordinal)];

    /// <summary>Condition that ties a row of the index to its story <c>x</c>.</summary>
    public const string IsStory = "x.Id = f.rowid & 1073741823";

    /// <summary>The key of a story's row: keys rise with the story's place.</summary>
    /// <param name="sortAt">The story's place in Unix milliseconds.</param>
    /// <param name="storyId">The story's key.</param>
    public static long RowOf(long sortAt, long storyId) => (sortAt / 1000 << IdBits) | storyId;

    /// <summary>The second that no row before this one is later than.</summary>
    internal static long SecondAfter(long row) => (row >> IdBits) + ((row & ((1L << IdBits) - 1)) == 0 ? 0 : 1);

    /// <summary>Makes the index if there is none; every story there is waits to be read into it then.</summary>
    public static async Task EnsureAsync(FeedHubDb db, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = Exists;
        var isNew = (long)(await command.ExecuteScalarAsync(cancellation))! == 0;
        command.CommandText = "BEGIN IMMEDIATE;" + (isNew ? DropFormer : "") + Make + (isNew
            ? "INSERT INTO SearchQueue (StoryId) SELECT Id FROM Stories;"
            : "") + "COMMIT";
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Reads these stories' text into the index, and takes them from the queue up to <paramref name="lastTicket"/>.</summary>
    internal static int Write(WriteSession session, IReadOnlyList<SearchableStory> stories, long lastTicket)
    {
        foreach (var story in stories)
        {
            session.Execute("DELETE FROM SearchWords WHERE rowid = ?1", story.Row);

            // The story may have been purged since it was read, or have moved: then it waits in the queue again, and has a row there.
            session.Execute(
                "INSERT INTO SearchWords (rowid, Text) SELECT ?1, ?2 WHERE EXISTS (SELECT 1 FROM Stories WHERE Id = ?3 AND (SortAt / "
                    + "1000 << 30) | Id = ?1)",
                story.Row, story.Text, story.Id);
        }

        session.Execute("DELETE FROM SearchQueue WHERE Id <= ?1", lastTicket);
        return stories.Count;
    }
}

/// <summary>A story as the index takes it.</summary>
internal sealed record SearchableStory(long Id, long Row, string Text)
{
    /// <summary>The story with its words in the slice of its place.</summary>
    public static SearchableStory Of(long id, DateTimeOffset sortAt, string text)
    {
        var row = SearchIndex.RowOf(sortAt.ToUnixTimeMilliseconds(), id);
        return new(id, row, SearchText.Coded(text, SearchSlices.Code(SearchSlices.Of(row))));
    }
}
