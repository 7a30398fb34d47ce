using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FeedHub.Storage.Writing;

/// <summary>
/// Whole rows of the writer's connection as EF Core would read them: by the columns and conversions of its model, without its query,
/// which costs more than the rest of a poll that brings nothing (docs/notes/polls.md).
/// </summary>
public sealed class StoredRow<T>
{
    private readonly List<IProperty> _properties;

    /// <summary>Rows of the entity's table.</summary>
    public StoredRow(IModel model)
    {
        _properties = [.. model.FindEntityType(typeof(T))!.GetFlattenedProperties()];
        Columns = string.Join(", ", _properties.Select(p => $"\"{p.GetColumnName()}\""));
    }

    /// <summary>What a statement selects or returns for <see cref="Read"/>.</summary>
    public string Columns { get; }

    /// <summary>The entity without what it refers to.</summary>
    public T Read(DbDataReader row)
    {
        var entity = Activator.CreateInstance<T>();
        foreach (var (column, property) in _properties.Index())
        {
            if (!row.IsDBNull(column))
                property.PropertyInfo!.SetValue(OwnerOf(property, entity), ValueOf(property, row.GetValue(column)));
        }

        return entity;
    }

    private static object? OwnerOf(IProperty property, object? entity) =>
        property.DeclaringType is IComplexType part ? part.ComplexProperty.PropertyInfo!.GetValue(entity) : entity;

    private static object? ValueOf(IProperty property, object stored) =>
        property.GetTypeMapping().Converter is { } converter
            ? converter.ConvertFromProvider(stored)
            : Convert.ChangeType(stored, Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType, null);
}
