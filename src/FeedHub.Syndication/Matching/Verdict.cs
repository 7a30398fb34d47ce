using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Matching;

/// <summary>Whether an item is the same article as a story's lead, and why.</summary>
/// <param name="StoryId">The story that fits best, also where it is not the same; null if none came into question, or two items were
/// compared.</param>
/// <param name="IsSame">True if the item belongs to that story.</param>
/// <param name="Score">How surely it is the same article, 0 to 1; <see cref="MatchOptions.Line"/> and above is the same.</param>
/// <param name="Signals">What the score is made of, in the order of the explanation.</param>
/// <param name="Why">Why it is, or is not.</param>
public sealed record Verdict(long? StoryId, bool IsSame, double Score, IReadOnlyList<Signal> Signals, Reason Why)
{
    /// <summary>The verdict where nothing comes into question.</summary>
    public static Verdict None { get; } = new(null, false, 0, [], Reason.Of(ReasonCode.NothingAlike));
}

/// <summary>One thing that speaks for or against two items being the same article.</summary>
/// <param name="Name">What was compared, in words.</param>
/// <param name="Value">Usually 0 (nothing in common) to 1 (all).</param>
public sealed record Signal(string Name, double Value);
