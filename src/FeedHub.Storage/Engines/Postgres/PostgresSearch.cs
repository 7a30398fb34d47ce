using System.Data.Common;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Engines.Postgres;

/// <summary>The search index, which stands in the database: it is lost with that alone.</summary>
internal sealed class PostgresSearch(PostgresDatabase database) : ISearchEngine
{
    /// <inheritdoc/>
    public bool IsThere => true;

    /// <inheritdoc/>
    public DbConnection OpenForWriting() => database.OpenForReading();

    /// <inheritdoc/>
    public DbConnection OpenForEditing() => OpenForWriting();

    /// <inheritdoc/>
    public bool IsLost(DbConnection connection) => PostgresDatabase.IsClosed(connection);

    /// <inheritdoc/>
    public bool IsInTransaction(DbConnection connection) => database.IsInTransaction(connection);

    /// <summary>Begins a transaction of the node that stores.</summary>
    public void Begin(WriteSession session) => database.Begin(session);

    /// <inheritdoc/>
    public bool IsLost(Exception failure) => false;

    /// <inheritdoc/>
    public long MakeNew()
    {
        using var connection = PostgresDatabase.Open(database.DirectString);
        using var command = connection.CreateCommand();
        command.CommandText = "TRUNCATE searchwords, searchrows";
        command.ExecuteNonQuery();
        return Random.Shared.NextInt64(1, long.MaxValue);
    }

    /// <summary>Nothing to do: the server keeps its index by itself.</summary>
    public bool Merge(WriteSession session, bool isOfAll) => false;

    /// <summary>Nothing to do: the journal is the server's.</summary>
    public void EmptyJournal()
    {
    }
}
