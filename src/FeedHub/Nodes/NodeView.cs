using FeedHub.Model.Stories;
using FeedHub.Storage.Writing;

namespace FeedHub.Nodes;

/// <summary>Puts this node in step with what others changed, and into or out of the owner's work.</summary>
internal sealed partial class NodeView(
    INodeWork work, INodes nodes, INodeMemory memory, StoryChanges changes, NodeReports reports, ILogger<NodeView> log)
{
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private NodeNews? _known;
    private bool _isOwner = nodes.IsOwner;
    private bool _hasTakenOver = nodes.IsOwner;
    private bool _hasEnded;

    /// <summary>Whether this node has begun the owner's work.</summary>
    public bool IsOwner => Volatile.Read(ref _isOwner);

    /// <summary>Whether it has taken over all that the owner knows.</summary>
    public bool HasTakenOver => IsOwner && Volatile.Read(ref _hasTakenOver);

    /// <summary>Looks now, and returns once this node knows all that was changed before: who has just changed something sees it.</summary>
    public async Task CatchUpAsync() => await FollowAsync(await Task.Run(work.Look));

    /// <summary>Begins to follow; the next signs of life do not wait for it.</summary>
    public void Follow(NodeNews news)
    {
        if (_known is { } known && news.IsOwner == IsOwner && HasTakenOver == IsOwner
            && (known.Epoch, known.Edits, known.Shown) == (news.Epoch, news.Edits, news.Shown))
            return;
        _ = Task.Run(() => LoggedAsync(news));
    }

    /// <summary>Returns once nothing is under way; nothing begins from then on.</summary>
    public async Task EndAsync(CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
        _hasEnded = true;
        _oneAtATime.Release();
    }

    private async Task LoggedAsync(NodeNews news)
    {
        try
        {
            await FollowAsync(news);
        }
        catch (Exception error)
        {
            // The next look finds the same difference, and tries again.
            LogFailed(error);
        }
    }

    private async Task FollowAsync(NodeNews news)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            if (_hasEnded)
                return;
            await TakePartAsync();
            if (_known is not { } known || (known.Epoch, known.Edits) != (news.Epoch, news.Edits))
                await memory.RecallAsync();
            if (_known?.Shown != news.Shown && !IsOwner)
            {
                reports.Behind = news.ToldAgo;
                changes.Raise();
            }

            _known = news;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    // By what holds now: the news may be old when its turn comes.
    private async Task TakePartAsync()
    {
        var isOwner = nodes.IsOwner;
        if (isOwner == IsOwner && HasTakenOver == isOwner)
            return;
        Volatile.Write(ref _hasTakenOver, false);
        Volatile.Write(ref _isOwner, isOwner);
        if (isOwner)
        {
            LogOwner();
            await memory.BeginAsOwnerAsync();
            Volatile.Write(ref _hasTakenOver, true);
        }
        else
        {
            LogReader();
            memory.StepDown();
        }

        changes.Raise();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "This node stores from now on.")]
    private partial void LogOwner();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Another node stores from now on; this one serves readers.")]
    private partial void LogReader();

    [LoggerMessage(Level = LogLevel.Error, Message = "What other nodes changed could not be taken over; it is tried again.")]
    private partial void LogFailed(Exception error);
}
