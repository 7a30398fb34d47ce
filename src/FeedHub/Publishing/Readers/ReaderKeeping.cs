using FeedHub.Storage.Statements.Readers;
using FeedHub.Storage.Writing;

namespace FeedHub.Publishing.Readers;

/// <summary>Stores what <see cref="ReaderCounter"/> counted, once a minute and at the end.</summary>
internal sealed partial class ReaderKeeping(ReaderCounter counter, SmallWrites writer, TimeProvider time, ILogger<ReaderKeeping> log)
    : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    /// <summary>Stores what changed.</summary>
    public async Task StoreAsync(CancellationToken cancellation)
    {
        var rows = counter.Take();
        if (rows.Count == 0)
            return;
        try
        {
            await writer.RunAsync(session => ReadershipStore.Put(session, rows), cancellation);
        }
        catch (Exception error)
        {
            counter.Return(rows);
            if (!cancellation.IsCancellationRequested)
                LogFailed(error);
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await StoreAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await StoreAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The way a timer ends.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The numbers of readers could not be stored; FeedHub tries again in a minute.")]
    private partial void LogFailed(Exception error);
}
