namespace FeedHub.Syndication.Tagging;

/// <summary>How a model is trained.</summary>
public sealed record TrainOptions
{
    /// <summary>How often each example is seen.</summary>
    public int Epochs { get; init; } = 4;

    /// <summary>
    /// A model to start from, whose measured confidence is kept; null starts from nothing. A source's texts then leave alone the
    /// topics that the source has no text of.
    /// </summary>
    public CategoryModel? Prior { get; init; }

    /// <summary>Whether rare categories and small sources are given more weight; off where the examples' weights say all.</summary>
    public bool Balance { get; init; } = true;
}
