using FeedHub.Fetching;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Polling;

/// <summary>What only reading a document needs of its source: most polls bring none.</summary>
public sealed class SourceMemory(IDbContextFactory<FeedHubDb> databases)
{
    /// <summary>Loads <see cref="Model.Sources.Source.Sentences"/>; returns what is known of the items that it listed last.</summary>
    public async Task<KnownListing> RecallAsync(PollAnswer answer)
    {
        if (answer.Fetched.Outcome != FetchOutcome.Fetched)
            return KnownListing.Nothing;
        var source = answer.Source;
        await using var db = await databases.CreateDbContextAsync();
        var (sentences, listing) = await SourceRecall.OfAsync(db, source.Id);
        source.Sentences = sentences is null ? null : new() { SourceId = source.Id, Bytes = sentences };
        return listing;
    }
}
