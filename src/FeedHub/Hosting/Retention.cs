using FeedHub.Categories;
using FeedHub.Ingesting;
using FeedHub.Model.Settings;
using FeedHub.Model.Stories;
using FeedHub.Polling;
using FeedHub.Storage.Engines.Sqlite;
using FeedHub.Storage.Statements.Audit;
using FeedHub.Storage.Statements.Figures;
using FeedHub.Storage.Statements.Health;
using FeedHub.Storage.Statements.Hosts;
using FeedHub.Storage.Statements.Items;
using FeedHub.Storage.Statements.Polls;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Writing;
using Hangfire;
using Microsoft.Extensions.Options;

namespace FeedHub.Hosting;

/// <summary>
/// The recurring job that purges what is older than <c>Retention:Days</c> and no longer listed by its source, and old polls. The keys
/// of purged items stay as tombstones, so that they never come back as new.
/// </summary>
[Queue(LongWork.Queue)]
public sealed class Retention(
    DatabaseFile file, DatabaseWriter writer, LiveStories live, StoryChanges changes, HabitAging habits, ClockSteps clock, IOptions<FeedHubOptions> options, TimeProvider time)
{
    /// <summary>Id of the recurring job.</summary>
    public const string JobId = "retention";

    /// <summary>Stories purged in one transaction: polls wait no longer than this takes.</summary>
    private const int Batch = 200;

    /// <summary>Purges; the line returned is the job's result on the dashboard.</summary>
    [JobDisplayName("Retention: purge old stories and polls")]
    [AutomaticRetry(Attempts = 0)]
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await writer.RunAsync(session => Measure(session, now), cancellation);
        if (clock.InDoubt)
            return "the clock was set forward: nothing is purged for a day";
        var polls = await writer.RunAsync(session => PollHistory.Purge(session, now), cancellation);
        await ForgetFingerprintsAsync(now, cancellation);
        await writer.RunAsync(session => AuditLog.Purge(session, now), cancellation);
        await writer.RunAsync(session => HostLedger.Purge(session, now), cancellation);
        await writer.RunAsync(session => HealthEvents.Purge(session, Before(now) ?? DateTimeOffset.UnixEpoch), cancellation);
        await writer.RunAsync(session => HourlyCounts.Purge(session, now), cancellation);
        await habits.RunAsync(now, cancellation);
        var stories = Before(now) is not { } before ? 0 : await PurgeStoriesAsync(before, cancellation);
        return $"{stories} stories and {polls} polls purged";
    }

    private DateTimeOffset? Before(DateTimeOffset now) => options.Value.Retention.Days == 0 ? null : now.AddDays(-options.Value.Retention.Days);

    private bool Measure(WriteSession session, DateTimeOffset now)
    {
        HourlyCounts.Set(session, now, HourlyCounts.DatabaseBytes, new FileInfo(file.Path).Length);
        return true;
    }

    private async Task<int> PurgeStoriesAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        var total = 0;
        for (Place? from = new(long.MinValue, 0); from is { } place;)
        {
            var (purged, next) = await writer.RunAsync(session => Purge(session, before, place), cancellation);
            if (purged > 0)
                changes.Raise();
            (total, from) = (total + purged, next);
        }

        return total;
    }

    private (int Purged, Place? Next) Purge(WriteSession session, DateTimeOffset before, Place from)
    {
        var (purged, gone, next) = new StoryPurge(session).Run(before, from, Batch);
        live.Remove(gone);
        live.RefreshRelations(session);
        return (purged, next);
    }

    // No new item can be a copy of what these belong to any more.
    private async Task ForgetFingerprintsAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        for (var forgotten = Batch; forgotten == Batch;)
            forgotten = await writer.RunAsync(session => OldFingerprints.Purge(session, live.Since(now), Batch), cancellation);
    }
}
