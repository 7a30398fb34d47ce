namespace FeedHub.Syndication.Reading;

/// <summary>How often a feed asks to be polled.</summary>
public sealed record PollingHints
{
    /// <summary>RSS <c>ttl</c>: the feed may be kept for so long; positive, or null.</summary>
    public TimeSpan? Ttl { get; init; }

    /// <summary><c>sy:updatePeriod</c> divided by <c>sy:updateFrequency</c> (RSS 1.0 module Syndication); positive, or null.</summary>
    public TimeSpan? UpdateInterval { get; init; }

    /// <summary>RSS <c>skipHours</c>: hours of the day, 0 to 23 in GMT, not to poll in; in order, without repeats.</summary>
    public IReadOnlyList<int> SkipHours { get; init; } = [];

    /// <summary>RSS <c>skipDays</c>: days in GMT not to poll on; without repeats.</summary>
    public IReadOnlyList<DayOfWeek> SkipDays { get; init; } = [];
}
