namespace FeedHub.Model.Sources;

/// <summary>What came of one line of a list.</summary>
public enum ImportOutcome
{
    /// <summary>Its turn has not come.</summary>
    Waiting,

    /// <summary>It is a source now.</summary>
    Added,

    /// <summary>It was a source before, or an earlier line of the list is it.</summary>
    Known,

    /// <summary>It cannot be a source.</summary>
    Refused,
}
