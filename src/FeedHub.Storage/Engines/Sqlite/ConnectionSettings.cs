using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FeedHub.Storage.Engines.Sqlite;

/// <summary>The application's settings for each connection that EF Core opens.</summary>
internal sealed class ConnectionSettings : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        DatabaseFile.Prepare((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default)
    {
        DatabaseFile.Prepare((SqliteConnection)connection);
        return Task.CompletedTask;
    }
}
