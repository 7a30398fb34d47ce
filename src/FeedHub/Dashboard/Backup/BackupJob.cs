using System.Globalization;
using FeedHub.Jobs;
using FeedHub.Storage.Files;
using Hangfire;

namespace FeedHub.Dashboard.Backup;

/// <summary>The recurring job that keeps a backup of each day, and the same when an admin asks for one.</summary>
[AutomaticRetry(Attempts = 0)]
[FailedForADay]
[Queue(LongWork.Queue)]
public sealed partial class BackupJob(IBackups backups, TimeProvider time, ILogger<BackupJob> log)
{
    /// <summary>Id of the recurring job.</summary>
    public const string JobId = "backup";

    /// <summary>A little less than a day: looked at each hour, it is made at about the same hour each day.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromHours(23.5);

    /// <summary>Makes a backup if the newest is a day old: a machine that sleeps at night has its backups too. Returns the job's
    /// result.</summary>
    /// <exception cref="BackupException">It could not be made.</exception>
    [JobDisplayName("Backup: keep a copy of each day")]
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        if (backups.Keep == 0)
            return "Backup:Keep is 0: none is made";
        if (backups.All() is [var newest, ..] && time.GetUtcNow() - newest.At < Age)
            return $"{newest.Name} is not a day old: nothing to do";
        return await MakeAsync(cancellation);
    }

    /// <summary>Makes a backup now; returns the job's result.</summary>
    /// <exception cref="BackupException">It could not be made.</exception>
    [JobDisplayName("Backup: make a copy now")]
    public async Task<string> MakeAsync(CancellationToken cancellation)
    {
        var words = await CopyAsync(cancellation);
        LogMade(words);
        return words;
    }

    private async Task<string> CopyAsync(CancellationToken cancellation)
    {
        try
        {
            var made = await backups.MakeAsync(cancellation);
            return string.Create(
                CultureInfo.InvariantCulture, $"{made.Name}, {made.Bytes / 1e6:F1} MB, checked; {backups.All().Count} kept");
        }
        catch (BackupException error)
        {
            LogNotMade(error.Message);
            throw;
        }
    }

    [LoggerMessage(EventName = "Made", Level = LogLevel.Information, Message = "A backup was made: {Words}")]
    private partial void LogMade(string words);

    [LoggerMessage(EventName = "NotMade", Level = LogLevel.Error, Message = "No backup could be made: {Words}")]
    private partial void LogNotMade(string words);
}
