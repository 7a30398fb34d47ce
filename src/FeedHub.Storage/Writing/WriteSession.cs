using System.Data.Common;

namespace FeedHub.Storage.Writing;

/// <summary>The writer's connection with its prepared statements. Parameters are given in the order of <c>?1, ?2, …</c>.</summary>
public sealed class WriteSession : IDisposable
{
    private readonly IWriterEngine _engine;
    private readonly PreparedStatements _statements;
    private readonly GatheredWrites? _writes;
    private readonly Dictionary<Type, IGathered> _gathered = [];

    internal WriteSession(IWriterEngine engine)
        : this(engine, engine.OpenForWriting())
    {
    }

    /// <summary>On this connection, which ends with the session.</summary>
    internal WriteSession(IWriterEngine engine, DbConnection connection)
    {
        (_engine, _statements) = (engine, new(connection));
        _writes = connection.CanCreateBatch ? new(connection, SqlDialects.Of(connection)) : null;
    }

    /// <summary>True if the connection is gone, and with it what was under way.</summary>
    internal bool IsLost => _engine.IsLost(_statements.Connection);

    /// <summary>True if the search index takes finished words.</summary>
    internal bool TakesLexemes => SqlDialects.Of(_statements.Connection).TakesLexemes;

    /// <inheritdoc cref="IWriterEngine.LastStory"/>
    internal string LastStory => _engine.LastStory;

    /// <summary>Rows that were gathered since the session began; 0 where each is written at once.</summary>
    internal long RowsAdded => _writes?.RowsAdded ?? 0;

    /// <summary>False once the engine has rolled back by itself, as SQLite does on a full disk.</summary>
    internal bool InTransaction => _engine.IsInTransaction(_statements.Connection);

    /// <summary>Runs a statement; returns the rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> parameters) =>
        _writes is { HasAny: true } ? _writes.Execute(sql, parameters) : _statements.With(sql, parameters).ExecuteNonQuery();

    /// <summary>Runs a statement whose answer nobody needs: at the latest before the next one whose answer is needed. Where it fails, that
    /// one does, or the commit.</summary>
    public void Write(string sql, params ReadOnlySpan<object?> parameters)
    {
        if (_writes is null)
            Execute(sql, parameters);
        else
            _writes.Add(sql, parameters);
    }

    /// <summary>The first column of the first row, or default where there is none or it is null.</summary>
    public T? Scalar<T>(string sql, params ReadOnlySpan<object?> parameters) =>
        ScalarOf(sql, parameters) switch
        {
            T value => value,

            // Truth is a number in one engine, and numbers have one size there.
            bool truth when typeof(T) == typeof(long) => (T)(object)(truth ? 1L : 0L),
            int number when typeof(T) == typeof(long) => (T)(object)(long)number,
            _ => default,
        };

    /// <summary>Every row, mapped; read to the end before it returns, since a reader left open would block the next write.</summary>
    public List<T> Query<T>(string sql, Func<DbDataReader, T> map, params ReadOnlySpan<object?> parameters) =>
        _writes is { HasAny: true } ? _writes.Query(sql, map, parameters) : _statements.Query(sql, map, parameters);

    /// <summary>Asks what need not be known at once: it goes along with the next statement that is waited for, or is asked when its answer
    /// is read. What it looks at must not change in between.</summary>
    public Answer<T> Ask<T>(string sql, Func<DbDataReader, T> map, params object?[] parameters)
    {
        if (_writes is null)
            return new(answer => answer.Take(_statements.Query(sql, map, parameters)));
        var answer = new Answer<T>(_ => _writes.Send());
        _writes.Ask(sql, parameters, reader => answer.Take(PreparedStatements.ReadAll(reader, map)));
        return answer;
    }

    /// <summary>Every row, mapped one at a time; nothing may be written until the last is read.</summary>
    public IEnumerable<T> Stream<T>(string sql, Func<DbDataReader, T> map, params object?[] parameters)
    {
        _writes?.Send();
        using var reader = _statements.With(sql, parameters).ExecuteReader();
        while (reader.Read())
            yield return map(reader);
    }

    /// <inheritdoc/>
    public void Dispose() => _statements.Dispose();

    /// <summary>Adds a row, as <see cref="Write"/> runs a statement.</summary>
    internal void Add(RowInsert insert, params ReadOnlySpan<object?> values)
    {
        if (_writes is null)
            Execute(insert.One, values);
        else
            _writes.Add(insert, values);
    }

    /// <inheritdoc cref="IWriterEngine.StateOf"/>
    internal string StateOf(string row) => _engine.StateOf(row);

    internal void Begin() => _engine.Begin(this);

    internal void BeginEdit() => _engine.BeginEdit(this);

    /// <summary>Notes that what is asked for changes something, if another node asks.</summary>
    internal void Mark(long? request)
    {
        if (request is { } asked)
            _engine.Mark(this, asked);
    }

    /// <summary>What this transaction gathers of this kind.</summary>
    internal T Gathered<T>()
        where T : class, IGathered, new()
    {
        if (!_gathered.TryGetValue(typeof(T), out var gathered))
            _gathered.Add(typeof(T), gathered = new T());
        return (T)gathered;
    }

    internal void Commit()
    {
        foreach (var gathered in _gathered.Values)
            gathered.Write(this);
        Execute("COMMIT");
    }

    internal void Rollback()
    {
        _gathered.Clear();
        _writes?.Clear();
        if (InTransaction)
            Execute("ROLLBACK");
    }

    private object? ScalarOf(string sql, ReadOnlySpan<object?> parameters) => _writes is { HasAny: true }
        ? _writes.Query(sql, row => row.GetValue(0), parameters).FirstOrDefault()
        : _statements.With(sql, parameters).ExecuteScalar();
}
