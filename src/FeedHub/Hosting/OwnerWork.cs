using FeedHub.Categories;
using FeedHub.Configuring;
using FeedHub.Hub;
using FeedHub.Icons;
using FeedHub.Nodes;
using FeedHub.Polling;
using FeedHub.Polling.Sending;
using FeedHub.Sources;
using FeedHub.Sources.Importing;
using FeedHub.Sources.OwnFeeds;
using FeedHub.Storage.Statements.Habits;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Writing;

namespace FeedHub.Hosting;

/// <summary>What every node keeps in memory, and what the one that stores does beside: at a start, and where it takes over.</summary>
internal sealed class OwnerWork(IServiceProvider services, INodes nodes, FeedsFileSync file) : INodeMemory
{
    private readonly Lock _polling = new();
    private bool _mayPoll;
    private bool _isPolling;

    /// <inheritdoc/>
    public string? FeedsFile => file.Hash;

    /// <summary>Recalls what stands in the database; where this node stores, feeds.json is applied.</summary>
    public async Task PrepareAsync(FeedsFile feeds)
    {
        services.RecallAccess();
        if (nodes.IsOwner)
            The<HubStore>().EndOfNoKey();
        The<AliasBook>().Load();
        The<ModelVersions>().Load();
        The<HostMemory>().Recall();
        if (nodes.IsOwner)
            await ApplyAsync(() => file.ApplyAsync(feeds));
        else
            await RecallFeedsAsync();
    }

    /// <summary>Polls from now on; what recurs is begun where this node stores.</summary>
    public void BeginPolling()
    {
        _mayPoll = true;
        file.Watch();
        The<JobsKeeper>().Begin();
        services.GetService<NodePolling>()?.Begin();
        if (nodes.IsOwner)
            Poll();
    }

    /// <inheritdoc/>
    public async Task RecallAsync()
    {
        The<SettingsFile>().Recall();
        services.RecallAccess();
        The<AliasBook>().Load();
        The<ModelVersions>().Load();
        The<SourceIcons>().Recall();
        await RecallFeedsAsync();

        // Who calls tries again: else this node would go on with other settings than the rest.
        if (The<SettingsFile>().Problem is { } problem)
            throw new IOException(problem);
    }

    /// <inheritdoc/>
    public async Task BeginAsOwnerAsync()
    {
        await RecallAsync();
        The<HabitStore>().ForgetAll();
        The<HostMemory>().Recall();
        await The<DatabaseWriter>().RunAsync(SourceLease.ReturnAll, CancellationToken.None);
        The<HubStore>().EndOfNoKey();
        await ApplyAsync(file.BeginAsOwnerAsync);
        Poll();
    }

    /// <inheritdoc/>
    public void StepDown()
    {
        lock (_polling)
        {
            if (_isPolling)
                The<RecurringJobs>().End();
            _isPolling = false;
        }
    }

    private async Task ApplyAsync(Func<Task> apply)
    {
        await apply();
        The<Imports>().Resume();
    }

    private async Task RecallFeedsAsync()
    {
        await The<DeclaredParts>().RecallAsync(CancellationToken.None);
        await The<OwnFeedCatalogue>().RecallAsync(CancellationToken.None);
    }

    private void Poll()
    {
        lock (_polling)
        {
            if (!_mayPoll || _isPolling)
                return;
            _isPolling = true;
            The<RecurringJobs>().Begin();
        }
    }

    private T The<T>()
        where T : notnull => services.GetRequiredService<T>();
}
