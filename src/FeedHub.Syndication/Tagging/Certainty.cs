namespace FeedHub.Syndication.Tagging;

/// <summary>
/// How often a model's first guesses in one language proved right: what turns its own probability into a measured one. Each topic
/// has its curve: who says sport is right more often than who says society, however sure the model itself is of both.
/// </summary>
/// <param name="Slopes">For each topic, of the measured log-odds over the model's.</param>
/// <param name="Offsets">For each topic, of the measured log-odds where the model's are 0.</param>
/// <param name="WithoutShare">How much of it is what the model says of the text without its strongest word, from 0 to 1.</param>
internal sealed record Certainty(float[] Slopes, float[] Offsets, float WithoutShare)
{
    // Of guesses that fall with their strongest word .7 are right, of those that stand without it .9, where the model is as sure of both.
    private const float MeasuredShare = 0.5f;

    private const int Rounds = 50;

    // Far from where it ends a whole step of Newton's goes too far.
    private const double LongestStep = 0.3;

    // A topic that was rarely guessed stays near the curve of all: as if so many guesses had said nothing else.
    private const double Pull = 4;

    // How far a topic goes its own way: other outlets have other shares of the topics than those that were measured.
    private const double OwnShare = 0.4;

    // The model's own order among guesses of one topic is never turned round.
    private const double LeastSlope = 0.05;

    /// <summary>For a model that nobody has measured.</summary>
    public static Certainty Unmeasured { get; } = OneCurve(1, 0);

    /// <summary>The same curve for every topic, by the whole text alone.</summary>
    public static Certainty OneCurve(float slope, float offset) => Curves(_ => (slope, offset), 0);

    /// <summary>The measured probability for the model's own, of the text and of the text without its strongest word.</summary>
    public double Of(int topic, double probability, double without) =>
        Sigmoid((Slopes[topic] * Mixed(probability, without, WithoutShare)) + Offsets[topic]);

    /// <summary>Fits the curves of each language to guesses on texts that the model was not trained with.</summary>
    public static Certainty[] Measure(IReadOnlyList<IReadOnlyList<JudgedGuess>> languages) => [.. languages.Select(Fitted)];

    /// <summary>The guesses of each outlet with the confidence that the curves of the others give them.</summary>
    internal static IEnumerable<(double Confidence, bool Right)> LeftOut(IReadOnlyList<JudgedGuess> guesses)
    {
        foreach (var outlet in guesses.GroupBy(g => g.Outlet, StringComparer.Ordinal))
        {
            var others = guesses.Where(g => g.Outlet != outlet.Key).ToList();
            var curves = Fitted(others.Count > 0 ? others : guesses);
            foreach (var guess in outlet)
                yield return (curves.Of(guess.Topic, guess.Probability, guess.Without), guess.Right);
        }
    }

    private static Certainty Fitted(IReadOnlyList<JudgedGuess> guesses)
    {
        var told = Told(guesses);
        var all = Fit(told, (1, 0), 1e-6);
        var byTopic = told.ToLookup(g => g.Topic);
        return Curves(topic => Between(all, Fit([.. byTopic[topic]], all, Pull)), MeasuredShare);
    }

    // A publisher without a section for society calls no text society: what it has says nothing of guesses that it cannot confirm.
    private static List<JudgedGuess> Told(IReadOnlyList<JudgedGuess> guesses)
    {
        var has = guesses.Where(g => g.Right).Select(g => (g.Outlet, g.Topic)).ToHashSet();
        return [.. guesses.Where(g => has.Contains((g.Outlet, g.Topic)))];
    }

    private static (double Slope, double Offset) Between((double Slope, double Offset) all, (double Slope, double Offset) own) =>
        (all.Slope + (OwnShare * (own.Slope - all.Slope)), all.Offset + (OwnShare * (own.Offset - all.Offset)));

    private static Certainty Curves(Func<int, (double Slope, double Offset)> curve, float share)
    {
        var curves = Enumerable.Range(0, CategoryModel.Topics).Select(curve).ToList();
        return new([.. curves.Select(c => (float)c.Slope)], [.. curves.Select(c => (float)c.Offset)], share);
    }

    // Logistic regression on one number, by Newton's steps, pulled towards a curve that is known.
    private static (double Slope, double Offset) Fit(
        IReadOnlyList<JudgedGuess> guesses, (double Slope, double Offset) known, double pull)
    {
        var (slope, offset) = known;
        for (var round = 0; round < Rounds; round++)
        {
            double gs = pull * (known.Slope - slope), go = pull * (known.Offset - offset), ss = pull, so = 0, oo = pull;
            foreach (var (_, _, probability, without, right) in guesses)
            {
                var x = Mixed(probability, without, MeasuredShare);
                var p = Sigmoid((slope * x) + offset);
                var (error, w) = ((right ? 1 : 0) - p, p * (1 - p));
                (gs, go, ss, so, oo) = (gs + (error * x), go + error, ss + (w * x * x), so + (w * x), oo + w);
            }

            var det = (ss * oo) - (so * so);
            var (bySlope, byOffset) = (((oo * gs) - (so * go)) / det, ((ss * go) - (so * gs)) / det);
            var brake = Math.Min(1, LongestStep / Math.Max(Math.Abs(bySlope), Math.Abs(byOffset)));
            (slope, offset) = (slope + (brake * bySlope), offset + (brake * byOffset));
        }

        return (Math.Max(slope, LeastSlope), offset);
    }

    private static double Mixed(double probability, double without, double share) =>
        ((1 - share) * LogOdds(probability)) + (share * LogOdds(without));

    private static double LogOdds(double probability)
    {
        var p = Math.Clamp(probability, 1e-6, 1 - 1e-6);
        return Math.Log(p / (1 - p));
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}

/// <summary>A model's likeliest topic for a text whose categories are known, with the model's own probability, and what is left of it
/// without the text's strongest word.</summary>
internal sealed record JudgedGuess(string Outlet, int Topic, double Probability, double Without, bool Right);
