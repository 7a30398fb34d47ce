using System.Globalization;
using FeedHub.Fetching;
using FeedHub.HealthFeed;
using FeedHub.Observability;
using FeedHub.Polling;
using FeedHub.Storage.Statements.Figures;
using FeedHub.Storage.Writing;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Console;

namespace FeedHub.Hosting;

/// <summary>Whether FeedHub lives and is ready, for orchestrators.</summary>
internal static class Health
{
    private const string Ready = "ready";

    /// <summary>So much of the server's queue of notifications is too much.</summary>
    private const double MuchOfQueue = 0.5;

    /// <summary>Adds the checks.</summary>
    public static IServiceCollection AddObservability(this IServiceCollection services)
    {
        services.AddLogging(log => log.AddConsoleFormatter<LogLines, ConsoleFormatterOptions>().AddNoRequests());
        services.Configure<ConsoleLoggerOptions>(console => console.FormatterName ??= LogLines.FormatterName);
        services.Configure<JsonConsoleFormatterOptions>(json =>
        {
            // By itself .NET writes none.
            if (json.TimestampFormat is null)
                (json.TimestampFormat, json.UseUtcTimestamp) = ("yyyy-MM-ddTHH:mm:ssZ", true);
        });
        services.AddHostedService<HourLines>();
        services.AddPurge(HourlyCounts.Purge);
        services.AddExceptionHandler<StorageTroubleHandler>();
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: [Ready]).AddCheck<DiskCheck>("disk", tags: [Ready])
            .AddCheck<PollsCheck>("polls", tags: [Ready]).AddCheck<NetworkCheck>("network", tags: [Ready])
            .AddCheck<NodeCheck>("node", tags: [Ready]);
        return services;
    }

    /// <summary>Maps <c>/healthz/live</c> (the process answers) and <c>/healthz/ready</c> (the database does too; degraded, but ready,
    /// while the disk runs low polls are late, or this machine has no network).</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/healthz/ready", new HealthCheckOptions
        {
            Predicate = check => check.Tags.Contains(Ready),
            ResponseWriter = WriteAsync,
        });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(
            string.Join(
                Environment.NewLine,
                [report.Status.ToString(), .. report.Entries.Select(e => e.Value.Description).OfType<string>()]));
    }

    private sealed class DiskCheck(DiskSpace disk) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(disk.Trouble is { } trouble ? HealthCheckResult.Degraded(trouble.ToString()) : HealthCheckResult.Healthy());
    }

    /// <summary>What an operator is told of the server's queue of notifications; null while it is well.</summary>
    /// <param name="used">How much of it is taken, 0 to 1.</param>
    internal static string? OfQueue(double used) => used < MuchOfQueue ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"The server's queue of notifications is {used * 100:F0} % full: a session that listens has been in a transaction for long.");

    // One of several nodes says what it can do; the only one can do all.
    private sealed class NodeCheck(INodes nodes, IServiceProvider services) : IHealthCheck
    {
        private const string Owner = "stores, polls and serves readers";
        private const string Reader = "serves readers and polls; another node stores";

        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(services.GetService<INodeWork>() is not { } work ? HealthCheckResult.Healthy()
                : OfQueue(work.QueueUsed) is { } queue ? HealthCheckResult.Degraded($"{Words}. {queue}")
                : HealthCheckResult.Healthy(Words));

        private string Words => $"Node {nodes.This.Name}: {(nodes.IsOwner ? Owner : Reader)}";
    }

    private sealed class NetworkCheck(OwnNetwork network) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(network.Trouble is { } trouble ? HealthCheckResult.Degraded($"{trouble}.") : HealthCheckResult.Healthy());
    }

    private sealed class PollsCheck(LatePolls late) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(late.Trouble is { } trouble ? HealthCheckResult.Degraded(trouble.ToString()) : HealthCheckResult.Healthy());
    }

    private sealed class DatabaseCheck(ReadSessions database, IReadingEngine readers, IStorageHealth storage) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            Counters.HasAny(database);
            readers.TryReading();
            return Task.FromResult(
                storage.Trouble is { } trouble ? HealthCheckResult.Unhealthy(trouble.ToString()) : HealthCheckResult.Healthy());
        }
    }
}
