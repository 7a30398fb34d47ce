using Hangfire;

namespace FeedHub.Polling;

/// <summary>Has what is due polled without waiting for the dispatcher's next round.</summary>
public sealed class PollTrigger(IBackgroundJobClient jobs)
{
    /// <summary>Dispatches now.</summary>
    public void DispatchNow() => jobs.Enqueue<Dispatcher>(dispatcher => dispatcher.RunAsync(CancellationToken.None));
}
