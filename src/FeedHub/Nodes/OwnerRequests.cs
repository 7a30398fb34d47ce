using System.Diagnostics;
using FeedHub.Storage.Writing;
using Microsoft.AspNetCore.DataProtection;

namespace FeedHub.Nodes;

/// <summary>The owner's side of what other nodes ask: in the order of their numbers they are begun, several beside each other.</summary>
internal sealed partial class OwnerRequests(
    INodeRequests requests, INodeWork work, NodeView view, Replay replay, SealedRequests seal, ILogger<OwnerRequests> log)
{
    private const int AtATime = 8;

    /// <summary>Passwords and keys may be in what was asked and answered: it is forgotten in time, also where nobody asks again.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _room = new(AtATime);
    private int _isTaking;
    private long _beganAt;

    /// <summary>Begins with what waits, and forgets what is over; returns at once.</summary>
    /// <param name="isAsked">Whether something waits.</param>
    public void Begin(bool isAsked)
    {
        if (!isAsked && _beganAt != 0 && Stopwatch.GetElapsedTime(_beganAt) < BetweenLooks)
            return;
        _beganAt = Stopwatch.GetTimestamp();

        // Not before this node has taken over: it would answer by what it had in memory before.
        if (view.IsOwner && Interlocked.Exchange(ref _isTaking, 1) == 0)
            _ = Task.Run(DequeueAsync);
    }

    private async Task DequeueAsync()
    {
        try
        {
            await _room.WaitAsync();
            _room.Release();
            foreach (var taken in requests.Dequeue(_room.CurrentCount))
            {
                await _room.WaitAsync();
                _ = Task.Run(() => AnswerAsync(taken));
            }
        }
        catch (Exception error)
        {
            LogFailed(error);
        }
        finally
        {
            Volatile.Write(ref _isTaking, 0);
        }
    }

    private async Task AnswerAsync(DequeuedRequest taken)
    {
        try
        {
            var answer = taken.HasChanged ? Unknown(taken.Id) : await OfAsync(taken);

            // Who gets the answer looks what changed, and must find it.
            work.Tell(edits: true);
            requests.Answer(taken.Id, seal.Close(answer.Write()));
        }
        catch (Exception error)
        {
            LogFailed(error);
        }
        finally
        {
            _room.Release();
        }
    }

    // To do it again would do it twice; most of what is asked for is one transaction, and is done.
    private ForwardedAnswer Unknown(long id)
    {
        LogUnknown(id);
        return ForwardedAnswer.Unknown;
    }

    // One that cannot be answered would be begun again for ever.
    private async Task<ForwardedAnswer> OfAsync(DequeuedRequest taken)
    {
        try
        {
            return await replay.AnswerAsync(ForwardedRequest.Read(seal.Open(taken.Request)), taken.Id);
        }
        catch (Exception error)
        {
            LogFailed(error);
            return new(StatusCodes.Status500InternalServerError, [], []);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Request {Id} of another node was begun by an owner that ended before it could answer; it is not done again.")]
    private partial void LogUnknown(long id);

    [LoggerMessage(Level = LogLevel.Error, Message = "A request of another node could not be answered.")]
    private partial void LogFailed(Exception error);
}

/// <summary>Requests and answers stand in the database sealed by the keys of all nodes: passwords and keys may be in them.</summary>
internal sealed class SealedRequests(IDataProtectionProvider protection)
{
    private readonly IDataProtector _seal = protection.CreateProtector("FeedHub.Nodes");

    /// <summary>Seals.</summary>
    public byte[] Close(byte[] bytes) => _seal.Protect(bytes);

    /// <summary>Opens.</summary>
    public byte[] Open(byte[] bytes) => _seal.Unprotect(bytes);
}
