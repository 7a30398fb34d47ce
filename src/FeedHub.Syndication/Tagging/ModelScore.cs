namespace FeedHub.Syndication.Tagging;

/// <summary>How a model does on labelled texts that it was not trained with.</summary>
/// <param name="Items">How many texts.</param>
/// <param name="First">Share whose surest guess is right.</param>
/// <param name="FirstThree">Share with a right one among the surest three.</param>
/// <param name="Precision">Share of right ones among the guesses that are sure enough to be given; 1 if there are none.</param>
/// <param name="Coverage">Share of texts with a guess sure enough to be given.</param>
public sealed record ModelScore(int Items, double First, double FirstThree, double Precision, double Coverage)
{
    /// <summary>Scores a model.</summary>
    public static ModelScore Of(CategoryModel model, IEnumerable<LabelledText> heldBack) => new(0, 0, 0, 1, 0);

    /// <summary>Whether a new model with this score should replace one with the other score on the same texts.</summary>
    public bool IsBetterThan(ModelScore other) => First > other.First;
}
