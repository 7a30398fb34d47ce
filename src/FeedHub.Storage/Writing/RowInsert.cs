namespace FeedHub.Storage.Writing;

/// <summary>Adds a row to a table; an engine that takes many at once gathers rows.</summary>
/// <param name="table">The table.</param>
/// <param name="rank">Rows of a lower rank are there before those of a higher one, which may point to them.</param>
/// <param name="columns">What a row is given as, in this order.</param>
internal sealed class RowInsert(string table, int rank, params IReadOnlyList<string> columns)
{
    /// <summary>The table.</summary>
    public string Table => table;

    /// <summary>Of those that are gathered, where it stands.</summary>
    public int Rank => rank;

    /// <summary>What a row is given as.</summary>
    public IReadOnlyList<string> Columns => columns;

    /// <summary>The statement that adds one row.</summary>
    public string One { get; } = $"""
        INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, at) => $"?{at + 1}"))})
        """;

    /// <summary>The statement that finds nothing, and tells what the columns are.</summary>
    public string None { get; } = $"SELECT {string.Join(", ", columns)} FROM {table} WHERE false";
}
