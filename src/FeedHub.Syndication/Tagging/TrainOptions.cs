namespace FeedHub.Syndication.Tagging;

/// <summary>How a model is trained.</summary>
public sealed record TrainOptions
{
    /// <summary>How often each example is seen.</summary>
    public int Epochs { get; init; } = 6;

    /// <summary>A model to start from; null starts from nothing.</summary>
    public CategoryModel? Prior { get; init; }
}
