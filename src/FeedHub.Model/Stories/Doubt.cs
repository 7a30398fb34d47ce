using FeedHub.Syndication.Reasons;

namespace FeedHub.Model.Stories;

/// <summary>A verdict near the line, for an admin to look at.</summary>
public sealed class Doubt
{
    public long Id { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>The item that was judged.</summary>
    public long ItemId { get; set; }

    /// <summary>The story that it was compared with.</summary>
    public long StoryId { get; set; }

    public double Score { get; set; }

    /// <summary>Distance of the score from the line: the smaller, the more doubtful.</summary>
    public double Distance { get; set; }

    /// <summary>True where it joined that story.</summary>
    public bool IsSame { get; set; }

    public IReadOnlyList<Syndication.Matching.Signal> Signals { get; set; } = [];

    public required Reason Why { get; set; }
}
