namespace FeedHub.Model.Coverage;

/// <summary>How much there is of a story's event, the story included.</summary>
/// <param name="Id">The event.</param>
/// <param name="Stories">Stories that readers see, 2 or more.</param>
/// <param name="Sources">Sources that have these.</param>
/// <param name="ChangedAt">When anything of the event last changed.</param>
public sealed record StoryCoverage(long Id, int Stories, int Sources, DateTimeOffset ChangedAt);
