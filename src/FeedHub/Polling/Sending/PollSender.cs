using System.Collections.Concurrent;
using System.Diagnostics;
using FeedHub.Storage.Writing;

namespace FeedHub.Polling.Sending;

/// <summary>Sends polls of a node that does not store to the one that does, and waits for what becomes of them.</summary>
public sealed partial class PollSender(
    ISentPolls table, PollPacking packing, INodes nodes, IStorageHealth storage, ILogger<PollSender> log)
{
    /// <summary>After so long a poll is not waited for: it is safe in the database, and is stored once a node does.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<long, TaskCompletionSource<PollReport>> _waiting = new();
    private long _last;
    private int _isLooking;

    /// <summary>Sends them together; once that is done they are safe. What becomes of each, in their order.</summary>
    public async Task<IReadOnlyList<Task<PollReport>>> SendAsync(IReadOnlyList<ReadPoll> polls)
    {
        List<(SentPoll Poll, TaskCompletionSource<PollReport> End)> sent = [.. polls.Select(PollOf)];
        try
        {
            var taken = await KeepSendingAsync([.. sent.Select(one => one.Poll)]);
            foreach (var (poll, end) in sent.Where(one => !taken.Contains(one.Poll.Number)))
                End(poll.Number, end, new(PollEnd.NotDue));
        }
        catch
        {
            sent.ForEach(one => _waiting.TryRemove(one.Poll.Number, out _));
            throw;
        }

        Look();
        return [.. sent.Select(one => WithinAsync(one.Poll.Number, one.End))];
    }

    // Publishers are not asked again because the database was away for a moment.
    private async Task<HashSet<long>> KeepSendingAsync(IReadOnlyList<SentPoll> polls)
    {
        for (var began = Stopwatch.GetTimestamp(); ; await Task.Delay(BetweenTries))
        {
            try
            {
                return [.. await table.SendAsync(polls)];
            }
            catch (Exception error) when (storage.ReasonOf(error) is not null && Stopwatch.GetElapsedTime(began) < Patience)
            {
                LogUnsent(error.Message);
            }
        }
    }

    private (SentPoll Poll, TaskCompletionSource<PollReport> End) PollOf(ReadPoll poll)
    {
        var source = poll.Answer.Source;
        var sent = new SentPoll(
            source.Id, Interlocked.Increment(ref _last), source.Polling.LeaseUntil!.Value, source.Version, packing.Pack(poll));
        var end = new TaskCompletionSource<PollReport>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[sent.Number] = end;
        return (sent, end);
    }

    private async Task<PollReport> WithinAsync(long number, TaskCompletionSource<PollReport> end)
    {
        await Task.WhenAny(end.Task, Task.Delay(Patience));
        End(number, end, new(PollEnd.Sent));
        return await end.Task;
    }

    private void End(long number, TaskCompletionSource<PollReport> end, PollReport report)
    {
        _waiting.TryRemove(number, out _);
        end.TrySetResult(report);
    }

    private void Look()
    {
        if (!_waiting.IsEmpty && Interlocked.Exchange(ref _isLooking, 1) == 0)
            _ = Task.Run(LookAsync);
    }

    private async Task LookAsync()
    {
        try
        {
            for (; !_waiting.IsEmpty; await Task.Delay(BetweenLooks))
            {
                foreach (var (number, answer) in await table.AnswersAsync())
                {
                    if (_waiting.TryRemove(number, out var end))
                        end.TrySetResult(ReportOf(answer));
                }
            }
        }
        catch (Exception error)
        {
            LogUnheard(error.Message);
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
        finally
        {
            Volatile.Write(ref _isLooking, 0);
            Look();
        }
    }

    // The rest of a server is told by the clock of the node that stores.
    private PollReport ReportOf(byte[] answer)
    {
        var report = PackedBytes.Read<PollReport>(answer);
        return report.Stored is { Rest: { } rest } stored
            ? report with { Stored = stored with { Rest = rest with { Until = rest.Until - nodes.OwnerAhead } } }
            : report;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Polls could not be sent; that is tried again: {Words}")]
    private partial void LogUnsent(string words);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What became of polls that were sent could not be looked up: {Words}")]
    private partial void LogUnheard(string words);
}
