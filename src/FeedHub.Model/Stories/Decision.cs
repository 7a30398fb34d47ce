namespace FeedHub.Model.Stories;

/// <summary>That an admin joined a story into another. Copies of what led it belong to that other one from then on.</summary>
public sealed class JoinedStory
{
    /// <summary>The story that is no more.</summary>
    public long Id { get; set; }

    /// <summary>The story that has its items.</summary>
    public long StoryId { get; set; }

    /// <summary>The item that led it.</summary>
    public long LeadItemId { get; set; }
}

/// <summary>That an admin split a story off from another: what fits both belongs to the one split off.</summary>
public sealed class StoryApart
{
    /// <summary>The story split off.</summary>
    public long StoryId { get; set; }

    /// <summary>The story that it was part of.</summary>
    public long FromId { get; set; }
}

/// <summary>A pair that a person judged. It has copies of both texts, since items are purged and labels are not.</summary>
public sealed class Label
{
    public long Id { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Who judged.</summary>
    public required string By { get; set; }

    /// <summary>True: the same article.</summary>
    public bool IsSame { get; set; }

    public required LabelledItem First { get; set; }

    public required LabelledItem Second { get; set; }
}

/// <summary>An item of a labelled pair, as it was read when it was judged.</summary>
/// <param name="Id">As published, or null.</param>
/// <param name="Source">Public id of its source.</param>
/// <param name="Url">Its address, or null.</param>
/// <param name="Title">Plain text, or null.</param>
/// <param name="Summary">Plain text, cut; null if none.</param>
/// <param name="Language">BCP 47, or null.</param>
public sealed record LabelledItem(string? Id, string Source, string? Url, string? Title, string? Summary, string? Language);

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

    public required string Why { get; set; }
}
