namespace FeedHub.Syndication.Tagging;

/// <summary>Weights for examples, so that neither a frequent category nor a loud source drowns the others.</summary>
internal static class ExampleBalance
{
    // A category with one item would else shout as loud as one with a thousand.
    private const double Most = 15;

    /// <summary>
    /// In each language every category weighs alike, and inside a category a source weighs by the root of its items. The
    /// examples' own weights are factors on top.
    /// </summary>
    public static IEnumerable<LabelledText> Weigh(IEnumerable<LabelledText> examples)
    {
        foreach (var language in examples.GroupBy(e => ModelLanguage.Of(e.Title, e.Text, e.Language)))
        {
            var weighed = language.GroupBy(ModelTrainer.TopicOf).SelectMany(topic => Sources([.. topic])).ToList();
            var mean = weighed.Average(w => w.Share);
            foreach (var (example, share) in weighed)
                yield return example with { Weight = example.Weight * Math.Min(share / mean, Most) };
        }
    }

    private static IEnumerable<(LabelledText Example, double Share)> Sources(IReadOnlyCollection<LabelledText> topic) =>
        topic.GroupBy(e => e.Source, StringComparer.Ordinal)
            .SelectMany(source => source.Select(e => (e, 1.0 / topic.Count * Math.Sqrt((double)topic.Count / source.Count()))));
}
