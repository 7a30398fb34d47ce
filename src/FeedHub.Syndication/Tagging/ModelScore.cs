namespace FeedHub.Syndication.Tagging;

/// <summary>How a model does on labelled texts that it was not trained with.</summary>
/// <param name="Items">How many texts.</param>
/// <param name="First">Share whose surest guess is right.</param>
/// <param name="Precision">Share of right ones among the guesses that are sure enough to be given; 1 if there are none.</param>
/// <param name="Coverage">Share of texts with a guess sure enough to be given.</param>
public sealed record ModelScore(int Items, double First, double Precision, double Coverage)
{
    // Of the same texts a share moves by so much by chance alone when few of them change.
    private const double LeastGain = 0.002;

    /// <summary>Scores a model.</summary>
    public static ModelScore Of(CategoryModel model, IEnumerable<LabelledText> heldBack)
    {
        int items = 0, first = 0, given = 0, right = 0, covered = 0;
        foreach (var text in heldBack)
        {
            var guesses = model.Classify(text.Title, text.Text, text.Language);
            var sure = guesses.Where(g => g.Sure).ToList();
            items++;
            first += guesses.Take(1).Count(IsRight);
            (given, right, covered) = (given + sure.Count, right + sure.Count(IsRight), covered + (sure.Count > 0 ? 1 : 0));

            bool IsRight(Guess guess) => text.Slugs.Contains(guess.Slug);
        }

        double Share(int count) => items == 0 ? 0 : (double)count / items;
        return new(items, Share(first), given == 0 ? 1 : (double)right / given, Share(covered));
    }

    /// <summary>Whether a new model with this score should replace one with the other score on the same texts.</summary>
    public bool IsBetterThan(ModelScore other) => First > other.First + LeastGain && Precision >= other.Precision - (5 * LeastGain);
}
