namespace FeedHub.Model.Polling;

/// <summary>A number of one hour: how often something happened in it, or what was measured at its end.</summary>
public sealed class HourCount
{
    /// <summary>Its first instant.</summary>
    public DateTimeOffset Hour { get; set; }

    public required string Name { get; set; }

    public long Value { get; set; }
}
