namespace FeedHub.Syndication.Tagging;

/// <summary>How certain a model's likeliest topics of one text are.</summary>
/// <param name="model">The model.</param>
/// <param name="reading">The text, as the model has read it.</param>
/// <param name="language">The number of its language.</param>
/// <param name="leaning">What its source writes of, or null.</param>
/// <param name="probabilities">For each topic, the model's own, with the leaning.</param>
/// <param name="best">The likeliest topics, the first one first.</param>
internal readonly ref struct TopicJudge(
    CategoryModel model,
    ModelReading reading,
    int language,
    SourceLeaning? leaning,
    ReadOnlySpan<float> probabilities,
    ReadOnlySpan<int> best)
{
    // So many words speak for the first topic; what the others say is the rest of the text.
    private const int SpeakingForFirst = 4;

    private readonly ReadOnlySpan<float> _probabilities = probabilities;
    private readonly ReadOnlySpan<int> _best = best;

    private Certainty Certainty => model.Certainty[language];

    private WordVoices Voices => reading.Voices(model);

    /// <summary>What the certainty of the first topic is at most; it costs next to nothing.</summary>
    public double Most()
    {
        var share = Share(_probabilities);
        return Certainty.Of(_best[0], share, share);
    }

    /// <summary>How often such a first guess is right: by the text, and by the text without the word that speaks most for the topic, since
    /// one word alone may stand for something else.</summary>
    public double First() => Certainty.Of(_best[0], Share(_probabilities), Without());

    /// <summary>The probability that is left of the first topic without the word that speaks most for it.</summary>
    public double Without()
    {
        Span<float> left = stackalloc float[CategoryModel.Topics];
        Span<int> loudest = stackalloc int[1];
        ProbabilitiesWithout(Voices.Loudest(_best[0], loudest), left);
        return Math.Min(Share(left), Share(_probabilities));
    }

    /// <summary>The topic that holds beside the first, with its certainty: what the text is about without the words that speak for the
    /// first, where the two go together; null where there is none.</summary>
    public (int Topic, double Certainty)? Second()
    {
        Span<float> left = stackalloc float[CategoryModel.Topics];
        Span<int> loudest = stackalloc int[SpeakingForFirst];
        ProbabilitiesWithout(Voices.Loudest(_best[0], loudest), left);
        var topic = 0;
        for (var other = 1; other < left.Length; other++)
            topic = left[other] > left[topic] ? other : topic;
        return TopicPairs.GoTogether(_best[0], topic) ? (topic, Certainty.Of(topic, left[topic], left[topic])) : null;
    }

    private void ProbabilitiesWithout(ReadOnlySpan<int> words, Span<float> left)
    {
        model.ProbabilitiesWithout(reading, words, language, left);
        leaning?.Lean(left);
    }

    // Beside a topic that goes with it, the first is judged as if the other were not there.
    private float Share(ReadOnlySpan<float> of) => _best.Length > 1 && TopicPairs.GoTogether(_best[0], _best[1])
        ? of[_best[0]] / Math.Max(1 - of[_best[1]], 1e-6f)
        : of[_best[0]];
}
