using FeedHub.Storage.Writing;
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

    private readonly Lock padlock = new();
    private string? trouble;
    private StorageSpell? spell;
    private TimeSpan rest = FirstRest;
    private long probeAt;
    private long recoveredAt;

    /// <summary>What is wrong, in words for an admin; null while all is well.</summary>
    public string? Trouble
    {
        get
        {
            lock (padlock)
                return trouble;
        }
    }

    /// <summary>The last time of trouble since the start, or null.</summary>
    public StorageSpell? Spell
    {
        get
        {
            lock (padlock)
                return spell;
        }
    }

    /// <summary>In words, if the exception says that the data directory cannot be written; else null.</summary>
    public string? WordsOf(Exception? error)
    {
        while (error is not null and not SqliteException)
            error = error.InnerException;
        return (error as SqliteException)?.SqliteErrorCode switch
        {
            SQLitePCL.raw.SQLITE_FULL => $"The disk of {file.Directory} is full: nothing can be stored, so nothing is polled. It goes on by itself once there is space.",
            SQLitePCL.raw.SQLITE_READONLY => $"The database in {file.Directory} cannot be written: nothing can be stored, so nothing is polled. It goes on by itself once it can.",
            SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_CANTOPEN =>
                $"The disk of {file.Directory} fails ({error!.Message}): nothing can be stored, so nothing is polled. It goes on by itself once it works.",
            _ => null,
        };
    }

    /// <summary>Takes note of a write that failed; what is no fault of the disk is passed over.</summary>
    public void Report(Exception failure)
    {
        if (WordsOf(failure) is not { } words)
            return;
        lock (padlock)
        {
            // Should it fail again soon after it seemed well, the probe was too small: rest longer.
            if (trouble is null)
                rest = recoveredAt != 0 && time.GetElapsedTime(recoveredAt) < ForgottenAfter && rest * 2 < LongestRest ? rest * 2 : FirstRest;
            spell = spell is { Until: null } ? spell : new(time.GetUtcNow(), null, words);
            (trouble, probeAt) = (words, time.GetTimestamp());
        }
    }

    /// <summary>True if all is well, or well again: after a rest a file as large as most polls need is tried.</summary>
    public bool IsWell()
    {
        lock (padlock)
        {
            if (trouble is null)
                return true;
            if (time.GetElapsedTime(probeAt) < rest)
                return false;
            probeAt = time.GetTimestamp();
            if (!CanWrite())
                return false;
            (trouble, recoveredAt, spell) = (null, time.GetTimestamp(), spell! with { Until = time.GetUtcNow() });
            return true;
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
