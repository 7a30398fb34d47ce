using System.Diagnostics;
using System.Diagnostics.Metrics;
using FeedHub.Storage.Writing;

namespace FeedHub.Observability;

/// <summary>What FeedHub counts and times, for Prometheus and OpenTelemetry. Who does not listen pays nothing.</summary>
public sealed class Figures : IWriterWatch
{
    /// <summary>Name of the meter, and of the source of traces.</summary>
    public const string Name = "FeedHub";

    private static readonly InstrumentAdvice<double> PollSteps = new()
    {
        HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]
    };
    private static readonly InstrumentAdvice<double> BatchSteps = new()
    {
        HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5]
    };

    private readonly Counter<long> _polls;
    private readonly Histogram<double> _pollDuration;
    private readonly Counter<long> _items;
    private readonly Counter<long> _stories;
    private readonly Counter<long> _merges;
    private readonly Counter<long> _received;
    private readonly Counter<long> _saved;
    private readonly Histogram<double> _batches;
    private readonly Counter<long> _deliveries;
    private readonly Counter<long> _pages;

    /// <summary>Instruments of this service.</summary>
    public Figures(IMeterFactory meters)
    {
        Meter = meters.Create(Name);
        _polls = Meter.CreateCounter<long>("feedhub.polls", "{poll}", "Polls by outcome: changed, unchanged, failed.");
        _pollDuration = Meter.CreateHistogram("feedhub.poll.duration", "s", "Time that publishers took to answer.", advice: PollSteps);
        _items = Meter.CreateCounter<long>("feedhub.items", "{item}", "Items stored: new, or known and changed.");
        _stories = Meter.CreateCounter<long>("feedhub.stories", "{story}", "Stories begun.");
        _merges = Meter.CreateCounter<long>("feedhub.merges", "{item}", "New items that joined a story.");
        _received = Meter.CreateCounter<long>("feedhub.received", "By", "Bytes of bodies, as they came over the wire.");
        _saved = Meter.CreateCounter<long>("feedhub.saved", "By", "Bytes that 304s saved.");
        _batches = Meter.CreateHistogram("feedhub.writer.batch.duration", "s", "Time of the writer's transactions.", advice: BatchSteps);
        _pages = Meter.CreateCounter<long>(
            "feedhub.pages", "{page}", "Article pages by outcome: read, refused, denied, empty, later (asked for again).");
        _deliveries = Meter.CreateCounter<long>(
            "feedhub.hub.deliveries",
            "{push}",
            "Pushes to the hub's subscribers: delivered, failed (tried again), dropped.");
    }

    internal Meter Meter { get; }

    /// <summary>What was done within the last minute.</summary>
    internal RecentMinute Recent { get; } = new();

    /// <summary>What was done since the log last told it.</summary>
    internal WorkCounts Work { get; } = new();

    /// <summary>A poll ended.</summary>
    /// <param name="outcome"><c>changed</c>, <c>unchanged</c> or <c>failed</c>.</param>
    /// <param name="duration">How long the publisher took to answer.</param>
    /// <param name="receivedBytes">Bytes that came over the wire.</param>
    /// <param name="savedBytes">Bytes that a 304 saved.</param>
    internal void Polled(string outcome, TimeSpan duration, long receivedBytes, long savedBytes)
    {
        Recent.Polled();
        Work.Polled(outcome);
        if (!_polls.Enabled)
            return;
        _polls.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
        _pollDuration.Record(duration.TotalSeconds);
        _received.Add(receivedBytes);
        _saved.Add(savedBytes);
    }

    /// <summary>Items were stored, by a poll or a push.</summary>
    /// <param name="added">Items that are new.</param>
    /// <param name="changed">Items that were known and changed.</param>
    /// <param name="merged">New items that joined a story.</param>
    internal void Ingested(int added, int changed, int merged)
    {
        Recent.Stored(added + changed);
        Work.Stored(added, added - merged);
        if (added + changed == 0)
            return;
        _items.Add(added, new KeyValuePair<string, object?>("kind", "new"));
        _items.Add(changed, new KeyValuePair<string, object?>("kind", "changed"));
        _stories.Add(added - merged);
        _merges.Add(merged);
    }

    /// <summary>A page of an article was asked for.</summary>
    /// <param name="outcome"><c>read</c>, <c>refused</c>, <c>denied</c>, <c>empty</c> or <c>later</c>.</param>
    internal void PageAsked(string outcome) => _pages.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    /// <inheritdoc/>
    public void Wrote(long began)
    {
        if (_batches.Enabled)
            _batches.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    /// <summary>A push to a subscriber of the hub ended.</summary>
    /// <param name="result"><c>delivered</c>, <c>failed</c> or <c>dropped</c>.</param>
    internal void Delivered(string result) => _deliveries.Add(1, new KeyValuePair<string, object?>("result", result));
}
