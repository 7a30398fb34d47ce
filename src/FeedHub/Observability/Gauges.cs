using System.Diagnostics.Metrics;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using Hangfire;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Observability;

/// <summary>What is looked up only when somebody collects: queues, and how the sources do.</summary>
public sealed class Gauges(Figures figures, DatabaseWriter writer, JobStorage jobs, IDbContextFactory<FeedHubDb> databases)
{
    /// <summary>Adds them to the meter.</summary>
    public void Begin()
    {
        figures.Meter
            .CreateObservableGauge("feedhub.writer.queue", () => writer.Waiting, "{command}", "Commands that wait for the writer.");
        figures.Meter.CreateObservableGauge("feedhub.jobs.queue", Queues, "{job}", "Hangfire jobs that wait for a worker, by queue.");
        figures.Meter.CreateObservableGauge("feedhub.sources", Sources, "{source}", "Sources by state.");
    }

    private IEnumerable<Measurement<long>> Queues() =>
        jobs.GetMonitoringApi().Queues()
            .Select(queue => new Measurement<long>(queue.Length, new KeyValuePair<string, object?>("queue", queue.Name)));

    private List<Measurement<long>> Sources()
    {
        using var db = databases.CreateDbContext();
        return db.Sources.GroupBy(s => s.Polling.State).Select(g => new { State = g.Key, Count = g.LongCount() }).AsEnumerable()
            .Select(
                s => new Measurement<long>(s.Count, new KeyValuePair<string, object?>("state", s.State.ToString().ToLowerInvariant())))
                    .ToList();
    }
}
