using FeedHub.Model.Settings;
using FeedHub.Nodes;
using FeedHub.Observability;
using FeedHub.Storage.Writing;
using Microsoft.Extensions.Options;

namespace FeedHub.Hosting;

/// <summary>The nodes room in the container.</summary>
internal static class NodesSetup
{
    /// <summary>Adds who this node is, and what it has to do with others.</summary>
    public static IServiceCollection AddNodes(this IServiceCollection services) => services
        .AddSingleton(provider => new NodeIdentity(
            provider.GetRequiredService<IOptions<FeedHubOptions>>().Value.Node is { Length: > 0 } name ? name : Environment.MachineName,
            Build.Version,
            Guid.NewGuid().ToString("N"),
            provider.GetRequiredService<TimeProvider>().GetUtcNow()))
        .AddSingleton<NodeReports>()
        .AddSingleton<NodeView>()
        .AddSingleton<OwnerRequests>()
        .AddSingleton<SealedRequests>()
        .AddSingleton<SmallWrites>()
        .AddSingleton<Replay>()
        .AddSingleton<IStartupFilter>(provider => provider.GetRequiredService<Replay>())
        .AddSingleton<OwnerWork>()
        .AddSingleton<INodeMemory>(provider => provider.GetRequiredService<OwnerWork>());
}
