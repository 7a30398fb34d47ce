using System.Data.Common;
using FeedHub.Storage.Tables;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Storage.Engines.Sqlite;

/// <summary>What readers ask of SQLite.</summary>
internal sealed class SqliteReader : IReaderEngine
{
    /// <inheritdoc/>
    public DbTransaction BeginMoment(FeedHubDb db) => ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
}
