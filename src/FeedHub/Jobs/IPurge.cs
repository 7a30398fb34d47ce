namespace FeedHub.Jobs;

/// <summary>Removes what one room keeps for a bounded time. Retention runs all that are in the container.</summary>
public interface IPurge
{
    /// <summary>What is removed, as the job's result counts it: <c>polls</c>; null: nobody asks how many there were.</summary>
    string? Counted => null;

    /// <summary>Removes what is too old by now, in transactions so small that polls pass in between.</summary>
    /// <returns>How many.</returns>
    Task<int> RunAsync(DateTimeOffset now, CancellationToken cancellation);
}
