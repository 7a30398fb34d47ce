using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Items;

/// <summary>Small rows gathered while a document is stored, and written by one statement: <c>json_each</c> makes a table of
/// them.</summary>
internal sealed class Rows<T>(WriteSession session, string sql)
{
    private readonly List<T> _rows = [];

    /// <summary>Gathers a row.</summary>
    public void Add(T row) => _rows.Add(row);

    /// <summary>Writes what was gathered; <c>?1</c> of the statement is the JSON array of rows.</summary>
    public void Flush(params ReadOnlySpan<object?> parameters)
    {
        if (_rows.Count == 0)
            return;
        session.Write(sql, [StoredJson.Write(_rows), .. parameters]);
        _rows.Clear();
    }

    /// <summary>The same; returns the rows that it changed.</summary>
    public int FlushCounted(params ReadOnlySpan<object?> parameters)
    {
        if (_rows.Count == 0)
            return 0;
        var changed = session.Execute(sql, [StoredJson.Write(_rows), .. parameters]);
        _rows.Clear();
        return changed;
    }
}
