using FeedHub.Categories;
using FeedHub.Ingesting;
using FeedHub.Jobs;
using FeedHub.Model.Settings;
using FeedHub.Polling;
using FeedHub.Storage.Files;
using FeedHub.Storage.Statements.Audit;
using FeedHub.Storage.Statements.Figures;
using FeedHub.Storage.Statements.Health;
using FeedHub.Storage.Statements.Hosts;
using FeedHub.Storage.Statements.Polls;
using FeedHub.Storage.Statements.Readers;
using FeedHub.Storage.Statements.Sources;
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
    IDataDirectory data, DatabaseWriter writer, StoryRetention stories, HabitAging habits, ClockSteps clock,
    IOptions<FeedHubOptions> options, TimeProvider time)
{
    /// <summary>Id of the recurring job.</summary>
    public const string JobId = "retention";

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
        await stories.ForgetFingerprintsAsync(now, cancellation);
        await writer.RunAsync(session => AuditLog.Purge(session, now), cancellation);
        await writer.RunAsync(session => DeletedSources.Purge(session, now), cancellation);
        await writer.RunAsync(session => HostLedger.Purge(session, now), cancellation);
        await writer.RunAsync(session => HealthEvents.Purge(session, Before(now) ?? DateTimeOffset.UnixEpoch), cancellation);
        await writer.RunAsync(session => HourlyCounts.Purge(session, now), cancellation);
        await writer.RunAsync(session => ReadershipStore.Purge(session, now), cancellation);
        await habits.RunAsync(now, cancellation);
        var purged = Before(now) is { } before ? await stories.PurgeAsync(before, cancellation) : 0;
        return $"{purged} stories and {polls} polls purged";
    }

    private DateTimeOffset? Before(DateTimeOffset now) =>
        options.Value.Retention.Days == 0 ? null : now.AddDays(-options.Value.Retention.Days);

    private bool Measure(WriteSession session, DateTimeOffset now)
    {
        HourlyCounts.Set(session, now, HourlyCounts.DatabaseBytes, data.SettledBytes);
        return true;
    }
}
