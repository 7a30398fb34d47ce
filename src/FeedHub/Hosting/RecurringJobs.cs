using System.Linq.Expressions;
using FeedHub.Alerting;
using FeedHub.Articles;
using FeedHub.Categories;
using FeedHub.Dashboard.Backup;
using FeedHub.HealthFeed;
using FeedHub.Hub;
using FeedHub.Icons;
using FeedHub.Polling;
using FeedHub.Subscribing;
using Hangfire;
using Hangfire.Storage;

namespace FeedHub.Hosting;

/// <summary>The recurring jobs: started, and put back where somebody deleted one on Hangfire's page.</summary>
public sealed class RecurringJobs(IRecurringJobManager recurring, JobStorage storage, PollTrigger polling)
{
    private const string EveryFiveSeconds = "*/5 * * * * *";
    private const string EveryTenSeconds = "*/10 * * * * *";
    private const string EveryFifteenSeconds = "*/15 * * * * *";

    private IReadOnlyDictionary<string, Action> All => field ??= new Dictionary<string, Action>
    {
        [Dispatcher.JobId] = () => Add<Dispatcher>(Dispatcher.JobId, job => job.RunAsync(CancellationToken.None), EveryFiveSeconds),
        [PageDispatcher.JobId] = () => Add<PageDispatcher>(
            PageDispatcher.JobId, job => job.RunAsync(CancellationToken.None), EveryFiveSeconds),
        [Retention.JobId] = () => Add<Retention>(Retention.JobId, job => job.RunAsync(CancellationToken.None), Cron.Hourly(17)),
        [TrainingJob.JobId] = () => Add<TrainingJob>(TrainingJob.JobId, job => job.RunAsync(CancellationToken.None), Cron.Daily(2, 40)),
        [BackupJob.JobId] = () => Add<BackupJob>(BackupJob.JobId, job => job.RunAsync(CancellationToken.None), Cron.Hourly(20)),
        [IconJob.JobId] = () => Add<IconJob>(IconJob.JobId, job => job.RunAsync(CancellationToken.None), Cron.Minutely()),
        [SubscriptionJob.JobId] = () => Add<SubscriptionJob>(
            SubscriptionJob.JobId, job => job.RunAsync(CancellationToken.None), EveryFifteenSeconds),
        [AlertJob.JobId] = () => Add<AlertJob>(AlertJob.JobId, job => job.RunAsync(CancellationToken.None), EveryFifteenSeconds),
        [HubJobs.SweepId] = () => Add<HubJobs>(HubJobs.SweepId, job => job.SweepAsync(CancellationToken.None), EveryTenSeconds),
        [HealthDigest.JobId] = () => Add<HealthDigest>(HealthDigest.JobId, job => job.RunAsync(CancellationToken.None), Cron.Minutely()),
    };

    /// <summary>Dispatches at once and from then on every five seconds. Runs missed while FeedHub was down are not made up for.</summary>
    public void Begin()
    {
        foreach (var add in All.Values)
            add();
        polling.DispatchNow();
    }

    /// <summary>Ends them: another node has them now.</summary>
    public void End()
    {
        foreach (var job in All.Keys)
            recurring.RemoveIfExists(job);
    }

    /// <summary>Puts back those that are not there; returns their ids.</summary>
    public IReadOnlyList<string> PutBack()
    {
        using var connection = storage.GetReadOnlyConnection();
        List<string> missing = [.. connection.GetRecurringJobs(All.Keys).Where(IsGone).Select(job => job.Id)];
        missing.ForEach(id => All[id]());
        return missing;
    }

    // Deleted while it was being started, what is left of it says neither what to run nor when.
    private static bool IsGone(RecurringJobDto job) => job.Removed || job.Job is null || string.IsNullOrEmpty(job.Cron);

    private void Add<T>(string id, Expression<Func<T, Task>> run, string cron) =>
        recurring.AddOrUpdate(id, run, cron, new RecurringJobOptions { MisfireHandling = MisfireHandlingMode.Ignorable });
}
