using System.Data.Common;
using FeedHub.Storage.Tables;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Storage.Engines.Sqlite;

/// <summary>Several looks at the database as of one moment.</summary>
internal static class Moments
{
    /// <summary>Begins it on the context's connection, which must be open; it ends where the transaction is disposed of. Keeps no writer waiting.</summary>
    public static DbTransaction BeginMoment(this FeedHubDb db) => ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
}
