using FeedHub.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace FeedHub.Storage.Engines.Postgres;

/// <summary>Pooled contexts for all who do not know the engine; EF Core is not loaded before the first is asked for.</summary>
/// <param name="options">Asked once.</param>
internal sealed class PostgresContexts(Func<DbContextOptions<PostgresDb>> options) : IDbContextFactory<FeedHubDb>
{
    private readonly Lazy<PooledDbContextFactory<PostgresDb>> _factory = new(() => new(options()));

    /// <inheritdoc/>
    public FeedHubDb CreateDbContext() => _factory.Value.CreateDbContext();

    /// <inheritdoc/>
    public async Task<FeedHubDb> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        await _factory.Value.CreateDbContextAsync(cancellationToken);
}
