using FeedHub.Syndication.Matching;

namespace FeedHub.Syndication.Grouping;

/// <summary>A story as it is grouped: by its lead.</summary>
/// <param name="Id">The story; 1 or more.</param>
/// <param name="At">When the lead was published.</param>
/// <param name="Language">BCP 47 tag, or null where it is not known: such stories are grouped among themselves.</param>
/// <param name="Lead">The lead's fingerprint.</param>
public sealed record EventStory(long Id, DateTimeOffset At, string? Language, Fingerprint Lead)
{
    /// <summary>
    /// The source that brought it first; 0: not known. What one source brings again and again with other numbers is a series.
    /// </summary>
    public long Source { get; init; }

    /// <summary>True where somebody said that it is of no event: it is grouped with nothing.</summary>
    public bool IsApart { get; init; }

    /// <summary>Another one as soon as anything differs that it is grouped by.</summary>
    internal int Mark
    {
        get
        {
            var hash = new StableHash();
            hash.Add(Language ?? "");
            hash.Add((ulong)At.ToUnixTimeSeconds() << 1 | (IsApart ? 1UL : 0));
            hash.Add(Lead.Title);
            hash.Add(Lead.Opening);
            return hash.Value;
        }
    }
}
