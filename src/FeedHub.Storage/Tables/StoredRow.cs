using System.Data.Common;
using System.Linq.Expressions;

namespace FeedHub.Storage.Tables;

/// <summary>
/// Whole rows as EF Core would read them (<see cref="StoredColumn"/>), without EF Core: its query costs more than the rest of a poll that
/// brings nothing (docs/notes/polls.md), and its first one more than the rest of a start (docs/notes/start.md).
/// </summary>
public static class StoredRow<T>
    where T : class
{
    private static readonly ParameterExpression Row = Expression.Parameter(typeof(DbDataReader));
    private static readonly ParameterExpression Entity = Expression.Variable(typeof(T));
    private static readonly StoredColumn[] All = [.. StoredColumn.Of(typeof(T))];
    private static readonly Lazy<Func<DbDataReader, T>> Reader = new(Compile);

    /// <summary>What a statement selects or returns for <see cref="Read"/>.</summary>
    public static string Columns { get; } = ColumnsAs(name => $"\"{name}\"");

    /// <summary>The columns of <see cref="Columns"/>, each as this function formats it.</summary>
    public static string ColumnsAs(Func<string, string> column) => string.Join(", ", All.Select(c => column(c.Name)));

    /// <summary>The entity without what it refers to.</summary>
    public static T Read(DbDataReader row) => Reader.Value(row);

    private static Func<DbDataReader, T> Compile() => Expression.Lambda<Func<DbDataReader, T>>(
        Expression.Block(
            [Entity],
            [Expression.Assign(Entity, Expression.New(typeof(T))), .. All.Select(Setting), Entity]), Row).Compile();

    // Null stays what the entity begins with. Each look at a cell of SQLite's takes a lock, so there is none more than it needs.
    private static Expression Setting(StoredColumn column, int place)
    {
        Expression owner = column.Part is { } part ? Expression.Property(Entity, part) : Entity;
        var target = column.Field.IsInitOnly ? Expression.Property(owner, column.Property) : Expression.Field(owner, column.Field);
        var set = Expression.Assign(target, Expression.Convert(ValueOf(column, place), target.Type));
        return column.IsNullable
            ? Expression.IfThen(
                Expression.Not(Expression.Call(Row, nameof(DbDataReader.IsDBNull), null, Expression.Constant(place))), set)
            : set;
    }

    private static Expression ValueOf(StoredColumn column, int place)
    {
        var stored = column.Reading?.GetParameters()[0].ParameterType ?? column.Type;
        var value = Expression.Call(Row, Get(stored, out var types), types, Expression.Constant(place));
        return column.Reading is { } reading ? Expression.Call(reading, value) : value;
    }

    private static string Get(Type stored, out Type[]? types)
    {
        types = null;
        if (stored == typeof(string))
            return nameof(DbDataReader.GetString);
        if (stored == typeof(long))
            return nameof(DbDataReader.GetInt64);
        if (stored == typeof(int))
            return nameof(DbDataReader.GetInt32);
        if (stored == typeof(bool))
            return nameof(DbDataReader.GetBoolean);
        types = [stored];
        return nameof(DbDataReader.GetFieldValue);
    }
}
