using System.Data.Common;
using FeedHub.Storage.Tables;
using Microsoft.Data.Sqlite;

namespace FeedHub.Storage.Engines.Sqlite;

/// <summary>Several looks at the database as of one moment, and at the search index with it.</summary>
internal sealed class Moments(DatabaseFile database, SearchFile search) : IReaderEngine
{
    /// <inheritdoc/>
    public DbConnection Open() => database.Open();

    /// <inheritdoc/>
    public DbTransaction BeginMoment(DbConnection db) => ((SqliteConnection)db).BeginTransaction(deferred: true);

    /// <inheritdoc/>
    public void OpenSearch(DbConnection db) => search.Attach((SqliteConnection)db);
}
