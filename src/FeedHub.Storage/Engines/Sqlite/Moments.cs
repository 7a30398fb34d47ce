using System.Data.Common;
using FeedHub.Storage.Tables;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Storage.Engines.Sqlite;

/// <summary>Several looks at the database as of one moment.</summary>
internal sealed class Moments : IReaderEngine
{
    /// <inheritdoc/>
    public DbTransaction BeginMoment(FeedHubDb db) => ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
}
