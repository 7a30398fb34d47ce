namespace FeedHub.Syndication.Matching;

/// <summary>
/// What one text has just where the other has something else, each nowhere else in the other: the team, the town, the day of a pattern. A
/// desk that edits a copy changes words, and leaves its names and numbers.
/// </summary>
/// <param name="Names">Of the opening: 0 none, 0.5 one name, 1 several.</param>
/// <param name="Numbers">Of the opening: 0 none, 0.5 one number, 1 several.</param>
/// <param name="Title">Rare words or numbers of the title: 0 none, 0.5 one, 1 several.</param>
/// <param name="IsSubject">Whether what was changed in the opening is what each title names.</param>
internal readonly record struct Swaps(double Names, double Numbers, double Title, bool IsSubject)
{
    private const int MostGaps = (Fingerprint.MaxOpening / 2) + 1;

    public static Swaps Of(WordSet a, WordSet b, WordWeights weights)
    {
        Span<Gap> gapsOfA = stackalloc Gap[MostGaps];
        Span<Gap> gapsOfB = stackalloc Gap[MostGaps];
        var titleOfA = gapsOfA[..Gap.Find(a.Title, a, b, weights, gapsOfA)];
        var titleOfB = gapsOfB[..Gap.Find(b.Title, b, a, weights, gapsOfB)];
        var title = Gap.Filled(titleOfA, titleOfB, GapContent.Rare | GapContent.Number);
        gapsOfA = gapsOfA[..Gap.Find(a.Opening, a, b, weights, gapsOfA)];
        gapsOfB = gapsOfB[..Gap.Find(b.Opening, b, a, weights, gapsOfB)];
        return new Swaps(
            Some(Gap.Filled(gapsOfA, gapsOfB, GapContent.Name)),
            Some(Gap.Filled(gapsOfA, gapsOfB, GapContent.Number)),
            Some(title),
            Gap.Filled(gapsOfA, gapsOfB, GapContent.OfTitle) > 0);
    }

    private static double Some(int count) => Math.Min(2, count) / 2.0;
}
