
namespace FeedHub.Publishing.Briefings;

/// <summary>Makes the editions of the briefings that are kept, at their hours.</summary>
public sealed partial class BriefingKeeper(
    BriefingEditions editions, BriefingRequest requests, TimeProvider time, ILogger<BriefingKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(1);

    /// <summary>Makes those whose hour has come.</summary>
    public async Task KeepUpAsync(CancellationToken cancellation)
    {
        foreach (var (key, _) in await editions.KeysAsync())
        {
            if (await requests.ReadAsync(key, cancellation) is { } plan)
                await editions.KeepUpAsync(plan, cancellation);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minute = new PeriodicTimer(Often, time);
        while (await minute.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await KeepUpAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(error);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An edition of a briefing could not be made; it is tried again in a minute.")]
    private partial void LogFailed(Exception error);
}
