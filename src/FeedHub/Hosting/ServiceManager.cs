using System.Globalization;
using Microsoft.Extensions.Hosting.Systemd;

namespace FeedHub.Hosting;

/// <summary>What systemd hears of FeedHub: that it is ready, that it stops, and by its watchdog that it still works
/// (<c>sd_notify(3)</c>, <c>systemd.service(5)</c>). Without systemd nothing is said.</summary>
internal static class ServiceManager
{
    /// <summary>Tells systemd, where it started FeedHub.</summary>
    public static IServiceCollection AddServiceManager(this IServiceCollection services)
    {
        services.AddSystemd();
        if (SystemdHelpers.IsSystemdService() && WatchdogSpan() is { } span)
            services.AddHostedService(provider => new Watchdog(
                provider.GetRequiredService<ISystemdNotifier>(), span / 2, provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>After so long without a word systemd starts FeedHub again; null where it does not watch
    /// (<c>sd_watchdog_enabled(3)</c>).</summary>
    private static TimeSpan? WatchdogSpan() =>
        long.TryParse(Environment.GetEnvironmentVariable("WATCHDOG_USEC"), CultureInfo.InvariantCulture, out var microseconds)
            && microseconds > 0 && IsMeant(Environment.GetEnvironmentVariable("WATCHDOG_PID"))
                ? TimeSpan.FromMicroseconds(microseconds)
                : null;

    private static bool IsMeant(string? process) =>
        string.IsNullOrEmpty(process) || process == Environment.ProcessId.ToString(CultureInfo.InvariantCulture);

    // A timer's callback runs where requests and polls do: where those no longer get their turn, neither does it.
    private sealed class Watchdog(ISystemdNotifier systemd, TimeSpan gap, TimeProvider time) : BackgroundService
    {
        private static readonly ServiceState Alive = new("WATCHDOG=1");

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var timer = new PeriodicTimer(gap, time);
            while (await timer.WaitForNextTickAsync(stoppingToken))
                systemd.Notify(Alive);
        }
    }
}
