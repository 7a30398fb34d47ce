using FeedHub.Jobs;
using FeedHub.Storage.Writing;

namespace FeedHub.Hosting;

/// <summary>What retention removes, in the container.</summary>
internal static class Purges
{
    /// <summary>Adds a statement that removes what is too old.</summary>
    public static IServiceCollection AddPurge(
        this IServiceCollection services, Func<WriteSession, DateTimeOffset, int> purge, string? counted = null) =>
        services.AddSingleton<IPurge>(provider => new RowPurge(provider.GetRequiredService<DatabaseWriter>(), purge, counted));

    /// <summary>Adds a service that does.</summary>
    public static IServiceCollection AddPurge<T>(this IServiceCollection services)
        where T : class, IPurge =>
        services.AddSingleton<T>().AddSingleton<IPurge>(provider => provider.GetRequiredService<T>());
}
