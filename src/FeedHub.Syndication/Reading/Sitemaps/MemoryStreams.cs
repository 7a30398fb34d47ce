using System.Runtime.InteropServices;

namespace FeedHub.Syndication.Reading.Sitemaps;

/// <summary>Bytes in memory as a stream, without a copy where they are an array's.</summary>
internal static class MemoryStreams
{
    public static MemoryStream Over(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array)
            ? new(array.Array!, array.Offset, array.Count, writable: false)
            : new(bytes.ToArray(), writable: false);
}
