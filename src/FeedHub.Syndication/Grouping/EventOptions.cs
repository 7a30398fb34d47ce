namespace FeedHub.Syndication.Grouping;

/// <summary>What may be set of grouping stories by event.</summary>
public sealed record EventOptions
{
    /// <summary>How far apart the stories of one event may be: from the first to the last.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromHours(48);

    /// <summary>Stories of one event at most; what comes then begins another.</summary>
    public int MostStories { get; init; } = 40;

    /// <summary>How surely a story is to be of an event, 0 to 1: mostly in the mean over the event's stories.</summary>
    public double Line { get; init; } = 0.52;
}
