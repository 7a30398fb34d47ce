using FeedHub.Jobs;
using FeedHub.Polling;
using FeedHub.Storage.Files;
using FeedHub.Storage.Statements.Figures;
using FeedHub.Storage.Writing;
using Hangfire;

namespace FeedHub.Hosting;

/// <summary>
/// The recurring job that purges what is older than <c>Retention:Days</c> and no longer listed by its source, and all else that the rooms
/// keep for a bounded time. The keys of purged items stay as tombstones, so that they never come back as new.
/// </summary>
[Queue(LongWork.Queue)]
public sealed class Retention(IDataDirectory data, DatabaseWriter writer, IEnumerable<IPurge> purges, ClockSteps clock, TimeProvider time)
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
        var counts = new List<string>();
        foreach (var purge in purges)
        {
            var count = await purge.RunAsync(now, cancellation);
            if (purge.Counted is { } counted)
                counts.Add($"{count} {counted}");
        }

        return $"{string.Join(" and ", counts)} purged";
    }

    private bool Measure(WriteSession session, DateTimeOffset now)
    {
        HourlyCounts.Set(session, now, HourlyCounts.DatabaseBytes, data.SettledBytes);
        return true;
    }
}
