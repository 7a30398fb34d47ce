using FeedHub.Storage.Writing;
using Microsoft.AspNetCore.DataProtection;

namespace FeedHub.Nodes;

/// <summary>The owner's side of what other nodes ask: in the order of their numbers they are begun, several beside each other.</summary>
internal sealed partial class OwnerRequests(
    INodeRequests requests, INodeWork work, NodeView view, Replay replay, SealedRequests seal, ILogger<OwnerRequests> log)
{
    private const int AtATime = 8;

    private readonly SemaphoreSlim _room = new(AtATime);
    private int _isTaking;

    /// <summary>Begins with what waits; returns at once.</summary>
    public void Begin()
    {
        // Not before this node has taken over: it would answer by what it had in memory before.
        if (view.IsOwner && Interlocked.Exchange(ref _isTaking, 1) == 0)
            _ = Task.Run(TakeAsync);
    }

    private async Task TakeAsync()
    {
        try
        {
            await _room.WaitAsync();
            _room.Release();
            foreach (var (id, request) in requests.Take(_room.CurrentCount))
            {
                await _room.WaitAsync();
                _ = Task.Run(() => AnswerAsync(id, request));
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

    private async Task AnswerAsync(long id, byte[] request)
    {
        try
        {
            var answer = await OfAsync(request);

            // Who gets the answer looks what changed, and must find it.
            work.Tell(edits: true);
            requests.Answer(id, seal.Close(answer.Write()));
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

    // One that cannot be answered would be begun again for ever.
    private async Task<SentAnswer> OfAsync(byte[] request)
    {
        try
        {
            return await replay.AnswerAsync(SentRequest.Read(seal.Open(request)));
        }
        catch (Exception error)
        {
            LogFailed(error);
            return new(StatusCodes.Status500InternalServerError, [], []);
        }
    }

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
