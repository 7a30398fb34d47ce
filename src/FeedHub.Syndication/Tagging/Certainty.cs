namespace FeedHub.Syndication.Tagging;

/// <summary>
/// How often a model's first guesses in one language proved right: what turns its own probability into a measured one. Each topic
/// has its curve: who says sport is right more often than who says society, however sure the model itself is of both.
/// </summary>
/// <param name="Slopes">For each topic, of the measured log-odds over the model's.</param>
/// <param name="Offsets">For each topic, of the measured log-odds where the model's are 0.</param>
/// <param name="Sure">The measured probability from which nine of ten guesses were right, of those in all languages together.</param>
internal sealed record Certainty(float[] Slopes, float[] Offsets, float Sure)
{
    // Of guesses that are given nine in ten have to be right. The place where that many were right is found by looking for it, which
    // flatters: on outlets that were not looked at it was .898 and .899.
    private const double Wanted = 0.905;
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
    public static Certainty Unmeasured { get; } = OneCurve(1, 0, 0.8f);

    /// <summary>The same curve for every topic.</summary>
    public static Certainty OneCurve(float slope, float offset, float sure) => Curves(_ => (slope, offset), sure);

    /// <summary>The measured probability for the model's own.</summary>
    public double Of(int topic, double probability) => Sigmoid((Slopes[topic] * LogOdds(probability)) + Offsets[topic]);

    /// <summary>
    /// Fits the curves of each language to guesses on texts that the model was not trained with. From where they are sure, in all
    /// languages alike, is found on each outlet by the curves of the others: what is new to a hub is an outlet that nobody has measured.
    /// </summary>
    public static Certainty[] Measure(IReadOnlyList<IReadOnlyList<JudgedGuess>> languages)
    {
        var sure = (float)SureFrom(languages.SelectMany(LeftOut));
        return [.. languages.Select(guesses => Fitted(guesses) with { Sure = sure })];
    }

    /// <summary>The guesses of each outlet with the confidence that the curves of the others give them.</summary>
    internal static IEnumerable<(double Confidence, bool Right)> LeftOut(IReadOnlyList<JudgedGuess> guesses)
    {
        foreach (var outlet in guesses.GroupBy(g => g.Outlet, StringComparer.Ordinal))
        {
            var others = guesses.Where(g => g.Outlet != outlet.Key).ToList();
            var curves = Fitted(others.Count > 0 ? others : guesses);
            foreach (var guess in outlet)
                yield return (curves.Of(guess.Topic, guess.Probability), guess.Right);
        }
    }

    /// <summary>The least confidence at which nine of ten guesses that are at least as sure are right; 1 where there is none.</summary>
    internal static double SureFrom(IEnumerable<(double Confidence, bool Right)> guesses)
    {
        var (right, count, sure) = (0, 0, 1.0);
        foreach (var guess in guesses.OrderByDescending(g => g.Confidence))
        {
            count++;
            right += guess.Right ? 1 : 0;
            if (right >= Wanted * count)
                sure = guess.Confidence;
        }

        return sure;
    }

    private static Certainty Fitted(IReadOnlyList<JudgedGuess> guesses)
    {
        var all = Fit(guesses, (1, 0), 1e-6);
        var byTopic = guesses.ToLookup(g => g.Topic);
        return Curves(topic => Between(all, Fit([.. byTopic[topic]], all, Pull)), 1);
    }

    private static (double Slope, double Offset) Between((double Slope, double Offset) all, (double Slope, double Offset) own) =>
        (all.Slope + (OwnShare * (own.Slope - all.Slope)), all.Offset + (OwnShare * (own.Offset - all.Offset)));

    private static Certainty Curves(Func<int, (double Slope, double Offset)> curve, float sure)
    {
        var curves = Enumerable.Range(0, CategoryModel.Topics).Select(curve).ToList();
        return new([.. curves.Select(c => (float)c.Slope)], [.. curves.Select(c => (float)c.Offset)], sure);
    }

    // Logistic regression on one number, by Newton's steps, pulled towards a curve that is known.
    private static (double Slope, double Offset) Fit(
        IReadOnlyList<JudgedGuess> guesses, (double Slope, double Offset) known, double pull)
    {
        var (slope, offset) = known;
        for (var round = 0; round < Rounds; round++)
        {
            double gs = pull * (known.Slope - slope), go = pull * (known.Offset - offset), ss = pull, so = 0, oo = pull;
            foreach (var (_, _, probability, right) in guesses)
            {
                var x = LogOdds(probability);
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

    private static double LogOdds(double probability)
    {
        var p = Math.Clamp(probability, 1e-6, 1 - 1e-6);
        return Math.Log(p / (1 - p));
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}

/// <summary>A model's likeliest topic for a text whose categories are known, with the model's own probability.</summary>
internal sealed record JudgedGuess(string Outlet, int Topic, double Probability, bool Right);
