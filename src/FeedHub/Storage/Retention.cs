using FeedHub.Polling;
using FeedHub.Publishing;
using Hangfire;
using Microsoft.Extensions.Options;

namespace FeedHub.Storage;

/// <summary>
/// The recurring job that purges what is older than <c>Retention:Days</c>, and old polls. The keys of purged items stay as
/// tombstones, so that they never come back as new.
/// </summary>
public sealed class Retention(DatabaseWriter writer, StoryChanges changes, ClockSteps clock, IOptions<FeedHubOptions> options, TimeProvider time)
{
    /// <summary>Id of the recurring job.</summary>
    public const string JobId = "retention";

    /// <summary>Stories purged in one transaction: polls wait no longer than this takes.</summary>
    private const int Batch = 200;

    private static readonly TimeSpan PollHistory = TimeSpan.FromDays(30);

    /// <summary>Purges; the line returned is the job's result on the dashboard.</summary>
    [JobDisplayName("Retention: purge old stories and polls")]
    [AutomaticRetry(Attempts = 0)]
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        if (clock.InDoubt)
            return "the clock was set forward: nothing is purged for a day";
        var now = time.GetUtcNow();
        var polls = await writer.RunAsync(session => session.Execute("DELETE FROM Polls WHERE At < ?1", now - PollHistory), cancellation);
        var stories = options.Value.Retention.Days == 0 ? 0 : await PurgeStoriesAsync(now.AddDays(-options.Value.Retention.Days), cancellation);
        return $"{stories} stories and {polls} polls purged";
    }

    private async Task<int> PurgeStoriesAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        var total = 0;
        for (var purged = Batch; purged == Batch; total += purged)
        {
            purged = await writer.RunAsync(session => Purge(session, before), cancellation);
            if (purged > 0)
                changes.Raise();
        }

        return total;
    }

    private static int Purge(WriteSession session, DateTimeOffset before)
    {
        session.Execute("CREATE TEMP TABLE IF NOT EXISTS Purged (StoryId INTEGER PRIMARY KEY)");
        session.Execute("DELETE FROM Purged");
        var stories = session.Execute("INSERT INTO Purged SELECT Id FROM Stories WHERE SortAt < ?1 ORDER BY SortAt LIMIT ?2", before, Batch);
        if (stories == 0)
            return 0;
        const string Gone = "(SELECT StoryId FROM Purged)";
        session.Execute(
            $"""
            UPDATE ItemKeys SET ItemId = NULL
            WHERE SourceId IN (SELECT SourceId FROM StorySources WHERE StoryId IN {Gone}) AND ItemId IN (SELECT Id FROM Items WHERE StoryId IN {Gone})
            """);
        session.Execute(
            $"""
            UPDATE Sources SET
                ItemCount = ItemCount - (SELECT count(*) FROM Items i WHERE i.SourceId = Sources.Id AND i.StoryId IN {Gone}),
                StoryCount = StoryCount - (SELECT count(*) FROM StorySources s WHERE s.SourceId = Sources.Id AND s.StoryId IN {Gone})
            WHERE Id IN (SELECT SourceId FROM StorySources WHERE StoryId IN {Gone})
            """);
        foreach (var table in (string[])["Items", "StoryKeys", "StoryCategories", "StorySources"])
            session.Execute($"DELETE FROM {table} WHERE StoryId IN {Gone}");
        session.Execute($"DELETE FROM Stories WHERE Id IN {Gone}");
        return stories;
    }
}
