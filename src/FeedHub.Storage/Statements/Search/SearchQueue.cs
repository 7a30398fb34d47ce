using FeedHub.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Storage.Statements.Search;

/// <summary>A story that waits to be read into the index.</summary>
/// <param name="Id">Its ticket: later ones are greater.</param>
/// <param name="StoryId">The story.</param>
internal sealed record WaitingStory(long Id, long StoryId);

/// <summary>What waits to be read into the index: the triggers of <see cref="SearchIndex"/> write it.</summary>
internal static class SearchQueue
{
    /// <summary>The first that wait, at most <paramref name="count"/>.</summary>
    public static Task<List<WaitingStory>> FirstAsync(FeedHubDb db, int count, CancellationToken cancellation) =>
        db.Database.SqlQuery<WaitingStory>($"SELECT Id, StoryId FROM SearchQueue ORDER BY Id LIMIT {count}").ToListAsync(cancellation);
}
