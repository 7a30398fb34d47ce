namespace FeedHub.Api;

/// <summary>A file attached to an item.</summary>
public sealed record ApiAttachment(string Url, string? MimeType, long? SizeInBytes, double? DurationInSeconds, string? Title);
