namespace FeedHub.Model.Stories;

/// <summary>A canonical address that a story is recognised by across sources.</summary>
public sealed class StoryKey
{
    public long Hash { get; set; }

    public long StoryId { get; set; }
}
