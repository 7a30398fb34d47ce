using System.Data;
using System.Data.Common;
using FeedHub.Storage.Tables;

namespace FeedHub.Storage.Engines.Postgres;

/// <summary>Several looks at the database as of one moment.</summary>
internal sealed class PostgresMoments(PostgresDatabase database) : IReaderEngine
{
    /// <inheritdoc/>
    public DbConnection Open() => PostgresDatabase.Open(database.ReadingString);

    /// <inheritdoc/>
    public DbTransaction BeginMoment(DbConnection db) => db.BeginTransaction(IsolationLevel.RepeatableRead);

    /// <summary>Nothing to do: the index stands in the same database.</summary>
    public void OpenSearch(DbConnection db)
    {
    }
}
