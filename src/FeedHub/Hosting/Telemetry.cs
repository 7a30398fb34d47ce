using FeedHub.Access;
using FeedHub.Observability;
using FeedHub.Storage.Writing;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace FeedHub.Hosting;

/// <summary>Figures for Prometheus at <c>/metrics</c>; figures and traces by OTLP where the standard variable says where to.</summary>
internal static class Telemetry
{
    /// <summary>Where figures and traces go, as OpenTelemetry names it.</summary>
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    // No tag has more than a few values; OpenTelemetry else makes room for 2,000 of each instrument: 5 MB that nobody uses.
    private static readonly MetricStreamConfiguration FewValues = new() { CardinalityLimit = 100 };

    /// <summary>Adds what listens to FeedHub.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var isPushed = !string.IsNullOrEmpty(configuration[Endpoint]);
        services.AddSingleton<Figures>().AddSingleton<IWriterWatch>(provider => provider.GetRequiredService<Figures>())
            .AddSingleton<Gauges>();
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(
                resource => resource.AddService("feedhub", serviceVersion: typeof(Telemetry).Assembly.GetName().Version!.ToString(3)))
            .WithMetrics(metrics => Export(
                metrics.AddMeter(Figures.Name, "System.Runtime").AddView(_ => FewValues).AddPrometheusExporter(),
                isPushed));
        if (isPushed)
            telemetry.WithTracing(tracing => tracing.AddSource(Figures.Name).AddOtlpExporter());
        return services;
    }

    /// <summary>Maps <c>/metrics</c>, guarded as the dashboard is.</summary>
    public static void MapMetrics(this IEndpointRouteBuilder app)
    {
        app.ServiceProvider.GetRequiredService<Gauges>().Begin();
        app.MapPrometheusScrapingEndpoint("/metrics").RequireAuthorization(AdminAuthentication.Name);
    }

    private static void Export(MeterProviderBuilder metrics, bool isPushed)
    {
        if (isPushed)
            metrics.AddOtlpExporter();
    }
}
