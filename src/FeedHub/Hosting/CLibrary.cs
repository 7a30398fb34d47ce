using System.Runtime.InteropServices;

namespace FeedHub.Hosting;

/// <summary>What the C library is told about memory. A function that it lacks, as musl lacks those of the heap, is left out: all of these
/// only save memory (docs/notes/start.md).</summary>
internal static class CLibrary
{
    // M_ARENA_MAX of malloc.h, and MADV_DONTNEED and MADV_PAGEOUT of madvise(2).
    private const int MostArenas = -8;
    private const int NotNeeded = 4;
    private const int Reclaim = 21;

    /// <summary>Bounds how many heaps the threads share, SQLite's memory most of all: by itself glibc has eight for each core, and each
    /// keeps what its threads once had. To be called before there are many threads.</summary>
    public static unsafe void BoundHeaps(int most)
    {
        if (Function("mallopt") is var found and not 0)
            _ = ((delegate* unmanaged<int, int, int>)found)(MostArenas, most);
    }

    /// <summary>Gives to the system what is free in its heaps.</summary>
    public static unsafe void TrimHeaps()
    {
        if (Function("malloc_trim") is var found and not 0)
            _ = ((delegate* unmanaged<nuint, int>)found)(0);
    }

    /// <summary>Takes pages out of this process; what was written to them is lost.</summary>
    /// <param name="address">Of the first page.</param>
    /// <param name="length">In bytes.</param>
    public static void Drop(long address, long length) => Advise(address, length, NotNeeded);

    /// <summary>Has the system take pages as it does by itself when it is short of memory; what was written to them is kept. Pages of a
    /// file it takes only for a user who may write that file.</summary>
    /// <param name="address">Of the first page.</param>
    /// <param name="length">In bytes.</param>
    public static void PageOut(long address, long length) => Advise(address, length, Reclaim);

    private static unsafe void Advise(long address, long length, int advice)
    {
        if (Function("madvise") is var found and not 0)
            _ = ((delegate* unmanaged<nint, nuint, int, int>)found)((nint)address, (nuint)length, advice);
    }

    private static nint Function(string name) => OperatingSystem.IsLinux()
        && NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), name, out var found) ? found : 0;
}
