namespace FeedHub.Syndication.Tagging;

/// <summary>How often a model's guesses in one language proved right: what turns its own probability into a measured one.</summary>
/// <param name="Slope">Of the measured log-odds over the model's.</param>
/// <param name="Offset">Of the measured log-odds where the model's are 0.</param>
/// <param name="Sure">The measured probability from which nine of ten guesses were right.</param>
internal readonly record struct Certainty(float Slope, float Offset, float Sure)
{
    // Of guesses that are given so many shall be right.
    private const double Wanted = 0.9;
    private const int Rounds = 50;

    /// <summary>For a model that nobody has measured.</summary>
    public static Certainty Unmeasured { get; } = new(1, 0, 0.8f);

    /// <summary>The measured probability for the model's own.</summary>
    public double Of(double probability) => Sigmoid((Slope * LogOdds(probability)) + Offset);

    /// <summary>Fits the curve to guesses on texts that the model was not trained with, and finds from where they are sure.</summary>
    public static Certainty Measure(IReadOnlyList<(double Probability, bool Right)> guesses)
    {
        var (slope, offset) = Fit(guesses);
        var curve = new Certainty((float)slope, (float)offset, 1);
        return curve with { Sure = (float)SureFrom([.. guesses.Select(g => (curve.Of(g.Probability), g.Right))]) };
    }

    // Logistic regression on one number, by Newton's steps.
    private static (double Slope, double Offset) Fit(IReadOnlyList<(double Probability, bool Right)> guesses)
    {
        double slope = 1, offset = 0;
        for (var round = 0; round < Rounds; round++)
        {
            double gs = 0, go = 0, ss = 1e-6, so = 0, oo = 1e-6;
            foreach (var (probability, right) in guesses)
            {
                var x = LogOdds(probability);
                var p = Sigmoid((slope * x) + offset);
                var (error, w) = ((right ? 1 : 0) - p, p * (1 - p));
                (gs, go, ss, so, oo) = (gs + (error * x), go + error, ss + (w * x * x), so + (w * x), oo + w);
            }

            var det = (ss * oo) - (so * so);
            (slope, offset) = (slope + (((oo * gs) - (so * go)) / det), offset + (((ss * go) - (so * gs)) / det));
        }

        return (slope, offset);
    }

    private static double SureFrom(IReadOnlyList<(double Confidence, bool Right)> guesses)
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

    private static double LogOdds(double probability)
    {
        var p = Math.Clamp(probability, 1e-6, 1 - 1e-6);
        return Math.Log(p / (1 - p));
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
