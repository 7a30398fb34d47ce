namespace FeedHub.Storage.Writing;

/// <summary>
/// What the writer's commands keep in memory beside the database. Only the writer's thread touches it, so that what it says is in
/// step with the transaction that is under way.
/// </summary>
public interface IWriterMemory
{
    /// <summary>Fills it from the database, before the first command.</summary>
    void Load(WriteSession session);

    /// <summary>
    /// Brings it up to what another node has stored, while this one waits: then <see cref="Load"/> has little left to read.
    /// </summary>
    /// <param name="session">To read by alone.</param>
    /// <param name="mayGoOn">False once this node stores by itself: what is not read yet is left to <see cref="Load"/>.</param>
    void Follow(WriteSession session, Func<bool> mayGoOn)
    {
        // Where there is one node, nothing is to be followed.
    }

    /// <summary>What the commands since the last call changed stands in the database now.</summary>
    void Commit();

    /// <summary>What the commands since the last call changed is undone in the database: it goes back to what stands there.</summary>
    void Rollback(WriteSession session);
}
