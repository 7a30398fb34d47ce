using Microsoft.Data.Sqlite;

namespace FeedHub.Storage.Engines.Sqlite.Backup;

/// <summary>
/// The search index in a backup, which is one file: its words are inside, and move out again when FeedHub starts over it. Both are of one
/// moment, since the index has to wait until either can be read.
/// </summary>
/// <param name="search">The index.</param>
/// <param name="turn">Keeps it as it is.</param>
internal sealed class BackupIndex(SearchFile search, IDisposable turn) : IDisposable
{
    private SqliteConnection? _index;

    /// <summary>The database is read as of now: so is the index from here on.</summary>
    public void Begin()
    {
        if (File.Exists(search.Path))
        {
            _index = search.Open(pooling: false, SqliteOpenMode.ReadOnly);
            DatabaseCopy.Ask(_index, "BEGIN");
            DatabaseCopy.Ask(_index, "SELECT count(*) FROM sqlite_schema");
        }

        turn.Dispose();
    }

    /// <summary>Puts its words into the copy of the database. A damaged index is left out: it is made again from the stories.</summary>
    public void PutInto(SqliteConnection copy, CancellationToken cancellation)
    {
        if (_index is null)
            return;
        DatabaseCopy.Ask(copy, "PRAGMA journal_mode=DELETE");
        DatabaseCopy.Ask(copy, SearchSchema.MakeWords);
        try
        {
            SearchTables.Copy(_index, copy, cancellation);
        }
        catch (SqliteException error) when (search.IsLost(error))
        {
            DatabaseCopy.Ask(copy, SearchSchema.DropWords);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _index?.Dispose();
        turn.Dispose();
    }
}
