using System.Data.Common;

namespace FeedHub.Storage.Writing;

/// <summary>
/// What is written and needs no answer, and what is asked and needs none yet, kept back on a connection that takes several statements at
/// once: it goes along with the next statement whose answer is needed, and only that one is waited for. Rows of one table become one
/// statement.
/// </summary>
internal sealed class GatheredWrites(DbConnection connection, ISqlDialect dialect)
{
    /// <summary>So many are sent without waiting for more: their values are held in memory.</summary>
    private const int Most = 1000;

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<RowInsert, RowLists> _lists = [];
    private readonly List<(string Sql, object[] Values)> _statements = [];
    private readonly List<Action<DbDataReader>> _answers = [];
    private readonly List<RowLists> _rows = [];
    private int _count;

    /// <summary>Whether anything is kept back.</summary>
    public bool HasAny => _count > 0;

    /// <summary>Rows so far.</summary>
    public long RowsAdded { get; private set; }

    /// <summary>Keeps a statement back.</summary>
    public void Add(string sql, ReadOnlySpan<object?> parameters)
    {
        CloseRows();
        _statements.Add((sql, Stored(parameters)));
        Count();
    }

    /// <summary>Keeps a question back, whose answer is read once it is there.</summary>
    public void Ask(string sql, ReadOnlySpan<object?> parameters, Action<DbDataReader> answer)
    {
        CloseRows();
        _statements.Add((sql, Stored(parameters)));
        _answers.Add(answer);
        Count();
    }

    /// <summary>Keeps a row back. It goes together with others of its table, and those of lower ranks before it, unless another
    /// statement came between.</summary>
    public void Add(RowInsert insert, ReadOnlySpan<object?> values)
    {
        if (!_lists.TryGetValue(insert, out var list))
            _lists.Add(insert, list = new(insert, dialect, connection));
        if (list.IsEmpty)
            _rows.Add(list);
        list.Add(Stored(values));
        RowsAdded++;
        Count();
    }

    /// <summary>Forgets what is kept back.</summary>
    public void Clear()
    {
        _rows.ForEach(list => list.Clear());
        _rows.Clear();
        _statements.Clear();
        _answers.Clear();
        _count = 0;
    }

    /// <summary>Sends what is kept back, and waits until it is done.</summary>
    public void Send()
    {
        if (HasAny)
            Run();
    }

    /// <summary>Sends what is kept back, and behind it this statement; how many rows that changed.</summary>
    public int Execute(string sql, ReadOnlySpan<object?> parameters)
    {
        CloseRows();
        _statements.Add((sql, Stored(parameters)));
        return Run();
    }

    /// <summary>Sends what is kept back, and behind it this statement; its rows.</summary>
    public List<T> Query<T>(string sql, Func<DbDataReader, T> map, ReadOnlySpan<object?> parameters)
    {
        List<T> rows = [];
        CloseRows();
        _statements.Add((sql, Stored(parameters)));
        _answers.Add(reader => rows = PreparedStatements.ReadAll(reader, map));
        Run();
        return rows;
    }

    // What the last statement changed. Statements without rows have no place among those that the reader goes through.
    private int Run()
    {
        CloseRows();
        using var batch = connection.CreateBatch();
        foreach (var (sql, values) in _statements)
            Append(batch, TextOf(sql), values);
        Action<DbDataReader>[] answers = [.. _answers];
        Clear();
        using var reader = batch.ExecuteReader();
        foreach (var answer in answers)
        {
            answer(reader);
            reader.NextResult();
        }

        while (reader.NextResult())
        {
        }

        return batch.BatchCommands[^1].RecordsAffected;
    }

    private string TextOf(string sql)
    {
        if (!_texts.TryGetValue(sql, out var text))
            _texts.Add(sql, text = dialect.Text(sql));
        return text;
    }

    private void CloseRows()
    {
        foreach (var list in _rows.OrderBy(list => list.Rank))
            _statements.Add(list.Take());
        _rows.Clear();
    }

    private void Count()
    {
        if (++_count >= Most)
            Send();
    }

    private object[] Stored(ReadOnlySpan<object?> values)
    {
        var stored = new object[values.Length];
        for (var i = 0; i < stored.Length; i++)
            stored[i] = dialect.Value(StoredValue.Of(values[i]));
        return stored;
    }

    private void Append(DbBatch batch, string text, object[] values)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = text;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (dialect.ParameterName(i + 1), values[i]);
            command.Parameters.Add(parameter);
        }

        batch.BatchCommands.Add(command);
    }
}
