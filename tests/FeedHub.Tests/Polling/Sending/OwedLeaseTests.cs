using System.Data.Common;
using FeedHub.Model.Sources;
using FeedHub.Polling;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Tests.Polling.Sending;

public sealed class OwedLeaseTests
{
    private readonly Table _table = new();
    private readonly Lease _lease;

    public OwedLeaseTests() => _lease = new(null!, new Health(), new Reader(), null!, TimeProvider.System, _table);

    [Fact]
    public async Task ASourceThatCannotBeGivenBack_WhileTheDatabaseIsAway_IsGivenBackOnceItIsThere()
    {
        _table.Fails = new Away();
        await _lease.ReturnAsync([7, 8]);
        await _lease.ReturnAsync(9, DateTimeOffset.UnixEpoch);
        await _lease.ReturnOwedAsync();
        Assert.Empty(_table.Returned);

        _table.Fails = null;
        await _lease.ReturnOwedAsync();
        await _lease.ReturnOwedAsync();
        Assert.Equal([(7, null), (8, null), (9, DateTimeOffset.UnixEpoch)], _table.Returned.Order());
    }

    [Fact]
    public async Task WhatGoesWrongOtherwise_IsThrown()
    {
        _table.Fails = new InvalidOperationException();
        await Assert.ThrowsAsync<InvalidOperationException>(() => _lease.ReturnAsync([7]));
    }

    private sealed class Away : DbException;

    private sealed class Reader : INodes
    {
        public NodeIdentity This => new("two", "1", "r2", DateTimeOffset.UnixEpoch);

        public bool IsOwner => false;

        public bool HasOthers => true;

        public TimeSpan OwnerAhead => TimeSpan.Zero;

        public IReadOnlyList<NodeState> All(NodeReport own) => [];

        public bool WasApplied(string feedsFile) => false;

        public void Applied(string feedsFile)
        {
        }
    }

    private sealed class Health : IStorageHealth
    {
        public Reason? Trouble => null;

        public StorageSpell? Spell => null;

        public Reason? ReasonOf(Exception? error) => error is Away ? Reason.Sentence("away") : null;

        public void Report(Exception failure)
        {
        }

        public bool IsWell() => true;
    }

    private sealed class Table : ISentPolls
    {
        public Exception? Fails { get; set; }

        public List<(long Source, DateTimeOffset? NextPollAt)> Returned { get; } = [];

        public Task ReturnAsync(long source, DateTimeOffset? nextPollAt)
        {
            if (Fails is { } failure)
                return Task.FromException(failure);
            Returned.Add((source, nextPollAt));
            return Task.CompletedTask;
        }

        public Task<IReadOnlyList<Source>> LeaseAsync(
            IReadOnlyList<long> sources, DateTimeOffset now, DateTimeOffset until, bool refresh) => throw new NotSupportedException();

        public Task<IReadOnlyList<long>> SendAsync(IReadOnlyList<SentPoll> polls) => throw new NotSupportedException();

        public Task<IReadOnlyList<(long Poll, byte[] Answer)>> AnswersAsync() => throw new NotSupportedException();

        public Task<IReadOnlyList<WaitingPoll>> WaitingAsync(int most, long bytes, IReadOnlyList<long> besides) =>
            throw new NotSupportedException();

        public Task ForgetAsync() => throw new NotSupportedException();
    }
}
