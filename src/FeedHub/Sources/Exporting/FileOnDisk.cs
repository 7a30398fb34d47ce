namespace FeedHub.Sources.Exporting;

/// <summary>feeds.json as it was read last: at thousands of sources reading it takes a third of an export, and it seldom changes.</summary>
internal sealed class FileOnDisk
{
    // A file that was written just now may be written again at what its disk takes for the same instant.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(5);

    private volatile Known? _known;

    /// <summary>The file at this path.</summary>
    public FeedsFileResult Read(string path)
    {
        var stamp = Stamp.Of(path);
        if (_known is { } known && known.Stamp == stamp && known.Result.TryGetTarget(out var before))
            return before;
        var result = FeedsFileReader.Read(path, clientHeaders: true);
        _known = stamp is { } settled && DateTime.UtcNow - settled.Written > Settled && Stamp.Of(path) == stamp
            ? new(settled, new(result))
            : null;
        return result;
    }

    // Held only as long as nobody needs the memory.
    private sealed record Known(Stamp Stamp, WeakReference<FeedsFileResult> Result);

    private sealed record Stamp(string Path, DateTime Written, long Length)
    {
        public static Stamp? Of(string path) =>
            new FileInfo(path) is { Exists: true } file ? new(path, file.LastWriteTimeUtc, file.Length) : null;
    }
}
