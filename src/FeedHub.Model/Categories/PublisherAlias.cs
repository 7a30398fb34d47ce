namespace FeedHub.Model.Categories;

/// <summary>What an admin says that a publisher's word means.</summary>
public sealed class PublisherAlias
{
    /// <summary>The word as published; equal words in other case or with other accents are the same to the tagger.</summary>
    public required string Word { get; set; }

    /// <summary>Empty: the word means no category, and nobody need be asked about it.</summary>
    public required string Slug { get; set; }

    public DateTimeOffset At { get; set; }
}
