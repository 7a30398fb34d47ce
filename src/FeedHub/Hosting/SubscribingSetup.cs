using FeedHub.Subscribing;

namespace FeedHub.Hosting;

/// <summary>The subscribing room in the container.</summary>
internal static class SubscribingSetup
{
    /// <summary>Adds what asks hubs and takes their pushes in.</summary>
    public static IServiceCollection AddSubscribing(this IServiceCollection services) => services
        .AddSingleton<HubClient>()
        .AddSingleton<PushStore>()
        .AddSingleton<PushReceiver>()
        .AddSingleton<PushTurns>()
        .AddSingleton<SubscriptionJob>();
}
