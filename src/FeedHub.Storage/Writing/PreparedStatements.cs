using System.Data.Common;

namespace FeedHub.Storage.Writing;

/// <summary>A connection with statements that are prepared once. Parameters are given in the order of <c>?1, ?2, …</c>.</summary>
internal sealed class PreparedStatements(DbConnection connection) : IDisposable
{
    private readonly ISqlDialect _dialect = SqlDialects.Of(connection);
    private readonly Dictionary<string, DbCommand> _prepared = new(StringComparer.Ordinal);

    /// <summary>The connection; it ends with this.</summary>
    public DbConnection Connection => connection;

    /// <summary>The statement with these parameters, to be run before the next is asked for.</summary>
    public DbCommand With(string sql, ReadOnlySpan<object?> parameters)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = connection.Command(sql);
            for (var i = 1; i <= parameters.Length; i++)
                command.AddValue(_dialect.ParameterName(i), null);
            _prepared.Add(sql, command);
        }

        for (var i = 0; i < parameters.Length; i++)
            command.Parameters[i].Value = _dialect.Value(StoredValue.Of(parameters[i]));
        return command;
    }

    /// <summary>Every row, mapped; read to the end before it returns.</summary>
    public List<T> Query<T>(string sql, Func<DbDataReader, T> map, ReadOnlySpan<object?> parameters)
    {
        using var reader = With(sql, parameters).ExecuteReader();
        return ReadAll(reader, map);
    }

    /// <summary>Every row that is left to read, mapped.</summary>
    public static List<T> ReadAll<T>(DbDataReader reader, Func<DbDataReader, T> map)
    {
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(map(reader));
        return rows;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _prepared.Values)
            command.Dispose();
        connection.Dispose();
    }
}
