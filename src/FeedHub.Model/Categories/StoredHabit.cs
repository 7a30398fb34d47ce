namespace FeedHub.Model.Categories;

/// <summary>How often a sign went with a category in one source (<see cref="Syndication.Tagging.Habit"/>).</summary>
public sealed class StoredHabit
{
    public long SourceId { get; set; }

    public required string Sign { get; set; }

    public required string Slug { get; set; }

    /// <summary>Items that carried the sign.</summary>
    public int Items { get; set; }

    /// <summary>When the last of them came.</summary>
    public DateTimeOffset SeenAt { get; set; }
}
