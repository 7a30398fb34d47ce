using System.Diagnostics;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Search;
using FeedHub.Storage.Writing;

namespace FeedHub.Publishing.Search;

/// <summary>
/// Keeps the index up with the stories, a moment behind them: an item's text is read out of its markup here, where no poll waits
/// for it. What still waits stands in the database, so that a restart goes on with it. Stories that come together are one commit, and the
/// index is merged once nothing waits and no poll writes.
/// </summary>
public sealed partial class SearchIndexer(
    ReadSessions database,
    DatabaseWriter writer,
    SearchWriter index,
    StoryChanges changes,
    INodes nodes,
    ILogger<SearchIndexer> log) : BackgroundService
{
    private static readonly TimeSpan RestAfterFailure = TimeSpan.FromSeconds(30);

    /// <summary>Stories come by the poll: those of a moment are one commit.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    /// <summary>Without news for so long, the index is merged.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);

    /// <summary>But only while polls have written nothing for so long: a wave of them needs the processor itself.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    /// <summary>After so long it is merged beside polls: each part costs every search a little.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>A wave is what has gone on for so long without a pause.</summary>
    private static readonly TimeSpan Wave = TimeSpan.FromMilliseconds(250);

    /// <summary>How long stories wait at most while a wave goes on.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    private long _unmergedSince;
    private bool _isUnmerged;
    private bool _isLost;

    /// <summary>Reads all that waits into the index; returns how many stories that were.</summary>
    public Task<int> CatchUpAsync(CancellationToken cancellation) => CatchUpAsync(() => Task.CompletedTask, cancellation);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var version = -1L;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (_isLost)
                    await MakeAgainAsync(stoppingToken);
                version = await NextAsync(version, stoppingToken);

                // Of several nodes one indexes for all.
                var began = Stopwatch.GetTimestamp();
                if (nodes.IsOwner && await CatchUpAsync(() => GiveWayAsync(began, stoppingToken), stoppingToken) > 0)
                    await Task.Delay(Moment, stoppingToken);
            }
            catch (SearchIndexLostException lost) when (!stoppingToken.IsCancellationRequested)
            {
                LogLost(lost, lost.Message);
                _isLost = true;
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(error);
                version = -1;
                await Task.Delay(RestAfterFailure, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<int> CatchUpAsync(Func<Task> before, CancellationToken cancellation)
    {
        var (total, last) = (0, 0);
        do
        {
            await before();
            total += last = await ReadBatchAsync(cancellation);
        }
        while (last > 0);

        if (total > 0)
            changes.Raise();
        return total;
    }

    // Many polls that wait to be stored need the processors themselves. Where that goes on, the index is written beside them after all.
    private async Task GiveWayAsync(long began, CancellationToken cancellation)
    {
        while (writer.Wave >= Wave && Stopwatch.GetElapsedTime(began) < Patience)
            await Task.Delay(BetweenLooks, cancellation);
    }

    // One turn from what waits to what is noted as read: nobody else's change of the index comes between.
    private async Task<int> ReadBatchAsync(CancellationToken cancellation)
    {
        using var turn = await index.TurnAsync(cancellation);
        cancellation.ThrowIfCancellationRequested();
        var batch = WaitingStories.Read(database);
        if (batch.Last == 0)
            return 0;
        index.Run(session => SearchIndex.Write(session, batch.Stories));
        if (!_isUnmerged)
            (_isUnmerged, _unmergedSince) = (true, Stopwatch.GetTimestamp());
        await writer.RunAsync(session => SearchQueue.Trim(session, batch.Last), cancellation);
        return batch.Stories.Count;
    }

    private async Task<long> NextAsync(long version, CancellationToken cancellation)
    {
        var next = changes.NextAsync(version, cancellation);
        while (_isUnmerged && await Task.WhenAny(next, Task.Delay(Quiet, cancellation)) != next)
            await MergeAsync(next, cancellation);
        return await next;
    }

    private async Task MergeAsync(Task next, CancellationToken cancellation)
    {
        while (_isUnmerged && !next.IsCompleted && MayMerge)
            _isUnmerged = await index.MergeAsync(isOfAll: false, cancellation);
    }

    private bool MayMerge => writer.Rest >= Rest || Stopwatch.GetElapsedTime(_unmergedSince) >= Longest;

    private async Task MakeAgainAsync(CancellationToken cancellation)
    {
        using var turn = await index.TurnAsync(cancellation);
        var mark = index.MakeNew();
        await writer.RunAsync(session => SearchQueue.BeginAgain(session, mark), cancellation);
        _isLost = false;
        changes.Raise();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Search is behind: its index could not be written.")]
    private partial void LogFailed(Exception error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index is lost ({Words}). It is made again while FeedHub serves; stories "
        + "that wait for it are not found by a search.")]
    private partial void LogLost(Exception error, string words);
}
