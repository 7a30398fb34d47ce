namespace FeedHub.Model.Sources;

/// <summary>How a source is doing; docs/sources.md, "States of a source", has the words.</summary>
public enum SourceState
{
    /// <summary>Polled as planned.</summary>
    Active,

    /// <summary>Answers, but brings nothing for longer than its rhythm explains.</summary>
    Quiet,

    /// <summary>Its server asked to be left alone for a while.</summary>
    Throttled,

    /// <summary>The last poll failed.</summary>
    Failing,

    /// <summary>Its server says that it is gone for good (410): polled no more.</summary>
    Gone,

    /// <summary>Not polled, because an admin or feeds.json says so.</summary>
    Paused,
}
