using System.Data;
using System.Data.Common;
using FeedHub.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Storage.Engines.Postgres;

/// <summary>Several looks at the database as of one moment.</summary>
internal sealed class PostgresMoments : IReaderEngine
{
    /// <inheritdoc/>
    public DbTransaction BeginMoment(FeedHubDb db) => db.Database.GetDbConnection().BeginTransaction(IsolationLevel.RepeatableRead);

    /// <summary>Nothing to do: the index stands in the same database.</summary>
    public void OpenSearch(FeedHubDb db)
    {
    }
}
