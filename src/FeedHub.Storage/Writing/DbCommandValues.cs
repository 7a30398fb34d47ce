using System.Data.Common;

namespace FeedHub.Storage.Writing;

/// <summary>Parameters of commands of any engine, and what they find.</summary>
internal static class DbCommandValues
{
    /// <summary>Adds a parameter; null is SQL's.</summary>
    public static void AddValue(this DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
        command.Parameters.Add(parameter);
    }

    /// <summary>A command that says this in the words of the connection's engine.</summary>
    public static DbCommand Command(this DbConnection db, string sql)
    {
        var command = db.CreateCommand();
        command.CommandText = SqlDialects.Of(db).Text(sql);
        return command;
    }

    /// <summary>Every row, mapped. Parameters are given in the order of <c>?1, ?2, …</c>.</summary>
    public static List<T> Query<T>(this DbConnection db, string sql, Func<DbDataReader, T> map, params ReadOnlySpan<object?> parameters)
    {
        using var command = db.Command(sql);
        var dialect = SqlDialects.Of(db);
        for (var i = 0; i < parameters.Length; i++)
            command.AddValue(dialect.ParameterName(i + 1), dialect.Value(StoredValue.Of(parameters[i])));
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(map(reader));
        return rows;
    }
}
