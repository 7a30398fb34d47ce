using FeedHub.Model.Health;
using FeedHub.Polling;
using FeedHub.Storage.Statements.Health;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;
using Hangfire;

namespace FeedHub.HealthFeed;

/// <summary>The recurring job that looks after what no poll tells: spells in which nothing could be stored, polls that are late, and
/// the disk.</summary>
public sealed partial class HealthDigest(
    ReadSessions database,
    DatabaseWriter writer,
    IStorageHealth storage,
    DiskSpace disk,
    LatePolls polls,
    TimeProvider time,
    ILogger<HealthDigest> log)
{
    /// <summary>Id of the recurring job.</summary>
    public const string JobId = "health-digest";

    private StorageSpell? _noted;
    private StorageSpell? _told;

    /// <summary>Looks, and records what changed; the line returned is the job's result on the dashboard.</summary>
    [JobDisplayName("Health digest: look at storage, polls and disk")]
    [AutomaticRetry(Attempts = 0)]
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        // What cannot be stored now is noted when it can.
        if (storage.Trouble is { } trouble)
            return Tell(trouble);
        try
        {
            return await LookAsync(cancellation);
        }
        catch (Exception error) when (storage.ReasonOf(error) is { } why)
        {
            return Tell(why);
        }
    }

    // In the log once: an error for whoever looks there and not at the dashboard.
    private string Tell(Reason trouble)
    {
        if (storage.Spell is { Until: null } spell && spell.Since != _told?.Since)
        {
            _told = spell;
            LogFailing(trouble);
        }

        return trouble.ToString();
    }

    private async Task<string> LookAsync(CancellationToken cancellation)
    {
        await NoteSpellAsync(cancellation);
        var late = await NoteAsync(
            polls.Trouble, HealthEventKind.PollsLate, HealthEventKind.PollsInTime, polls.AreInTime, Reason.Of(ReasonCode.PollsInTime),
            cancellation);
        var low = await NoteAsync(
            disk.Trouble, HealthEventKind.DiskLow, HealthEventKind.DiskRecovered, disk.IsPlenty,
            Reason.Of(ReasonCode.DiskRecovered, disk.Left ?? 0), cancellation);
        return (late, low) switch
        {
            (null, null) => "all is well",
            _ => string.Join(' ', new[] { late, low }.OfType<Reason>()),
        };
    }

    private async Task NoteSpellAsync(CancellationToken cancellation)
    {
        if (storage.Spell is not { Until: { } until } spell || spell == _noted)
            return;
        await writer.RunAsync(
            session => HealthEvents.Record(session, HealthEventKind.StorageFailing, spell.Since, spell.Words)
                && HealthEvents.Record(
                    session,
                    HealthEventKind.StorageRecovered,
                    until,
                    Reason.Of(ReasonCode.StorageRecovered)),
            cancellation);
        _noted = spell;
        LogRecovered(spell.Since, until, spell.Words);
    }

    // From what stands in the feed, so that a restart does not tell it again.
    private async Task<Reason?> NoteAsync(
        Reason? trouble, HealthEventKind begin, HealthEventKind end, bool isOver, Reason over, CancellationToken cancellation)
    {
        var isKnown = HealthEvents.GoingOnSince(database, begin, end) is not null;
        if (trouble is not null && !isKnown)
            await RecordAsync(begin, trouble, cancellation);
        if (trouble is null && isKnown && isOver)
            await RecordAsync(end, over, cancellation);
        return trouble;
    }

    private Task<bool> RecordAsync(HealthEventKind kind, Reason text, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return writer.RunAsync(session => HealthEvents.Record(session, kind, now, text), cancellation);
    }

    [LoggerMessage(EventName = "StorageFailing", Level = LogLevel.Error, Message = "{Trouble}")]
    private partial void LogFailing(Reason trouble);

    [LoggerMessage(
        EventName = "StorageRecovered",
        Level = LogLevel.Information,
        Message = "What comes is stored again; nothing could be from {Since:u} to {Until:u}: {Trouble}")]
    private partial void LogRecovered(DateTimeOffset since, DateTimeOffset until, Reason trouble);
}
