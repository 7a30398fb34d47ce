namespace FeedHub.Storage.Statements.Stories;

/// <summary>Where a story stands in a feed.</summary>
/// <param name="SortAt">Unix milliseconds: its arrival in that feed, or its date where the feed goes by date.</param>
/// <param name="Id">The story's key.</param>
public readonly record struct FeedPosition(long SortAt, long Id) : IComparable<FeedPosition>
{
    /// <summary>Greater is newer.</summary>
    public int CompareTo(FeedPosition other) => (SortAt, Id).CompareTo((other.SortAt, other.Id));
}
