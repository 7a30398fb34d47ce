using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace FeedHub.Hosting;

/// <summary>
/// Takes pages of program files that nobody has written to out of this process, on Linux. They come back by themselves where they are used
/// again, from the system's memory or from the file (docs/notes/start.md).
/// </summary>
internal static class CodePages
{
    // Bits of /proc/self/pagemap (proc_pid_pagemap(5)): in memory; the file's own page and no copy that was written to.
    private const ulong OfFile = (1UL << 63) | (1UL << 61);

    /// <summary>Where such files are mapped now; nowhere, where the system does not tell.</summary>
    public static IReadOnlySet<MappedPages> Mapped()
    {
        using var maps = Open("maps");
        return maps is null ? new HashSet<MappedPages>() : OfPrograms(Lines(maps)).ToHashSet();
    }

    /// <summary>Takes them out.</summary>
    /// <param name="before">Where files were mapped a while ago: what has been loaded since may not be complete yet.</param>
    public static void GiveBack(IReadOnlySet<MappedPages> before)
    {
        using var pages = Open("pagemap");
        if (pages is null)
            return;
        foreach (var mapped in Mapped().Where(before.Contains))
            GiveBack(pages, mapped);
    }

    /// <summary>What is mapped from program files, and is this process's own where it can be written to. The runtime unloads none of these
    /// files.</summary>
    /// <param name="maps">Lines as in <c>/proc/self/maps</c> (proc_pid_maps(5)).</param>
    internal static IEnumerable<MappedPages> OfPrograms(IEnumerable<string> maps) =>
        from line in maps
        let parts = line.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries)
        where parts is [_, "r-xp" or "r--p" or "r--s" or "rw-p", .., var file] && IsProgram(file)
        let ends = Array.ConvertAll(parts[0].Split('-'), end => long.Parse(end, NumberStyles.HexNumber, CultureInfo.InvariantCulture))
        select new MappedPages(ends[0], ends[1], IsWritable: parts[1] == "rw-p");

    // Other systems have no such files, and a sandbox may keep them to itself: then the pages stay.
    private static SafeFileHandle? Open(string name)
    {
        try
        {
            return OperatingSystem.IsLinux() ? File.OpenHandle("/proc/self/" + name) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Lines(SafeFileHandle file)
    {
        using var reader = new StreamReader(new FileStream(file, FileAccess.Read, bufferSize: 1));
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    private static bool IsProgram(string file) => file.EndsWith(".dll", StringComparison.Ordinal)
        || file.EndsWith(".so", StringComparison.Ordinal) || file.Contains(".so.", StringComparison.Ordinal)
        || file == Environment.ProcessPath;

    // Where another thread may write to a page meanwhile only the system can take it: it looks and takes at once.
    private static void GiveBack(SafeFileHandle pages, MappedPages mapped)
    {
        var (from, to, isWritable) = mapped;
        Action<long, long> take = isWritable ? CLibrary.PageOut : CLibrary.Drop;
        var size = Environment.SystemPageSize;
        var bits = new ulong[(to - from) / size];
        RandomAccess.Read(pages, MemoryMarshal.AsBytes(bits.AsSpan()), from / size * sizeof(ulong));
        for (int first = 0, next = 0; first < bits.Length; first = ++next)
        {
            while (next < bits.Length && (bits[next] & OfFile) == OfFile)
                next++;
            if (next > first)
                take(from + ((long)first * size), (long)(next - first) * size);
        }
    }
}
