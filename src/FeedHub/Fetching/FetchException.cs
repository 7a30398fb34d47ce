using FeedHub.Syndication.Reasons;

namespace FeedHub.Fetching;

/// <summary>A fetch cannot go on; <see cref="Reason"/> says why. Never leaves <see cref="Fetcher"/>.</summary>
internal sealed class FetchException(Reason reason, FetchOutcome outcome = FetchOutcome.Failed, Exception? cause = null,
    bool isUnreachable = false)
    : Exception(reason.ToString(), cause)
{
    /// <summary>Why, for an admin.</summary>
    public Reason Reason { get; } = reason;

    /// <summary>How the fetch ends.</summary>
    public FetchOutcome Outcome { get; } = outcome;

    /// <summary>True if the server's name could not be resolved, or no connection to it made.</summary>
    public bool IsUnreachable { get; } = isUnreachable;
}
