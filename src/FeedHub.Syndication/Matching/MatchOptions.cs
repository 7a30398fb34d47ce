namespace FeedHub.Syndication.Matching;

/// <summary>What an operator may set of matching.</summary>
public sealed record MatchOptions
{
    /// <summary>How far apart in time an item and a story's lead may be; more than zero. Real copies lie within two days.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromDays(3);

    /// <summary>The least <see cref="Verdict.Score"/> of items that are the same article, 0 to 1.</summary>
    public double Line { get; init; } = 0.5;
}
