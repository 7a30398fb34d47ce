using System.Diagnostics;
using FeedHub.Model.Stories;
using FeedHub.Storage.Writing;

namespace FeedHub.Nodes;

/// <summary>
/// Keeps a node in touch with the others: a sign of life twice a second, on a thread of its own, so that no work of others delays it; and a
/// look at what changed whenever another node tells of something, or a half second later where that was missed.
/// </summary>
internal sealed partial class NodeDuty(
    INodeWork work, NodeView view, OwnerRequests requests, Telling telling, StoryChanges changes, NodeReports reports,
    IStorageHealth health, ILogger<NodeDuty> log)
    : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);

    /// <summary>What changes within this time is told of together.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(20);

    private readonly AutoResetEvent _wake = new(false);
    private long _beatAt;
    private bool _isAway;

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _wake.Dispose();
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await view.EndAsync(cancellationToken);
            await Task.Run(work.Leave, CancellationToken.None).WaitAsync(cancellationToken);
        }
        catch (Exception error)
        {
            LogAway(error.Message);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        work.Edited = () => _wake.Set();
        using var waking = stoppingToken.Register(() => _wake.Set());
        var listening = ListenAsync(stoppingToken);
        var watching = WatchAsync(stoppingToken);
        await Task.Factory.StartNew(
            () => Run(stoppingToken), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        work.Edited = null;
        await Task.WhenAll(listening, watching).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void Run(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                Turn();
                _isAway = false;
            }
            catch (Exception error)
            {
                // That the server is away is said by the storage's health; here it is one line.
                if (!_isAway)
                    LogAway(error.Message);
                _isAway = true;
            }

            _wake.WaitOne(Period);
            stopping.WaitHandle.WaitOne(Gathering);
        }
    }

    private void Turn()
    {
        var isTime = _beatAt == 0 || Stopwatch.GetElapsedTime(_beatAt) >= Period;
        if (isTime)
            _beatAt = Stopwatch.GetTimestamp();
        var wasOwner = view.IsOwner;
        var news = isTime ? work.Beat(reports.Now()) : work.Look();
        view.Follow(news);
        telling.Tell(wasOwner && news.IsOwner);
        if (news.IsOwner)
            requests.Begin(news.Asked);

        // Where nothing is polled, nobody else would try whether all is well again.
        if (!news.IsOwner && health.Trouble is not null)
            _ = Task.Run(health.IsWell, CancellationToken.None);
    }

    private async Task WatchAsync(CancellationToken stopping)
    {
        for (var version = changes.Version; ; _wake.Set())
            version = await changes.NextAsync(version, stopping);
    }

    private async Task ListenAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await work.ListenAsync(() => _wake.Set(), stopping);
            }
            catch (Exception error) when (!stopping.IsCancellationRequested)
            {
                LogDeaf(error.Message);
                await Task.Delay(Period, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "This node is cut off from the database: {Words}")]
    private partial void LogAway(string words);

    [LoggerMessage(Level = LogLevel.Information, Message = "This node listens for others again in a moment: {Words}")]
    private partial void LogDeaf(string words);
}
