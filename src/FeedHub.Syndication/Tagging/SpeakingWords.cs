using System.Buffers;

namespace FeedHub.Syndication.Tagging;

/// <summary>Which words of a text spoke most for a topic; function words, which tell a reader nothing, are left out.</summary>
internal static class SpeakingWords
{
    private const int Most = 4;
    private const int ShortestWord = 2;

    // A word that said less than this share of what the strongest said is not a reason.
    private const float LeastShare = 0.3f;

    /// <summary>At most four words as written, strongest first.</summary>
    public static IReadOnlyList<string> For(WordVoices voices, TextFeatures read, int topic)
    {
        var leads = ArrayPool<float>.Shared.Rent(read.WordCount);
        voices.Leads(topic, leads);
        var words = Strongest(read, leads.AsSpan(0, read.WordCount));
        ArrayPool<float>.Shared.Return(leads);
        return words;
    }

    private static List<string> Strongest(TextFeatures read, Span<float> leads)
    {
        var words = new List<string>(Most);
        var least = 0f;
        for (var left = leads.Length; left > 0 && words.Count < Most; left--)
        {
            var best = Loudest(leads);
            if (leads[best] <= least)
                break;
            var word = read.Written(best);
            if (word.Length >= ShortestWord && FunctionWords.MayBeReason(word))
            {
                words.Add(word);
                least = Math.Max(least, leads[best] * LeastShare);
            }

            leads[best] = 0;
        }

        return words;
    }

    private static int Loudest(ReadOnlySpan<float> leads)
    {
        var best = 0;
        for (var i = 1; i < leads.Length; i++)
            best = leads[i] > leads[best] ? i : best;
        return best;
    }
}
