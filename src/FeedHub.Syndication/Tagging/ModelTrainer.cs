namespace FeedHub.Syndication.Tagging;

/// <summary>Trains a model; the same examples give the same model.</summary>
public static class ModelTrainer
{
    private const int Seed = 7;

    // The first step's size, which shrinks to a fifth: what a model knows is not thrown over by a day's texts.
    private const double StepFromNothing = 0.1;
    private const double StepFromPrior = 0.06;

    // Examples between two looks at whether the training is still wanted: a few hundredths of a second.
    private const int Stretch = 256;

    // What Indonesian texts teach of names and loan words English learns too, at half their weight, when a model starts from nothing;
    // Indonesian gains nothing from English ones (docs/training.md).
    private const int Lender = 0;
    private const int Borrower = 1;
    private const float LentWeight = 0.5f;

    /// <summary>Trains a model with texts whose categories are known.</summary>
    /// <exception cref="ArgumentException">No example has a slug among the 17 topics.</exception>
    /// <exception cref="OperationCanceledException">The training was given up; it ends within a moment.</exception>
    public static CategoryModel Train(
        IEnumerable<LabelledText> examples,
        TrainOptions? options = null,
        CancellationToken cancellation = default)
    {
        options ??= new();
        var usable = examples.Where(e => TopicOf(e) >= 0);
        var read = new TextFeatures();
        var weighed = (options.Balance ? ExampleBalance.Weigh(usable) : usable).ToList();
        var rivals = options.Prior is null ? null : Rivals(weighed);
        var ready = (rivals is null
            ? weighed.SelectMany(e => OfEachLanguage(e, read, cancellation))
            : weighed.Select(e => Ready(e, read, rivals[e.Source], options.Prior!.KeepsLanguagesApart, cancellation))
                .OfType<Example>()).ToArray();
        if (ready.Length == 0)
            throw new ArgumentException("no example has one of the 17 topics and a text in Indonesian or English", nameof(examples));
        var training = new TrainingWeights(options.Prior);
        var first = options.Prior is null ? StepFromNothing : StepFromPrior;
        var random = new Random(Seed);
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            random.Shuffle(ready);
            var step = (float)(first * (1 - (0.8 * epoch / options.Epochs)));
            foreach (var stretch in ready.Chunk(Stretch))
            {
                cancellation.ThrowIfCancellationRequested();
                Array.ForEach(stretch, example => training.Learn(example, step));
            }
        }

        return training.ToModel(options.Prior?.Certainty);
    }

    internal static int TopicOf(LabelledText text)
    {
        for (var topic = 0; text.Slugs.Count > 0 && topic < CategoryModel.Topics; topic++)
        {
            if (Vocabulary.Topics[topic].Slug == text.Slugs[0])
                return topic;
        }

        return -1;
    }

    // A source that never writes of war says nothing about what is not war: its texts leave alone what the prior knows of it.
    private static Dictionary<string, int> Rivals(IEnumerable<LabelledText> texts) =>
        texts.GroupBy(t => t.Source, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Aggregate(0, (topics, t) => topics | (1 << TopicOf(t))), StringComparer.Ordinal);

    private static IEnumerable<Example> OfEachLanguage(LabelledText text, TextFeatures features, CancellationToken cancellation)
    {
        if (Ready(text, features, Example.AllTopics, keepsLanguagesApart: true, cancellation) is not { } own)
            yield break;
        yield return own;
        if (own.Language != Lender)
            yield break;
        features.Read(text.Title, text.Text, Borrower);
        yield return own with { Features = features.ToArray(), Weight = own.Weight * LentWeight };
    }

    private static Example? Ready(
        LabelledText text,
        TextFeatures features,
        int rivals,
        bool keepsLanguagesApart,
        CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (ModelLanguage.Of(text.Title, text.Text, text.Language) is not { } language)
            return null;
        features.Read(text.Title, text.Text, keepsLanguagesApart ? language : 0);
        return new(features.ToArray(), features.Factor, language, TopicOf(text), (float)text.Weight, rivals);
    }
}

/// <summary>A text ready to learn from; <c>Rivals</c> has a bit for each topic that it may speak for or against.</summary>
internal sealed record Example(Feature[] Features, float Factor, int Language, int Topic, float Weight, int Rivals)
{
    public const int AllTopics = (1 << CategoryModel.Topics) - 1;
}
