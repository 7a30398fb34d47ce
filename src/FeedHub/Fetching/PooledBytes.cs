using System.Buffers;

namespace FeedHub.Fetching;

/// <summary>
/// Bytes as they come, in memory that goes back to a pool when this is disposed of: nothing of them may be read after that. A body is
/// the largest object of a poll, and to collect it costs more than to read it. Where nobody disposes of this, it is collected as any
/// other.
/// </summary>
/// <param name="expected">How many bytes are expected; it grows where they are more.</param>
internal sealed class PooledBytes(int expected) : IDisposable
{
    private const int Least = 16 * 1024;

    // More is rare, and would lie in the pool for long.
    private const int MostPooled = 1024 * 1024;

    private byte[] _bytes = Rent(Math.Max(Least, expected + 1));

    /// <summary>How many bytes there are.</summary>
    public int Count { get; private set; }

    /// <summary>What came.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Count);

    /// <summary>Room for some bytes more, to be told to <see cref="Advance"/>; never empty.</summary>
    public Memory<byte> Room()
    {
        if (Count == _bytes.Length)
            Grow();
        return _bytes.AsMemory(Count);
    }

    /// <summary>So many bytes were written into the room.</summary>
    public void Advance(int bytes) => Count += bytes;

    /// <inheritdoc/>
    public void Dispose()
    {
        Return(_bytes);
        (_bytes, Count) = ([], 0);
    }

    private void Grow()
    {
        var larger = Rent(Math.Min(Array.MaxLength, Math.Max(Least, 2 * (long)_bytes.Length)));
        Written.Span.CopyTo(larger);
        Return(_bytes);
        _bytes = larger;
    }

    private static byte[] Rent(long length) =>
        length <= MostPooled ? ArrayPool<byte>.Shared.Rent((int)length) : GC.AllocateUninitializedArray<byte>((int)length);

    private static void Return(byte[] bytes)
    {
        if (bytes.Length is > 0 and <= MostPooled)
            ArrayPool<byte>.Shared.Return(bytes);
    }
}
