using FeedHub.Jobs;
using FeedHub.Model.Settings;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Items;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Writing;
using Microsoft.Extensions.Options;

namespace FeedHub.Ingesting;

/// <summary>Purges old stories and fingerprints, a batch in each transaction so that polls pass in between, in the index of live stories
/// too.</summary>
public sealed class StoryRetention(
    DatabaseWriter writer, LiveStories live, StoryChanges changes, IOptions<FeedHubOptions> options) : IPurge
{
    /// <summary>Stories purged in one transaction: polls wait no longer than this takes.</summary>
    private const int Batch = 200;

    /// <inheritdoc/>
    public string Counted => "stories";

    /// <inheritdoc/>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        await ForgetFingerprintsAsync(now, cancellation);
        return options.Value.Retention.Since(now) is { } before ? await PurgeAsync(before, cancellation) : 0;
    }

    /// <summary>Purges stories that are older and that no source lists any more; returns how many.</summary>
    public async Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        var total = 0;
        for (FeedPosition? from = new(long.MinValue, 0); from is { } place;)
        {
            var (purged, next) = await writer.RunAsync(session => Purge(session, before, place), cancellation);
            if (purged > 0)
                changes.Raise();
            (total, from) = (total + purged, next);
        }

        return total;
    }

    // Those of items that no new item can be a copy of any more.
    private async Task ForgetFingerprintsAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        for (var forgotten = Batch; forgotten == Batch;)
            forgotten = await writer.RunAsync(session => OldFingerprints.Purge(session, live.Since(now), Batch), cancellation);
    }

    private (int Purged, FeedPosition? Next) Purge(WriteSession session, DateTimeOffset before, FeedPosition from)
    {
        var (purged, gone, next) = new StoryPurge(session).Run(before, from, Batch);
        live.Remove(gone);
        live.RefreshRelations(session);
        return (purged, next);
    }
}
