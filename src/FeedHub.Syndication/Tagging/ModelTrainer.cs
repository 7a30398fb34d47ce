namespace FeedHub.Syndication.Tagging;

/// <summary>Trains a model; the same examples give the same model.</summary>
public static class ModelTrainer
{
    /// <exception cref="ArgumentException">No example has a slug among the 17 topics.</exception>
    public static CategoryModel Train(IEnumerable<LabelledText> examples, TrainOptions? options = null) => new();
}
