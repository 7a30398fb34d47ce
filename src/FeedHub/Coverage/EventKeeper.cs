using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Coverage;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Grouping;

namespace FeedHub.Coverage;

/// <summary>
/// Sorts stories into events, a moment behind their polls, which do not wait for it. What waits stands in the database, and so does what
/// was found: a restart goes on with both (docs/notes/coverage.md).
/// </summary>
public sealed partial class EventKeeper(
    ReadSessions database, DatabaseWriter writer, StoryChanges changes, EventOptions options, INodes nodes, TimeProvider time,
    ILogger<EventKeeper> log)
    : BackgroundService
{
    /// <summary>Changes that are one commit at most.</summary>
    private const int Most = 500;

    private static readonly TimeSpan RestAfterFailure = TimeSpan.FromSeconds(30);

    /// <summary>Stories come by the poll; those of a moment are sorted better together.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _turn = new(1);
    private LiveEvents? _events;
    private bool _isToTell;

    /// <summary>Sorts all that waits, where this node stores; returns how many changes that were.</summary>
    public async Task<int> CatchUpAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            // Of several nodes one sorts for all; what the others remember is void by the time it is their turn.
            if (!nodes.IsOwner)
            {
                _events = null;
                return 0;
            }

            var total = 0;
            for (var last = Most; last == Most; total += last)
                last = await SortAsync(cancellation);
            if (_isToTell)
                changes.Raise();
            _isToTell = false;
            return total;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var version = -1L;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                version = await changes.NextAsync(version, stoppingToken);
                if (await CatchUpAsync(stoppingToken) > 0)
                    await Task.Delay(Moment, stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(error);
                version = -1;
                await Task.Delay(RestAfterFailure, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    // What a write did not reach, memory has all the same: it is filled again.
    private async Task<int> SortAsync(CancellationToken cancellation)
    {
        var events = _events ??= await LoadAsync(cancellation);
        var waiting = EventQueue.Read(database, Most);
        if (waiting.Count == 0)
            return 0;
        _events = null;
        var now = time.GetUtcNow();
        var changed = waiting.Select(story => story.StoryId).ToHashSet();
        var found = events.Add(changed, EventLeads.Of(database, LiveEvents.Since(options, now), changed), now);
        var stale = waiting.Select(story => story.EventId).OfType<long>().ToList();
        events.Confirm(await writer.RunAsync(session => Write(session, found, stale, waiting[^1].Id, now), cancellation));
        (_events, _isToTell) = (events, _isToTell || !found.IsNone || stale.Count > 0);
        return waiting.Count;
    }

    private static IReadOnlyDictionary<long, long?> Write(
        WriteSession session, EventChanges found, IEnumerable<long> stale, long last, DateTimeOffset now)
    {
        var numbers = found.Write(session, stale, now);
        EventQueue.Trim(session, last);
        return numbers;
    }

    // The writer makes fingerprints of former versions again before its first command.
    private async Task<LiveEvents> LoadAsync(CancellationToken cancellation)
    {
        await writer.RunAsync(_ => true, cancellation);
        return LiveEvents.Load(database, options, time.GetUtcNow());
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Stories could not be sorted into events; it is tried again.")]
    private partial void LogFailed(Exception error);
}
