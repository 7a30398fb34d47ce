using System.Data.Common;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Search;

/// <summary>A part of the index to search.</summary>
/// <param name="From">Its first row.</param>
/// <param name="Before">The row behind its last.</param>
/// <param name="Query">For FTS5.</param>
internal readonly record struct SearchRange(long From, long Before, string Query);

/// <summary>
/// The parts of the index that a search goes through, newest first: one slice, then two, then four, so that frequent words cost what
/// one slice holds of them, and rare ones few queries. Times that no story is from are skipped.
/// </summary>
/// <param name="db">Where to look.</param>
/// <param name="before">Only rows before this.</param>
/// <param name="from">Only this row and later ones.</param>
internal sealed class SearchRanges(DbConnection db, long before, long from)
{
    /// <summary>Words and phrases that one query for FTS5 may have.</summary>
    private const int MaxOperands = 256;

    private const string Newest = "SELECT SortAt, Id FROM Stories WHERE SortAt < @sort ORDER BY SortAt DESC, Id DESC LIMIT 1";

    /// <summary>Found as they are asked for.</summary>
    public IEnumerable<SearchRange> Of(SearchQuery search)
    {
        var (row, most) = (before, Math.Max(1, MaxOperands / search.Operands));
        for (var slices = 1; row > from && NewestBefore(row) is { } newest && newest >= from; slices = Math.Min(2 * slices, most))
        {
            var last = SearchSlices.Of(newest);
            var first = Math.Max(last - slices + 1, SearchSlices.Of(from));
            var codes = Enumerable.Range(0, (int)(last - first) + 1).Select(n => SearchSlices.Code(last - n));
            var start = Math.Max(from, SearchSlices.FirstRow(first));
            yield return new(start, row, SqlDialects.Of(db).TakesLexemes ? search.ToLexemes(codes) : search.ToFts(codes));
            row = start;
        }
    }

    // To the second, as the rows are: the story of the row itself may be found too.
    private long? NewestBefore(long row)
    {
        using var command = db.Command(Newest);
        command.AddValue("@sort", SearchIndex.SecondAfter(row) * 1000);
        using var reader = command.ExecuteReader();
        return reader.Read() ? SearchIndex.RowOf(reader.GetInt64(0), reader.GetInt64(1)) : null;
    }
}
