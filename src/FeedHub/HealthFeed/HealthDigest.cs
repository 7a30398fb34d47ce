using FeedHub.Model.Health;
using FeedHub.Storage.Statements.Health;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;
using Hangfire;

namespace FeedHub.HealthFeed;

/// <summary>The recurring job that looks after what no poll tells: spells in which nothing could be stored, and the disk.</summary>
public sealed class HealthDigest(
    ReadSessions database,
    DatabaseWriter writer,
    IStorageHealth storage,
    DiskSpace disk,
    TimeProvider time)
{
    /// <summary>Id of the recurring job.</summary>
    public const string JobId = "health-digest";

    private StorageSpell? _noted;

    /// <summary>Looks, and records what changed; the line returned is the job's result on the dashboard.</summary>
    [JobDisplayName("Health digest: look at storage and disk")]
    [AutomaticRetry(Attempts = 0)]
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        // What cannot be stored now is noted when it can.
        if (storage.Trouble is { } trouble)
            return trouble.ToString();
        await NoteSpellAsync(cancellation);
        return await NoteDiskAsync(cancellation);
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
    }

    private async Task<string> NoteDiskAsync(CancellationToken cancellation)
    {
        // From what stands in the feed, so that a restart does not tell it again.
        var isKnown = HealthEvents.IsDiskLow(database);
        if (disk.Trouble is { } trouble)
        {
            if (!isKnown)
                await RecordAsync(HealthEventKind.DiskLow, trouble, cancellation);
            return trouble.ToString();
        }

        if (isKnown && disk.IsPlenty)
            await RecordAsync(HealthEventKind.DiskRecovered, Reason.Of(ReasonCode.DiskRecovered, disk.Left ?? 0), cancellation);
        return "all is well";
    }

    private Task<bool> RecordAsync(HealthEventKind kind, Reason text, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return writer.RunAsync(session => HealthEvents.Record(session, kind, now, text), cancellation);
    }
}
