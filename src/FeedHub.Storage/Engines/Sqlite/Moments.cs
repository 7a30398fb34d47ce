using System.Data.Common;
using FeedHub.Storage.Tables;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Storage.Engines.Sqlite;

/// <summary>Several looks at the database as of one moment, and at the search index with it.</summary>
internal sealed class Moments(SearchFile search) : IReaderEngine
{
    /// <inheritdoc/>
    public DbTransaction BeginMoment(FeedHubDb db) => ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);

    /// <inheritdoc/>
    public void OpenSearch(FeedHubDb db) => search.Attach((SqliteConnection)db.Database.GetDbConnection());
}
