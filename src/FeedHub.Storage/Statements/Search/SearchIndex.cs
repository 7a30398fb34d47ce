using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Search;

/// <summary>
/// The full-text index: a row a story, in the order of the merged feed. It holds no text and can be made again from the items at
/// any time. It is a file of its own beside the database, with a writer and commits of its own (docs/notes/search.md).
/// </summary>
public static class SearchIndex
{
    /// <summary>Bits of a row's key that hold the story's key; the rest is its place in seconds, so that rows are in order of
    /// time.</summary>
    private const int IdBits = 30;

    // The text of a story, or its finished words.
    private static readonly RowInsert Words = new("SearchWords", rank: 0, "rowid", "Text");
    private static readonly RowInsert Rows = new("SearchRows", rank: 0, "StoryId", "Row");

    private const string Known =
        "SELECT r.StoryId, r.Row FROM json_each(?1) j CROSS JOIN SearchRows r ON r.StoryId = j.value";

    /// <summary>Condition that ties a row of the index to its story <c>x</c>. A story that has moved is found once it was read
    /// again.</summary>
    public const string IsStory = "x.Id = f.rowid & 1073741823 AND (x.SortAt / 1000 << 30 | x.Id) = f.rowid";

    /// <summary>The key of a story's row: keys rise with the story's place.</summary>
    /// <param name="sortAt">The story's place in Unix milliseconds.</param>
    /// <param name="storyId">The story's key.</param>
    public static long RowOf(long sortAt, long storyId) => (sortAt / 1000 << IdBits) | storyId;

    /// <summary>The second that no row before this one is later than.</summary>
    internal static long SecondAfter(long row) => (row >> IdBits) + ((row & ((1L << IdBits) - 1)) == 0 ? 0 : 1);

    /// <summary>Reads these stories' text into the index, in the place of what it has of them; returns how many.</summary>
    internal static int Write(WriteSession index, IReadOnlyCollection<SearchableStory> stories)
    {
        Remove(index, stories.Select(story => story.Id));

        // Rows that rise are one segment of the index; each that does not begins another.
        foreach (var story in stories.Where(story => story.Text.Length > 0).OrderBy(story => story.Row))
        {
            index.Add(Words, story.Row, index.TakesLexemes ? Lexemes.Of(story.Text) : story.Text);
            index.Add(Rows, story.Id, story.Row);
        }

        return stories.Count;
    }

    /// <summary>Takes stories out of the index; their words stay in the file until <see cref="ISearchEngine.Merge"/> has written
    /// it again.</summary>
    internal static int Remove(WriteSession index, IEnumerable<long> storyIds)
    {
        var known = index.Query(Known, row => (StoryId: row.GetInt64(0), Row: row.GetInt64(1)), StoredJson.Write(storyIds));
        foreach (var (storyId, row) in known)
        {
            index.Write("DELETE FROM SearchWords WHERE rowid = ?1", row);
            index.Write("DELETE FROM SearchRows WHERE StoryId = ?1", storyId);
        }

        return known.Count;
    }
}

/// <summary>A story as the index takes it.</summary>
/// <param name="Id">The story.</param>
/// <param name="Row">Its row.</param>
/// <param name="Text">Its words with the code of their slice; empty for one of which nothing can be found.</param>
internal sealed record SearchableStory(long Id, long Row, string Text)
{
    /// <summary>The story with its words in the slice of its place.</summary>
    public static SearchableStory Of(long id, DateTimeOffset sortAt, string text)
    {
        var row = SearchIndex.RowOf(sortAt.ToUnixTimeMilliseconds(), id);
        return new(id, row, SearchText.Coded(text, SearchSlices.Code(SearchSlices.Of(row))));
    }

    /// <summary>A story that is gone, or of which nothing is shown.</summary>
    public static SearchableStory Without(long id) => new(id, 0, "");
}
