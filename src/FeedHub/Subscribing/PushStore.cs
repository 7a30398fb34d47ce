using FeedHub.Ingesting;
using FeedHub.Model.Settings;
using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Observability;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Statements.Subscriptions;
using FeedHub.Storage.Writing;
using Microsoft.Extensions.Options;

namespace FeedHub.Subscribing;

/// <summary>Stores what a push brought. A push is small: nothing is gained by knowing what it repeats.</summary>
public sealed class PushStore(
    FeedReader reader, LargeDocuments large, Ingesters ingesters, StoryChanges changes, Figures figures, IOptions<FeedHubOptions> options,
    TimeProvider time)
{
    /// <summary>Stores it; of a large document, the oldest pieces before in transactions of their own.</summary>
    public async Task StoreAsync(Source source, FeedReadResult read)
    {
        var ingested = await large.StoreAsync(
            source,
            read,
            KnownListing.Nothing,
            (session, newest, early) => Store(session, source, newest, early));
        if (ingested == default)
            return;
        figures.Ingested(ingested.New, ingested.Changed, ingested.Merged);
        reader.Learnt(source.Id);
        changes.Raise();
    }

    // Validators, hash and hints stay those of the last poll: a push may hold the newest items alone.
    private IngestResult Store(WriteSession session, Source source, FeedReadResult newest, EarlyPieces early)
    {
        var now = time.GetUtcNow();
        var ingester = ingesters.For(session, source, now, early);
        var ingested = early.Result + (newest.Document is { } document ? ingester.Ingest(document, whole: false) : default);
        if (ingester.PublishedDates.Count > 0 && source.Polling.Rhythm is { } rhythm)
            new PolledSource(session, source.Id).SetRhythmAlone(rhythm.With(ingester.PublishedDates, now));
        new SubscribedSource(session, source.Id, options.Value.Subscribing.PollInterval, now).AfterPush(ingested);
        return ingested;
    }
}
