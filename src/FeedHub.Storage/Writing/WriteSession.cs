using System.Data.Common;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Storage.Writing;

/// <summary>The writer's connection with its prepared statements. Parameters are given in the order of <c>?1, ?2, …</c>.</summary>
public sealed class WriteSession : IDisposable
{
    private readonly IWriterEngine _engine;
    private readonly DbConnection _connection;
    private readonly Dictionary<string, DbCommand> _prepared = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, IGathered> _gathered = [];

    internal WriteSession(IWriterEngine engine) => (_engine, _connection) = (engine, engine.OpenForWriting());

    /// <summary>False once the engine has rolled back by itself, as SQLite does on a full disk.</summary>
    internal bool InTransaction => _engine.IsInTransaction(_connection);

    /// <summary>Runs a statement; returns the rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> parameters) => Prepare(sql, parameters).ExecuteNonQuery();

    /// <summary>The first column of the first row, or default where there is none or it is null.</summary>
    public T? Scalar<T>(string sql, params ReadOnlySpan<object?> parameters) =>
        Prepare(sql, parameters).ExecuteScalar() is T value ? value : default;

    /// <summary>Every row, mapped; read to the end before it returns, since a reader left open would block the next write.</summary>
    public List<T> Query<T>(string sql, Func<DbDataReader, T> map, params ReadOnlySpan<object?> parameters)
    {
        using var reader = Prepare(sql, parameters).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(map(reader));
        return rows;
    }

    /// <summary>Every row, mapped one at a time; nothing may be written until the last is read.</summary>
    public IEnumerable<T> Stream<T>(string sql, Func<DbDataReader, T> map, params object?[] parameters)
    {
        using var reader = Prepare(sql, parameters).ExecuteReader();
        while (reader.Read())
            yield return map(reader);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _prepared.Values)
            command.Dispose();
        _connection.Dispose();
    }

    internal void Begin() => Execute("BEGIN IMMEDIATE");

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
        if (InTransaction)
            Execute("ROLLBACK");
    }

    private DbCommand Prepare(string sql, ReadOnlySpan<object?> parameters)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= parameters.Length; i++)
                command.AddValue($"?{i}", null);
            _prepared.Add(sql, command);
        }

        for (var i = 0; i < parameters.Length; i++)
            command.Parameters[i].Value = Stored(parameters[i]);
        return command;
    }

    private static object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset instant => instant.ToUnixTimeMilliseconds(),
        TimeSpan span => (long)span.TotalMilliseconds,
        Enum named => named.ToString(),
        Reason reason => reason.Stored,
        _ => value,
    };
}
