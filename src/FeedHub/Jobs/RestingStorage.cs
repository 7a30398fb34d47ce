using System.Collections.Concurrent;
using Hangfire;
using Hangfire.Storage;

namespace FeedHub.Jobs;

/// <summary>
/// Hangfire's storage in memory, of whose idle workers one a queue waits for a job, and the others for their turn. By itself each wakes
/// once a second to look whether it is to stop: fifty of them were a third of what an idle hub costs (docs/notes/polls.md).
/// </summary>
internal sealed class RestingStorage : JobStorage, IDisposable
{
    private readonly ConcurrentDictionary<string, Semaphore> _turns = new();
    private readonly JobStorage _inner;

    /// <param name="inner">What it passes everything on to; it is disposed of with this one.</param>
    public RestingStorage(JobStorage inner) => (_inner, JobExpirationTimeout) = (inner, inner.JobExpirationTimeout);

    public override bool LinearizableReads => _inner.LinearizableReads;

    public override bool HasFeature(string featureId) => _inner.HasFeature(featureId);

    public override IMonitoringApi GetMonitoringApi() => _inner.GetMonitoringApi();

    public override IStorageConnection GetConnection() => new RestingConnection((JobStorageConnection)_inner.GetConnection(), TurnOf);

    public override string? ToString() => _inner.ToString();

    public void Dispose() => (_inner as IDisposable)?.Dispose();

    private Semaphore TurnOf(string[] queues) => _turns.GetOrAdd(string.Join(',', queues), _ => new(1, 1));
}
