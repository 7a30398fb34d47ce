using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace FeedHub.Storage.Tables;

/// <summary>Pooled contexts of EF Core, which is not loaded before the first is asked for: start and polls do without.</summary>
/// <param name="options">Asked once.</param>
internal sealed class LateContexts(Func<DbContextOptions<FeedHubDb>> options) : IDbContextFactory<FeedHubDb>
{
    private readonly Lazy<PooledDbContextFactory<FeedHubDb>> _factory = new(() => new(options()));

    /// <inheritdoc/>
    public FeedHubDb CreateDbContext() => _factory.Value.CreateDbContext();

    /// <inheritdoc/>
    public Task<FeedHubDb> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        _factory.Value.CreateDbContextAsync(cancellationToken);
}
