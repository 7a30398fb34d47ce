using FeedHub.Storage.Files;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;
using Microsoft.Data.Sqlite;

namespace FeedHub.Storage.Engines.Sqlite;

/// <summary>
/// Whether the data directory can be written. While it cannot, no publisher is asked: what it gave could not be kept, and it would
/// be asked for the same again and again.
/// </summary>
public sealed class StorageHealth(DatabaseFile file, TimeProvider time) : IStorageHealth
{
    /// <summary>What must be free before polls go on: more than most polls need; where it is not enough, the rest grows.</summary>
    private const int ProbeBytes = 4 * 1024 * 1024;

    private static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromMinutes(30);

    private readonly Lock _padlock = new();
    private Reason? _trouble;
    private StorageSpell? _spell;
    private TimeSpan _rest = FirstRest;
    private long _probeAt;
    private long _recoveredAt;

    /// <summary>What is wrong, for an admin; null while all is well.</summary>
    public Reason? Trouble
    {
        get
        {
            lock (_padlock)
                return _trouble;
        }
    }

    /// <summary>The last time of trouble since the start, or null.</summary>
    public StorageSpell? Spell
    {
        get
        {
            lock (_padlock)
                return _spell;
        }
    }

    /// <summary>Why, if the exception says that the data directory cannot be written; else null.</summary>
    public Reason? ReasonOf(Exception? error)
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

    /// <summary>Takes note of a write that failed; what is no fault of the disk is passed over.</summary>
    public void Report(Exception failure)
    {
        if (ReasonOf(failure) is not { } words)
            return;
        lock (_padlock)
        {
            // Should it fail again soon after it seemed well, the probe was too small: rest longer.
            if (_trouble is null)
                _rest = _recoveredAt != 0 && time.GetElapsedTime(_recoveredAt) < ForgottenAfter && _rest * 2 < LongestRest
                    ? _rest * 2
                    : FirstRest;
            _spell = _spell is { Until: null } ? _spell : new(time.GetUtcNow(), null, words);

            // A full disk shows in other ways too, as where a file cannot be made to grow: it stays what is said.
            _trouble = _trouble?.Code == ReasonCode.DiskFull ? _trouble : words;
            _probeAt = time.GetTimestamp();
        }
    }

    /// <summary>True if all is well, or well again: after a rest a file as large as most polls need is tried.</summary>
    public bool IsWell()
    {
        lock (_padlock)
        {
            if (_trouble is null)
                return true;
            if (time.GetElapsedTime(_probeAt) < _rest)
                return false;
            _probeAt = time.GetTimestamp();
            if (!CanWrite())
                return false;
            (_trouble, _recoveredAt, _spell) = (null, time.GetTimestamp(), _spell! with { Until = time.GetUtcNow() });
            return true;
        }
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

    private bool CanWrite()
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
