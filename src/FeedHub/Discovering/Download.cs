using FeedHub.Fetching;

namespace FeedHub.Discovering;

/// <summary>An answer that came before its source was added.</summary>
/// <param name="At">When it was asked for.</param>
/// <param name="Fetched">What came, to an unconditional request.</param>
public sealed record Download(DateTimeOffset At, FetchResult Fetched);
