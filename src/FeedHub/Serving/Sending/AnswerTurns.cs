namespace FeedHub.Serving.Sending;

/// <summary>
/// Turns of answers that are made for one reader alone. What they are made from is several times their size, so that only a few are made at
/// a time, and none while too much waits for readers that do not read.
/// </summary>
public sealed class AnswerTurns(ConnectionSlots places, TimeProvider time)
{
    /// <summary>Answers that are made at a time.</summary>
    internal const int AtOnce = 4;

    /// <summary>Requests that wait for their turn; more are told to come again.</summary>
    internal const int MostWaiting = 256;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly SemaphoreSlim _turns = new(AtOnce);
    private int _waiting;

    /// <summary>Waits for a turn; null: too many wait.</summary>
    /// <exception cref="OperationCanceledException">The reader has gone.</exception>
    internal async Task<AnswerTurn?> EnterAsync(CancellationToken cancellation)
    {
        try
        {
            if (Interlocked.Increment(ref _waiting) > MostWaiting)
                return null;
            await _turns.WaitAsync(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }

        var turn = new AnswerTurn(_turns);
        try
        {
            while (!places.MakeRoom())
                await Task.Delay(Look, time, cancellation);
            return turn;
        }
        catch
        {
            turn.End();
            throw;
        }
    }
}

/// <summary>A turn that is taken.</summary>
internal sealed class AnswerTurn(SemaphoreSlim turns)
{
    private int _ended;

    /// <summary>Gives it to the next; may be called again.</summary>
    public void End()
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0)
            turns.Release();
    }
}
