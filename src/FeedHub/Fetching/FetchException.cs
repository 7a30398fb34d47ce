namespace FeedHub.Fetching;

/// <summary>A fetch cannot go on; the message is the words an admin reads. Never leaves <see cref="Fetcher"/>.</summary>
internal sealed class FetchException(string words, FetchOutcome outcome = FetchOutcome.Failed, Exception? cause = null)
    : Exception(words, cause)
{
    /// <summary>How the fetch ends.</summary>
    public FetchOutcome Outcome { get; } = outcome;
}
