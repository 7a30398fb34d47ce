using FeedHub.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Storage.Engines.Postgres;

/// <summary>Contexts for all who do not know the engine.</summary>
internal sealed class PostgresContexts(IDbContextFactory<PostgresDb> databases) : IDbContextFactory<FeedHubDb>
{
    /// <inheritdoc/>
    public FeedHubDb CreateDbContext() => databases.CreateDbContext();

    /// <inheritdoc/>
    public async Task<FeedHubDb> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        await databases.CreateDbContextAsync(cancellationToken);
}
