using System.Data.Common;
using System.Runtime.CompilerServices;
using FeedHub.Storage.Files;
using FeedHub.Storage.Writing;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FeedHub.Storage.Engines.Sqlite;

/// <summary>
/// The search index: a file of its own beside the database, for a writer and commits of its own. What is committed to it is on the
/// disk before the database forgets what was waiting, so that after a crash stories are read twice and never left out.
/// </summary>
public sealed class SearchFile(DatabaseFile database) : ISearchEngine
{
    private static readonly ConditionalWeakTable<sqlite3, object> Attached = [];

    /// <summary>The SQLite file, absolute.</summary>
    public string Path => database.SearchPath;

    /// <inheritdoc/>
    public DbConnection OpenForWriting() => Open(pooling: false);

    /// <inheritdoc/>
    public DbConnection OpenForEditing() => OpenForWriting();

    /// <inheritdoc/>
    public bool IsLost(DbConnection connection) => database.IsLost(connection);

    /// <inheritdoc/>
    public void Begin(WriteSession session) => database.Begin(session);

    /// <inheritdoc/>
    public bool IsInTransaction(DbConnection connection) => database.IsInTransaction(connection);

    /// <inheritdoc/>
    public void EmptyJournal()
    {
        using var connection = Open(pooling: false);
        Backup.DatabaseCopy.Ask(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <inheritdoc/>
    public bool IsThere => File.Exists(Path);

    /// <inheritdoc/>
    public bool IsLost(Exception failure) =>
        failure is SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB } || !IsThere;

    /// <inheritdoc/>
    public long MakeNew()
    {
        Backup.DatabaseCopy.Remove(Path);
        PrivateFiles.MakeFile(Path);
        var mark = Random.Shared.NextInt64(1, long.MaxValue);
        using (var connection = Open(pooling: false))
        {
            Backup.DatabaseCopy.Ask(connection, SearchSchema.MakeIndex);
            Backup.DatabaseCopy.Ask(connection, SearchSchema.MarkWith(mark));
        }

        // Those that read in the one before would go on with it.
        using var readers = new SqliteConnection(database.ConnectionString);
        SqliteConnection.ClearPool(readers);
        return mark;
    }

    /// <inheritdoc/>
    public bool Merge(WriteSession session, bool isOfAll) => SearchMerge.Step(session, isOfAll);

    /// <summary>Lets an index of a former version merge as one of this version does.</summary>
    internal void SetMerging()
    {
        using var connection = Open(pooling: false);
        if (Backup.DatabaseCopy.Ask(connection, SearchSchema.IsMergingSet) is not 1L)
            Backup.DatabaseCopy.Ask(connection, SearchSchema.SetMerging);
    }

    /// <summary>Lets an open connection read the index. It is attached for reading alone: a connection that begins to write takes
    /// the locks of all that it could write to.</summary>
    internal void Attach(SqliteConnection reader)
    {
        if (Attached.TryGetValue(reader.Handle!, out _))
            return;
        using var command = reader.CreateCommand();
        command.CommandText = "ATTACH $file AS search";
        command.Parameters.AddWithValue("$file", $"{DatabaseFile.UriOf(Path)}?mode=ro");
        command.ExecuteNonQuery();
        Attached.Add(reader.Handle!, reader.Handle!);
    }

    /// <summary>An open connection that does not make the file where there is none.</summary>
    internal SqliteConnection Open(bool pooling, SqliteOpenMode mode = SqliteOpenMode.ReadWrite)
    {
        var connection = DatabaseFile.Open(new SqliteConnectionStringBuilder
        {
            DataSource = Path, Mode = mode, Pooling = pooling, DefaultTimeout = 30,
        }.ToString());
        Backup.DatabaseCopy.Ask(connection, "PRAGMA synchronous=FULL; PRAGMA cache_size=-4000;");
        return connection;
    }
}
