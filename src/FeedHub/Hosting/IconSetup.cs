using FeedHub.Icons;

namespace FeedHub.Hosting;

/// <summary>The publishers' icons in the container.</summary>
internal static class IconSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddIcons(this IServiceCollection services) => services
        .AddSingleton<SourceIcons>()
        .AddSingleton<IconFinder>()
        .AddSingleton<IconJob>();
}
