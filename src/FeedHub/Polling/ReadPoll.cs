using FeedHub.Ingesting;
using FeedHub.Model.Stories;

namespace FeedHub.Polling;

/// <summary>A poll before it is stored.</summary>
/// <param name="Answer">What came.</param>
/// <param name="Read">What was read of it, and prepared.</param>
/// <param name="Known">What is known of the items that the source listed last.</param>
public sealed record ReadPoll(PollAnswer Answer, FeedReadResult Read, KnownListing Known)
{
    /// <summary>True if the source is as it was: a 304, or the same bytes again.</summary>
    public bool IsUnchanged => Read is { Error: null, Feed: null };
}
