using System.Data.Common;
using System.Threading.Channels;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Writing;

namespace FeedHub.Publishing.Selection;

/// <summary>
/// Ends the second of the newest arrival before a feed with <c>dates=found</c> is made. Many programs know dates to the second and pass
/// over what is not newer than the newest that they saw: nothing may arrive later in a second that was shown (docs/notes/arrival.md).
/// </summary>
public sealed class ArrivalSeconds(SmallWrites writer, IStorageHealth health, TimeProvider time)
{
    /// <summary>How far arrivals may be ahead of the clock for it. Where they would be further, a second goes on.</summary>
    internal static readonly TimeSpan MostAhead = TimeSpan.FromSeconds(3);

    private const long Second = 1000;

    /// <summary>Ends it; returns the place behind all that has arrived until then, or null: nothing can be stored, so that nothing
    /// arrives.</summary>
    public async Task<StoryPlace?> EndAsync(DbConnection db, CancellationToken cancellation)
    {
        var newest = (await ChangedStories.NowAsync(db, cancellation)).Arrival;
        if (newest % Second == Second - 1)
            return new(newest + 1, 0);
        var now = time.GetUtcNow();
        try
        {
            return new(await writer.RunAsync(session => StorySequences.EndSecond(session, now, MostAhead), cancellation), 0);
        }
        catch (Exception error) when (error is ChannelClosedException || health.ReasonOf(error) is not null)
        {
            return null;
        }
    }
}
