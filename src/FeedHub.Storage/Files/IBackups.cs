namespace FeedHub.Storage.Files;

/// <summary>The backups of the database: made one at a time, the oldest removed.</summary>
public interface IBackups
{
    /// <summary>The folder, absolute.</summary>
    string Folder { get; }

    /// <summary>How many are kept; 0: none is made by itself.</summary>
    int Keep { get; }

    /// <summary>Null if the last one that was tried succeeded, or none was since the start.</summary>
    BackupFailure? LastFailure { get; }

    /// <summary>The command with which they are made where FeedHub makes none by itself, since they are the server's; else null.</summary>
    string? Command { get; }

    /// <summary>Every backup, newest first.</summary>
    IReadOnlyList<BackupFile> All();

    /// <summary>Absolute path of a backup; null if there is none of this name.</summary>
    string? Find(string name);

    /// <summary>Deletes a backup; false if there is none of this name.</summary>
    bool Delete(string name);

    /// <summary>Makes one and removes the oldest; returns what was made.</summary>
    /// <exception cref="BackupException">It could not be made; those there are stay.</exception>
    Task<BackupFile> MakeAsync(CancellationToken cancellation);
}

/// <summary>A backup that is whole and was checked.</summary>
/// <param name="Name">Its file's name.</param>
/// <param name="At">When it was begun: what it holds is from then.</param>
/// <param name="Bytes">Its size.</param>
public sealed record BackupFile(string Name, DateTimeOffset At, long Bytes);

/// <summary>Why the last backup came to nothing.</summary>
public sealed record BackupFailure(DateTimeOffset At, string Words);

/// <summary>A backup could not be made or read; the words say why, and what to do.</summary>
public sealed class BackupException(string message, Exception? inner = null) : Exception(message, inner);
