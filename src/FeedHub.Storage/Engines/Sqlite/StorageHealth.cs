using FeedHub.Storage.Files;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;
using Microsoft.Data.Sqlite;

namespace FeedHub.Storage.Engines.Sqlite;

/// <summary>
/// Whether the data directory can be written. While it cannot, no publisher is asked: what it gave could not be kept, and it would
/// be asked for the same again and again.
/// </summary>
public sealed class StorageHealth(DatabaseFile file, TimeProvider time) : WatchedStorage(time)
{
    /// <summary>What must be free before polls go on: more than most polls need; where it is not enough, the rest grows.</summary>
    private const int ProbeBytes = 4 * 1024 * 1024;

    /// <summary>Why, if the exception says that the data directory cannot be written; else null.</summary>
    public override Reason? ReasonOf(Exception? error)
    {
        while (error is not null and not SqliteException)
            error = error.InnerException;
        return (error as SqliteException)?.SqliteErrorCode switch
        {
            SQLitePCL.raw.SQLITE_FULL => Reason.Of(ReasonCode.DiskFull, file.Directory),
            SQLitePCL.raw.SQLITE_READONLY => Reason.Of(ReasonCode.DatabaseReadOnly, file.Directory),
            SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_CANTOPEN => IsFull()
                ? Reason.Of(ReasonCode.DiskFull, file.Directory)
                : Reason.Of(ReasonCode.DiskFails, file.Directory, error!.Message),
            _ => null,
        };
    }

    /// <summary>A full disk may show first as an I/O error, as where the index of the write-ahead log cannot grow.</summary>
    private bool IsFull()
    {
        try
        {
            return new DriveInfo(file.Directory).AvailableFreeSpace < ProbeBytes;
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Tries a file as large as most polls need.</summary>
    protected override bool CanWrite()
    {
        var probe = Path.Combine(file.Directory, "feedhub.probe");
        try
        {
            using var stream = PrivateFiles.Open(probe, FileMode.Create, FileShare.None, FileOptions.DeleteOnClose);
            var block = new byte[64 * 1024];
            for (var written = 0; written < ProbeBytes; written += block.Length)
                stream.Write(block);
            stream.Flush(flushToDisk: true);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
