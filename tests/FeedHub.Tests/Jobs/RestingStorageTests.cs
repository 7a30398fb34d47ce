using System.Reflection;
using FeedHub.Jobs;
using Hangfire;
using Hangfire.Common;
using Hangfire.InMemory;
using Hangfire.States;
using Hangfire.Storage;

namespace FeedHub.Tests.Jobs;

public sealed class RestingStorageTests : IDisposable
{
    private readonly CountedStorage _inner = new();
    private readonly RestingStorage _storage;

    public RestingStorageTests() => _storage = new(_inner);

    public void Dispose()
    {
        _storage.Dispose();
        _inner.Memory.Dispose();
    }

    [Fact]
    public async Task OfWorkersOfAQueue_OneWaits_AndEachJobHasOne()
    {
        var fetched = Enumerable.Range(0, 8).Select(_ => FetchAsync("polls", CancellationToken.None)).ToList();
        var added = Enumerable.Range(0, 8).Select(_ => Add("polls")).ToList();
        Assert.Equal(added.Order(), (await Task.WhenAll(fetched)).Order());
        Assert.Equal(1, _inner.MostWaiting);
    }

    [Fact]
    public async Task WorkersOfAnotherQueue_DoNotWaitForThem()
    {
        using var stop = new CancellationTokenSource();
        var waiting = FetchAsync("long", stop.Token);
        var job = Add("polls");
        Assert.Equal(job, await FetchAsync("polls", CancellationToken.None));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task WorkersThatAreToStop_WaitNoLonger_AndLeaveTheirTurnToOthers()
    {
        using var stop = new CancellationTokenSource();
        var stopped = Enumerable.Range(0, 4).Select(_ => FetchAsync("polls", stop.Token)).ToList();
        var other = FetchAsync("polls", CancellationToken.None);
        await stop.CancelAsync();
        foreach (var fetch in stopped)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetch);
        Assert.Equal(Add("polls"), await other);
    }

    [Fact]
    public void EverythingElse_IsPassedOn()
    {
        Assert.Empty(NotPassed(typeof(JobStorageConnection), typeof(PassedConnection)));
        Assert.Empty(NotPassed(typeof(InMemoryStorage), typeof(RestingStorage)));
        Assert.True(_storage.HasFeature(JobStorageFeatures.Connection.GetUtcDateTime));
        Assert.Equal(_inner.JobExpirationTimeout, _storage.JobExpirationTimeout);
    }

    // What a type says of itself that the one in front of it does not.
    private static IEnumerable<string> NotPassed(Type type, Type front) =>
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where method.IsVirtual
        let passed = front.GetMethod(method.Name, [.. method.GetParameters().Select(parameter => parameter.ParameterType)])
        where passed?.DeclaringType != front
        select $"{method}";

    private string Add(string queue) => new BackgroundJobClient(_storage).Create(
        Job.FromExpression(() => string.Concat("a", "b")), new EnqueuedState(queue));

    private Task<string> FetchAsync(string queue, CancellationToken stop) => Task.Factory.StartNew(
        () =>
        {
            using var connection = _storage.GetConnection();
            using var job = connection.FetchNextJob([queue], stop);
            job.RemoveFromQueue();
            return job.JobId;
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    private sealed class CountedStorage : JobStorage
    {
        private int _waiting;

        public CountedStorage() => JobExpirationTimeout = TimeSpan.FromHours(5);

        public InMemoryStorage Memory { get; } = new();

        public int MostWaiting { get; private set; }

        public override bool HasFeature(string featureId) => Memory.HasFeature(featureId);

        public override IMonitoringApi GetMonitoringApi() => Memory.GetMonitoringApi();

        public override IStorageConnection GetConnection() => new CountedConnection((JobStorageConnection)Memory.GetConnection(), this);

        private sealed class CountedConnection(JobStorageConnection inner, CountedStorage storage) : PassedConnection(inner)
        {
            public override IFetchedJob FetchNextJob(string[] queues, CancellationToken cancellationToken)
            {
                storage.MostWaiting = Math.Max(storage.MostWaiting, Interlocked.Increment(ref storage._waiting));
                try
                {
                    return base.FetchNextJob(queues, cancellationToken);
                }
                finally
                {
                    Interlocked.Decrement(ref storage._waiting);
                }
            }
        }
    }
}
