namespace FeedHub.Storage.Writing;

/// <summary>
/// Small changes that every node makes, whether it stores or not, and that touch nothing of which the owner keeps something in memory. The
/// owner's go by its writer; a node's own wait for the owner's transaction that is under way, and the next one waits for them.
/// </summary>
public sealed class SmallWrites(DatabaseWriter writer, LoneEdits edits, INodes nodes)
{
    /// <summary>Makes a change; returns once it is committed.</summary>
    public Task<T> RunAsync<T>(Func<WriteSession, T> work, CancellationToken cancellation) =>
        nodes.IsOwner ? writer.RunAsync(work, cancellation) : Task.Run(() => edits.RunUntold(work), cancellation);
}
