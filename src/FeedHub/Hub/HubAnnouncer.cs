using FeedHub.Model.Stories;
using FeedHub.Storage.Writing;
using Hangfire;

namespace FeedHub.Hub;

/// <summary>Queues an announcement soon after stories change; changes that come close together are one.</summary>
internal sealed class HubAnnouncer(
    StoryChanges changes, HubQueue queue, IRecurringJobManager recurring, INodes nodes)
    : BackgroundService
{
    /// <summary>Id of the recurring job.</summary>
    public const string JobId = "websub";

    private const string EveryTenSeconds = "*/10 * * * * *";

    /// <summary>Polls that come together are told of together.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromSeconds(1);

    /// <summary>Adds the recurring job that looks for what is due at the hub.</summary>
    public static void Sweep(IRecurringJobManager recurring) => recurring.AddOrUpdate<HubJobs>(
        JobId,
        hub => hub.SweepAsync(CancellationToken.None),
        EveryTenSeconds,
        new RecurringJobOptions { MisfireHandling = MisfireHandlingMode.Ignorable });

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (nodes.IsOwner)
            Sweep(recurring);
        for (var version = -1L; ;)
        {
            version = await changes.NextAsync(version, stoppingToken);
            await Task.Delay(Gathering, stoppingToken);
            if (nodes.IsOwner)
                queue.Announce();
        }
    }
}
