namespace FeedHub.Syndication.Tagging;

/// <summary>
/// What a source writes of, as far as its items have shown: where the words alone leave a choice, a topic that it often has is
/// likelier than one that it never had.
/// </summary>
public sealed class SourceLeaning
{
    // As if so many items of every topic had been seen before: an item or two say little, and nothing is ever out of the question.
    private const float Before = 0.7f;

    private static readonly string[] Topics = [.. Vocabulary.Topics.Select(t => t.Slug)];

    private readonly float[] _factors;

    private SourceLeaning(float[] factors) => _factors = factors;

    /// <summary>The leaning that counts by slug show; null where they tell nothing of the 17 topics.</summary>
    public static SourceLeaning? Of(IEnumerable<(string Slug, int Items)> counts)
    {
        var bySlug = counts.GroupBy(c => c.Slug).ToDictionary(g => g.Key, g => g.Sum(c => c.Items), StringComparer.Ordinal);
        var items = Array.ConvertAll(Topics, slug => (float)bySlug.GetValueOrDefault(slug));
        var mean = (items.Sum() / items.Length) + Before;
        return items.Sum() > 0 ? new(Array.ConvertAll(items, count => (count + Before) / mean)) : null;
    }

    /// <summary>Whether the source writes of it more often than of other topics.</summary>
    public bool Favours(string slug) => Array.IndexOf(Topics, slug) is >= 0 and var topic && _factors[topic] > 1;

    /// <summary>Weighs the model's probabilities by it, in place.</summary>
    internal void Lean(Span<float> probabilities)
    {
        var total = 0f;
        for (var i = 0; i < probabilities.Length; i++)
            total += probabilities[i] *= _factors[i];
        for (var i = 0; i < probabilities.Length; i++)
            probabilities[i] /= total;
    }
}
