using FeedHub.Syndication.Reasons;

namespace FeedHub.Storage.Writing;

/// <summary>A time in which nothing could be stored.</summary>
/// <param name="Since">Its first failed write.</param>
/// <param name="Until">When a probe could be written again; null while it lasts.</param>
/// <param name="Words">What was wrong, for an admin.</param>
public sealed record StorageSpell(DateTimeOffset Since, DateTimeOffset? Until, Reason Words);
