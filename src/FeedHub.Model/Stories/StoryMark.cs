namespace FeedHub.Model.Stories;

/// <summary>How far somebody was told of stories.</summary>
/// <param name="Change">Number of the last change (<see cref="Story.ChangeNumber"/>).</param>
/// <param name="Arrival">The newest arrival of which all was told, in Unix milliseconds: what arrived later is new.</param>
public readonly record struct StoryMark(long Change, long Arrival);
