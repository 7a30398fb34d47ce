using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace FeedHub.Serving.Sending;

/// <summary>
/// The body of an answer, sent in slices that each wait for the reader: Kestrel alone copies all that is written at once into its own
/// memory. Bytes that are in memory anyway are sent from there; what is made on the way is held whole up to a bound, so that what it is
/// made from is free again while a slow reader reads.
/// </summary>
internal sealed class SlicedBody(HttpContext context, IHttpResponseBodyFeature inner, ConnectionSlots places,
    ConnectionSlot place) : IHttpResponseBodyFeature
{
    /// <summary>Most bytes that are handed over at a time: with what may be left of the slice before, 64 kB are in memory for a
    /// reader.</summary>
    public const int Slice = 56 * 1024;

    /// <summary>Bytes that are handed over at a time while many readers are slow; more than half of it left in memory makes the next slice
    /// wait.</summary>
    public const int SmallSlice = 16 * 1024;

    /// <summary>Bytes of an answer made on the way that are held for its reader; what makes more of them waits.</summary>
    public const int MostMade = 4 * 1024 * 1024;

    private static readonly PipeOptions Made = new(
        readerScheduler: PipeScheduler.Inline, pauseWriterThreshold: MostMade, resumeWriterThreshold: MostMade
            / 2, minimumSegmentSize: SmallSlice, useSynchronizationContext: false);

    private MadeBody? _made;
    private Stream? _stream;

    /// <inheritdoc/>
    public Stream Stream => _stream ??= Writer.AsStream(leaveOpen: true);

    /// <inheritdoc/>
    public PipeWriter Writer => _made ??= new(this, new Pipe(Made));

    /// <summary>The turn in which the answer is made; ends where the making waits for the reader.</summary>
    public AnswerTurn? Turn { get; set; }

    /// <summary>Whether the reader has gone.</summary>
    public bool HasNoReader => context.RequestAborted.IsCancellationRequested;

    /// <summary>Sends bytes that stay in memory, for instance because others read them too.</summary>
    public static Task SendAsync(HttpContext context, byte[] bytes) => context.Features.Get<IHttpResponseBodyFeature>() is SlicedBody sliced
        ? sliced.SendAsync(bytes)
        : context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();

    /// <inheritdoc/>
    public void DisableBuffering() => inner.DisableBuffering();

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken = default) => inner.StartAsync(cancellationToken);

    /// <inheritdoc/>
    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        SendFileFallback.SendFileAsync(new SliceStream(this), path, offset, count, cancellationToken);

    /// <inheritdoc/>
    public async Task CompleteAsync()
    {
        await EndAsync();
        await inner.CompleteAsync();
    }

    /// <summary>Waits until all was taken that was written.</summary>
    public Task EndAsync() => _made?.EndAsync() ?? Task.CompletedTask;

    /// <summary>Throws away what was not sent yet: the answer has failed.</summary>
    public Task DiscardAsync() => _made?.DiscardAsync() ?? Task.CompletedTask;

    /// <summary>What waits has become this much.</summary>
    public void Weigh(long bytes) => places.Weigh(place, bytes);

    /// <summary>Hands over one slice at most and waits for the reader; false: it has gone.</summary>
    /// <param name="bytes">At most <see cref="Slice"/>.</param>
    /// <param name="held">What is held in memory until it is read.</param>
    /// <param name="size">How much that is.</param>
    public async ValueTask<bool> SliceAsync(ReadOnlyMemory<byte> bytes, object? held = null, long size = Slice)
    {
        var sent = inner.Writer.WriteAsync(bytes);
        if (sent.IsCompleted)
            return IsRead(await sent);
        places.Stall(place, held ?? this, size);
        try
        {
            return IsRead(await sent);
        }
        finally
        {
            places.Resume(place);
        }
    }

    private bool IsRead(FlushResult result) => !result.IsCompleted && !HasNoReader;

    private async Task SendAsync(byte[] bytes)
    {
        for (int at = 0, length; at < bytes.Length; at += length)
        {
            length = Math.Min(places.HasManyStalled ? SmallSlice : Slice, bytes.Length - at);
            if (!await SliceAsync(bytes.AsMemory(at, length), bytes, bytes.Length))
                return;
        }
    }
}
