using FeedHub.Model.Sources;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Sources;

/// <summary>
/// Several people, feeds.json and deletions may change a source at once. EF Core refuses what was made from a state that is no longer the
/// newest (<see cref="Source.Version"/>); such a change is made again, from the state that came between.
/// </summary>
internal static class SourceContention
{
    /// <summary>For each that is refused another one is stored, so that even many at once come to their end.</summary>
    private const int MostTries = 50;

    /// <summary>Runs a change that loads what it changes.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Others came between each time.</exception>
    public static async Task<T> RunAsync<T>(Func<Task<T>> change)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await change();
            }
            catch (DbUpdateConcurrencyException) when (tries < MostTries)
            {
                // The next try loads what the other has stored.
            }
        }
    }
}
