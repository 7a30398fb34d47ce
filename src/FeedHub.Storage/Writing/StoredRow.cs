using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FeedHub.Storage.Writing;

/// <summary>
/// Whole rows of the writer's connection as EF Core would read them: by the columns, fields and conversions of its model, without its
/// query, which costs more than the rest of a poll that brings nothing (docs/notes/polls.md).
/// </summary>
public sealed class StoredRow<T>
    where T : class
{
    private static readonly ParameterExpression Row = Expression.Parameter(typeof(DbDataReader));
    private static readonly ParameterExpression Entity = Expression.Variable(typeof(T));

    private readonly Func<DbDataReader, T> _read;

    /// <summary>Rows of the entity's table.</summary>
    public StoredRow(IModel model)
    {
        List<IProperty> properties = [.. model.FindEntityType(typeof(T))!.GetFlattenedProperties()];
        Columns = string.Join(", ", properties.Select(p => $"\"{p.GetColumnName()}\""));
        _read = Expression.Lambda<Func<DbDataReader, T>>(
            Expression.Block(
                [Entity],
                [Expression.Assign(Entity, Expression.New(typeof(T))), .. properties.Select(Setting), Entity]), Row).Compile();
    }

    /// <summary>What a statement selects or returns for <see cref="Read"/>.</summary>
    public string Columns { get; }

    /// <summary>The entity without what it refers to.</summary>
    public T Read(DbDataReader row) => _read(row);

    // Null stays what the entity begins with.
    private static ConditionalExpression Setting(IProperty property, int column)
    {
        var target = TargetOf(property);
        return Expression.IfThen(
            Expression.Not(Expression.Call(Row, nameof(DbDataReader.IsDBNull), null, Expression.Constant(column))),
            Expression.Assign(target, Expression.Convert(ValueOf(property, column), target.Type)));
    }

    // The field, as EF Core does: a setter may work out what stands in the row already.
    private static MemberExpression TargetOf(IProperty property)
    {
        Expression owner = property.DeclaringType is IComplexType part
            ? Expression.Property(Entity, part.ComplexProperty.PropertyInfo!)
            : Entity;
        return property.FieldInfo is { } field ? Expression.Field(owner, field) : Expression.Property(owner, property.PropertyInfo!);
    }

    private static Expression ValueOf(IProperty property, int column)
    {
        var converter = property.GetTypeMapping().Converter;
        var stored = converter?.ProviderClrType ?? property.ClrType;
        var value = Expression.Call(
            Row, nameof(DbDataReader.GetFieldValue), [Nullable.GetUnderlyingType(stored) ?? stored], Expression.Constant(column));
        return converter is null ? value : Expression.Invoke(converter.ConvertFromProviderExpression, value);
    }
}
