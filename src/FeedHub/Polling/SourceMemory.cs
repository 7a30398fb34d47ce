using FeedHub.Fetching;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Writing;

namespace FeedHub.Polling;

/// <summary>What only reading a document needs of its source: most polls bring none.</summary>
public sealed class SourceMemory(ReadSessions database)
{
    /// <summary>Loads <see cref="Model.Sources.Source.Sentences"/>; returns what is known of the items that it listed last.</summary>
    public KnownListing Recall(PollAnswer answer)
    {
        if (answer.Fetched.Outcome != FetchOutcome.Fetched)
            return KnownListing.Nothing;
        var source = answer.Source;
        var (sentences, listing) = SourceRecall.Of(database, source.Id);
        source.Sentences = sentences is null ? null : new() { SourceId = source.Id, Bytes = sentences };
        return listing;
    }
}
