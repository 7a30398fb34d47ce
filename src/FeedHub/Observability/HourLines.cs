namespace FeedHub.Observability;

/// <summary>A line of the log a minute after the start and then each hour: what FeedHub did in it, so that a log also shows that all is
/// well.</summary>
internal sealed partial class HourLines(Figures figures, TimeProvider time, ILogger<HourLines> log) : BackgroundService
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            await Task.Delay(First, time, stoppingToken);
            Tell("the first minute", figures.Work.Take());
            while (await timer.WaitForNextTickAsync(stoppingToken))
                Tell("an hour", figures.Work.Take());
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The way a service ends.
        }
    }

    private void Tell(string span, Work work) => LogHour(
        span, work.Polls, work.Changed, work.Unchanged, work.Failed, work.Items, work.Stories, Environment.WorkingSet / 1_000_000);

    [LoggerMessage(
        EventName = "Hour",
        Level = LogLevel.Information,
        Message = "In {Span}: {Polls} polls ({Changed} changed, {Unchanged} unchanged, {Failed} failed), {Items} new items, "
            + "{Stories} new stories; {Megabytes} MB of memory")]
    private partial void LogHour(string span, int polls, int changed, int unchanged, int failed, int items, int stories, long megabytes);
}
