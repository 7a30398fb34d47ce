using FeedHub.Syndication.Matching;

namespace FeedHub.Syndication.Grouping;

/// <summary>A story as it is grouped: by its lead.</summary>
/// <param name="Id">The story; 1 or more.</param>
/// <param name="At">When the lead was published.</param>
/// <param name="Language">BCP 47 tag, or null where it is not known: such stories are grouped among themselves.</param>
/// <param name="Lead">The lead's fingerprint.</param>
public sealed record EventStory(long Id, DateTimeOffset At, string? Language, Fingerprint Lead);
