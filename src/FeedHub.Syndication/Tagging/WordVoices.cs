namespace FeedHub.Syndication.Tagging;

/// <summary>What each word of a text says for each topic: its pairs and groups of letters with it, all its places together.</summary>
internal sealed class WordVoices
{
    private const int Topics = CategoryModel.Topics;

    private float[] _rows = [];
    private int _words;

    /// <summary>Reads them from a text's features, in place of those before.</summary>
    public void Read(CategoryModel model, TextFeatures read)
    {
        _words = read.WordCount;
        if (_rows.Length < _words * Topics)
            _rows = new float[_words * Topics * 2];
        _rows.AsSpan(0, _words * Topics).Clear();
        var buckets = read.AllBuckets;
        var at = 0;
        foreach (var run in read.Runs)
        {
            var row = _rows.AsSpan(read.FirstPlaceOf(run.Word) * Topics, Topics);
            for (; at < run.End; at++)
                Add(row, model.Weights.Slice(buckets[at] * Topics, Topics), run.Value);
        }
    }

    /// <summary>What the word says of each topic, in the units of <see cref="ModelReading.Sums"/>; of a word that was read before
    /// nothing.</summary>
    public ReadOnlySpan<float> Of(int word) => _rows.AsSpan(word * Topics, Topics);

    /// <summary>By how much each word speaks for this topic more than for topics in general.</summary>
    public void Leads(int topic, Span<float> leads)
    {
        for (var word = 0; word < _words; word++)
            leads[word] = Lead(Of(word), topic);
    }

    /// <summary>The words that speak most for this topic, as many as there is room for.</summary>
    public ReadOnlySpan<int> Loudest(int topic, Span<int> loudest)
    {
        Span<float> most = stackalloc float[loudest.Length];
        var count = 0;
        for (var word = 0; word < _words; word++)
        {
            var lead = Lead(Of(word), topic);
            if (lead <= 0 || (count == most.Length && lead <= most[^1]))
                continue;
            var place = count < most.Length ? count++ : count - 1;
            for (; place > 0 && lead > most[place - 1]; place--)
                (most[place], loudest[place]) = (most[place - 1], loudest[place - 1]);
            (most[place], loudest[place]) = (lead, word);
        }

        return loudest[..count];
    }

    private static float Lead(ReadOnlySpan<float> voices, int topic)
    {
        var sum = 0f;
        foreach (var voice in voices)
            sum += voice;
        return voices[topic] - (sum / Topics);
    }

    private static void Add(Span<float> row, ReadOnlySpan<sbyte> weights, float value)
    {
        for (var topic = 0; topic < row.Length; topic++)
            row[topic] += value * weights[topic];
    }
}
