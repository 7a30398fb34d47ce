using FeedHub.Fetching;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FeedHub.Hosting;

/// <summary>Registers this room.</summary>
public static class FetchingSetup
{
    /// <summary>Adds <see cref="Fetcher"/>, <see cref="HostGate"/>, <see cref="HostRests"/>, <see cref="AddressGuard"/> and
    /// <see cref="OwnNetwork"/>, one each for the process.</summary>
    public static IServiceCollection AddFetching(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<NameResolver>();
        services.TryAddSingleton<AddressGuard>();
        services.TryAddSingleton<HostGate>();
        services.TryAddSingleton<HostRests>();
        services.TryAddSingleton<Fetcher>();
        services.TryAddSingleton<Reach>();
        services.TryAddSingleton<OwnNetwork>();
        return services;
    }
}
