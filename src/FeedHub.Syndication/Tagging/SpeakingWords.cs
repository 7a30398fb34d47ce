using System.Buffers;

namespace FeedHub.Syndication.Tagging;

/// <summary>Which words of a text spoke most for a topic; function words, which tell a reader nothing, are left out.</summary>
internal static class SpeakingWords
{
    private const int Most = 4;
    private const int ShortestWord = 2;

    // A word that said less than this share of what the strongest said is no reason.
    private const float LeastShare = 0.3f;

    /// <summary>At most four words as written, strongest first.</summary>
    public static IReadOnlyList<string> For(CategoryModel model, TextFeatures read, int topic)
    {
        var voices = ArrayPool<float>.Shared.Rent(read.WordCount);
        voices.AsSpan(0, read.WordCount).Clear();
        var buckets = read.AllBuckets;
        var at = 0;
        foreach (var run in read.Runs)
        {
            for (; at < run.End; at++)
                voices[run.Word] += run.Value * Lead(model.Weights.Slice(buckets[at] * CategoryModel.Topics, CategoryModel.Topics), topic);
        }

        var words = Strongest(read, voices.AsSpan(0, read.WordCount));
        ArrayPool<float>.Shared.Return(voices);
        return words;
    }

    // By how much it speaks for this topic more than for topics in general.
    private static float Lead(ReadOnlySpan<sbyte> weights, int topic)
    {
        var sum = 0;
        foreach (var weight in weights)
            sum += weight;
        return weights[topic] - ((float)sum / CategoryModel.Topics);
    }

    private static List<string> Strongest(TextFeatures read, Span<float> voices)
    {
        var words = new List<string>(Most);
        var least = 0f;
        for (var left = voices.Length; left > 0 && words.Count < Most; left--)
        {
            var best = Loudest(voices);
            if (voices[best] <= least)
                break;
            least = Math.Max(least, voices[best] * LeastShare);
            voices[best] = 0;
            var word = read.Written(best);
            if (word.Length >= ShortestWord && FunctionWords.MayBeReason(word) && !words.Contains(word, StringComparer.OrdinalIgnoreCase))
                words.Add(word);
        }

        return words;
    }

    private static int Loudest(ReadOnlySpan<float> voices)
    {
        var best = 0;
        for (var i = 1; i < voices.Length; i++)
            best = voices[i] > voices[best] ? i : best;
        return best;
    }
}
