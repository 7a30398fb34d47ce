using FeedHub.Syndication.Matching;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Model.Stories;

/// <summary>Where an item belongs, and why.</summary>
/// <param name="StoryId">Its story.</param>
/// <param name="Why">Null for the item that begins it.</param>
/// <param name="Score">How surely; null where it is certain.</param>
/// <param name="Signals">What the score is made of.</param>
/// <param name="Verdict">What matching said, or null where it was not asked.</param>
internal sealed record Placing(long StoryId, Reason? Why, double? Score, IReadOnlyList<Signal> Signals, Verdict? Verdict)
{
    /// <summary>When the item goes out: its story's arrival if it begins one, else that of the story in feeds of the item's
    /// source.</summary>
    public required DateTimeOffset Arrival { get; init; }
}
