namespace FeedHub.Model.Polling;

/// <summary>A total that outlives the rows it was counted from.</summary>
public sealed class Counter
{
    public required string Name { get; set; }

    public long Value { get; set; }
}
