using FeedHub.Model.Sources;

namespace FeedHub.Polling;

/// <summary>
/// One job's way through the sources of a host. It ends after a few seconds, or where the next turn is far: a further job then polls the
/// rest, so that no worker waits long for one host.
/// </summary>
internal sealed class HostRound(
    BatchTurns turns, Poller poller, PollQueue queue, PollWorkers workers, TimeProvider time, HostBatch batch,
    CancellationToken cancellation)
{
    /// <summary>Sources that are leased together.</summary>
    private const int Slice = 32;

    /// <summary>Longest time in which a job begins polls.</summary>
    private static readonly TimeSpan Spell = TimeSpan.FromSeconds(5);

    /// <summary>After so long the other sources do not wait for the one that is being polled.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);

    /// <summary>A turn that is so near is waited for, even while other polls wait for a worker.</summary>
    private static readonly TimeSpan Near = TimeSpan.FromSeconds(0.5);

    /// <summary>The same while none waits for a worker.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>A person's wish waits for so long where another node is at the host: that one leaves.</summary>
    private static readonly TimeSpan Asked = TimeSpan.FromSeconds(5);

    /// <summary>When to come back to a host that others are at.</summary>
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(2);

    /// <summary>After so long alone, half of what is left goes to a further job, where more may poll at the host.</summary>
    private static readonly TimeSpan Alone = TimeSpan.FromSeconds(0.25);

    /// <summary>So few are not worth a further job.</summary>
    private const int Few = 8;

    /// <summary>So long a source is taken to be as it was when it was leased.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(0.2);

    private readonly Queue<long> _left = new(batch.Sources.Distinct());
    private readonly HashSet<long> _open = [.. batch.Sources];
    private readonly Dictionary<long, Source> _leased = [];
    private readonly List<ReadPoll> _unchanged = [];
    private readonly List<BatchedPoll> _ended = [];
    private readonly long _began = time.GetTimestamp();
    private long _aloneSince = time.GetTimestamp();
    private long _leasedAt;
    private int _putOff;

    // Without a network no source is given to a worker: what is due stays due.
    private bool IsHopeless => !batch.Refresh && turns.IsOffline;

    private bool IsOver => time.GetElapsedTime(_began) >= Spell;

    /// <summary>Polls them.</summary>
    public async Task<IReadOnlyList<BatchedPoll>> RunAsync()
    {
        try
        {
            while (_left.Count > 0 && !IsOver && !IsHopeless)
                await PollSliceAsync([.. _left.Take(Slice)]);
            if (!IsHopeless)
                await HandOverAsync(TimeSpan.Zero);
        }
        finally
        {
            await EndAsync();
        }

        return _ended;
    }

    private async Task PollSliceAsync(IReadOnlyList<long> slice)
    {
        _leasedAt = time.GetTimestamp();
        foreach (var source in await turns.LeaseAsync(slice, batch.Refresh, cancellation))
            _leased.Add(source.Id, source);
        var leased = slice.ToHashSet();
        while (!IsOver && !IsHopeless && _left.TryPeek(out var next) && leased.Contains(next))
            await StepAsync(next);
        await StoreUnchangedAsync();
    }

    private async Task StepAsync(long id)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!_leased.TryGetValue(id, out var source) || !IsAsLeased(source))
            End(_left.Dequeue(), source?.DisplayTitle, new(PollEnd.NotDue));
        else if (!batch.Refresh && await turns.PutOffAsync(source, _putOff) is { } rest)
            PutOff(source, new(PollEnd.ServerRests) { Rest = rest });
        else
            await TryPollAsync(source);
    }

    // What goes wrong with one source stops no other, unless nothing can be stored any more.
    private async Task TryPollAsync(Source source)
    {
        try
        {
            await PollInTurnAsync(source);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested && turns.CanStore)
        {
            Failed(source, error);
        }
    }

    private bool IsAsLeased(Source source) => time.GetElapsedTime(_leasedAt) < Fresh || turns.IsAsBefore(source);

    private void PutOff(Source source, PollReport report)
    {
        _putOff++;
        _leased.Remove(source.Id);
        End(_left.Dequeue(), source.DisplayTitle, report);
    }

    private async Task PollInTurnAsync(Source source)
    {
        var wait = turns.EarliestWait(source);
        using var turn = await turns.EnterAsync(source, PatienceFor(wait), cancellation);
        if (turn is null)
        {
            await HandOverAsync(wait > Near ? wait - Near : Busy);
            return;
        }

        _left.Dequeue();
        await ShareAsync(source);
        var poll = await ReadAsync(source);
        if (await poller.IsOfflineAsync(poll, cancellation))
            End(source.Id, source.DisplayTitle, new(PollEnd.NoNetwork));
        else if (poll.IsUnchanged)
            _unchanged.Add(poll);
        else
            Stored(source, await poller.StoreAsync(poll));
    }

    private TimeSpan PatienceFor(TimeSpan wait) =>
        wait > Near ? (workers.AreShort ? Near : Patience) : batch.Refresh ? Asked : Near;

    // A slow answer does not delay what other polls brought. Where more polls may be at the host, it does not delay these either.
    private async Task<ReadPoll> ReadAsync(Source source)
    {
        var reading = poller.ReadAsync(source, cancellation);
        try
        {
            return await reading.WaitAsync(Slow, time, CancellationToken.None);
        }
        catch (TimeoutException)
        {
            return await ReadSlowAsync(source, reading);
        }
    }

    private async Task<ReadPoll> ReadSlowAsync(Source source, Task<ReadPoll> reading)
    {
        var others = LetOthersGoOnAsync(source);
        try
        {
            return await reading;
        }
        finally
        {
            await others;
        }
    }

    private async Task LetOthersGoOnAsync(Source slow)
    {
        if (turns.HasRoom(slow))
            await HandOverAsync(TimeSpan.Zero);
        await StoreUnchangedAsync();
    }

    // A job costs more than a poll that brings nothing, so few begin; where answers take long, more join in.
    private async Task ShareAsync(Source source)
    {
        if (_left.Count <= Few || time.GetElapsedTime(_aloneSince) < Alone || !turns.HasRoom(source)
            || turns.EarliestWait(source) > TimeSpan.Zero)
            return;
        _aloneSince = time.GetTimestamp();
        await HandOverAsync([.. _left.Where((_, place) => place % 2 == 0)], TimeSpan.Zero);
    }

    private Task HandOverAsync(TimeSpan delay) => HandOverAsync([.. _left], delay);

    private async Task HandOverAsync(long[] rest, TimeSpan delay)
    {
        if (rest.Length == 0)
            return;
        List<long> kept = [.. _left.Except(rest)];
        _left.Clear();
        kept.ForEach(_left.Enqueue);
        await ReturnAsync([.. rest.Where(_leased.ContainsKey)]);
        _open.ExceptWith(rest);
        queue.Continue(batch with { Sources = rest }, delay);
    }

    private async Task StoreUnchangedAsync()
    {
        if (_unchanged.Count == 0)
            return;
        List<ReadPoll> polls = [.. _unchanged];
        _unchanged.Clear();
        var reports = await poller.StoreTogetherAsync(polls);
        await ((Task)Task.WhenAll(reports)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var (poll, report) in polls.Zip(reports))
        {
            if (report.IsCompletedSuccessfully)
                Stored(poll.Answer.Source, await report);
            else if (turns.CanStore)
                Failed(poll.Answer.Source, report.Exception!.InnerException!);
            else
                await report;
        }
    }

    private void Stored(Source source, PollReport report)
    {
        _leased.Remove(source.Id);
        End(source.Id, source.DisplayTitle, report);
        if (report.Error is { } error)
            queue.Fail(source.Id, new PollFailedException(error.ToString()));
        else if (report.Stored is not null)
            queue.Well(source.Id);
    }

    // Its lease is given back with those that are left.
    private void Failed(Source source, Exception error)
    {
        _open.Remove(source.Id);
        queue.Done(source.Id);
        queue.Fail(source.Id, error);
    }

    private void End(long id, string? name, PollReport report)
    {
        _open.Remove(id);
        queue.Done(id);
        _ended.Add(new(name ?? $"source {id}", report));
    }

    // Stopped, or the store failed: what was read is stored still; the others are due as they were before.
    private async Task EndAsync()
    {
        try
        {
            await StoreUnchangedAsync();
        }
        finally
        {
            foreach (var id in _open)
                queue.Done(id);
            await ReturnAsync([.. _leased.Keys]);
        }
    }

    private async Task ReturnAsync(IReadOnlyList<long> leased)
    {
        await turns.ReturnAsync(leased);
        foreach (var id in leased)
            _leased.Remove(id);
    }
}
