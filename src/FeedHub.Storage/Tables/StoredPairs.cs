using System.Globalization;
using System.Text;

namespace FeedHub.Storage.Tables;

/// <summary>Pairs of numbers in the same text as <see cref="StoredJson"/> has for them, without its readers and writers: a poll that brings
/// something reads and writes a pair for each item of its document.</summary>
internal static class StoredPairs
{
    // Two numbers, brackets and commas, mostly.
    private const int Characters = 32;

    /// <summary>The text of these.</summary>
    public static string Write(IReadOnlyList<long[]> pairs)
    {
        var text = new StringBuilder("[", 2 + (Characters * pairs.Count));
        for (var i = 0; i < pairs.Count; i++)
            text.Append(i > 0 ? "," : "").Append(CultureInfo.InvariantCulture, $"[{pairs[i][0]},{pairs[i][1]}]");
        return text.Append(']').ToString();
    }

    /// <summary>Those of a text.</summary>
    /// <exception cref="FormatException">It is not of pairs.</exception>
    public static List<long[]> Read(string text)
    {
        if (text == "[]")
            return [];
        if (!text.StartsWith("[[", StringComparison.Ordinal) || !text.EndsWith("]]", StringComparison.Ordinal))
            throw new FormatException("These are not pairs of numbers.");
        var pairs = new List<long[]>(text.AsSpan().Count('[') - 1);
        var all = text.AsSpan(2..^2);
        foreach (var part in all.Split("],["))
            pairs.Add(Pair(all[part]));
        return pairs;
    }

    private static long[] Pair(ReadOnlySpan<char> text)
    {
        var comma = text.IndexOf(',');
        return comma < 0 ? throw new FormatException("A pair has two numbers.") : [Number(text[..comma]), Number(text[(comma + 1)..])];
    }

    private static long Number(ReadOnlySpan<char> text) => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
