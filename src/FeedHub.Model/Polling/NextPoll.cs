using FeedHub.Model.Sources;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Model.Polling;

/// <summary>What a poll means for the source: how it is doing, and when it is due again.</summary>
/// <param name="State">Its state from now on.</param>
/// <param name="NextPollAt">When it is due; null: never.</param>
/// <param name="Interval">The interval that this follows from.</param>
/// <param name="Failures">Polls failed in a row.</param>
/// <param name="Error">What went wrong, in words, or null.</param>
public sealed record NextPoll(SourceState State, DateTimeOffset? NextPollAt, TimeSpan Interval, int Failures, Reason? Error)
{
    /// <summary>Why it is quiet though nothing went wrong, in words; null: because nothing new comes.</summary>
    public Reason? Concern { get; init; }

    /// <summary>Why the interval is that long, in words.</summary>
    public Reason? Why { get; init; }
}
