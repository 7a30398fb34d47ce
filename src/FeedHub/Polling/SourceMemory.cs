using FeedHub.Fetching;
using FeedHub.Model.Sources;
using FeedHub.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Polling;

/// <summary>What only reading a document needs of its source: most polls bring none.</summary>
public sealed class SourceMemory(IDbContextFactory<FeedHubDb> databases)
{
    private static readonly HashSet<long> NothingListed = [];

    /// <summary>Loads <see cref="Source.Sentences"/>; returns the content hashes of the items that it listed last.</summary>
    public async Task<IReadOnlySet<long>> RecallAsync(PollAnswer answer)
    {
        if (answer.Fetched.Outcome != FetchOutcome.Fetched)
            return NothingListed;
        var source = answer.Source;
        await using var db = await databases.CreateDbContextAsync();
        source.Sentences = await db.Set<SourceSentences>().AsNoTracking().SingleOrDefaultAsync(s => s.SourceId == source.Id);
        var listing = await db.Listings.AsNoTracking().SingleOrDefaultAsync(l => l.SourceId == source.Id);
        return listing is null ? NothingListed : listing.Items.Select(item => item[1]).ToHashSet();
    }
}
