namespace FeedHub.Syndication.Grouping;

/// <summary>
/// From what two stories have in common to how surely they are of one event. The coefficients were fitted to labelled pairs that are not
/// part of the project, and rounded: docs/notes/coverage.md.
/// </summary>
internal static class EventScore
{
    private const double Start = -4.6;
    private const double StartOfEnglish = -2.8;
    private const double All = 3.9;
    private const double Title = 0.6;
    private const double Names = 3.7;
    private const double Told = 2.2;
    private const double Heads = 2.5;
    private const double AnHour = -0.11;

    // What two stories of a storyline have in common, many others have too.
    private const double Rarest = 3;
    private const double UsualRarest = 0.7;

    /// <param name="a">Sums over one story.</param>
    /// <param name="b">Sums over the other.</param>
    /// <param name="both">Sums over what both have.</param>
    /// <param name="rarest">How rare the rarest words are that both have, 0 to 1.</param>
    /// <param name="hours">How far apart they are.</param>
    /// <param name="isIndonesian">Whether they are in Indonesian or Malay.</param>
    public static double Of(in Sums a, in Sums b, in Sums both, double rarest, double hours, bool isIndonesian)
    {
        var heads = ((a.Heads > 0 ? both.Heads / a.Heads : 0) + (b.Heads > 0 ? both.OtherHeads / b.Heads : 0)) / 2;
        var sum = (isIndonesian ? Start : StartOfEnglish) + (All * Cosine(both.All, a.All, b.All))
            + (Title * Cosine(both.Title, a.Title, b.Title)) + (Names * Cosine(both.Names, a.Names, b.Names))
            + (Told * Cosine(both.Told, a.Told, b.Told)) + (Heads * heads) + (AnHour * hours)
            + (Rarest * (rarest - UsualRarest));
        return 1 / (1 + Math.Exp(-sum));
    }

    private static double Cosine(float both, float a, float b) => both <= 0 || a <= 0 || b <= 0 ? 0 : both / Math.Sqrt(a * b);
}
