using FeedHub.Polling;
using Hangfire;
using Hangfire.InMemory;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Polling;

/// <summary>How many jobs poll one host at a time, and what each of them polls.</summary>
public sealed class HostLanesTests : IDisposable
{
    private readonly InMemoryStorage _storage = new();
    private readonly BackgroundJobClient _jobs;
    private readonly HostLanes _lanes;
    private readonly PollQueue _queue;

    public HostLanesTests()
    {
        (_jobs, _lanes) = (new(_storage), new(_storage));
        _queue = new(_jobs, _lanes, new FakeTimeProvider());
    }

    public void Dispose() => _storage.Dispose();

    [Fact]
    public void ManySourcesOfAHost_AreDealtOutInTheirOrder_ToNoMoreJobsThanPollThereAtATime()
    {
        Assert.Equal(40, _queue.Enqueue("one.example", Enumerable.Range(1, 40).Select(id => (long)id), atATime: 2));

        var batches = Batches();
        Assert.Equal(2, batches.Count);
        Assert.All(batches, batch => Assert.Equal(batch.Order(), batch));
        Assert.Equal([1, 3, 5], batches[0].Take(3));
        Assert.Equal([2, 4, 6], batches[1].Take(3));
        Assert.Equal(Enumerable.Range(1, 40).Select(id => (long)id), batches.SelectMany(batch => batch).Order());
    }

    [Fact]
    public void AFewSources_AreOneJob_EvenWhereMoreMayPoll()
    {
        _queue.Enqueue("one.example", [3, 1, 2], atATime: 8);
        Assert.Equal([3, 1, 2], Assert.Single(Batches()));
    }

    [Fact]
    public void WhileItsJobsAreOnTheirWay_AHostGetsNoFurtherOne_AndOthersDo()
    {
        _queue.Enqueue("one.example", [1, 2], atATime: 1);
        Assert.Equal(0, _queue.Enqueue("one.example", [3], atATime: 1));
        Assert.Equal(1, _queue.Enqueue("other.example", [4], atATime: 1));

        _queue.Left(Ids().Single(id => Job(id).Args[0] is string));
        Assert.Equal(1, _queue.Enqueue("one.example", [1, 3], atATime: 1));
    }

    [Fact]
    public void AJobThatAnAdminDeletes_LeavesItsHostFree()
    {
        _queue.Enqueue("one.example", [1, 2], atATime: 1);
        _jobs.Delete(Assert.Single(Ids()));
        Assert.Equal(1, _lanes.Free("one.example", 1));
    }

    [Fact]
    public void TheRestOfABatch_HasTheLaneOfTheJobThatLeftIt()
    {
        _queue.Enqueue("one.example", [1, 2, 3], atATime: 1);
        var first = Assert.Single(Ids());
        _queue.Continue(new("one.example", [2, 3], Refresh: false), TimeSpan.Zero);
        _queue.Left(first);
        Assert.Equal(0, _lanes.Free("one.example", 1));
    }

    [Fact]
    public void AJobHasABoundedNumberOfSources_AndTheOthersWait()
    {
        Assert.Equal(500, _queue.Enqueue("one.example", Enumerable.Range(1, 3000).Select(id => (long)id), atATime: 1));
        _queue.Left(Assert.Single(Ids()));
        Assert.Equal(500, _queue.Enqueue("one.example", Enumerable.Range(1, 3000).Select(id => (long)id), atATime: 1));
    }

    private List<string> Ids() =>
        [.. _storage.GetMonitoringApi().EnqueuedJobs(PollJob.Queue, 0, 50).Select(job => job.Key)];

    private Hangfire.Common.Job Job(string id) => _storage.GetMonitoringApi().JobDetails(id).Job;

    private List<long[]> Batches() =>
        [.. Ids().Select(id => Job(id).Args[1]).OfType<long[]>().OrderBy(batch => batch[0] is 3 ? 0 : batch[0])];
}
