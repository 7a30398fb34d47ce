namespace FeedHub.Storage.Writing;

/// <summary>
/// How an engine says what the statements say. These are written in words that all engines understand, and in SQLite's where there are
/// none (docs/notes/postgres.md).
/// </summary>
public interface ISqlDialect
{
    /// <summary>True if the search index takes finished words with their places; false if it takes text, and cuts it by itself.</summary>
    bool TakesLexemes { get; }

    /// <summary>The statement as this engine understands it.</summary>
    string Text(string sql);

    /// <summary>The name of a parameter that stands in the statement as <c>?1</c>, <c>?2</c> and so on.</summary>
    /// <param name="place">From 1.</param>
    string ParameterName(int place);

    /// <summary>A parameter's value as this engine can store it.</summary>
    object Value(object value);

    /// <summary>The statement that adds many rows, a list a column; the lists are given in the order of the columns.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">Their names and types.</param>
    /// <exception cref="NotSupportedException">The engine takes one row at a time.</exception>
    string AddLists(string table, IReadOnlyList<(string Name, string Type)> columns) => throw new NotSupportedException(OneByOne);

    /// <summary>Values of a column of this type as the list that is given.</summary>
    /// <exception cref="NotSupportedException">The engine takes one row at a time.</exception>
    Array ListOf(string type, IReadOnlyList<object> values) => throw new NotSupportedException(OneByOne);

    private const string OneByOne = "It takes one row at a time.";
}

/// <summary>The statements as they are written.</summary>
public sealed class SqlAsWritten : ISqlDialect
{
    /// <summary>The only one.</summary>
    public static readonly SqlAsWritten Instance = new();

    private SqlAsWritten()
    {
    }

    /// <inheritdoc/>
    public bool TakesLexemes => false;

    /// <inheritdoc/>
    public string Text(string sql) => sql;

    /// <inheritdoc/>
    public string ParameterName(int place) => $"?{place}";

    /// <inheritdoc/>
    public object Value(object value) => value;
}
