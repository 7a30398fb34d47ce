using FeedHub.Articles;
using FeedHub.Categories;
using FeedHub.Dashboard.Backup;
using FeedHub.Icons;
using FeedHub.Polling;
using Hangfire;

namespace FeedHub.Hosting;

/// <summary>Starts the recurring jobs.</summary>
public sealed class RecurringJobs(IRecurringJobManager recurring, PollTrigger polling)
{
    private const string EveryFiveSeconds = "*/5 * * * * *";

    /// <summary>Dispatches at once and from then on every five seconds. Runs missed while FeedHub was down are not made up for.</summary>
    public void Begin()
    {
        recurring.AddOrUpdate<Dispatcher>(
            Dispatcher.JobId,
            dispatcher => dispatcher.RunAsync(CancellationToken.None),
            EveryFiveSeconds,
            new RecurringJobOptions { MisfireHandling = MisfireHandlingMode.Ignorable });
        recurring.AddOrUpdate<PageDispatcher>(
            PageDispatcher.JobId,
            dispatcher => dispatcher.RunAsync(CancellationToken.None),
            EveryFiveSeconds,
            new RecurringJobOptions { MisfireHandling = MisfireHandlingMode.Ignorable });
        recurring.AddOrUpdate<Retention>(
            Retention.JobId,
            retention => retention.RunAsync(CancellationToken.None),
            Cron.Hourly(17),
            new RecurringJobOptions { MisfireHandling = MisfireHandlingMode.Ignorable });
        recurring.AddOrUpdate<TrainingJob>(
            TrainingJob.JobId,
            training => training.RunAsync(CancellationToken.None),
            Cron.Daily(2, 40),
            new RecurringJobOptions { MisfireHandling = MisfireHandlingMode.Ignorable });
        recurring.AddOrUpdate<BackupJob>(
            BackupJob.JobId,
            backup => backup.RunAsync(CancellationToken.None),
            Cron.Hourly(20),
            new RecurringJobOptions { MisfireHandling = MisfireHandlingMode.Ignorable });
        recurring.AddOrUpdate<IconJob>(
            IconJob.JobId,
            icons => icons.RunAsync(CancellationToken.None),
            Cron.Minutely(),
            new RecurringJobOptions { MisfireHandling = MisfireHandlingMode.Ignorable });
        polling.DispatchNow();
    }
}
