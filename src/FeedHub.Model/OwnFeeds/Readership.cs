namespace FeedHub.Model.OwnFeeds;

/// <summary>Who read a feed on one day, as one kind of program: how many, never who.</summary>
public sealed record Readership
{
    /// <summary>The day in UTC, at its beginning.</summary>
    public required DateTimeOffset Day { get; init; }

    /// <summary>Path of the feed, such as <c>/feed.rss</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Name of the program, without version.</summary>
    public required string Agent { get; init; }

    /// <summary>The subscribers that it stated, else the clients that were told apart.</summary>
    public long Readers { get; init; }

    /// <summary>Whether the program stated the number itself, as aggregators do.</summary>
    public bool Stated { get; init; }

    /// <summary>Its last request of that day.</summary>
    public DateTimeOffset LastAt { get; init; }
}
