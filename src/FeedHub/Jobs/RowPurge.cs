using FeedHub.Storage.Writing;

namespace FeedHub.Jobs;

/// <summary>Removes rows by the statement of their noun, in one transaction.</summary>
/// <param name="writer">Runs it.</param>
/// <param name="purge">The statement, and when it runs; returns how many rows it removed.</param>
/// <param name="counted">What they are, as the job's result counts them; null: it does not.</param>
internal sealed class RowPurge(DatabaseWriter writer, Func<WriteSession, DateTimeOffset, int> purge, string? counted) : IPurge
{
    /// <inheritdoc/>
    public string? Counted => counted;

    /// <inheritdoc/>
    public Task<int> RunAsync(DateTimeOffset now, CancellationToken cancellation) =>
        writer.RunAsync(session => purge(session, now), cancellation);
}
