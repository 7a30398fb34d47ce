using FeedHub.Model.Stories;
using FeedHub.Storage.Writing;

namespace FeedHub.Hub;

/// <summary>Queues an announcement soon after stories change; changes that come close together are one.</summary>
internal sealed class HubAnnouncer(StoryChanges changes, HubQueue queue, INodes nodes) : BackgroundService
{
    /// <summary>Polls that come together are told of together.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var version = -1L; ;)
        {
            version = await changes.NextAsync(version, stoppingToken);
            await Task.Delay(Gathering, stoppingToken);
            if (nodes.IsOwner)
                queue.Announce();
        }
    }
}
