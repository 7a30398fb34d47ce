using FeedHub.Syndication.Tagging;

namespace FeedHub.Syndication.Matching;

/// <summary>
/// How much a word tells: more, the fewer leads have it. Counted exactly over the leads that are there, so that the order in which
/// they came and a restart do not matter.
/// </summary>
internal sealed class WordWeights
{
    // What is assumed before anything is seen: a thousand texts, function words in four of ten.
    private const int AssumedTexts = 1000;
    private const int AssumedFunctionWords = 400;

    // With a million texts a rare word must not outweigh all others.
    private const double Most = 7;

    // About one text in twelve has such a word: a word that more have is nobody's name.
    private const double LeastOfRare = 2.5;

    private static readonly float[] Logs = [.. Enumerable.Range(0, 4096).Select(i => (float)Math.Log(i + 0.5))];
    private static readonly bool[] Functional = FunctionalIds();

    private readonly int[] _texts = new int[ushort.MaxValue + 1];
    private int _total;
    private double _log = Math.Log(AssumedTexts);

    public static long Bytes => (ushort.MaxValue + 1) * (long)sizeof(int);

    /// <summary>Counts a lead's words in (1) or out (-1).</summary>
    public void Count(in Traits lead, IdTable scratch, int sign)
    {
        scratch.Clear();
        foreach (var id in lead.Title)
            Count(id, scratch, sign);
        foreach (var id in lead.Opening)
            Count(id, scratch, sign);
        _total += sign;
        _log = Math.Log(_total + AssumedTexts);
    }

    /// <summary>The logarithm of the word's rarity, 0 to 7.</summary>
    public double Of(ushort id) => Math.Clamp(_log - Log(_texts[id] + (Functional[id] ? AssumedFunctionWords : 0)), 0, Most);

    /// <summary>Whether few enough texts have the word for it to name something.</summary>
    public bool IsRare(ushort id) => Of(id) >= LeastOfRare;

    private void Count(ushort id, IdTable scratch, int sign)
    {
        if (scratch.Add(id, 0))
            _texts[id] += sign;
    }

    private static double Log(int texts) => texts < Logs.Length ? Logs[texts] : Math.Log(texts + 0.5);

    private static bool[] FunctionalIds()
    {
        var ids = new bool[ushort.MaxValue + 1];
        foreach (var id in WordIds.Of(FunctionWords.All))
            ids[id] = true;
        return ids;
    }
}
