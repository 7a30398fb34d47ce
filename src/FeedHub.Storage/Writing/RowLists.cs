using System.Data.Common;

namespace FeedHub.Storage.Writing;

/// <summary>Rows of a table that wait to be added at once, as a list a column.</summary>
internal sealed class RowLists
{
    private readonly List<object[]> _rows = [];
    private readonly ISqlDialect _dialect;
    private readonly string[] _types;
    private readonly string _sql;

    public RowLists(RowInsert insert, ISqlDialect dialect, DbConnection connection)
    {
        (Rank, _dialect, _types) = (insert.Rank, dialect, TypesOf(insert, connection));
        _sql = dialect.AddLists(insert.Table, [.. insert.Columns.Zip(_types)]);
    }

    /// <summary>Where it stands among those of other tables.</summary>
    public int Rank { get; }

    /// <summary>True if nothing waits.</summary>
    public bool IsEmpty => _rows.Count == 0;

    /// <summary>A row waits.</summary>
    public void Add(object[] values) => _rows.Add(values);

    /// <summary>The statement that adds them, with its values; nothing waits any more.</summary>
    public (string Sql, object[] Lists) Take()
    {
        var lists = _types.Select((type, column) => (object)_dialect.ListOf(type, [.. _rows.Select(row => row[column])])).ToArray();
        Clear();
        return (_sql, lists);
    }

    /// <summary>Nothing waits any more.</summary>
    public void Clear() => _rows.Clear();

    private static string[] TypesOf(RowInsert insert, DbConnection connection)
    {
        using var command = connection.Command(insert.None);
        using var reader = command.ExecuteReader();
        return [.. insert.Columns.Select((_, at) => reader.GetDataTypeName(at))];
    }
}
