namespace FeedHub.Syndication.Tagging;

/// <summary>Tells the 17 topics from the words of an Indonesian or English text; immutable and safe to share between threads.</summary>
/// <remarks>
/// A linear model over hashed words, pairs of words and groups of letters (<see cref="TextFeatures"/>), one for both languages, whose words
/// are kept apart. How it is trained and what it was measured at: docs/training.md.
/// </remarks>
public sealed class CategoryModel
{
    /// <summary>Number of topics.</summary>
    internal const int Topics = 17;

    // Nobody looks at more.
    private const int MaxGuesses = 3;

    [ThreadStatic]
    private static ModelReading? _reading;

    private readonly sbyte[] _weights;
    private readonly float _unit;
    private readonly float[] _bias;
    private readonly Certainty[] _certainty;

    /// <param name="weights">For each bucket one for each topic, in units.</param>
    /// <param name="unit">What a weight of 1 is worth.</param>
    /// <param name="bias">For each language one for each topic.</param>
    /// <param name="certainty">For each language.</param>
    /// <param name="keepsLanguagesApart">Whether a word of one language has other buckets than the same word of the other.</param>
    internal CategoryModel(sbyte[] weights, float unit, float[] bias, Certainty[] certainty, bool keepsLanguagesApart) =>
        (_weights, _unit, _bias, _certainty, KeepsLanguagesApart) = (weights, unit, bias, certainty, keepsLanguagesApart);

    /// <summary>The model that FeedHub ships; loaded when it is first asked for.</summary>
    public static Lazy<CategoryModel> Shipped { get; } = new(() =>
    {
        using var stream = typeof(CategoryModel).Assembly.GetManifestResourceStream("categories.model")
            ?? throw new InvalidOperationException("the shipped model 'categories.model' is not in the assembly");
        return Load(stream);
    });

    internal ReadOnlySpan<sbyte> Weights => _weights;

    internal float Unit => _unit;

    internal ReadOnlySpan<float> Bias => _bias;

    internal IReadOnlyList<Certainty> Certainty => _certainty;

    internal bool KeepsLanguagesApart { get; }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is not a model, or one of another version.</exception>
    public static CategoryModel Load(Stream stream) => ModelFile.Read(stream);

    /// <summary>Writes the model.</summary>
    public void Save(Stream stream) => ModelFile.Write(this, stream);

    /// <summary>What the text is about, the three likeliest, surest first; empty for a language that the model does not know.</summary>
    /// <param name="title">Plain text.</param>
    /// <param name="text">Plain text; its beginning is read.</param>
    /// <param name="language">BCP 47 as declared, or null; what the text shows goes before it.</param>
    /// <param name="leaning">What the source writes of, or null where that is not known.</param>
    /// <param name="from">From which certainty on a guess is sure, from 0 to 1; null: <see cref="GivenFrom"/>.</param>
    public IReadOnlyList<Guess> Classify(
        string? title, string text, string? language, SourceLeaning? leaning = null, double? from = null) =>
        Guesses(title, text, ModelLanguage.Of(title, text, language), leaning, from, isForAll: true);

    /// <summary>The same, but only what is sure enough to be given: one, or two of a pair (<see cref="TopicPairs"/>), and it costs
    /// less.</summary>
    public IReadOnlyList<Guess> Sure(string? title, string text, string? language, SourceLeaning? leaning = null, double? from = null) =>
        Sure(title, text, ModelLanguage.Of(title, text, language), leaning, from);

    /// <summary>The same for a text of a language that is known (<see cref="ModelLanguage"/>); of the text that was asked about last it
    /// costs next to nothing.</summary>
    internal IReadOnlyList<Guess> Sure(string? title, string text, int? language, SourceLeaning? leaning, double? from = null) =>
        Guesses(title, text, language, leaning, from, isForAll: false);

    /// <summary>
    /// One model in place of several that were trained with the same languages kept apart: each weight is the mean of theirs, so that
    /// it costs as much as one. What was measured of them is not known of it.
    /// </summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    internal static CategoryModel Mean(IReadOnlyCollection<CategoryModel> models)
    {
        if (models.Count == 0)
            throw new ArgumentException("there is no model to take the mean of", nameof(models));
        var first = models.First();
        var weights = new float[first._weights.Length];
        var bias = new float[first._bias.Length];
        foreach (var model in models)
        {
            for (var i = 0; i < weights.Length; i++)
                weights[i] += model._weights[i] * model._unit / models.Count;
            for (var i = 0; i < bias.Length; i++)
                bias[i] += model._bias[i] / models.Count;
        }

        return OfWeights(weights, bias, null, first.KeepsLanguagesApart);
    }

    /// <summary>A model of these weights, each rounded to a byte; one that nobody has measured where no certainty is given.</summary>
    internal static CategoryModel OfWeights(float[] weights, float[] bias, IReadOnlyList<Certainty>? certainty, bool keepsLanguagesApart)
    {
        var unit = Math.Max(weights.Max(MathF.Abs), 1e-6f) / sbyte.MaxValue;
        return new(
            Array.ConvertAll(weights, w => (sbyte)MathF.Round(w / unit)), unit, bias,
            [.. certainty ?? Enumerable.Repeat(Tagging.Certainty.Unmeasured, ModelLanguage.Count)], keepsLanguagesApart);
    }

    /// <summary>The same model with what was measured of it in each language.</summary>
    internal CategoryModel With(Certainty[] certainty) => new(_weights, _unit, _bias, certainty, KeepsLanguagesApart);

    /// <summary>The model's own probability of its likeliest topic, before <see cref="Tagging.Certainty"/>, and what is left of it without
    /// the text's strongest word; null for an unknown language.</summary>
    internal (int Language, int Topic, double Probability, double Without)? Raw(LabelledText text)
    {
        if (ModelLanguage.Of(text.Title, text.Text, text.Language) is not { } number)
            return null;
        Span<float> probabilities = stackalloc float[Topics];
        var reading = Read(text.Title, text.Text, number, probabilities);
        Span<int> best = stackalloc int[1];
        Best(probabilities, best);
        var without = reading.Features.WordCount == 0 ? 0 : new TopicJudge(this, reading, number, null, probabilities, best).Without();
        return (number, best[0], probabilities[best[0]], without);
    }

    /// <summary>The probabilities of the topics for a text that has been read, without all that some of its words say.</summary>
    internal void ProbabilitiesWithout(ModelReading reading, ReadOnlySpan<int> words, int language, Span<float> probabilities)
    {
        reading.Sums.CopyTo(probabilities);
        foreach (var word in words)
        {
            var voices = reading.Voices(this).Of(word);
            for (var topic = 0; topic < Topics; topic++)
                probabilities[topic] -= voices[topic];
        }

        for (var topic = 0; topic < Topics; topic++)
            probabilities[topic] = Sum(probabilities[topic], reading.Features, language, topic);
        Softmax(probabilities);
    }

    private IReadOnlyList<Guess> Guesses(
        string? title, string text, int? language, SourceLeaning? leaning, double? from, bool isForAll)
    {
        if (language is not { } number)
            return [];
        Span<float> probabilities = stackalloc float[Topics];
        var reading = Read(title, text, number, probabilities);
        if (reading.Features.WordCount == 0)
            return [];
        leaning?.Lean(probabilities);
        Span<int> best = stackalloc int[MaxGuesses];
        Best(probabilities, best);
        var judge = new TopicJudge(this, reading, number, leaning, probabilities, best);
        var least = from ?? GivenFrom.For(ModelLanguage.IsIndonesian(number), GivenFrom.KindOf(text));
        if (!isForAll && judge.Most() < least)
            return [];
        return isForAll ? All(judge, reading, best, probabilities, least) : Given(judge, reading, best[0], least);
    }

    private List<Guess> Given(TopicJudge judge, ModelReading reading, int topic, double least)
    {
        var first = Guess(reading, topic, judge.First(), least);
        if (!first.Sure)
            return [];
        return judge.Second() is var (second, certainty) && certainty >= Math.Max(least, GivenFrom.Second)
            ? [first, Guess(reading, second, Math.Min(certainty, first.Confidence), least)]
            : [first];
    }

    // Only first guesses and second ones that are given were measured: another is as likely as the model takes it for, and never before
    // them.
    private List<Guess> All(
        TopicJudge judge, ModelReading reading, ReadOnlySpan<int> best, ReadOnlySpan<float> probabilities, double least)
    {
        var guesses = Given(judge, reading, best[0], least);
        if (guesses.Count == 0)
            guesses.Add(Guess(reading, best[0], judge.First(), least));
        foreach (var topic in best)
        {
            if (guesses.Count < MaxGuesses && !guesses.Exists(guess => guess.Slug == Vocabulary.Topics[topic].Slug))
                guesses.Add(Guess(reading, topic, Math.Min(probabilities[topic], guesses[^1].Confidence), least) with { Sure = false });
        }

        return guesses;
    }

    private Guess Guess(ModelReading reading, int topic, double certainty, double least) => new(
        Vocabulary.Topics[topic].Slug, certainty, SpeakingWords.For(reading.Voices(this), reading.Features, topic), certainty >= least);

    // A text is asked about twice where its source leans to some topics: it is read once.
    private ModelReading Read(string? title, string text, int language, Span<float> probabilities)
    {
        var reading = _reading ??= new();
        reading.Read(this, title, text, KeepsLanguagesApart ? language : 0);
        for (var topic = 0; topic < Topics; topic++)
            probabilities[topic] = Sum(reading.Sums[topic], reading.Features, language, topic);
        Softmax(probabilities);
        return reading;
    }

    private float Sum(float sum, TextFeatures features, int language, int topic) =>
        (sum * _unit * features.Factor) + _bias[(language * Topics) + topic];

    /// <summary>Sums to probabilities, in place.</summary>
    internal static void Softmax(Span<float> sums)
    {
        var (max, total) = (float.MinValue, 0f);
        foreach (var sum in sums)
            max = Math.Max(max, sum);
        for (var i = 0; i < sums.Length; i++)
            total += sums[i] = MathF.Exp(sums[i] - max);
        for (var i = 0; i < sums.Length; i++)
            sums[i] /= total;
    }

    private static void Best(ReadOnlySpan<float> probabilities, Span<int> best)
    {
        best.Fill(-1);
        for (var topic = 0; topic < probabilities.Length; topic++)
        {
            var candidate = topic;
            for (var place = 0; place < best.Length && candidate >= 0; place++)
            {
                if (best[place] < 0 || probabilities[candidate] > probabilities[best[place]])
                    (best[place], candidate) = (candidate, best[place]);
            }
        }
    }
}
