using System.Buffers;
using System.IO.Pipelines;

namespace FeedHub.Serving.Sending;

/// <summary>What an answer is written into while it is made; it goes out beside that, slice by slice.</summary>
internal sealed class MadeBody(SlicedBody body, Pipe pipe) : PipeWriter
{
    private Task? _sending;
    private long _written;
    private long _sent;
    private bool _isMade;

    /// <inheritdoc/>
    public override bool CanGetUnflushedBytes => true;

    /// <inheritdoc/>
    public override long UnflushedBytes => pipe.Writer.UnflushedBytes;

    /// <inheritdoc/>
    public override Memory<byte> GetMemory(int sizeHint = 0) => pipe.Writer.GetMemory(sizeHint);

    /// <inheritdoc/>
    public override Span<byte> GetSpan(int sizeHint = 0) => pipe.Writer.GetSpan(sizeHint);

    /// <inheritdoc/>
    public override void Advance(int bytes)
    {
        pipe.Writer.Advance(bytes);
        _written += bytes;
    }

    /// <inheritdoc/>
    public override async ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        // Headers go now, as they would without us: code that fails later must know that they have gone.
        await body.StartAsync(cancellationToken);
        _sending ??= SendAsync();
        var flushed = pipe.Writer.FlushAsync(cancellationToken);
        if (!flushed.IsCompleted)
            body.Turn?.End();
        return await flushed;
    }

    /// <inheritdoc/>
    public override async ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        var result = default(FlushResult);
        do
        {
            var slice = source[..Math.Min(SlicedBody.SmallSlice, source.Length)];
            this.Write(slice.Span);
            result = await FlushAsync(cancellationToken);
            source = source[slice.Length..];
        }
        while (source.Length > 0 && !result.IsCompleted);
        return result;
    }

    /// <inheritdoc/>
    public override void CancelPendingFlush() => pipe.Writer.CancelPendingFlush();

    /// <summary>Nothing: the answer ends where the request does.</summary>
    public override void Complete(Exception? exception = null)
    {
    }

    /// <summary>Waits until all was taken that was written.</summary>
    public async Task EndAsync()
    {
        if (pipe.Writer.UnflushedBytes > 0)
            await FlushAsync();
        _isMade = true;
        body.Weigh(Left);
        await pipe.Writer.CompleteAsync();
        await (_sending ?? Task.CompletedTask);
    }

    /// <summary>Sends no more.</summary>
    public async Task DiscardAsync()
    {
        await pipe.Writer.CompleteAsync(new OperationCanceledException("The answer has failed."));
        if (_sending is { } sending)
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        else
            await pipe.Reader.CompleteAsync();
    }

    private long Left => Interlocked.Read(ref _written) - Interlocked.Read(ref _sent);

    // Until it is made, what it is made from is in memory too.
    private long Weight => _isMade ? Left : SlicedBody.MostMade;

    private async Task SendAsync()
    {
        try
        {
            var isRead = true;
            while (isRead)
            {
                var result = await pipe.Reader.ReadAsync();
                if (result.Buffer.IsEmpty && result.IsCompleted)
                    break;
                var slice = result.Buffer.First;
                slice = slice[..Math.Min(slice.Length, SlicedBody.SmallSlice)];
                isRead = await body.SliceAsync(slice, body, Weight);
                Interlocked.Add(ref _sent, slice.Length);
                pipe.Reader.AdvanceTo(result.Buffer.GetPosition(slice.Length));
            }
        }
        finally
        {
            await pipe.Reader.CompleteAsync();
        }
    }
}
